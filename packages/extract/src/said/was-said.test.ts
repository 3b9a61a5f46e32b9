import { describe, expect, it } from 'vitest'
import { extract } from '../extract.js'

const recorded = (text: string, language?: string) =>
  extract(text, language === undefined ? {} : { language }).statements.length

/** Sentences in which nobody says anything, each with a twin in which somebody does. */
const PAIRS = {
  'a refusal': `
Ada Hale declined to comment. | Ada Hale declined to comment, saying the case was open.
Ada Hale declined to say when the dam would open. | Ada Hale declined to “discuss rumours about the dam”.
Ada Hale refused to answer questions about the dam. | Ada Hale refused to answer questions. “It is a matter for the court,” she said.
Ada Hale had no comment. | Ada Hale had a comment: “The dam is safe.”
Ada Hale did not respond to a request for comment. | Ada Hale responded to a request for comment, saying that the dam was safe.
Ada Hale would not comment on the dam. | Ada Hale would not comment on the dam but said that the town was safe.
Ada Hale could not be reached for comment. | Ada Hale, who could not be reached on Monday, said that the dam was safe.
A spokesman for Ada Hale declined to discuss the dam. | A spokesman for Ada Hale discussed the dam and said it was safe.
The ministry refused to say whether the dam was safe. | The ministry asked whether the dam was safe.
Ada Hale refused to say “sorry for the dam”. | Ada Hale said “sorry for the dam”.
Ada Hale declined to be interviewed. | Ada Hale agreed to be interviewed and said that the dam was safe.
Ada Hale would not discuss the dam. | Ada Hale would only say that the dam was safe.
Ada Hale would not be drawn on the dam. | Ada Hale would later admit that the dam was unsafe.
Ada Hale did not immediately reply to questions about the dam. | Ada Hale replied that the dam was safe.
`,
  'a negative subject': `
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
`,
  'a question': `
Did Ada Hale say that the dam was safe? | Ada Hale did say that the dam was safe.
Has Ada Hale said that the dam is safe? | Ada Hale has said that the dam is safe.
What if Ada Hale said that the dam was unsafe? | So what: Ada Hale said that the dam was unsafe.
Who said that the dam was safe? | The mayor said that the dam was safe.
Was Ada Hale quoted as saying that the dam was safe? | Yes, Ada Hale was quoted as saying that the dam was safe.
Is Ada Hale saying that the dam is safe? | Ada Hale is saying that the dam is safe.
When did Ada Hale say that the dam was safe? | When Ada Hale said that the dam was safe, the town cheered.
Is the dam safe, according to Ada Hale? | The dam is safe, according to Ada Hale.
Would Ada Hale argue that the dam is safe? | “Would you argue that the dam is safe?” Ada Hale asked.
`,
  'a governing clause': `
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
`,
  'a conjunction or a condition': `
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
`,
  'a modal or a plan': `
Ada Hale could say that the dam was safe. | Ada Hale did say that the dam was safe.
Ada Hale might argue that the dam was safe. | Ada Hale argued that the dam was safe.
Ada Hale may claim that the dam is safe. | Ada Hale does claim that the dam is safe.
Ada Hale would say that the dam was safe if asked. | Ada Hale said that the dam was safe when asked.
Ada Hale should say that the dam is safe. | Ada Hale says that the dam is safe.
Ada Hale might have said that the dam was safe. | Ada Hale has said that the dam was safe.
Ada Hale would have said that the dam was safe. | Ada Hale would later say that the dam was safe.
“The dam is safe,” Ada Hale could say. | “The dam is safe,” Ada Hale says.
Ada Hale is expected to say that the dam is safe. | Ada Hale went on to say that the dam is safe.
Ada Hale wanted to say that the dam was safe. | Ada Hale took the floor and said that the dam was safe.
Ada Hale failed to say that the dam was unsafe. | Ada Hale hastened and said that the dam was unsafe.
Ada Hale has yet to say that the dam is safe. | Ada Hale has already said that the dam is safe.
Ada Hale stopped short of saying that the dam was unsafe. | Ada Hale stopped her car, saying that the dam was unsafe.
Ada Hale can say that the dam is safe. | No fewer than six engineers said that the dam was safe.
Ada Hale must say that the dam is safe. | Not only did Ada Hale say that the dam was safe, she sailed there.
Ada Hale ought to say that the dam is safe. | Not until Monday did Ada Hale say that the dam was safe.
Ada Hale may yet announce that the dam is safe. | Ada Hale went on to announce that the dam is safe.
Ada Hale plans to say that the dam is safe. | Ada Hale said she planned to sail.
Ada Hale is about to say that the dam is safe. | Ada Hale is saying that the dam is safe.
Ada Hale hopes to say that the dam is safe. | Ada Hale hopes aloud and says that the dam is safe.
Under no circumstances would Ada Hale say that the dam was unsafe. | Under pressure Ada Hale said that the dam was unsafe.
`,
  'a negation': `
Ada Hale could not say that the dam was safe. | Ada Hale would say only that the dam was safe.
Ada Hale refused to say that the dam was safe. | Ada Hale continued to say that the dam was safe.
Ada Hale was not quoted as saying that the dam was safe. | Ada Hale was quoted as saying that the dam was safe.
Ada Hale was wrongly quoted as saying that the dam was safe. | Ada Hale was quoted on Monday as saying that the dam was safe.
Ada Hale never said that the dam was safe. | Ada Hale often said that the dam was safe.
Ada Hale did not say that the dam was safe. | Ada Hale not only said that the dam was safe but sailed there.
Ada Hale hasn’t said that the dam is safe. | Ada Hale’s office said that the dam is safe.
Ada Hale no longer says that the dam is safe. | Ada Hale still says that the dam is safe.
Ada Hale all but said that the dam was unsafe. | Ada Hale bluntly said that the dam was unsafe.
At no point did Ada Hale say that the dam was safe. | At one point Ada Hale said that the dam was safe.
Never has Ada Hale said that the dam is safe. | Only then did Ada Hale say that the dam was safe.
Ada Hale has not said whether the dam is safe. | Ada Hale has asked whether the dam is safe.
Ada Hale would not say if the dam was safe. | Ada Hale asked if the dam was safe.
Ada Hale never said “the dam is safe as houses”. | Ada Hale said “the dam is safe as houses”.
Ada Hale never said: “The dam is as safe as houses.” | Ada Hale said: “The dam is as safe as houses.”
“The dam is as safe as houses,” Ada Hale did not say. | “The dam is as safe as houses,” Ada Hale did say.
Ada Hale did not tell the town that the dam was unsafe. | Ada Hale did tell the town that the dam was unsafe.
Ada Hale never promised to mend the dam. | Ada Hale promised never to mend the dam.
The report does not say that the dam is safe. | The report does say that the dam is safe.
The dam is not safe according to no one. | The dam is safe, according to Ada Hale.
The minister has not said that “the dam will fall by June”. | The minister has said that “the dam will fall by June”.
Not everyone says that the dam is safe. | Unless the rain stops, the dam will break, Ada Hale said.
Ada Hale didn't claim that the dam was safe. | It is no secret that Ada Hale said that the dam was unsafe.
Ada Hale has neither said nor implied that the dam was safe. | Ada Hale has said and implied that the dam was safe.
Ada Hale has never once said that the dam was safe. | There is no doubt that Ada Hale said that the dam was safe.
Ada Hale has not yet said that the dam is safe. | No doubt Ada Hale said that the dam was safe.
Nor did Ada Hale say that the dam was safe. | And Ada Hale said that the dam was safe.
Never did Ada Hale claim that the dam was safe. | Nevertheless Ada Hale claimed that the dam was safe.
Nowhere in the letter does Ada Hale say that the dam is safe. | Elsewhere in the letter Ada Hale says that the dam is safe.
Ada Hale almost said that the dam was unsafe. | Ada Hale finally said that the dam was unsafe.
`,
  'a noun': `
Ada Hale has made no claim that the dam was safe. | Ada Hale has made a claim that the dam was safe.
There was no warning from Ada Hale that the dam was unsafe. | There was a warning from Ada Hale that the dam was unsafe.
Ada Hale never issued a warning that the dam was unsafe. | Ada Hale issued a warning that the dam was unsafe.
Ada Hale might issue a warning that the dam is unsafe. | Ada Hale has issued a warning that the dam is unsafe.
There were no claims by Ada Hale that the dam was safe. | There were claims by Ada Hale that the dam was safe.
No statement from Ada Hale that the dam was unsafe has been found. | A statement from Ada Hale that the dam was unsafe has been found.
`,
}

const pairsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' | ') as [string, string])

describe.each(Object.entries(PAIRS))('with %s', (_kind, table) => {
  it.each(pairsOf(table))('nothing is said in: %s', (unsaid) => expect(recorded(unsaid)).toBe(0))
  it.each(pairsOf(table))('the twin of it is said: %s', (_unsaid, said) =>
    expect(recorded(said)).toBeGreaterThan(0),
  )
})
