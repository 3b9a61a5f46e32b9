import { readBy } from '@onrecord/pothos-read-plan'
import { allOf, asSql, join, raw, type Sql, sql, startingWith } from '../../database/sql.js'
import { badUserInput } from '../../record/errors.js'
import { checkWords } from '../../record/lists/conditions.js'
import { conditionsOf, type List } from '../../record/lists/list.js'
import { speakers } from '../../record/speaker/list.js'
import { topics } from '../../record/topic/list.js'
import type { Seeing } from '../../record/viewer.js'
import { fold } from '../../text/fold.js'
import { builder } from '../builder.js'
import type { Context } from '../context.js'
import { SearchHit } from './search-field.js'

const [DEFAULT, MOST] = [10, 50]

const SOURCES = {
  SPEAKER: { list: speakers as List, model: 'Speaker', alias: sql`"Alias"`, owner: sql`"speakerId"` },
  TOPIC: { list: topics as List, model: 'Topic', alias: sql`"TopicAlias"`, owner: sql`"topicId"` },
} as const

type SuggestType = keyof typeof SOURCES

const SuggestTypeRef = builder.enumType('SuggestType', {
  description: 'The types of what has names to complete; only some of what can be searched.',
  values: {
    SPEAKER: { description: 'Speakers, by name and aliases.' },
    TOPIC: { description: 'Topics, by name and aliases.' },
  } as const,
})

interface Suggestion {
  name: string
  node: object
}

const SuggestionType = builder.objectRef<Suggestion>('Suggestion').implement({
  description: 'A name that goes on as typed, and the object that has it.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name or alias that goes on as typed.' }),
    node: t.field({
      type: SearchHit,
      complexity: 0,
      description: 'The object that has the name: a Speaker or a Topic.',
      resolve: ({ node }) => node as never,
    }),
  }),
})

builder.queryField('suggest', (t) =>
  t.field({
    type: [SuggestionType],
    description:
      'Names and aliases with words that begin as typed, for a field that completes names: `pas`, `ew pa`. Names that begin so come limit; each object once.',
    args: {
      prefix: t.arg.string({
        required: true,
        description: 'What is typed so far, at most 100 characters; case and diacritics do not matter.',
      }),
      types: t.arg({
        type: [SuggestTypeRef],
        description: 'The types of objects whose names are completed; all by default.',
      }),
      limit: t.arg.int({ description: `How many: 1 to ${MOST}, ${DEFAULT} by default.` }),
    },
    complexity: ({ limit }) => ({ field: 1, multiplier: Math.max(1, limit ?? DEFAULT) }),
    ...readBy<SuggestArguments, Context>({
      embeds: [{ path: ['node'], types: Object.values(SOURCES).map(({ model }) => model) }],
      value({ prefix, types, ...args }, context, embed) {
        const limit = args.limit ?? DEFAULT
        if (types === null) throw badUserInput('types is null: leave it out for all')
        if (types?.length === 0) throw badUserInput('types is empty: name a type, or leave it out for all')
        if (limit < 1 || limit > MOST) throw badUserInput(`limit is ${limit}: ask for 1 to ${MOST}`)
        if (prefix.length > 100)
          throw badUserInput(`prefix is ${prefix.length} characters long: pass at most 100`)
        const kinds = [...new Set(types ?? (Object.keys(SOURCES) as SuggestType[]))]
        const cases = kinds.map((type) => {
          const row = asSql(embed.row(0, SOURCES[type].model, sql`t.id = s.id`))
          return sql`WHEN ${raw(`'${type}'`)} THEN ${row}`
        })
        const names = namesSql(context, fold(checkWords(prefix, 'prefix')), kinds, limit)
        return {
          select: sql`SELECT json_agg(json_build_array(s.type, s.name, CASE s.type ${join(cases, ' ')} END)
            ORDER BY s.begins DESC, s."nameFolded", s.id) FROM (${names}) s`,
          read: (found: [SuggestType, string, unknown][] | null, rows) =>
            (found ?? []).map(([type, name, row]) => ({ name, node: rows.row(0, SOURCES[type].model, row) })),
        }
      },
    }),
  }),
)

interface SuggestArguments {
  prefix: string
  types?: readonly SuggestType[] | null
  limit?: number | null
}

/** SQL that finds names with words that begin as typed, the best name of each object. */
function namesSql(seeing: Seeing, prefix: string, types: readonly SuggestType[], limit: number): Sql {
  const words = prefix.match(/[\p{L}\p{N}]+/gu) ?? []
  // Words have only letters and digits, so that none of them is read as an operator of a tsquery.
  const query = words.map((word) => `'${word}':*`).join(' & ')
  const named = types.map((type) => {
    const { list, alias, owner } = SOURCES[type]
    const conditions = conditionsOf(list, {}, seeing)
    const matches = sql`name_vector(n."nameFolded") @@ ${query}::tsquery`
    return sql`SELECT ${raw(`'${type}'`)} AS type, t.id, n.name, n."nameFolded" FROM (
        SELECT n.id, n.name, n."nameFolded" FROM ${raw(`"${SOURCES[type].model}"`)} n WHERE ${matches}
        UNION ALL SELECT n.${owner}, n.name, n."nameFolded" FROM ${alias} n WHERE ${matches}) n
      JOIN ${list.from} ON t.id = n.id WHERE ${allOf(conditions)}`
  })
  return sql`SELECT * FROM (
      SELECT DISTINCT ON (id) *, "nameFolded" LIKE ${startingWith(prefix)} AS begins
      FROM (${join(named, ' UNION ALL ')}) n ORDER BY id, begins DESC, length(name), name) d
    ORDER BY begins DESC, "nameFolded", id LIMIT ${raw(String(limit))}`
}
