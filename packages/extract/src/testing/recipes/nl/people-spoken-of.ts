import type { AttributionKnowledge } from '../../../attribution/reading.js'
import { wordSet } from '../../../text/word-set.js'

export const SPOKEN_OF: Pick<AttributionKnowledge, 'pronouns' | 'descriptions' | 'pairs'> = {
  pronouns: new Map([
    ['hij', 'he'],
    ['zij', 'she'],
    ['ze', 'she'],
  ]),
  descriptions: {
    openers: wordSet('de'),
    articles: new Set(),
    fillers: wordSet('nieuwe huidige van'),
    recent: wordSet('nieuwe huidige'),
    nobody: wordSet('voormalige woordvoerder'),
    stem: (word) => word,
    genderOf: () => null,
  },
  pairs: {
    phrase: /^beide(?: (\p{L}+))?$/u,
    anybody: wordSet('politici'),
    gendered: new Map([['broers', 'm']]),
    singular: (noun) => noun.replace(/s$/, ''),
  },
}
