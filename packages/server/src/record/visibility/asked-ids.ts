import { anyOf, join, raw, type Sql, sql } from '../../database/sql.js'
import { isMergeable, MERGEABLE_NOUNS, type NounName } from '../nouns.js'

/**
 * What a check has found: the id of a merged object with that of the object that it was merged into, or with null the id
 * of an object that is not visible for the usual reason.
 */
type Found = readonly (readonly [id: string, into: string | null])[] | null

/**
 * The ids that one request asks for. Of an object that is asked for by its id, a read assumes that it was not merged into
 * another, and that it is visible for the usual reason; both are checked in the same statement. When something was
 * assumed wrongly, it is known then, and the read is made again, once for each merge of a chain.
 */
export class AskedIds {
  readonly #asked = new Map<NounName, Set<string>>()
  readonly #into = new Map<string, string>()
  /** The usual conditions that were assumed to hold, by noun. */
  readonly #assumed = new Map<NounName, Sql>()
  #isUnusual = false
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

  /** Assumes a condition on the rows `o` of the objects that are asked for. @returns whether it may be assumed. */
  assume(noun: NounName, condition: Sql): boolean {
    if (!this.#isUnusual) this.#assumed.set(noun, condition)
    return !this.#isUnusual
  }

  /** SQL of what was assumed wrongly, as JSON of the type {@link Found}; null when nothing was assumed. */
  check(): Sql | null {
    const wrong = MERGEABLE_NOUNS.flatMap((noun) => {
      const asked = this.#asked.get(noun)
      return asked ? [wrongAmong(noun, [...asked], this.#assumed.get(noun))] : []
    })
    if (wrong.length === 0) return null
    return sql`SELECT json_agg(json_build_array(w.id, w.into)) FROM (${join(wrong, ' UNION ALL ')}) w`
  }

  /** Notes what a check has found. @returns whether all of it was known. */
  learn(found: Found): boolean {
    const before = this.#into.size
    for (const [id, into] of found ?? []) if (into !== null) this.#into.set(id, into)
    const wasUnusual = this.#isUnusual
    this.#isUnusual ||= found?.some(([, into]) => into === null) ?? false
    this.#assumed.clear()
    return this.#into.size === before && this.#isUnusual === wasUnusual
  }
}

/**
 * SQL of the merged objects among ids, or of those for which an assumed condition does not hold. An id that no object has
 * is among them: a read of a hidden object must not differ from it in the number of its statements.
 */
function wrongAmong(noun: NounName, ids: string[], assumed: Sql | undefined): Sql {
  const table = raw(`"${noun}"`)
  if (!assumed) {
    return sql`SELECT o.id, o."mergedIntoId" AS into FROM ${table} o
      WHERE ${anyOf(sql`o.id`, ids, 'uuid')} AND o."mergedIntoId" IS NOT NULL`
  }
  return sql`SELECT a.id, (SELECT o."mergedIntoId" FROM ${table} o WHERE o.id = a.id) AS into
    FROM unnest(${ids}::uuid[]) a(id)
    WHERE NOT EXISTS (SELECT FROM ${table} o WHERE o.id = a.id AND ${assumed})`
}
