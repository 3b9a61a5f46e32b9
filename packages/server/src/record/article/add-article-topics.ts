import type { Transaction } from '../../database/database.js'

/**
 * Adds topics that are raised in articles, by their text or by statements. An article whose topics a person has set
 * keeps them.
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
