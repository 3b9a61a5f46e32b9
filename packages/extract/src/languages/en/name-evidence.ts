import type { NameKnowledge } from '../../names/registry.js'
import { wordPairs, wordSet } from '../../text/word-set.js'
import { FAMILY_NAMES_FIRST } from '../family-names.js'
import { NICKNAMES } from './nicknames.js'

/** What tells whether two names or offices are one person's. */
export const NAME_EVIDENCE: Pick<NameKnowledge, 'nicknames' | 'familyNamesFirst' | 'generations' | 'ranks'> =
  {
    nicknames: wordPairs(NICKNAMES),
    familyNamesFirst: wordSet(FAMILY_NAMES_FIRST),
    generations: wordPairs(`
elder:sr older:sr senior:sr father:sr mother:sr grandfather:sr grandmother:sr uncle:sr aunt:sr
younger:jr junior:jr son:jr daughter:jr grandson:jr granddaughter:jr nephew:jr niece:jr
`),
    ranks: {
      words: wordPairs(`
president:president pres:president minister:minister premier:premier chancellor:chancellor mayor:mayor governor:governor gov:governor
senator:senator sen:senator representative:representative rep:representative congressman:representative
congresswoman:representative judge:judge justice:judge ambassador:ambassador envoy:ambassador sheriff:sheriff bishop:bishop
archbishop:archbishop cardinal:cardinal pope:pope rabbi:rabbi imam:imam pastor:pastor king:king queen:queen emir:emir
sultan:sultan admiral:admiral adm:admiral general:general gen:general colonel:colonel col:colonel major:major maj:major captain:captain
capt:captain lieutenant:lieutenant lt:lieutenant sergeant:sergeant sgt:sergeant detective:detective inspector:inspector
superintendent:superintendent chief:chief commissioner:commissioner attorney:attorney prosecutor:attorney coach:coach
spokesman:spokes spokeswoman:spokes spokesperson:spokes councilman:councillor councilwoman:councillor councillor:councillor
councilor:councillor alderman:councillor mp:representative secretary:secretary ceo:chief
`),
      fielded: wordSet('minister secretary spokes'),
      lower: wordSet('deputy vice assistant associate acting junior under'),
      past: wordSet('former formerly late then once ex'),
      fillers: wordSet('of for the and a an s new current us u state united states national federal'),
    },
  }
