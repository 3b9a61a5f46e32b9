import { type Client, query } from '@onrecord/sdk'
import { remotely } from './remote.js'

const MOST = 100

/** What waits for a person besides proposals, with the line that people read. */
export interface Warning {
  json: object
  line: string
}

/** Reads the texts that are held, and the verified statements whose words are gone from a newer text; 100 of each at most. */
export async function queueWarnings(client: Client): Promise<Warning[]> {
  const { articles, statements } = await remotely(
    client,
    query(client, {
      articles: {
        $: { filter: { isHeld: true }, first: MOST },
        nodes: {
          id: true,
          title: true,
          url: true,
          text: { length: true },
          held: { length: true, heldAt: true },
        },
      },
      statements: {
        $: { filter: { reviewStatuses: ['VERIFIED'], anchorStatuses: ['ORPHANED'] }, first: MOST },
        nodes: {
          id: true,
          version: true,
          text: true,
          speaker: { name: true },
          article: { title: true, url: true },
        },
      },
    }),
  )
  const held = articles.nodes.map((article) => ({
    json: { waits: 'HELD_TEXT', ...article },
    line: `held  ${article.id}  ${article.title}: ${article.held?.length ?? 'fewer'} characters came in, ${article.text.length} are on record; onrecord review accept-text or drop-text`,
  }))
  const gone = statements.nodes.map((statement) => ({
    json: { waits: 'WORDS_GONE', ...statement },
    line: `gone  ${statement.id}@${statement.version}  ${statement.article.title}: ${statement.speaker?.name ?? 'nobody named'}: ${statement.text.replace(/\s+/g, ' ')}`,
  }))
  return [...held, ...gone]
}
