import type { PrismaClient } from '../generated/prisma/client.js'
import { anyOf, raw, sql } from '../schema/filter.js'
import { encodeGlobalId, type NodeType, parseGlobalId } from '../schema/global-id.js'

/** Types of which one can be merged into another, whose old ids stand for the kept one for ever. */
const MERGEABLE: ReadonlySet<NodeType> = new Set<NodeType>(['Speaker', 'Topic'])

export const isMergeable = (type: NodeType): boolean => MERGEABLE.has(type)

/**
 * What those of the ids that were merged stand for now, through any number of merges; ids that were not merged are
 * not among the keys.
 */
export async function keptIds(
  prisma: PrismaClient,
  type: NodeType,
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

/** Fields of a filter that hold an id, or several: `speakerIds`, `organizationId`, `possibleDuplicatesOf`. */
const HOLDS_IDS = /(?:Ids?|Of)$/

/**
 * A filter with the ids of merged objects replaced by those that they stand for now, in filters within it, too. What is
 * no id is left for the filter itself to refuse.
 */
export async function followMerges<Filter extends object>(
  prisma: PrismaClient,
  filter: Filter,
): Promise<Filter> {
  const given: string[] = []
  mapIds(filter, (id) => {
    given.push(id)
    return id
  })
  const old = given.map(parseGlobalId).filter((id) => id !== null && isMergeable(id.type))
  const kept = new Map<string, string>()
  for (const [type, ids] of Map.groupBy(old, (id) => id?.type as NodeType)) {
    const found = await keptIds(prisma, type, [...new Set(ids.map((id) => id?.id as string))])
    for (const [from, to] of found) kept.set(encodeGlobalId(type, from), encodeGlobalId(type, to))
  }
  return kept.size === 0 ? filter : mapIds(filter, (id) => kept.get(id) ?? id)
}

function mapIds<Filter extends object>(filter: Filter, change: (id: string) => string): Filter {
  const changed = Object.entries(filter).map(([field, value]) => {
    if (HOLDS_IDS.test(field) && typeof value === 'string') return [field, change(value)]
    if (HOLDS_IDS.test(field) && Array.isArray(value)) return [field, value.map(change)]
    const within = value?.constructor === Object || (value && Object.getPrototypeOf(value) === null)
    return [field, within ? mapIds(value, change) : value]
  })
  return Object.fromEntries(changed) as Filter
}
