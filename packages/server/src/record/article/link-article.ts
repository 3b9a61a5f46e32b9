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
  const [speaking, raised] = [distinct(speakers), distinct(topics)]
  await tx.$executeRaw`
    WITH speaking AS (
      INSERT INTO "ArticleSpeaker" ("articleId", "speakerId")
      SELECT article, speaker FROM unnest(${speaking.map(({ articleId }) => articleId)}::uuid[],
        ${speaking.map(({ speakerId }) => speakerId)}::uuid[]) n(article, speaker)
      ON CONFLICT DO NOTHING)
    INSERT INTO "ArticleTopic" ("articleId", "topicId")
    SELECT a.id, n.topic FROM unnest(${raised.map(({ articleId }) => articleId)}::uuid[],
      ${raised.map(({ topicId }) => topicId)}::uuid[]) n(article, topic)
    JOIN "Article" a ON a.id = n.article AND NOT 'topicIds' = ANY(a."editedFields")
    ON CONFLICT DO NOTHING`
}

/** Leaves out repeated links: the thousands of statements of a long article have few speakers. */
const distinct = <Link extends object>(links: readonly Link[]): Link[] => [
  ...new Map(links.map((link) => [Object.values(link).join(), link])).values(),
]
