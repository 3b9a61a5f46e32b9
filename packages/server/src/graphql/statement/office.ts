import { queryFromInfo } from '@pothos/plugin-prisma'
import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import { type Row, readRows } from '../../database/rows.js'
import { MOST_PARTS } from '../../record/most-parts.js'
import { officesHeld } from '../../record/speaker/offices-held.js'
import { builder } from '../builder.js'
import type { Context } from '../context.js'
import { perField } from '../per-field.js'

builder.prismaObjectFields('Attribution', (t) => ({
  affiliation: t.field({
    type: 'Affiliation' as never,
    nullable: true,
    description:
      'The office that the speaker held when the words were spoken: of several in `affiliations`, the one that began last. Null when none is known.',
    select: { id: true },
    resolve: async ({ id }, _args, context, info) => ((await offices(context, info, id))[0] ?? null) as never,
  }),
  affiliations: t.field({
    type: ['Affiliation'] as never,
    description: `All offices that the speaker held when the words were spoken, those that began last first; at most ${MOST_PARTS.affiliations}. An office counts when its dates say that it was held then; where none certainly was, the ones that began last of those that may have been. \`filter.affiliation\` finds statements by any of them.`,
    select: { id: true },
    resolve: ({ id }, _args, context, info) => offices(context, info, id) as never,
  }),
}))

type Load = (attributionId: string, info: GraphQLResolveInfo) => Promise<Row[]>

/** The offices of one attribution; those of all attributions of a field are read together. */
const offices = (context: Context, info: GraphQLResolveInfo, attributionId: string): Promise<Row[]> =>
  perField(context, info, 'offices', () => makeLoader(context))(attributionId, info)

function makeLoader(context: Context): Load {
  let selection: object = {}
  const loader = new DataLoader<string, Row[]>(async (attributionIds) => {
    const held = await officesHeld(context.prisma, attributionIds)
    const ids = [...new Set([...held.values()].flat())]
    const rows = await readRows(context.prisma, 'Affiliation', ids, selection)
    const byId = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])))
    return attributionIds.map((id) => (held.get(id) ?? []).flatMap((office) => byId.get(office) ?? []))
  })
  return (attributionId, info) => {
    // Tells Pothos of each attribution that what hangs on its offices comes with them.
    selection = queryFromInfo({ context, info, typeName: 'Affiliation' })
    return loader.load(attributionId)
  }
}
