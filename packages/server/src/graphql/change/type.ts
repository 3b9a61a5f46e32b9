import { type Embed, readBy, type Value } from '@onrecord/pothos-read-plan'
import { asSql, join, raw, sql } from '../../database/sql.js'
import { EntityType, type ChangeKind as LoggedKind, type ReviewStatus } from '../../generated/prisma/enums.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { entityTypeOf, NOUN_OF, type NounName, RECORDED_NOUNS } from '../../record/nouns.js'
import { shownChain } from '../../record/visibility/shown-ids.js'
import { hides, viewOf } from '../../record/visibility/view.js'
import { builder } from '../builder.js'
import type { Context } from '../context.js'

export const ChangeKind = builder.enumType('ChangeKind', {
  description: 'What a change did to an object, as the caller sees it.',
  values: {
    CREATED: {
      description: 'It came into the record, or into sight: it was verified, or taken out of the bin.',
    },
    UPDATED: { description: 'Some of its fields changed, or it was merged or split.' },
    REVIEWED: { description: 'A person decided about it, and the caller sees it still.' },
    DELETED: {
      description:
        'It went out of sight: it was put into the bin or rejected, or its article was put into the bin.',
    },
  } as const,
})

export const ChangedType = builder.enumType(EntityType, {
  name: 'ChangedType',
  description: 'The types of the objects whose changes are logged.',
  values: Object.fromEntries(
    RECORDED_NOUNS.map((noun) => [entityTypeOf(noun), { description: `Changes of the type ${noun}.` }]),
  ) as Record<EntityType, { description: string }>,
})

/** What the log says of a change. */
export interface LoggedChange {
  kind: LoggedKind
  shownBefore: ReviewStatus | null
  shownAfter: ReviewStatus | null
}

/** What a change was for a viewer: an object that comes into sight is new to them. */
export function kindFor({ kind, shownBefore, shownAfter }: LoggedChange, { viewer }: Context) {
  const { sight } = viewOf(viewer)
  const isSeen = (status: ReviewStatus | null) => status !== null && !hides(sight, status)
  if (!isSeen(shownAfter)) return 'DELETED'
  if (!isSeen(shownBefore)) return 'CREATED'
  return kind === 'REVIEWED' ? 'REVIEWED' : 'UPDATED'
}

builder.prismaNode('Change', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  description: 'One entry of the log of changes: what was done to which object, and when.',
  fields: (t) => ({
    kind: t.field({
      type: ChangeKind,
      description: 'What was done, as the caller sees it.',
      select: { kind: true, shownBefore: true, shownAfter: true },
      resolve: (change, _args, context) => kindFor(change, context),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'The instant of the change.' }),
    type: t.expose('type', { type: ChangedType, description: 'The type of the object.' }),
    objectId: t.id({
      description: 'The global id of the object.',
      select: { type: true, entityId: true },
      resolve: ({ type, entityId }) => encodeGlobalId(NOUN_OF[type], entityId),
    }),
    object: t.field({
      type: builder.nodeInterfaceRef() as never,
      nullable: true,
      complexity: 1,
      description:
        'The object as it is now: null when the caller sees it no more. Of one that was merged into another, the one that it was merged into.',
      ...readBy<object, Context>({ embeds: [{ path: [], types: RECORDED_NOUNS }], value: objectOf }),
    }),
  }),
})

/** The noun of an object, and its row. */
type FoundObject = [NounName, unknown] | null

/** The value of the field `object` of a change `p`. */
function objectOf(_args: object, { viewer }: Context, embed: Embed): Value<FoundObject> {
  const view = viewOf(viewer)
  const found = RECORDED_NOUNS.map((noun) => {
    const row = asSql(embed.row(0, noun, sql`t.id = c.kept`))
    const isThis = sql`t.id = p."entityId" AND p.type = ${raw(`'${entityTypeOf(noun)}'`)}`
    return sql`SELECT json_build_array(${raw(`'${noun}'`)}, ${row}) FROM (${shownChain(noun, view, { where: isThis })}) c`
  })
  return {
    select: sql`SELECT n.v FROM (${join(found, ' UNION ALL ')}) n(v)`,
    read: (json, rows) => (json === null ? null : rows.row(0, json[0], json[1])),
  }
}
