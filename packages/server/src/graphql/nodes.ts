import { brandWithType } from '@pothos/core'
import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import { type Row, readRows } from '../database/rows.js'
import { badUserInput } from '../record/errors.js'
import type { NounName } from '../record/nouns.js'
import { keptIds } from '../record/visibility/merged.js'
import { viewOf } from '../record/visibility/view.js'
import { visibleWhere } from '../record/visibility/visible.js'
import type { Context } from './context.js'

/** Most ids that `nodes` takes. */
export const MOST_NODES = 100

interface DecodedId {
  typename: string
  id: string
}

/**
 * The objects of global ids, with one query for each type among them, and two more for a type of which some are not
 * there and can have been merged.
 *
 * @returns one entry for each id, in order; null where there is no such object, or the viewer may not see it.
 * @throws GraphQLError BAD_USER_INPUT for more than {@link MOST_NODES} ids.
 */
export async function readNodes(
  context: Context,
  info: GraphQLResolveInfo,
  ids: readonly DecodedId[],
): Promise<(Row | null)[]> {
  if (ids.length > MOST_NODES) throw badUserInput(`ids has ${ids.length} ids: pass at most ${MOST_NODES}`)
  const found = new Map<string, Row | null>()
  for (const [typename, ofType] of Map.groupBy(ids, (decoded) => decoded.typename)) {
    const unique = [...new Set(ofType.map(({ id }) => id))]
    const selection = queryFromInfo({ context, info, typeName: typename })
    const rows = await readVisible(context, typename as NounName, unique, selection)
    for (const [id, row] of rows) {
      brandWithType(row, typename as never)
      found.set(`${typename}:${id}`, row)
    }
  }
  return ids.map(({ typename, id }) => found.get(`${typename}:${id}`) ?? null)
}

/** The rows that the viewer may see, by the ids asked for: that of a merged one is what it was merged into. */
export async function readVisible(
  { prisma, viewer }: Context,
  type: NounName,
  ids: readonly string[],
  selection: object,
): Promise<Map<string, Row>> {
  const shown = visibleWhere(type, viewOf(viewer))
  const rows = await readRows(prisma, type, ids, selection, shown)
  const found = new Map(ids.flatMap((id, index) => (rows[index] ? [[id, rows[index]] as const] : [])))
  const kept = await keptIds(
    prisma,
    type,
    ids.filter((id) => !found.has(id)),
  )
  const targets = await readRows(prisma, type, [...new Set(kept.values())], selection, shown)
  const byId = new Map(targets.flatMap((row) => (row ? [[row.id, row] as const] : [])))
  for (const [old, id] of kept) {
    const row = byId.get(id)
    if (row) found.set(old, row)
  }
  return found
}
