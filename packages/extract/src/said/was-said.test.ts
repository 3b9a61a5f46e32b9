import { describe } from 'vitest'
import { extract } from '../extract.js'
import { testTwins } from '../testing/test-twins.js'

const count = (text: string) => extract(text).statements.length

describe('a refusal', () =>
  testTwins(
    `
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
Hale declined to confirm that the dam was unsafe. | Hale was glad to come and confirmed that the dam was unsafe.
Hale has not said whether the dam will open. | Hale has asked whether the dam will open.
Hale would not say if she had been paid. | Hale would only say that she had been paid.
Hale will not say how much the dam cost. | Hale will be heard; Hale explained how the dam broke.
`,
    count,
  ))

describe('a question', () =>
  testTwins(
    `
Did Ada Hale say that the dam was safe? | Ada Hale did say that the dam was safe.
Has Ada Hale said that the dam is safe? | Ada Hale has said that the dam is safe.
What if Ada Hale said that the dam was unsafe? | So what: Ada Hale said that the dam was unsafe.
Who said that the dam was safe? | The mayor said that the dam was safe.
Was Ada Hale quoted as saying that the dam was safe? | Yes, Ada Hale was quoted as saying that the dam was safe.
Is Ada Hale saying that the dam is safe? | Ada Hale is saying that the dam is safe.
When did Ada Hale say that the dam was safe? | When Ada Hale said that the dam was safe, the town cheered.
Is the dam safe, according to Ada Hale? | The dam is safe, according to Ada Hale.
Would Ada Hale argue that the dam is safe? | “Would you argue that the dam is safe?” Ada Hale asked.
What would happen if Hale said that the dam was unsafe? | What happened was this: Hale said that the dam was unsafe.
Has Hale ever claimed that the dam was safe? | Hale has often claimed that the dam was safe.
Does Hale say that the dam is safe? | Hale does say that the dam is safe.
Could Hale have said that the dam was safe? | Hale said that the dam could have been safe.
Will Hale say that the dam is safe? | Hale will have heard it: Burke says that the dam is safe.
Why did Hale not say that the dam was unsafe? | Hale said that the dam was unsafe, and why.
Who claimed that the dam was safe? | Hale, who claimed that the dam was safe, has left.
Did Hale say, “The dam is a wreck”? | Hale did say, “The dam is a wreck.”
`,
    count,
  ))

describe('a modal or a plan', () =>
  testTwins(
    `
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
Hale could argue that the dam was built by others. | Hale argued that the dam was built by others.
Hale might say that the dam was built by others. | Hale says that the dam was built by others.
Hale would say, if asked, that the dam was safe. | Hale said, when asked, that the dam was safe.
Hale may well claim that the dam is safe. | Hale claims that the dam is safe.
Hale can hardly say that the dam is safe. | Hale can be heard; Hale says that the dam is safe.
Hale is likely to say that the dam is safe. | Hale is quick to please and says that the dam is safe.
Hale is due to tell the council that the dam is safe. | Hale is telling the council that the dam is safe.
Hale is under pressure to admit that the dam is unsafe. | Under pressure, Hale admitted that the dam is unsafe.
Hale was asked to confirm that the dam was safe. | Hale was asked, and confirmed that the dam was safe.
Hale has been urged to say that the dam is unsafe. | Hale has been heard, and has said that the dam is unsafe.
Hale forgot to mention that the dam was unsafe. | Hale forgot her notes and mentioned that the dam was unsafe.
Hale avoided saying that the dam was unsafe. | Hale left the hall, saying that the dam was unsafe.
Rather than admit that the dam was unsafe, Hale left. | Before she left, Hale admitted that the dam was unsafe.
Hale might say “the dam is a wreck”. | Hale did say “the dam is a wreck”.
“The dam is a wreck,” Hale would say if asked. | “The dam is a wreck,” Hale said when asked.
“The dam is a wreck,” she might have said. | “The dam is a wreck,” Hale must go home and said.
Hale would neither confirm nor deny that the dam was unsafe. | Hale would go home. Burke confirmed that the dam was unsafe.
Hale, who might have said that the dam was safe, left on Monday. | Hale, who had said that the dam was safe, left on Monday.
`,
    count,
  ))

