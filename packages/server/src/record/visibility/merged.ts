import { anyOf, join, raw, type Sql, sql } from '../../database/sql.js'
import { isMergeable, MERGEABLE_NOUNS, type NounName } from '../nouns.js'

/** The merged objects that a check has found: old id and the id of the object that it stands for now. */
type Found = readonly (readonly [old: string, kept: string])[] | null

/**
 * The ids of one request that may be those of merged objects. A merge is rare: a read first takes every id as it is, and
 * checks in the same statement whether that was right. When it was not, it knows the objects that stayed, and reads again.
 */
export class MergedIds {
  readonly #asked = new Map<NounName, Set<string>>()
  readonly #kept = new Map<string, string>()
  #count = 0

  /** How many ids were asked for. */
  get count(): number {
    return this.#count
  }

  /** The ids, those of merged objects replaced as far as is known. */
  kept(noun: NounName, ids: readonly string[]): string[] {
    if (!isMergeable(noun)) return [...ids]
    const asked = this.#asked.get(noun) ?? new Set()
    this.#asked.set(noun, asked)
    for (const id of ids) asked.add(id)
    this.#count += ids.length
    return ids.map((id) => this.#kept.get(id) ?? id)
  }

  /** SQL of the merged objects among the ids, as JSON: `[[old, kept], …]`; null when there are no ids. */
  check(): Sql | null {
    const found = MERGEABLE_NOUNS.flatMap((noun) => {
      const asked = this.#asked.get(noun)
      return asked ? [chainsOf(noun, [...asked])] : []
    })
    if (found.length === 0) return null
    return sql`SELECT json_agg(json_build_array(f.old, f.kept)) FROM (${join(found, ' UNION ALL ')}) f`
  }

  /** Notes what a check has found. @returns whether all of it was known. */
  learn(found: Found): boolean {
    const before = this.#kept.size
    for (const [old, kept] of found ?? []) this.#kept.set(old, kept)
    return this.#kept.size === before
  }
}

/** SQL that follows the merges of objects, through any number of them. Its rows have `old` and `kept`. */
function chainsOf(noun: NounName, ids: readonly string[]): Sql {
  const table = raw(`"${noun}"`)
  return sql`(WITH RECURSIVE chain AS (
      SELECT id AS old, "mergedIntoId" AS kept FROM ${table}
      WHERE ${anyOf(sql`id`, ids, 'uuid')} AND "mergedIntoId" IS NOT NULL
      UNION SELECT c.old, m."mergedIntoId" FROM chain c JOIN ${table} m ON m.id = c.kept
      WHERE m."mergedIntoId" IS NOT NULL
    ) SELECT c.old, c.kept FROM chain c JOIN ${table} k ON k.id = c.kept WHERE k."mergedIntoId" IS NULL)`
}
