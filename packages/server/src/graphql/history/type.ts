import { raw, sql } from '../../database/sql.js'
import { RevisionAction as Actions } from '../../generated/prisma/enums.js'
import { encodeGlobalId } from '../../record/global-id.js'
import type { FieldChange } from '../../record/history/field-changes.js'
import { merges, revisions } from '../../record/history/list.js'
import { entityTypeOf, MERGEABLE_NOUNS, NOUN_OF, VERSIONED_NOUNS } from '../../record/nouns.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { type NamedObject, namedObjects } from './named-objects.js'
import { shownChanges } from './shown-changes.js'

const RevisionAction = builder.enumType(Actions, {
  name: 'RevisionAction',
  description: 'What was done to an object.',
  values: {
    CREATED: { description: 'It came into the record.' },
    UPDATED: { description: 'Some of its fields changed.' },
    REVIEWED: { description: 'A person decided about it.' },
    REVERTED: { description: 'It was set back to how it was in an earlier version.' },
    MERGED: { description: 'Another one was merged into it, or it into another.' },
    SPLIT: { description: 'A merge was undone.' },
    DELETED: { description: 'It was put into the bin.' },
    RESTORED: { description: 'It was taken out of the bin.' },
  },
})

const RevisionOrigin = builder.enumType('RevisionOrigin', {
  description: 'What made a change.',
  values: {
    PERSON: { description: 'Somebody wrote it.' },
    MACHINE: { description: 'An ingest or an extractor made it by itself, from the text of an article.' },
  } as const,
})

const originOf = ({ byMachine }: { byMachine: boolean }) => (byMachine ? 'MACHINE' : 'PERSON')

const NamedObjectType = builder.objectRef<NamedObject>('NamedObject').implement({
  description: 'An object that a change names by its id, and its name.',
  fields: (t) => ({
    objectId: t.exposeID('objectId', { description: 'Its global id.' }),
    name: t.exposeString('name', {
      description: 'Its name or title now; of an object that was merged into another, the one it had.',
    }),
  }),
})

const FieldChangeType = builder.objectRef<FieldChange>('FieldChange').implement({
  description: 'What one field was, and what it became.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'The name of the field: `attributions`.' }),
    before: t.exposeString('before', {
      nullable: true,
      description: 'The value before, as text: JSON of a list or an object; null when there was none.',
    }),
    after: t.exposeString('after', {
      nullable: true,
      description: 'The value after, as text: JSON of a list or an object; null when there is none.',
    }),
    objects: t.field({
      type: [NamedObjectType],
      description:
        'The objects whose ids stand in the two values, with their names, in the order in which they stand there.',
      plan: { code: true },
      resolve: (change, _args, context, info) => namedObjects(context, info, change),
    }),
  }),
})

builder.prismaNode('Revision', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  description: 'One change of an object: who, when, from what to what.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: "The object's version that it made." }),
    action: t.expose('action', { type: RevisionAction, description: 'What was done to the object.' }),
    at: t.expose('at', { type: 'DateTime', description: 'The instant of the change.' }),
    actor: t.exposeString('actor', {
      description: 'Who made the change: the name of the key that was used.',
    }),
    origin: t.field({
      type: RevisionOrigin,
      description: 'Whether a person made the change, or a machine.',
      select: { byMachine: true },
      resolve: originOf,
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'Why, in the words of whoever made the change; null when they wrote nothing.',
    }),
    changes: t.field({
      type: [FieldChangeType],
      description:
        'The fields that changed. Whoever does not work on the record sees neither what a statement was before it became visible, nor ids of what is hidden.',
      select: { changes: true },
      plan: { code: true },
      resolve: ({ changes }, _args, context, info) =>
        shownChanges(context, info, changes as unknown as FieldChange[]),
    }),
  }),
})

for (const model of VERSIONED_NOUNS) {
  builder.prismaObjectField(model as 'Topic', 'revisions', (t) =>
    t.field(
      connection(
        { list: revisions },
        {
          description: 'Its history, one revision for each version, newest first.',
          link: sql`t.type = ${raw(`'${entityTypeOf(model)}'`)} AND t."entityId" = p.id`,
        },
      ),
    ),
  )
}

builder.prismaNode('Merge', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  description: 'An object that was merged into another, whose id it gives now.',
  fields: (t) => ({
    absorbedId: t.id({
      description: 'The id that it had; look-ups by it give the object it was merged into.',
      select: { absorbedId: true, type: true },
      resolve: ({ type, absorbedId }) => encodeGlobalId(NOUN_OF[type], absorbedId),
    }),
    absorbedName: t.exposeString('absorbedName', {
      description: 'The name that it had before it was merged.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'The instant of the merge.' }),
    actor: t.exposeString('actor', { description: 'Who merged them: the name of the key that was used.' }),
    origin: t.field({
      type: RevisionOrigin,
      description: 'Whether a person merged them, or a machine.',
      select: { byMachine: true },
      resolve: originOf,
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'Why, in the words of whoever merged them; null when they wrote nothing.',
    }),
  }),
})

for (const model of MERGEABLE_NOUNS) {
  builder.prismaObjectField(model as 'Topic', 'mergedFrom', (t) =>
    t.field(
      connection(
        { list: merges },
        {
          description: 'What was merged into it, the latest first; each can be split off again.',
          link: sql`t.type = ${raw(`'${entityTypeOf(model)}'`)} AND t."keptId" = p.id`,
        },
      ),
    ),
  )
}
