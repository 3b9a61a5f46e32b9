import type { Database } from '../../../src/database/database.js'
import { addArticles } from './articles.js'
import { Draft } from './draft.js'
import { addHistory } from './history.js'
import { addStatements } from './statements.js'
import { addThings } from './things.js'
import { addWebhooks } from './webhooks.js'

/** The tables in an order in which each row refers only to rows before it, with the exceptions of `LATER`. */
const ORDER =
  'Site Place Speaker Topic Event Document Article ArticleText TextSegment Byline Alias Affiliation SpeakerMember TopicAlias EventParticipant DocumentIssuer ArticleTopic ArticleSpeaker Utterance StatementThread Statement Anchor Attribution StatementMention StatementTopic Alteration Reference ExternalId Revision Merge ApiKey Change Webhook WebhookDelivery StatementNote ArticleClaim'

/** Columns that refer to rows of their own table, or of one that comes later. */
const LATER: Record<string, readonly string[]> = {
  Speaker: ['mergedIntoId'],
  Topic: ['mergedIntoId', 'parentId'],
  Article: ['currentTextId'],
  Statement: ['withinId'],
}

/**
 * Fills an empty database with a small record that has all that a record can have, the same each time. It keeps what the
 * service keeps true: nothing but a merged object's own row refers to it, and an article has all speakers and topics of
 * its statements.
 */
export async function makeRichWorld({ prisma }: Database): Promise<void> {
  const draft = new Draft()
  addThings(draft)
  addArticles(draft)
  addStatements(draft)
  addHistory(draft)
  addWebhooks(draft)
  for (const { articleId, topicId } of topicsOfStatements(draft)) {
    const has = draft
      .rows('ArticleTopic')
      .some((row) => row.articleId === articleId && row.topicId === topicId)
    if (!has) draft.add('ArticleTopic', { articleId, topicId })
  }
  await prisma.$transaction(async (tx) => {
    for (const table of ORDER.split(' ')) {
      const later = LATER[table] ?? []
      const data = draft
        .rows(table)
        .map((row) => ({ ...row, ...Object.fromEntries(later.map((name) => [name, null])) }))
      const delegate = tx[`${table[0]?.toLowerCase()}${table.slice(1)}` as 'site']
      await delegate.createMany({ data })
    }
    for (const [table, columns] of Object.entries(LATER)) {
      for (const column of columns) {
        const rows = draft.rows(table).filter((row) => row[column])
        for (const row of rows) {
          await tx.$executeRawUnsafe(
            `UPDATE "${table}" SET "${column}" = '${row[column]}' WHERE id = '${row.id}'`,
          )
        }
      }
    }
  })
  // A trigger says who sees each object now. Who saw it before may be anybody.
  await prisma.$executeRawUnsafe(`UPDATE "Change" SET
    "shownBefore" = (ARRAY[NULL, 'PROPOSED', 'VERIFIED', 'REJECTED']::"ReviewStatus"[])[1 + sequence % 4],
    "shownAfter" = CASE WHEN sequence % 3 = 0 THEN NULL ELSE "shownAfter" END`)
  await prisma.$executeRawUnsafe('ANALYZE')
}

const topicsOfStatements = (draft: Draft) =>
  draft.rows('StatementTopic').map(({ statementId, topicId }) => ({
    articleId: draft.rows('Statement').find(({ id }) => id === statementId).articleId as string,
    topicId: topicId as string,
  }))
