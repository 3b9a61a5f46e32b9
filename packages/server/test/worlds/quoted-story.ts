import type { Database } from '../../src/database/database.js'
import { ingestText } from '../harness/service.js'
import { globalId } from '../harness/writes.js'
import { empty, QUAY, SAIL, story } from './stories.js'

export const STORY_URL = 'https://gazette.example/ferry'

interface QuotedStatement {
  id: string
  speakerId: string
}

/** An article with two statements, with the global ids that writes need. */
export interface QuotedStory {
  articleId: string
  textId: string
  content: string
  sail: QuotedStatement
  quay: QuotedStatement
  /** An anchor of words in the text: at an offset, or by default at their first place. */
  anchor(exact: string, at?: number): { articleTextId: string; start: number; end: number; exact: string }
  /** The input for a new statement of the article's author. */
  flour(): { articleId: string; kind: string; anchors: object[]; attributions: object[] }
}

/** Empties the database and takes in the story. */
export async function takeQuotedStory(database: Database): Promise<QuotedStory> {
  await empty(database)
  const body = `${SAIL}\n\n${QUAY}\n\nThe baker has no flour left, and says so.`
  const taken = await ingestText(database, story(body, { url: STORY_URL }))
  const { id, content } = await database.prisma.articleText.findFirstOrThrow()
  const statements = await database.prisma.statement.findMany({
    orderBy: { position: 'asc' },
    include: { attributions: true },
  })
  const quoted = statements.map((statement) => ({
    id: globalId('Statement', statement.id),
    speakerId: globalId('Speaker', statement.attributions[0]?.speakerId as string),
  }))
  const [articleId, articleTextId] = [globalId('Article', taken.articleId), globalId('ArticleText', id)]
  const anchor = (exact: string, start = content.indexOf(exact)) => ({
    ...{ articleTextId, start, end: start + exact.length, exact },
  })
  return {
    ...{ articleId, textId: articleTextId, content, anchor },
    sail: quoted[0] as QuotedStatement,
    quay: quoted[1] as QuotedStatement,
    flour: () => ({
      articleId,
      kind: 'AUTHOR',
      anchors: [anchor('The baker has no flour left')],
      attributions: [{ asWritten: 'The Gazette', basis: 'EXTERNAL' }],
    }),
  }
}
