import type { AttributionKnowledge } from '../../attribution/reading.js'
import { is } from '../../text/token.js'
import { wordSet } from '../../text/word-set.js'

/** Whom pronouns and offices without a name mean. */
export const SPOKEN_OF: Pick<AttributionKnowledge, 'pronouns' | 'descriptions' | 'pairs'> = {
  pronouns: new Map([
    ['él', 'he'],
    ['ella', 'she'],
    ['éste', 'he'],
    ['ésta', 'she'],
  ]),
  descriptions: {
    openers: wordSet('el la'),
    articles: new Set(),
    fillers: wordSet('nuevo nueva actual de del la el'),
    recent: wordSet('nuevo nueva'),
    nobody: wordSet(
      'exministro exministra exalcalde exalcaldesa otro otra portavoz abogado abogada consejero consejera investigador investigadora',
    ),
    stem: (word) => word,
    genderOf: (office) => (is(office, 'femaleNoun') ? 'f' : is(office, 'maleNoun') ? 'm' : null),
  },
  pairs: {
    phrase: /^(?:ambos|ambas|los dos|las dos)(?: (\p{L}+))?$/u,
    anybody: wordSet('políticos candidatos rivales colegas'),
    gendered: new Map([
      ['hombres', 'm'],
      ['hermanos', 'm'],
      ['mujeres', 'f'],
      ['hermanas', 'f'],
    ]),
    singular: (noun) => noun.replace(/(?:es|s)$/, ''),
  },
}
