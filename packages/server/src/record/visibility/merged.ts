import { anyOf, raw, sql } from '../../database/sql.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { encodeGlobalId, parseGlobalId } from '../global-id.js'
import type { FilterTable } from '../lists/filter-table.js'
import { isMergeable, type NounName } from '../nouns.js'

/**
 * Finds the objects that merged objects stand for now, through any number of merges.
 *
 * @returns the UUID of the object that stayed, by the UUID of the merged one. Ids of objects that were not merged are
 *   not among the keys.
 */
export async function keptIds(
  prisma: PrismaClient,
  type: NounName,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (!isMergeable(type) || ids.length === 0) return new Map()
  const table = raw(`"${type}"`)
  const rows = await prisma.$queryRaw<{ old: string; kept: string }[]>(sql`
    WITH RECURSIVE chain AS (
      SELECT id AS old, "mergedIntoId" AS kept FROM ${table}
      WHERE ${anyOf(sql`id`, ids, 'uuid')} AND "mergedIntoId" IS NOT NULL
      UNION SELECT c.old, m."mergedIntoId" FROM chain c JOIN ${table} m ON m.id = c.kept
      WHERE m."mergedIntoId" IS NOT NULL
    ) SELECT c.old::text, c.kept::text FROM chain c JOIN ${table} k ON k.id = c.kept WHERE k."mergedIntoId" IS NULL`)
  return new Map(rows.map(({ old, kept }) => [old, kept]))
}

/**
 * Replaces the ids of merged objects in a filter, and in filters within it, by the ids of the objects that they stand
 * for now. A malformed id stays: the condition of its field refuses it.
 */
export async function followMerges<Filter extends object>(
  prisma: PrismaClient,
  table: FilterTable<Filter>,
  filter: Filter,
): Promise<Filter> {
  const given: string[] = []
  mapIds(table, filter, (id) => {
    given.push(id)
    return id
  })
  const old = given.flatMap((globalId) => {
    const id = parseGlobalId(globalId)
    return id && isMergeable(id.type) ? [{ ...id, globalId }] : []
  })
  const kept = new Map<string, string>()
  for (const [type, ids] of Map.groupBy(old, (id) => id.type)) {
    const found = await keptIds(prisma, type, [...new Set(ids.map(({ id }) => id))])
    for (const [from, to] of found) kept.set(encodeGlobalId(type, from), encodeGlobalId(type, to))
  }
  return kept.size === 0 ? filter : mapIds(table, filter, (id) => kept.get(id) ?? id)
}

/** Changes the ids in those fields that hold ids of a mergeable noun, as the table says. */
function mapIds<Filter extends object>(
  table: FilterTable<Filter>,
  filter: Filter,
  change: (id: string) => string,
): Filter {
  const changed = Object.entries(filter).map(([name, value]) => {
    const { ids, fields } = table[name as keyof Filter]
    if (value == null) return [name, value]
    if (fields) return [name, mapIds(fields as FilterTable<object>, value as object, change)]
    if (!ids || !isMergeable(ids)) return [name, value]
    return [name, Array.isArray(value) ? value.map(change) : change(value as string)]
  })
  return Object.fromEntries(changed) as Filter
}
