import { SpeakerKind as Kinds } from '../generated/prisma/enums.js'
import { builder } from '../schema/builder.js'
import { anyOf, containing, type Sql, sql } from '../schema/filter.js'
import { idOf } from '../schema/global-id.js'
import { type List, orderInput } from '../schema/list.js'
import { AffiliationFilterInput, affiliationConditions } from './affiliation-filter.js'
import { MOST_DUPLICATES, possibleDuplicates } from './possible-duplicates.js'

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
    affiliation: t.field({
      type: AffiliationFilterInput,
      description: 'Holds or held such an office.',
    }),
    possibleDuplicatesOf: t.id({
      description: `May be the same as this speaker, by the names and aliases: nearly the same letters, or all words of one in the other, an initial for any name that begins so; at most ${MOST_DUPLICATES}, the most alike. Not the speaker itself, nor one that a person split off from it.`,
    }),
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
  where: ({ name, kinds, affiliation, possibleDuplicatesOf }, at, view) => [
    // What was merged into another is that other one.
    sql`t."mergedIntoId" IS NULL`,
    ...(name == null ? [] : [named(containing(name, `${at}.name`))]),
    ...(kinds == null ? [] : [anyOf(sql`t.kind`, kinds, '"SpeakerKind"')]),
    ...(affiliation == null
      ? []
      : [
          sql`t.id IN (SELECT f."speakerId" FROM "Affiliation" f
            WHERE ${affiliationConditions(affiliation, `${at}.affiliation`, view)})`,
        ]),
    ...(possibleDuplicatesOf == null
      ? []
      : [possibleDuplicates(idOf('Speaker', possibleDuplicatesOf, `${at}.possibleDuplicatesOf`), view)]),
  ],
}

/** The two halves each have a trigram index; an OR of a column and a sub-query would read the whole table. */
function named(like: string): Sql {
  return sql`t.id IN (SELECT id FROM "Speaker" WHERE "nameFolded" LIKE ${like}
    UNION SELECT "speakerId" FROM "Alias" WHERE "nameFolded" LIKE ${like})`
}
