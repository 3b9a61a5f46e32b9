import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import { findRows, type Row, readRows } from '../database/rows.js'
import { anyOf, sql } from '../database/sql.js'
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
  where: object
  orderBy?: object
  /** Also from the bin. */
  includeDeleted?: boolean | null | undefined
}

/** The object that fits, as far as the viewer may see it; of a merged one, what it was merged into. */
export async function lookUp(context: Context, type: NounName, { query, where, ...rest }: LookUp) {
  const { orderBy, includeDeleted } = rest
  const view = viewOf(context.viewer, includeDeleted ?? false)
  const { prisma } = context
  const found = await findRows(prisma, type, { where, select: { id: true }, ...(orderBy ? { orderBy } : {}) })
  const ids = found.map(({ id }) => id)
  const shown = await shownIds(prisma, type, view, { where: anyOf(sql`t.id`, ids, 'uuid') })
  const kept = ids.flatMap((id) => shown.find((one) => one.id === id)?.kept ?? [])
  return (await readRows(prisma, type, kept.slice(0, 1), query))[0] as never
}

/**
 * The object of an id that a row holds, as far as the viewer may see it, with one SQL statement for all parents of the
 * field. Needed where a row that is visible can point to one that is not.
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
