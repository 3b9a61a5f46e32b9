import { brandWithType } from '@pothos/core'
import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from './context.js'
import { badUserInput } from './errors.js'
import type { NodeType } from './global-id.js'
import { type Row, readRows } from './rows.js'

/** Most ids that `nodes` takes. */
export const MOST_NODES = 100

interface DecodedId {
  typename: string
  id: string
}

/**
 * The objects of global ids, with one query for each type among them.
 *
 * @returns one entry for each id, in order; null where there is no such object.
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
    const rows = await readRows(context.prisma, typename as NodeType, unique, selection)
    for (const [index, row] of rows.entries()) {
      if (row) brandWithType(row, typename as never)
      found.set(`${typename}:${unique[index]}`, row)
    }
  }
  return ids.map(({ typename, id }) => found.get(`${typename}:${id}`) ?? null)
}
