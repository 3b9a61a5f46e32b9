import type { NameKnowledge } from '../../names/registry.js'
import { wordPairs, wordSet } from '../../text/word-set.js'
import { FAMILY_NAMES_FIRST } from '../family-names.js'

/** Offices of which one person holds one at a time, without the ending of women's. */
const RANKS = `
minister außenminister innenminister finanzminister verkehrsminister justizminister wirtschaftsminister umweltminister
verteidigungsminister gesundheitsminister bildungsminister kulturminister landwirtschaftsminister arbeitsminister
ministerpräsident präsident bundespräsident kanzler bundeskanzler bürgermeister oberbürgermeister senator botschafter richter
staatsanwalt bischof könig prinz landrat sprecher regierungssprecher polizeisprecher polizeipräsident trainer
`

/** What tells whether two names or offices are one person's. */
export const NAME_EVIDENCE: Pick<NameKnowledge, 'nicknames' | 'familyNamesFirst' | 'generations' | 'ranks'> =
  {
    nicknames: new Map(),
    familyNamesFirst: wordSet(FAMILY_NAMES_FIRST),
    generations: wordPairs(`
ältere:sr älterer:sr senior:sr vater:sr mutter:sr großvater:sr großmutter:sr
jüngere:jr jüngerer:jr junior:jr sohn:jr tochter:jr enkel:jr enkelin:jr
`),
    ranks: {
      words: new Map(
        [...wordSet(RANKS)].flatMap((rank) => [[rank, rank] as const, [`${rank}in`, rank] as const]),
      ),
      fielded: new Set(),
      lower: wordSet('stellvertretender stellvertretende vize'),
      past: wordSet('frühere früherer ehemalige ehemaliger damalige damaliger ex'),
      fillers: wordSet('der die das des für von und neue neuer'),
    },
  }
