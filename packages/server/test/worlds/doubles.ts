import type { Database } from '../../src/database/database.js'
import { ingestText } from '../harness/service.js'

/** A name that would be markup, turn the text around, and break the layout, if it were more than a text. */
export const HOSTILE = `<img src=x onerror=alert(1)> \u202eelbuod ${'Wierzba'.repeat(40)}`

const ARTICLES: readonly (readonly [title: string, name: string, words: readonly string[]])[] = [
  [
    'The weir is counted twice',
    'Tomas Jan Wierzba',
    [
      'The weir holds four metres of water',
      'No boat may pass before the thaw',
      'We have asked for a second gate',
    ],
  ],
  [
    'A gate for the weir',
    'Tomas Wierzba',
    ['The second gate comes in June', 'It costs less than the flood did'],
  ],
  ['Millers want their water', 'Irena Wierzba', ['The mill has stood still for a week']],
  [
    'Bridges of the lower town',
    'Odile Sorensen',
    ['A bridge is a promise to both banks', 'The piers are sound'],
  ],
  ['A ferry instead', 'Odile Sorenson', ['The ferry runs until the ice comes']],
]

/** Takes in articles in which the same people have two names, and one who is somebody else. */
export async function tellOfDoubles(database: Database): Promise<void> {
  for (const [index, [title, name, words]] of ARTICLES.entries()) {
    const head = `---\ntitle: ${title}\nurl: https://weir-herald.example/${index}\nsite: Weir Herald\npublished: 2026-04-0${index + 1}\n---\n`
    const said = words.map((one) => `“${one},” said ${name}. It had rained since dawn.`)
    await ingestText(database, `${head}\n${said.join('\n\n')}\n`, { name: `weir-${index}.md` })
  }
}