describe('a negation', () =>
  testTwins(
    `
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
Not once did Hale say that the dam was safe. | Once more Hale said that the dam was safe.
Hale has never been quoted as saying that the dam was safe. | Hale has been quoted as saying that the dam was safe.
Hale was misquoted as saying that the dam was safe. | Hale was quoted again as saying that the dam was safe.
Hale did not reveal that the dam was unsafe. | Hale did reveal that the dam was unsafe.
Hale left without telling the council that the dam was unsafe. | Hale left after telling the council that the dam was unsafe.
Hale never told anyone “the dam is a wreck”. | Hale told everyone “the dam is a wreck”.
Hale did not, as reported, say that the dam was safe. | Hale did, as reported, say that the dam was safe.
Hale, contrary to reports, has not said that the dam is safe. | Hale, according to reports, has said that the dam is safe.
Hale neither confirmed nor denied that the dam was unsafe. | Hale first denied, then confirmed that the dam was unsafe.
Hale, who has never said that the dam was safe, left on Monday. | Hale, who has always said that the dam was safe, left on Monday.
`,
    count,
  ))

describe('a noun', () =>
  testTwins(
    `
Ada Hale has made no claim that the dam was safe. | Ada Hale has made a claim that the dam was safe.
There was no warning from Ada Hale that the dam was unsafe. | There was a warning from Ada Hale that the dam was unsafe.
Ada Hale never issued a warning that the dam was unsafe. | Ada Hale issued a warning that the dam was unsafe.
Ada Hale might issue a warning that the dam is unsafe. | Ada Hale has issued a warning that the dam is unsafe.
There were no claims by Ada Hale that the dam was safe. | There were claims by Ada Hale that the dam was safe.
No statement from Ada Hale that the dam was unsafe has been found. | A statement from Ada Hale that the dam was unsafe has been found.
There has been no warning from Hale that the dam is unsafe. | There has been a warning from Hale that the dam is unsafe.
Hale has yet to issue a statement that the dam is safe. | Hale has issued a statement that the dam is safe.
Hale gave no assurance that the dam was safe. | Hale gave an assurance that the dam was safe.
Without an admission from Hale that the dam was unsafe, nobody will pay. | After an admission from Hale that the dam was unsafe, the town paid.
`,
    count,
  ))

describe('a wish to stay unnamed', () =>
  testTwins(
    `
A clerk asked not to be named. | A clerk asked not to be blamed for the dam.
A clerk asked not to be identified because of her job. | A clerk asked not to be dismissed because of her job.
A clerk asked not to be mentioned. | A clerk asked not to be moved to another town.
The clerk asked not to be quoted. | The clerk asked not to be quoted, and said the dam was old.
A clerk, who asked not to be named, left the hall. | A clerk, who asked not to be named, said the dam was old.
`,
    count,
  ))

describe('an announcement of what will be said', () =>
  testTwins(
    `
Ada Hale will say on Monday that the dam is old. | Ada Hale said on Monday that the dam was old.
“The dam is old,” Ada Hale will say on Monday. | “The dam is old,” Ada Hale says.
On Monday Ada Hale will say that the dam is old. | On Monday Ada Hale said that the dam was old.
Tomorrow, Ada Hale will argue that the dam is old. | Yesterday, Ada Hale argued that the dam was old.
Ada Hale will say next week that the dam is old. | Ada Hale said that the dam will be mended next week.
“The dam is old,” the mayor will say in Ruhn tomorrow. | “The dam is old,” the mayor would later say.
`,
    count,
  ))
