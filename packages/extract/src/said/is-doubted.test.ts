import { describe } from 'vitest'
import { extract } from '../extract.js'
import { testTwins } from '../testing/test-twins.js'

const count = (text: string) => extract(text).statements.length

describe('a governing clause', () =>
  testTwins(
    `
There is no evidence that Ada Hale said that the dam was safe. | There is evidence that Ada Hale said that the dam was safe.
It is not clear whether Ada Hale said that the dam was safe. | It is clear that Ada Hale said that the dam was safe.
It is not true that Ada Hale said that the dam was safe. | It is true that Ada Hale said that the dam was safe.
It is unclear if Ada Hale said the dam was safe. | It is known that Ada Hale said the dam was safe.
Ivo Burke did not say that Ada Hale had said the dam was safe. | Ivo Burke said that Ada Hale had said the dam was safe.
It is unlikely that Ada Hale said that the dam was safe. | It is likely that Ada Hale said that the dam was safe.
The report that Ada Hale said that the dam was safe is false. | If the dam breaks, Ada Hale said, the town will drown.
Ada Hale is believed to have said that the dam was safe. | Ada Hale told reporters that the dam was safe.
Burke does not think Ada Hale said that the dam was safe. | Burke thinks Ada Hale said that the dam was safe.
I wish Ada Hale had said that the dam was unsafe. | I heard it when Ada Hale said that the dam was unsafe.
It would be wrong to say that Ada Hale said that the dam was safe. | It is right to say that Ada Hale said that the dam was safe.
Nobody but Ada Hale knows whether she said “the dam will fall by June”. | Nobody but Ada Hale was there when she said “the dam will fall by June”.
There is no proof that Hale told the council that the dam was safe. | There is proof that Hale told the council that the dam was safe.
There is nothing to suggest that Hale said that the dam was safe. | There is much to see, and Hale said that the dam was safe.
There was never any suggestion that Hale said that the dam was safe. | At the time Hale said that the dam was safe.
It is false that Hale said that the dam was safe. | It is right that Hale said that the dam was safe.
It remains unclear whether Hale told the council that the dam was unsafe. | It became clear when Hale told the council that the dam was unsafe.
It has not been shown that Hale said that the dam was safe. | It has been shown that Hale said that the dam was safe.
Burke does not believe that Hale said that the dam was safe. | Burke believes that Hale said that the dam was safe.
No record shows that Hale said that the dam was safe. | The record shows that Hale said that the dam was safe.
The minutes do not show that Hale said that the dam was safe. | The minutes show that Hale said that the dam was safe.
It is a lie that Hale said that the dam was safe. | It is a fact that Hale said that the dam was safe.
The rumour that Hale said the dam was unsafe is untrue. | The rumour spread when Hale said the dam was unsafe.
`,
    count,
  ))
