import { join, raw, type Sql, sql } from '../../database/sql.js'
import type { View } from '../visibility/view.js'
import { amongShown } from '../visibility/visible.js'

/** The largest number of speakers that are found: those with the most similar names. */
export const MOST_DUPLICATES = 50
/** The largest number of names that each index gives for each name of the speaker. */
const MOST_COMPARED = 1_000
/** The least trigram similarity, 0 to 1, of names that are nearly the same: "anand rao", "anand prakash rao". */
const NEARLY = 0.5

/**
 * The condition that the speaker `t` may be the same as the speaker `id`: their names have nearly the same letters, or
 * all words of one name stand in the other, as "a. rao" does in "anand prakash rao". Two speakers whose merge a person
 * has undone are not duplicates.
 */
export const possibleDuplicates = (id: string, view: View): Sql => {
  const names = sql`SELECT o.id, o."nameFolded" AS name FROM "Speaker" o
    UNION ALL SELECT o."speakerId", o."nameFolded" FROM "Alias" o`
  const found = (['Speaker', 'Alias'] as const).flatMap((table) =>
    [sql`n."nameFolded" % o.name`, sql`name_vector(n."nameFolded") @@ plainto_tsquery('simple', o.last)`].map(
      (condition) => sql`SELECT n.* , o.name AS own FROM own o CROSS JOIN LATERAL (
        SELECT n.${raw(table === 'Speaker' ? 'id' : '"speakerId"')} AS id, n."nameFolded" AS name
        FROM ${raw(`"${table}"`)} n WHERE ${condition} LIMIT ${raw(String(MOST_COMPARED))}) n`,
    ),
  )
  return sql`t.id IN (
      WITH own AS MATERIALIZED (
        SELECT DISTINCT name, substring(name FROM '[^ ]+$') AS last FROM (${names}) o
        WHERE ${amongShown('Speaker', sql`o.id`, [id], view)}
      ), alike AS (
        SELECT id, max(CASE WHEN ${within(sql`name`, sql`own`)} OR ${within(sql`own`, sql`name`)} THEN 1
          ELSE similarity(name, own) END) AS likeness
        FROM (${join(found, ' UNION ')}) f WHERE id <> ${id}::uuid GROUP BY id
      ) SELECT id FROM alike WHERE likeness >= ${NEARLY} ORDER BY likeness DESC, id LIMIT ${raw(String(MOST_DUPLICATES))})
    AND NOT EXISTS (SELECT FROM "Merge" m WHERE m.type = 'SPEAKER' AND m."undoneAt" IS NOT NULL
      AND (m."keptId" = ${id}::uuid AND m."absorbedId" = t.id OR m."keptId" = t.id AND m."absorbedId" = ${id}::uuid))`
}

/** The condition that all words of one name stand in another; an initial stands for any word that begins with it. */
const within = (short: Sql, long: Sql): Sql => sql`NOT EXISTS (
  SELECT FROM unnest(string_to_array(${short}, ' ')) s WHERE NOT EXISTS (
    SELECT FROM unnest(string_to_array(${long}, ' ')) l
    WHERE l = s OR char_length(rtrim(s, '.')) = 1 AND starts_with(l, rtrim(s, '.'))))`
