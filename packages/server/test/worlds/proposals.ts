import type { Database } from '../../src/database/database.js'
import { ingestText } from '../harness/service.js'

const PEOPLE = [
  ['Mara Lindt', 'the harbour master'],
  ['Anselm Okafor', 'the quay’s engineer'],
  ['Nneka Osei', 'the mayor of Quarrin'],
  ['Søren Hallström', 'a ferry captain'],
  ['Ottilie Brandreth', 'the transport minister'],
] as const

const THINGS = [
  'quay',
  'ferry',
  'lighthouse',
  'market',
  'school',
  'bridge',
  'pumping station',
  'bakery',
  'museum',
  'tram',
]

/**
 * Takes in articles in which ten statements each wait for a review: five of each of two speakers, of whom the first is
 * named whole.
 *
 * @param from the number of the first article.
 * @param to the number of the last.
 */
export async function proposeStatements(database: Database, from: number, to: number): Promise<void> {
  for (let article = from; article <= to; article++) {
    const paragraphs = THINGS.map((thing, index) => {
      const [name, role] = PEOPLE[
        (article + Math.floor(index / 5)) % PEOPLE.length
      ] as (typeof PEOPLE)[number]
      const said = `“The ${thing} of district ${article} cost ${100 + article * 10 + index} crowns a year,”`
      return `${said} said ${index % 5 === 0 ? `${name}, ${role}` : name.split(' ').at(-1)}. It had rained on the ${thing} since dawn.`
    })
    const head = `---\ntitle: District ${article} counts its crowns\nurl: https://harbour-post.example/district-${article}\nsite: Harbour Post\npublished: 2026-03-${String(1 + (article % 28)).padStart(2, '0')}\n---\n`
    await ingestText(database, `${head}\n${paragraphs.join('\n\n')}\n`, { name: `district-${article}.md` })
  }
}
