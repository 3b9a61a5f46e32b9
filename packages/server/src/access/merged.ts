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

/**
 * A filter with the ids of merged objects replaced by those that they stand for now. Only fields that are lists of
 * ids are looked at; what is no id is left for the filter itself to refuse.
 */
export async function followMerges<Filter extends object>(
  prisma: PrismaClient,
  filter: Filter,
): Promise<Filter> {
  const given = Object.entries(filter)
    .filter(([field, value]) => field.endsWith('Ids') && Array.isArray(value))
    .flatMap(([, value]) => value as string[])
  const old = given.map(parseGlobalId).filter((id) => id !== null && isMergeable(id.type))
  if (old.length === 0) return filter
  const kept = new Map<string, string>()
  for (const [type, ids] of Map.groupBy(old, (id) => id?.type as NodeType)) {
    const found = await keptIds(prisma, type, [...new Set(ids.map((id) => id?.id as string))])
    for (const [from, to] of found) kept.set(encodeGlobalId(type, from), encodeGlobalId(type, to))
  }
  if (kept.size === 0) return filter
  const replaced = Object.entries(filter).map(([field, value]) =>
    field.endsWith('Ids') && Array.isArray(value)
      ? [field, value.map((id: string) => kept.get(id) ?? id)]
      : [field, value],
  )
  return Object.fromEntries(replaced) as Filter
}
