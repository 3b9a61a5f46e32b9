import { fold } from '../database/fold.js'
import { SpeakerKind as Kinds } from '../generated/prisma/enums.js'
import { builder } from '../schema/builder.js'
import { anyOf, containing, type Sql, sql } from '../schema/filter.js'
import { type List, orderInput } from '../schema/list.js'

export const SpeakerKind = builder.enumType(Kinds, {
  name: 'SpeakerKind',
  description: 'What a speaker is.',
  values: {
    PERSON: { description: 'A person.' },
    ORGANIZATION: { description: 'An organisation, a government or its seat: "the Treasury", "Tehran".' },
    GROUP: { description: 'Several parties acting together.' },
    UNKNOWN: { description: 'Not known.' },
  },
})

const filterInput = builder.inputType('SpeakerFilter', {
  description: 'Which speakers: all conditions given hold. Null is an error, an empty list matches nothing.',
  fields: (t) => ({
    name: t.string({ description: 'Part of the name or an alias; case and diacritics do not matter.' }),
    kinds: t.field({ type: [SpeakerKind], description: 'Of one of these kinds.' }),
  }),
})

type SpeakerFilter = typeof filterInput.$inferInput

export const speakers: List<SpeakerFilter> = {
  model: 'Speaker',
  from: sql`"Speaker" t`,
  orders: {
    NAME: [{ column: sql`t."nameFolded"`, type: 'text' }],
    CREATED_AT: [{ column: sql`t."createdAt"`, type: 'timestamptz' }],
    UPDATED_AT: [{ column: sql`t."updatedAt"`, type: 'timestamptz' }],
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  orderInput: orderInput(
    'Speaker',
    {
      NAME: 'The name, case and diacritics folded.',
      CREATED_AT: 'When they came into the record.',
      UPDATED_AT: 'When they last changed.',
    },
    'ASC',
  ),
  filterInput,
  where: ({ name, kinds }) => [
    ...(name == null ? [] : [named(name)]),
    ...(kinds == null ? [] : [anyOf(sql`t.kind`, kinds, '"SpeakerKind"')]),
  ],
}

/** The two halves each have a trigram index; an OR of a column and a sub-query would read the whole table. */
function named(name: string): Sql {
  const like = containing(fold(name))
  return sql`t.id IN (SELECT id FROM "Speaker" WHERE "nameFolded" LIKE ${like}
    UNION SELECT "speakerId" FROM "Alias" WHERE "nameFolded" LIKE ${like})`
}
