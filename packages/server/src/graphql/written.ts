import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import { badUserInput } from '../record/errors.js'
import type { NounName } from '../record/nouns.js'
import type { Outcome, Written } from '../record/write/outcome.js'
import { builder } from './builder.js'
import type { Context } from './context.js'
import { readObjects } from './nodes.js'
import { perField } from './per-field.js'
import { WriteStatus } from './shared-types.js'

/** Makes the type of a successful write to a noun: `SpeakerSuccess` with the fields `speaker` and `status`. */
export function success(type: NounName, name = `${type}Success`) {
  const noun = `${type[0]?.toLowerCase()}${type.slice(1)}`
  return builder.objectRef<Outcome>(name).implement({
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
      const loader = perField(
        context,
        info,
        'written',
        () =>
          new DataLoader<string, object | null>(async (ids) => {
            const found = await readObjects(context, info, type, ids)
            return ids.map((one) => found.get(one) ?? null)
          }),
      )
      const object = await loader.load(id)
      // This can only happen when an answer is given again for its idempotency key.
      if (!object) throw badUserInput(`the ${type} is not there any more: somebody has deleted it since`)
      return object
    },
  } as never
}
