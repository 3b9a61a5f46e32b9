import type { GraphQLResolveInfo } from 'graphql'
import type { EntityType } from '../../generated/prisma/enums.js'
import { checkPlace, type LoggedChange } from '../../record/changes/logged-change.js'
import { cursorOf, placeOf } from '../../record/changes/place-cursor.js'
import { filteredBy, inSight, shownAmong } from '../../record/changes/shown-among.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { conditionsOf } from '../../record/lists/list.js'
import { entityTypeOf } from '../../record/nouns.js'
import { AskedIds } from '../../record/visibility/asked-ids.js'
import { articleList } from '../article/list.js'
import { builder } from '../builder.js'
import type { Context } from '../context.js'
import type { ListType } from '../list-type.js'
import { readObjects } from '../nodes.js'
import { statementList } from '../statement/list.js'
import { stoppable } from './stoppable.js'
import { ChangedType, ChangeKind, kindFor } from './type.js'

const AFTER =
  'The `cursor` of the last event that was seen, or one of `changes`: the stream begins with what came after it. Without it, with what comes from now on.'

const CURSOR = 'Its place in the log of changes: pass it as `after` to go on behind it.'

builder.subscriptionType({
  description:
    'Events as they come, over server-sent events (the protocol of graphql-sse, distinct connections). A stream is authorised at each event, and ends when its key does.',
  authScopes: { reader: true },
})

/** Which changes a stream is about. */
interface Choice {
  after: string | null | undefined
  /** What names the choice: arguments as JSON. */
  asked: unknown[]
  among(changes: LoggedChange[]): LoggedChange[] | Promise<LoggedChange[]>
}

/** Follows the log of changes, and gives those that are chosen and that a viewer may know of. */
async function follow(
  { live, prisma, viewer }: Context,
  { after, asked, among }: Choice,
): Promise<AsyncIterable<LoggedChange>> {
  const alike = JSON.stringify([...asked, viewer.sight, [...viewer.scopes]])
  const from = after == null ? null : placeOf(after)
  if (from) await checkPlace(live.database, from)
  const place = from?.sequence ?? (await live.now())
  return stoppable(async function* (signal) {
    for await (const page of live.follow(place, signal)) {
      yield* await live.choose(page, alike, async (changes) => {
        const chosen = await among(changes)
        return chosen.length > 0 ? shownAmong({ prisma, viewer }, chosen) : []
      })
    }
  })
}

const ChangeEvent = builder.objectRef<LoggedChange>('ChangeEvent').implement({
  description: 'A change, as it happens.',
  fields: (t) => ({
    cursor: t.string({ description: CURSOR, resolve: cursorOf }),
    change: t.field({
      type: 'Change' as never,
      description: 'What was done to which object.',
      resolve: async ({ id }: LoggedChange, _args: object, context: Context, info: GraphQLResolveInfo) =>
        (await readObjects(context, info, 'Change', [id])).get(id) as never,
    }),
  }),
})

builder.subscriptionField('changed', (t) =>
  t.field({
    type: ChangeEvent,
    description: 'Every change of the record that the caller may know of, in the order of the log.',
    args: {
      types: t.arg({
        type: [ChangedType],
        description: 'Only changes of objects of these types; of all by default.',
      }),
      after: t.arg.string({ description: AFTER }),
    },
    subscribe: (_root, { types, after }, context) => {
      const wanted = types && new Set<EntityType>(types)
      const among = (changes: LoggedChange[]) =>
        wanted ? changes.filter(({ type }) => wanted.has(type)) : changes
      return follow(context, { after, asked: ['changed', types], among })
    },
    resolve: (change) => change as LoggedChange,
  }),
)

/** Adds the subscription of a noun: `statementChanged(filter, after)`. */
function changedField<Filter extends object>(
  noun: 'Statement' | 'Article',
  { list, filter }: ListType<Filter>,
) {
  const name = noun.toLowerCase()
  const Event = builder.objectRef<LoggedChange>(`${noun}Event`).implement({
    description: `A change of a${noun === 'Article' ? 'n article' : ' statement'}, as it happens.`,
    fields: (t) => ({
      cursor: t.string({ description: CURSOR, resolve: cursorOf }),
      kind: t.field({
        type: ChangeKind,
        description: 'What was done, as the caller sees it.',
        resolve: (change, _args, context) => kindFor(change, context),
      }),
      at: t.field({ type: 'DateTime', description: 'The instant of the change.', resolve: ({ at }) => at }),
      [`${name}Id`]: t.id({
        description: `The global id of the ${name}.`,
        resolve: ({ entityId }) => encodeGlobalId(noun, entityId),
      }),
      [name]: t.field({
        type: noun as never,
        nullable: true,
        description: `The ${name} as it is now; null when the caller sees it no more.`,
        resolve: async (
          { entityId }: LoggedChange,
          _args: object,
          context: Context,
          info: GraphQLResolveInfo,
        ) =>
          (await readObjects(context, info, noun, [entityId], [], inSight(noun, context.viewer))).get(
            entityId,
          ) as never,
      }),
    }),
  })
  builder.subscriptionField(`${name}Changed`, (t) =>
    t.field({
      type: Event,
      description: `Changes of ${name}s, in the order of the log. One that goes out of sight is told as DELETED, and compared with the filter by what it was.`,
      args: {
        filter: t.arg({
          type: filter as never,
          description: `Only changes of ${name}s that meet these conditions; of all by default.`,
        }),
        after: t.arg.string({ description: AFTER }),
      },
      subscribe: (
        _root: unknown,
        args: { filter?: Filter | null; after?: string | null },
        context: Context,
      ) => {
        const wanted = args.filter
        // What is wrong with the filter is said at once.
        if (wanted) conditionsOf(list, wanted, { viewer: context.viewer, askedIds: new AskedIds() })
        const among = async (changes: LoggedChange[]) => {
          const ofNoun = changes.filter(({ type }) => type === entityTypeOf(noun))
          return wanted && ofNoun.length > 0 ? filteredBy(context, ofNoun, list, wanted) : ofNoun
        }
        return follow(context, { after: args.after, asked: [noun, wanted], among })
      },
      resolve: (change: unknown) => change as LoggedChange,
    } as never),
  )
}

changedField('Statement', statementList)
changedField('Article', articleList)
