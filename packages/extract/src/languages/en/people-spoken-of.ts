import type { AttributionKnowledge } from '../../attribution/reading.js'
import { wordSet } from '../../text/word-set.js'

/** Whom pronouns and offices without a name mean. */
export const SPOKEN_OF: Pick<AttributionKnowledge, 'pronouns' | 'descriptions' | 'pairs'> = {
  pronouns: new Map([
    ['he', 'he'],
    ['she', 'she'],
    ['they', 'they'],
    ['it', 'it'],
    ['his', 'he'],
    ['her', 'she'],
    ['their', 'they'],
    ['its', 'it'],
  ]),
  descriptions: {
    openers: wordSet('the its his her their our this'),
    articles: wordSet('the'),
    fillers: wordSet("new own current then of for and the 's ’"),
    recent: wordSet('new current'),
    nobody: wordSet(`
deputy another other fellow next spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople spokespersons aide
adviser advisor lawyer attorney analyst resident critic rival colleague student teacher voter supporter
`),
    stem: (word) => word.replace(/(?:['’]s|s['’]?)$/, ''),
    genderOf: () => null,
  },
  pairs: {
    phrase: /^(?:(?:both|the two)(?: ([a-z]+))?|the (?:pair|duo)|both of them|the two of them)$/,
    anybody: wordSet('leaders politicians officials candidates rivals colleagues people'),
    gendered: new Map([
      ['men', 'm'],
      ['brothers', 'm'],
      ['women', 'f'],
      ['sisters', 'f'],
    ]),
    singular: (noun) => noun.replace(/s$/, ''),
  },
}
