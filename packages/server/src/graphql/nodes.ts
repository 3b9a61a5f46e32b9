import { brandWithType } from '@pothos/core'
import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import { type Row, readRows } from '../database/rows.js'
import { anyOf, sql } from '../database/sql.js'
import { badUserInput } from '../record/errors.js'
import type { NounName } from '../record/nouns.js'
import { shownIds } from '../record/visibility/shown-ids.js'
import { viewOf } from '../record/visibility/view.js'
import type { Context } from './context.js'

/** The largest number of ids that `nodes` takes. */
export const MOST_NODES = 100

interface DecodedId {
  typename: string
  id: string
}

/**
 * The objects of global ids, with two SQL statements for each noun among them: one tells which objects the viewer may
 * see, the other reads their rows.
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

/** The rows that the viewer may see, by the ids asked for. A merged object has the row that it was merged into. */
export async function readVisible(
  { prisma, viewer }: Context,
  noun: NounName,
  ids: readonly string[],
  selection: object,
): Promise<Map<string, Row>> {
  const shown = await shownIds(prisma, noun, viewOf(viewer), { where: anyOf(sql`t.id`, ids, 'uuid') })
  const kept = [...new Set(shown.map((one) => one.kept))]
  const rows = await readRows(prisma, noun, kept, selection)
  const byId = new Map(kept.map((id, index) => [id, rows[index] ?? null]))
  return new Map(
    shown.flatMap(({ id, kept }) => {
      const row = byId.get(kept)
      return row ? [[id, row] as const] : []
    }),
  )
}
