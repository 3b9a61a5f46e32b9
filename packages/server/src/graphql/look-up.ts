import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import { type Row, readRows } from '../database/rows.js'
import type { Sql } from '../database/sql.js'
import type { NounName } from '../record/nouns.js'
import { shownIds } from '../record/visibility/shown-ids.js'
import { viewOf } from '../record/visibility/view.js'
import type { Context } from './context.js'
import { readNodes } from './nodes.js'
import { perField } from './per-field.js'

/** How one object is looked up. */
interface LookUp {
  /** Prisma's selection, as Pothos gives it to a resolver. */
  query: object
  /** The condition on the row `t` of the object. */
  where: Sql
  /** The order of the rows `t`, when several can meet the condition: the first is given. */
  orderBy?: Sql
  /** True to find objects in the bin, too. */
  includeDeleted?: boolean | null | undefined
}

/**
 * The object that meets the condition; null when there is none, or the viewer may not see it. In place of a merged
 * object it gives the object that it was merged into.
 */
export async function lookUp(
  { prisma, viewer }: Context,
  noun: NounName,
  { query, includeDeleted, ...wanted }: LookUp,
) {
  const view = viewOf(viewer, includeDeleted ?? false)
  const [shown] = await shownIds(prisma, noun, view, { ...wanted, limit: 1 })
  return shown ? ((await readRows(prisma, noun, [shown.kept], query))[0] as never) : null
}

/**
 * The object that a foreign key of a row points to; null when the viewer may not see it. The objects of all parents of
 * the field are read together. Use it where a visible row can point to a hidden one; elsewhere `t.relation` does.
 */
export function lookUpById(
  context: Context,
  info: GraphQLResolveInfo,
  type: NounName,
  id: string | null,
): Promise<Row | null> | null {
  if (id === null) return null
  const loader = perField(
    context,
    info,
    'row',
    () =>
      new DataLoader<string, Row | null>((ids) =>
        readNodes(
          context,
          info,
          ids.map((one) => ({ typename: type, id: one })),
        ),
      ),
  )
  return loader.load(id)
}
