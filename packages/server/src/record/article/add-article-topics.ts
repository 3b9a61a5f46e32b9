import type { Transaction } from '../../database/database.js'

/**
 * Adds topics to articles that raise them, in their text or in a statement. An article whose topics a person has set
 * gets none.
 */
export async function addArticleTopics(
  tx: Transaction,
  raised: readonly { articleId: string; topicId: string }[],
): Promise<void> {
  if (raised.length === 0) return
  const [articleIds, topicIds] = [raised.map((one) => one.articleId), raised.map((one) => one.topicId)]
  await tx.$executeRaw`
    INSERT INTO "ArticleTopic" ("articleId", "topicId")
    SELECT DISTINCT a.id, n.topic FROM unnest(${articleIds}::uuid[], ${topicIds}::uuid[]) n(article, topic)
    JOIN "Article" a ON a.id = n.article AND NOT 'topicIds' = ANY(a."editedFields")
    ON CONFLICT DO NOTHING`
}
