import type { NameKnowledge } from '../../names/registry.js'
import { wordPairs, wordSet } from '../../text/word-set.js'
import { FAMILY_NAMES_FIRST } from '../family-names.js'

/** What tells whether two names or offices are one person's. */
export const NAME_EVIDENCE: Pick<NameKnowledge, 'nicknames' | 'familyNamesFirst' | 'generations' | 'ranks'> =
  {
    nicknames: wordPairs('jo:joseph manu:emmanuel fred:frédéric'),
    familyNamesFirst: wordSet(FAMILY_NAMES_FIRST),
    generations: wordPairs('père:sr mère:sr aîné:sr fils:jr fille:jr cadet:jr'),
    ranks: {
      words: wordPairs(`
maire:maire ministre:ministre président:président présidente:président préfet:préfet préfète:préfet procureur:procureur
procureure:procureur gouverneur:gouverneur gouverneure:gouverneur chancelier:chancelier chancelière:chancelier roi:roi reine:reine
`),
      fielded: wordSet('ministre'),
      lower: wordSet('vice adjoint adjointe'),
      past: wordSet('ancien ancienne ex'),
      fillers: wordSet("le la les l' de du des d' et nouveau nouvelle"),
    },
  }
