import { describe } from 'vitest'
import { extract } from '../extract.js'
import { testTwins } from '../testing/test-twins.js'

const count = (text: string) => extract(text).statements.length

describe('a negative subject', () =>
  testTwins(
    `
No official has claimed that the dam was safe. | An official has claimed that the dam was safe.
No minister said the dam would hold. | The minister said the dam would hold.
Nobody said that the dam was safe. | Everybody there heard it: Ada Hale said that the dam was safe.
No one in the ministry has suggested that the dam was safe. | The ministry has suggested that the dam was safe.
Neither Ada Hale nor Ivo Burke said that the dam was safe. | Ada Hale and Ivo Burke said that the dam was safe.
Neither minister said that the dam was safe. | The minister said that the dam was safe.
None of them said that the dam was safe. | Some of them said that the dam was safe.
None of the ministers claimed that the dam was safe. | Most of the ministers claimed that the dam was safe.
Few officials say that the dam is safe. | A few officials say that the dam is safe.
Hardly anyone says that the dam is safe. | Many residents say that the dam is safe.
Not one official said that the dam was safe. | One official said that the dam was safe.
Not a single engineer said that the dam was safe. | A single engineer said that the dam was safe.
It was not Ada Hale who said that the dam was safe. | It was Ada Hale who said that the dam was safe.
Nobody told reporters that the dam was safe. | The mayor told reporters that the dam was safe.
No spokesman told the Gazette that the dam was safe. | A spokesman told the Gazette that the dam was safe.
No report says that the dam is safe. | A report says that the dam is safe.
“The dam is safe as houses,” nobody said. | “The dam is safe as houses,” somebody at the ministry, Ada Hale, said.
None of the officials told the inquiry, “We knew the dam was unsafe.” | The official told the inquiry, “We knew the dam was unsafe.”
Few experts argue that the dam was safe, but Ada Hale is one. | Many experts argue that the dam was safe.
Nothing in the letter says that the dam is safe. | The letter says that the dam is safe.
Nobody in the cabinet has ever said that the dam was safe. | Somebody in the cabinet leaked it: the minister said that the dam was safe.
No-one told the inquiry that the dam was unsafe. | The engineer told the inquiry that the dam was unsafe.
Neither of the engineers has suggested that the dam was safe. | Both of the engineers have suggested that the dam was safe.
None of the reports says the dam is safe. | One of the reports says the dam is safe.
Very few engineers argue that the dam is safe. | Quite a few engineers argue that the dam is safe.
Nobody has said “the dam is a wreck”. | Hale has said “the dam is a wreck”.
“The dam is a wreck,” no official has said. | “The dam is a wreck,” one official has said.
According to no official is the dam safe. | According to an official, the dam is safe.
`,
    count,
  ))
