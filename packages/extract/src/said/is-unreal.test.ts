import { describe } from 'vitest'
import { extract } from '../extract.js'
import { testTwins } from '../testing/test-twins.js'

const count = (text: string) => extract(text).statements.length

describe('a conjunction or a condition', () =>
  testTwins(
    `
Until Ada Hale says that the dam is safe, the town will wait. | Ada Hale says that the dam is safe, and the town will wait.
The town will wait until Ada Hale says that the dam is safe. | The town will wait, for Ada Hale says that the dam is unsafe.
Unless Ada Hale says that the dam is safe, nobody will sail. | Ada Hale says that the dam is safe.
Even if Ada Hale says that the dam is safe, nobody will sail. | Even though Ada Hale says that the dam is safe, nobody will sail.
If Ada Hale says that the dam is safe, the town will sail. | Because Ada Hale says that the dam is safe, the town will sail.
The town will sail if Ada Hale says that the dam is safe. | The town will sail because Ada Hale says that the dam is safe.
Whether Ada Hale said that the dam was safe is a matter for the court. | Although Ada Hale said that the dam was safe, the town left.
The boats left in case Ada Hale said that the dam was unsafe. | The boats left after Ada Hale said that the dam was unsafe.
The boats must leave before Ada Hale says that the dam is unsafe. | The boats left when Ada Hale said that the dam was unsafe.
He acts as though Ada Hale said that the dam was safe. | He is calm, as Ada Hale said that the dam was safe.
He acts as if Ada Hale had said that the dam was safe. | He is calm since Ada Hale had said that the dam was safe.
Had Ada Hale said that the dam was unsafe, the town would have left. | Ada Hale had said that the dam was unsafe, and the town left.
Should Ada Hale say that the dam is unsafe, the town will leave. | Now Ada Hale says that the dam is unsafe.
Suppose Ada Hale said that the dam was unsafe. | On Monday Ada Hale said that the dam was unsafe.
If Ada Hale vows to mend the dam, the town will stay. | Ada Hale vows to mend the dam, and the town will stay.
Should Tereza Holt say that the dam is unsafe, the town will leave. | Tereza Holt says that the dam is unsafe.
Imagine Tereza Holt said that the dam was unsafe. | Will Tate said that the dam was unsafe.
If Ada Hale says “the dam will fall by June”, the town will leave. | Once Ada Hale said “the dam will fall by June”, the town left.
As if Ada Hale had said: “The dam is as safe as houses.” | As Ada Hale had said: “The dam is as safe as houses.”
Once Ada Hale says that the dam is safe, the boats will sail. | Once Ada Hale said that the dam was safe, the boats sailed.
As soon as Ada Hale says that the dam is safe, the boats will sail. | As soon as Ada Hale said that the dam was safe, the boats sailed.
The boats will wait till Ada Hale announces that the dam is safe. | The boats wait because Ada Hale announces that the dam is unsafe.
Whether or not Hale says that the dam is safe, the town will leave. | Hale says that the dam is safe, whether or not the town leaves.
Even if Hale admits that the dam is unsafe, nothing will change. | Hale admits that the dam is unsafe, even if nothing will change.
The council will act only if Hale says that the dam is unsafe. | The council will act, and Hale says that the dam is unsafe.
Unless Hale tells the council that the dam is safe, the money is lost. | Hale told the council that the dam is safe.
Until the ministry announces that the dam is safe, the road stays shut. | The ministry announced that the dam is safe, and the road opened.
Suppose Hale says tomorrow that the dam is unsafe. | Hale says this morning that the dam is unsafe.
If Hale says, “The dam is a wreck,” the town will leave. | When Hale said, “The dam is a wreck,” the town left.
`,
    count,
  ))
