import { describe } from 'vitest'
import { extract } from '../extract.js'
import { testTwins } from '../testing/test-twins.js'

const countIn = (language: string) => (text: string) => extract(text, { language }).statements.length

describe('a sentence in German', () =>
  testTwins(
    `
Niemand sagte: „Der Damm ist sicher.“ | Jeder hörte es. Ada Moss sagte: „Der Damm ist sicher.“
Kein Minister sagte: „Der Damm ist sicher.“ | Der Minister sagte: „Der Damm ist sicher.“
Ada Moss sagte nie: „Der Damm ist sicher.“ | Ada Moss sagte: „Der Damm ist sicher.“
Ada Moss sagte nicht: „Der Damm ist sicher.“ | Ada Moss sagte auch: „Der Damm ist sicher.“
Wenn Ada Moss sagt: „Der Damm ist sicher“, bleibt die Stadt. | Als Ada Moss sagte: „Der Damm ist sicher“, blieb die Stadt.
Sagte Ada Moss: „Der Damm ist sicher“? | Ada Moss fragte: „Ist der Damm sicher?“
Falls Ada Moss sagt: „Der Damm ist sicher“, bleibt die Stadt. | Am Montag sagte Ada Moss: „Der Damm ist sicher.“
„Der Damm ist sicher“, sagte niemand. | „Der Damm ist sicher“, sagte Ada Moss.
„Der Damm ist sicher“, sagte kein Minister. | „Der Damm ist sicher“, sagte ein Minister.
„Der Damm ist sicher“, sagte Ada Moss nie. | „Der Damm ist sicher“, sagte Ada Moss oft.
„Der Damm ist sicher“, könnte Ada Moss sagen. | „Der Damm ist sicher“, meinte Ada Moss.
Weder Ada Moss noch Ivo Hale sagte: „Der Damm ist sicher.“ | Ivo Hale sagte: „Der Damm ist sicher.“
Niemand sagte, dass der Damm sicher sei. | Ada Moss sagte, dass der Damm sicher sei.
Kein Minister sagte, der Damm sei sicher. | Ein Minister sagte, der Damm sei sicher.
Ada Moss sagte nicht, dass der Damm sicher sei. | Ada Moss sagte am Montag, dass der Damm sicher sei.
Ada Moss könnte sagen, dass der Damm sicher sei. | Ada Moss hat gesagt, dass der Damm sicher sei.
Wenn Ada Moss sagt, dass der Damm sicher sei, bleibt die Stadt. | Ada Moss sagt, dass der Damm sicher sei.
Hat Ada Moss gesagt, dass der Damm sicher sei? | Am Montag hat Ada Moss gesagt, dass der Damm sicher sei.
Es gibt keinen Beweis, dass Ada Moss sagte, der Damm sei sicher. | Zu Beginn sagte Ada Moss, der Damm sei sicher.
Weder Ada Moss noch Ivo Hale sagten, dass der Damm sicher sei. | Ada Moss und Ivo Hale sagten, dass der Damm sicher sei.
`,
    countIn('de'),
  ))

describe('a sentence in French', () =>
  testTwins(
    `
« Le barrage est sûr », n'a pas dit Ada Moss. | « Le barrage est sûr », a dit Ada Moss.
Personne n'a dit : « Le barrage est sûr. » | Ada Moss a dit : « Le barrage est sûr. »
Ada Moss n'a jamais dit : « Le barrage est sûr. » | Ada Moss a souvent dit : « Le barrage est sûr. »
Aucun ministre n'a dit : « Le barrage est sûr. » | Le ministre a dit : « Le barrage est sûr. »
Si Ada Moss dit : « Le barrage est sûr », la ville reste. | Ada Moss dit : « Le barrage est sûr. »
`,
    countIn('fr'),
  ))

describe('a sentence in Spanish', () =>
  testTwins(
    `
Nadie dijo: «La presa es segura». | Ada Moss dijo: «La presa es segura».
Ada Moss no dijo: «La presa es segura». | Ada Moss dijo ayer: «La presa es segura».
Ningún ministro dijo: «La presa es segura». | Un ministro dijo: «La presa es segura».
Ada Moss nunca dijo: «La presa es segura». | Ada Moss también dijo: «La presa es segura».
Si Ada Moss dice: «La presa es segura», la ciudad se queda. | «La presa es segura», dijo Ada Moss.
`,
    countIn('es'),
  ))
