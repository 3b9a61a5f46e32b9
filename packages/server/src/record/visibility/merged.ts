import { anyOf, join, raw, type Sql, sql } from '../../database/sql.js'
import { isMergeable, MERGEABLE_NOUNS, type NounName } from '../nouns.js'

/** The merged objects that a check has found: old id and the id of the object that it was merged into. */
type Found = readonly (readonly [old: string, into: string])[] | null

/**
 * The ids of one request that may be those of merged objects. A merge is rare: a read first takes every id as it is, and
 * checks in the same statement whether that was right. When it was not, it knows what the objects were merged into, and
 * reads again, once for each merge of a chain.
 */
export class MergedIds {
  readonly #asked = new Map<NounName, Set<string>>()
  readonly #into = new Map<string, string>()
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
    this.#count += ids.length
    return ids.map((given) => {
      let id = given
      for (let into = this.#into.get(id); into; into = this.#into.get(id)) id = into
      asked.add(id)
      return id
    })
  }

  /** SQL of the merged objects among the ids, as JSON: `[[old, into], …]`; null when there are no ids. */
  check(): Sql | null {
    const merged = MERGEABLE_NOUNS.flatMap((noun) => {
      const asked = this.#asked.get(noun)
      return asked
        ? [
            sql`SELECT o.id, o."mergedIntoId" AS into FROM ${raw(`"${noun}"`)} o
              WHERE ${anyOf(sql`o.id`, [...asked], 'uuid')} AND o."mergedIntoId" IS NOT NULL`,
          ]
        : []
    })
    if (merged.length === 0) return null
    return sql`SELECT json_agg(json_build_array(m.id, m.into)) FROM (${join(merged, ' UNION ALL ')}) m`
  }

  /** Notes what a check has found. @returns whether all of it was known. */
  learn(found: Found): boolean {
    const before = this.#into.size
    for (const [old, into] of found ?? []) this.#into.set(old, into)
    return this.#into.size === before
  }
}
