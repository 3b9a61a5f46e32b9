import type { Database } from '../../src/database/database.js'
import { encodeGlobalId } from '../../src/record/global-id.js'
import { ingestText, type Service } from '../harness/service.js'
import { statementsOf, story } from './stories.js'

export const NOON =
  '“We will sail again on Monday at noon with 38 boats,” said Mara Lindt, the harbour master.'
export const TEN =
  '“We will not sail again on Monday at noon with 83 boats,” said Mara Lindt, the harbour master.'
export const FULL =
  '“We will sail again on Monday at noon with 38 boats, whatever the weather and whatever the board says,” said Mara Lindt, the harbour master.'
export const REPAIR =
  '“The quay can be mended before the herring come, if the stone arrives,” said Anselm Okafor.'

/** Takes in reports, article by article, and reads the utterances to which they are joined. */
export function createReports(database: Database, service: Service) {
  let taken = 0

  /** Takes in an article, and gives the ids of its statements. */
  async function take(...paragraphs: string[]): Promise<string[]> {
    // Each text is different, because two equal texts would be one article.
    const text = [...paragraphs, `It had rained for ${++taken} days.`].join('\n\n')
    const { articleId } = await ingestText(database, story(text, { id: `${taken}` }))
    return (await statementsOf(database, articleId)).map(({ id }) => id)
  }

  return {
    take,
    /** Takes in an article with one statement, and gives its id. */
    async takeOne(paragraph: string): Promise<string> {
      const [id, ...others] = await take(paragraph)
      if (!id || others.length > 0) throw new Error(`not one statement: ${paragraph}`)
      return id
    },
    /** The ids of the utterances that statements report. */
    async linksOf(...ids: string[]): Promise<(string | null)[]> {
      const rows = await database.prisma.statement.findMany({
        where: { id: { in: ids } },
        select: { id: true, utteranceId: true },
      })
      return ids.map((id) => rows.find((row) => row.id === id)?.utteranceId ?? null)
    },
    utterances: () =>
      database.prisma.utterance.findMany({
        select: { id: true, version: true, canonicalText: true, statements: { select: { id: true } } },
        orderBy: { id: 'asc' },
      }),
    /** The global id of a statement's article. */
    async articleOf(id: string): Promise<string> {
      const { articleId } = await database.prisma.statement.findUniqueOrThrow({ where: { id } })
      return encodeGlobalId('Article', articleId)
    },
    /** What the API gives for a statement and its utterance. */
    // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
    async ask(id: string, key?: string, through = service): Promise<any> {
      const query = `query ($id: ID!) { statement(by: { id: $id }) { differences { words canonical }
        utterance { id version canonicalText statements { totalCount { value } }
          revisions { nodes { action version changes { field before after } } } } } }`
      return (await through.data(query, { id: encodeGlobalId('Statement', id) }, key)).statement
    },
  }
}

export const globalIds = (ids: string[]) => ids.map((id) => encodeGlobalId('Statement', id)).sort()
