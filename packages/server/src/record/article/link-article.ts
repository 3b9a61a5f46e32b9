import type { Transaction } from '../../database/database.js'

/** Speakers and topics of articles, by their UUIDs. */
export interface ArticleLinks {
  speakers: readonly { articleId: string; speakerId: string }[]
  topics: readonly { articleId: string; topicId: string }[]
}

/**
 * Links articles to the speakers and topics that their texts and statements have, with one SQL statement. An article whose
 * topics a person has set gets none.
 */
export async function linkArticle(tx: Transaction, { speakers, topics }: ArticleLinks): Promise<void> {
  if (speakers.length === 0 && topics.length === 0) return
  await tx.$executeRaw`
    WITH speaking AS (
      INSERT INTO "ArticleSpeaker" ("articleId", "speakerId")
      SELECT article, speaker FROM unnest(${speakers.map(({ articleId }) => articleId)}::uuid[],
        ${speakers.map(({ speakerId }) => speakerId)}::uuid[]) n(article, speaker)
      ON CONFLICT DO NOTHING)
    INSERT INTO "ArticleTopic" ("articleId", "topicId")
    SELECT DISTINCT a.id, n.topic FROM unnest(${topics.map(({ articleId }) => articleId)}::uuid[],
      ${topics.map(({ topicId }) => topicId)}::uuid[]) n(article, topic)
    JOIN "Article" a ON a.id = n.article AND NOT 'topicIds' = ANY(a."editedFields")
    ON CONFLICT DO NOTHING`
}
