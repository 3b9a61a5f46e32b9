import { MOST_PARTS } from '../record/most-parts.js'
import { IDENTIFIED_NOUNS, VERSIONED_NOUNS } from '../record/nouns.js'
import type { TextPosition } from '../text/text-position.js'
import { builder } from './builder.js'

export const TextPositionSelector = builder.objectRef<TextPosition>('TextPositionSelector').implement({
  description:
    'W3C TextPositionSelector: a range of a text in UTF-16 code units, start inclusive, end exclusive; what `content.slice(start, end)` gives in JavaScript.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'The first code unit of the range, from 0.' }),
    end: t.exposeInt('end', { description: 'The first code unit after the range.' }),
  }),
})

export const ExternalId = builder.prismaObject('ExternalId', {
  select: {},
  description: "An object's id in another system; namespace and value are unique per type.",
  fields: (t) => ({
    namespace: t.exposeString('namespace', { description: 'The name of the other system: `wordpress`.' }),
    value: t.exposeString('value', { description: 'The id that the object has in that system: `17`.' }),
  }),
})

export const ExternalIdInput = builder.inputType('ExternalIdInput', {
  description: "An object's id in another system.",
  fields: (t) => ({
    namespace: t.string({ required: true, description: 'The name of the other system: `wordpress`.' }),
    value: t.string({ required: true, description: 'The id that the object has in that system: `17`.' }),
  }),
})

export const WriteStatus = builder.enumType('WriteStatus', {
  description: 'What a write did to its object.',
  values: {
    CREATED: { description: 'The object is new in the record.' },
    UPDATED: { description: 'The object was there, and was changed.' },
    UNCHANGED: { description: 'The object was there like this; nothing was written.' },
    HELD: {
      description:
        'The text of an article shrank by half or more: it waits for a person, see `Article.held`, and nothing else was written.',
    },
  },
})

export const Versioned = builder.interfaceRef<object>('Versioned').implement({
  description: 'Edited by people, so it carries an optimistic lock.',
  fields: (t) => ({
    version: t.int({ description: 'The number of its version: 1 at first, one more with each change.' }),
    createdAt: t.field({ type: 'DateTime', description: 'The instant at which it came into the record.' }),
    updatedAt: t.field({ type: 'DateTime', description: 'The instant of its last change.' }),
  }),
})

export const ExternallyIdentified = builder.interfaceRef<object>('ExternallyIdentified').implement({
  description: "Something known by other systems' ids.",
  fields: (t) => ({
    externalIds: t.field({ type: [ExternalId], description: 'Ids in other systems; at most 20.' }),
  }),
})

// The fields of these interfaces are added here to every noun that has them; its own file only names the interface.
for (const model of VERSIONED_NOUNS) {
  builder.prismaObjectFields(model as 'Topic', (t) => ({
    version: t.exposeInt('version', {
      description: 'The number of its version: 1 at first, one more with each change.',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'The instant at which it came into the record.',
    }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The instant of its last change.' }),
  }))
}
for (const model of IDENTIFIED_NOUNS) {
  builder.prismaObjectFields(model as 'Topic', (t) => ({
    externalIds: t.relation('externalIds', {
      description: `Ids in other systems; at most ${MOST_PARTS.externalIds}.`,
      query: { take: MOST_PARTS.externalIds, orderBy: [{ namespace: 'asc' }, { value: 'asc' }] },
    }),
  }))
}
