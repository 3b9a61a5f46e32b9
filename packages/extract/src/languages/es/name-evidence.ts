import type { NameKnowledge } from '../../names/registry.js'
import { wordPairs, wordSet } from '../../text/word-set.js'
import { FAMILY_NAMES_FIRST } from '../family-names.js'

/** What tells whether two names or offices are one person's. */
export const NAME_EVIDENCE: Pick<NameKnowledge, 'nicknames' | 'familyNamesFirst' | 'generations' | 'ranks'> =
  {
    nicknames: wordPairs('pepe:josé paco:francisco lola:dolores'),
    familyNamesFirst: wordSet(FAMILY_NAMES_FIRST),
    generations: wordPairs('padre:sr madre:sr hijo:jr hija:jr'),
    ranks: {
      words: wordPairs(`
alcalde:alcalde alcaldesa:alcalde ministro:ministro ministra:ministro presidente:presidente presidenta:presidente
gobernador:gobernador gobernadora:gobernador fiscal:fiscal canciller:canciller rey:rey reina:rey
`),
      fielded: wordSet('ministro'),
      lower: wordSet('vice subdirector subdirectora'),
      past: wordSet('antiguo antigua ex exministro exministra exalcalde exalcaldesa'),
      fillers: wordSet('el la los las de del y nuevo nueva'),
    },
  }
