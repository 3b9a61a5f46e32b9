import type { AttributionKnowledge } from '../../attribution/reading.js'
import { is } from '../../text/token.js'
import { wordSet } from '../../text/word-set.js'

/** Whom pronouns and offices without a name mean. */
export const SPOKEN_OF: Pick<AttributionKnowledge, 'pronouns' | 'descriptions' | 'pairs'> = {
  pronouns: new Map([
    ['il', 'he'],
    ['elle', 'she'],
    ['-il', 'he'],
    ['-elle', 'she'],
    ['-t-il', 'he'],
    ['-t-elle', 'she'],
    ['celui-ci', 'he'],
    ['celle-ci', 'she'],
  ]),
  descriptions: {
    openers: wordSet("le la l'"),
    articles: new Set(),
    fillers: wordSet("nouveau nouvelle actuel actuelle de du des la le l' d'"),
    recent: wordSet('nouveau nouvelle'),
    nobody: wordSet(
      'ancien ancienne ex vice adjoint adjointe porte-parole avocat avocate conseiller conseillère autre chercheur chercheuse',
    ),
    stem: (word) => word,
    genderOf: (office) => (is(office, 'femaleNoun') ? 'f' : is(office, 'maleNoun') ? 'm' : null),
  },
  pairs: {
    phrase: /^(?:tous deux|toutes deux|les deux)(?: (\p{L}+))?$/u,
    anybody: wordSet('responsables candidats rivaux collègues'),
    gendered: new Map([
      ['hommes', 'm'],
      ['frères', 'm'],
      ['femmes', 'f'],
      ['sœurs', 'f'],
    ]),
    singular: (noun) => noun.replace(/s$/, ''),
  },
}
