import { queryFromInfo } from '@pothos/plugin-prisma'
import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import { type Row, readRows } from '../database/rows.js'
import { type Parts, readPartIds } from '../record/lists/parts.js'
import { type View, viewOf } from '../record/visibility/view.js'
import type { Context } from './context.js'
import { perField } from './per-field.js'

type Load = (parent: string, info: GraphQLResolveInfo) => Promise<Row[]>

/**
 * The rows of the parts of one parent, with what the operation selects of them. The parts of all parents of a field are
 * read with two SQL statements.
 *
 * @param view what the caller may see; by default that of the viewer, without the bin.
 */
export const readParts = (
  context: Context,
  info: GraphQLResolveInfo,
  parts: Parts,
  parent: string,
  view: View = viewOf(context.viewer),
): Promise<Row[]> => perField(context, info, 'parts', () => makeLoader(context, parts, view))(parent, info)

function makeLoader(context: Context, parts: Parts, view: View): Load {
  let selection: object = {}
  const loader = new DataLoader<string, Row[]>(async (parents) => {
    const ofParent = await readPartIds(context.prisma, parts, view, parents)
    const ids = [...new Set([...ofParent.values()].flat())]
    const rows = await readRows(context.prisma, parts.model, ids, selection)
    const byId = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])))
    return parents.map((parent) => (ofParent.get(parent) ?? []).flatMap((id) => byId.get(id) ?? []))
  })
  return (parent, info) => {
    // This call also tells Pothos, for each parent, that the relations selected below its parts are read with them.
    selection = queryFromInfo({ context, info, typeName: parts.model })
    return loader.load(parent)
  }
}
