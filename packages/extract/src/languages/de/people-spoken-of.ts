import type { AttributionKnowledge } from '../../attribution/reading.js'
import { is } from '../../text/token.js'
import { wordSet } from '../../text/word-set.js'

/** Whom pronouns and offices without a name mean. */
export const SPOKEN_OF: Pick<AttributionKnowledge, 'pronouns' | 'descriptions' | 'pairs'> = {
  // Beside a plural verb "sie" is no pronoun of one person; the reader of quotations sees to it.
  pronouns: new Map([
    ['er', 'he'],
    ['sie', 'she'],
    ['dieser', 'he'],
    ['diese', 'she'],
  ]),
  descriptions: {
    openers: wordSet('der die'),
    // The office of somebody whom the text gave another one, or none, is too often somebody else's.
    articles: new Set(),
    fillers: wordSet('neue neuer amtierende amtierender für von der die des den dem und'),
    recent: wordSet('neue neuer amtierende amtierender'),
    nobody: wordSet(`
ehemalige ehemaliger frühere früherer stellvertretende stellvertretender andere anderer nächste nächster
sprecher sprecherin regierungssprecher regierungssprecherin pressesprecher pressesprecherin polizeisprecher polizeisprecherin
anwalt anwältin rechtsanwalt rechtsanwältin berater beraterin experte expertin forscher forscherin lehrer lehrerin
`),
    // "des Ministers", "Ruhns".
    stem: (word) => word.replace(/(?<=\p{L}{3})s$/u, ''),
    genderOf: (office) => (is(office, 'femaleNoun') ? 'f' : is(office, 'maleNoun') ? 'm' : null),
  },
  pairs: {
    phrase: /^(?:beide|die beiden)(?: (\p{L}+))?$/u,
    anybody: wordSet('politiker kandidaten kollegen rivalen'),
    gendered: new Map([
      ['männer', 'm'],
      ['brüder', 'm'],
      ['frauen', 'f'],
      ['schwestern', 'f'],
    ]),
    singular: (noun) => noun.replace(/innen$/, 'in').replace(/(?<=ent|ist|at)en$/, ''),
  },
}
