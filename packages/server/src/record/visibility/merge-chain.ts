import { raw, type Sql, sql } from '../../database/sql.js'
import type { MergeableNoun } from '../nouns.js'

/** SQL that follows the merges of the objects `t` that meet a condition. Its rows have `id` and `kept`. */
export const chainOf = (noun: MergeableNoun, where: Sql): Sql => sql`
  WITH RECURSIVE chain AS (
    SELECT t.id, t.id AS kept, t."mergedIntoId" AS next FROM ${raw(`"${noun}"`)} t WHERE ${where}
    UNION SELECT c.id, m.id, m."mergedIntoId" FROM chain c JOIN ${raw(`"${noun}"`)} m ON m.id = c.next
  ) SELECT id, kept FROM chain WHERE next IS NULL`
