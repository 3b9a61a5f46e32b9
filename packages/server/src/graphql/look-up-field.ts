import { type OrderTerm, readBy } from '@onrecord/pothos-read-plan'
import type { InputRef } from '@pothos/core'
import { raw, type Sql, sql } from '../database/sql.js'
import { aType, idOf } from '../record/global-id.js'
import { isMergeable, NOUNS, type NounName } from '../record/nouns.js'
import type { Seeing } from '../record/viewer.js'
import { chainOf } from '../record/visibility/merge-chain.js'
import { viewOf } from '../record/visibility/view.js'
import { visible, visibleById } from '../record/visibility/visible.js'
import type { ExternalIdValue } from '../record/write/external-ids.js'
import { builder } from './builder.js'
import type { Context } from './context.js'
import { INCLUDE_DELETED } from './list-type.js'
import { ExternalIdInput } from './shared-types.js'

/** One key that identifies an object of a noun. */
interface Key<Value> {
  /** A scalar that is a string, or an input type. */
  type: 'ID' | 'String' | 'URL' | 'Sha256' | 'WikidataId' | InputRef<Value>
  description: string
  /** The condition on the row `t` of the object that has the key, or that such an object was merged into. */
  where: (value: Value, seeing: Seeing) => Sql
  /** The order of the rows `t`, when several objects can have the key: the first is given. */
  orderBy?: readonly OrderTerm[]
}

interface LookUpArguments {
  by: object
  includeDeleted?: boolean | null
}

/** Keys by their names in the input. */
type Keys<Values> = { [Name in keyof Values]: Key<Values[Name]> }

interface LookUpOptions<Values> {
  /** Stands in the description of the input type, after "Exactly one way to name a …". */
  hint?: string
  /** The keys of the noun besides `id` and `externalId`, which are added by themselves. */
  keys: Keys<Values>
}

/** The key of a noun with a column "wikidataId". */
export const wikidataKey = (noun: NounName): Key<string> => ({
  type: 'WikidataId',
  description: 'Its Wikidata item: `Q42`.',
  where: (wikidataId) => standingFor(noun, sql`t."wikidataId" = ${wikidataId}`),
})

/** The condition that the row `t` is an object that meets a condition, or that such an object was merged into. */
export const standingFor = (noun: NounName, condition: Sql): Sql =>
  isMergeable(noun) ? sql`t.id IN (SELECT c.kept FROM (${chainOf(noun, condition)}) c)` : condition

/** Adds the query of one object, `topic(by: TopicBy!)`, and the type of its argument. */
export function lookUpField<Values extends object>(
  noun: NounName,
  { hint, keys: own }: LookUpOptions<Values>,
): void {
  const keys = { ...commonKeys(noun), ...own } as Keys<Record<string, unknown>>
  const label = noun.toLowerCase()
  const type = builder.inputType(`${noun}By`, {
    isOneOf: true,
    description: `Exactly one way to name ${aType(noun).toLowerCase()}.${hint ? ` ${hint}` : ''}`,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(keys).map(([name, key]) => [
          name,
          t.field({ type: key.type as 'String', description: key.description }),
        ]),
      ),
  })
  builder.queryField(`${noun[0]?.toLowerCase()}${noun.slice(1)}`, (t) =>
    t.field({
      type: noun as never,
      nullable: true,
      description: `The ${label} that \`by\` names; null when there is none, or you may not see it.`,
      args: {
        by: t.arg({ type, required: true, description: `What identifies the ${label}.` }),
        ...(NOUNS[noun].bin ? { includeDeleted: t.arg.boolean(INCLUDE_DELETED) } : {}),
      },
      ...readBy<LookUpArguments, Context>({
        rows({ by, includeDeleted }, context) {
          const [[name, value] = ['', null]] = Object.entries(by)
          const { where, orderBy = [] } = keys[name] as Key<unknown>
          const before = context.askedIds.count
          const named = where(value, context)
          const isById = context.askedIds.count > before
          const view = viewOf(context.viewer, includeDeleted ?? false)
          const shown = isById ? visibleById(noun, view, context.askedIds) : visible(noun, view, true)
          return { model: noun, where: [named, ...shown], orderBy, limit: 1, varies: isById }
        },
      }),
    }),
  )
}

/** The keys `id` and, for a noun with external ids, `externalId`. */
function commonKeys(noun: NounName) {
  const { entityType, externalIdColumn } = NOUNS[noun]
  const id: Key<string> = {
    type: 'ID',
    description: 'Its global id.',
    where: (globalId, { askedIds }) => {
      const [id] = askedIds.kept(noun, [idOf(noun, globalId, 'by.id')])
      return sql`t.id = ${id}::uuid`
    },
  }
  const externalId: Key<ExternalIdValue> = {
    type: ExternalIdInput as InputRef<ExternalIdValue>,
    description: 'Its id in another system.',
    where: ({ namespace, value }) =>
      standingFor(
        noun,
        sql`EXISTS (SELECT FROM "ExternalId" x
          WHERE x.${raw(`"${externalIdColumn}"`)} = t.id AND x.type = ${entityType}::"EntityType"
            AND x.namespace = ${namespace} AND x.value = ${value})`,
      ),
  }
  return externalIdColumn === null ? { id } : { id, externalId }
}
