import type pg from 'pg'

/** Gives the article that lists first, of those with statements, a text of 4.5 MB. */
export async function giveLongText(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT "articleId" AS id FROM "Statement" ORDER BY "saidLatest" DESC, id DESC LIMIT 1`,
  )
  await client.query(
    `INSERT INTO "ArticleText" (id, "articleId", content, sha256, length, language, "searchText")
     SELECT gen_random_uuid(), $1, content, encode(sha256(convert_to(content, 'UTF8')), 'hex'), char_length(content), 'en', ''
     FROM (SELECT repeat('The tide turns. ', 280000) AS content) c`,
    [rows[0].id],
  )
  await client.query(
    `UPDATE "Article" a SET "currentTextId" = t.id FROM "ArticleText" t WHERE t."articleId" = a.id AND t.length > 1000000`,
  )
}
