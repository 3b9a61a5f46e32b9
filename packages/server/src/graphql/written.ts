import { queryFromInfo } from '@pothos/plugin-prisma'
import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import { type Row, readRows } from '../database/rows.js'
import { badUserInput } from '../record/errors.js'
import type { NounName } from '../record/nouns.js'
import type { Outcome, Written } from '../record/write/outcome.js'
import { builder } from './builder.js'
import type { Context } from './context.js'
import { perField } from './per-field.js'
import { WriteStatus } from './shared-types.js'

/** Makes the type of a successful write to a noun: `SpeakerSuccess` with the fields `speaker` and `status`. */
export function success(type: NounName) {
  const noun = type.toLowerCase()
  return builder.objectRef<Outcome>(`${type}Success`).implement({
    description: `The write succeeded: the ${noun}, and what was done to it.`,
    fields: (t) => ({
      [noun]: t.field(written(type, `The ${noun} that was written, as it is now.`)),
      status: t.expose('status', {
        type: WriteStatus,
        description: 'What the write did: whether the object is new, changed, or as it was.',
      }),
    }),
  })
}

/**
 * The options of a field that gives the written object as it is now. The objects of a bulk write are read together. Use
 * it as `t.field(written('Statement', 'The statement.'))`.
 */
export function written(type: NounName, description: string) {
  return {
    type,
    description,
    resolve: async ({ id }: Written, _args: object, context: Context, info: GraphQLResolveInfo) => {
      const load = perField(context, info, 'written', () => makeLoader(context, type))
      const row = await load(id, info)
      // This can only happen when an answer is given again for its idempotency key.
      if (!row) throw badUserInput(`the ${type} is not there any more: somebody has deleted it since`)
      return row
    },
  } as never
}

type Load = (id: string, info: GraphQLResolveInfo) => Promise<Row | null>

function makeLoader(context: Context, type: NounName): Load {
  let selection: object = {}
  const rows = new DataLoader<string, Row | null>((ids) => readRows(context.prisma, type, ids, selection))
  return (id, info) => {
    // This call also tells Pothos, for each item, that the relations selected below its row are read with it.
    selection = queryFromInfo({ context, info, typeName: type })
    return rows.load(id)
  }
}
