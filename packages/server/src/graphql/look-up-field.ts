import type { InputRef } from '@pothos/core'
import { raw, type Sql, sql } from '../database/sql.js'
import { aType, idOf } from '../record/global-id.js'
import { NOUNS, type NounName } from '../record/nouns.js'
import type { ExternalIdValue } from '../record/write/external-ids.js'
import { builder } from './builder.js'
import { INCLUDE_DELETED } from './list-type.js'
import { lookUp } from './look-up.js'
import { ExternalIdInput } from './shared-types.js'

/** One key that identifies an object of a noun. */
interface Key<Value> {
  /** A scalar that is a string, or an input type. */
  type: 'ID' | 'String' | 'URL' | 'Sha256' | 'WikidataId' | InputRef<Value>
  description: string
  /** The condition on the row `t` of the object that has the key. */
  where: (value: Value) => Sql
  /** The order of the rows `t`, when several objects can have the key: the first is given. */
  orderBy?: Sql
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
export const WIKIDATA_KEY: Key<string> = {
  type: 'WikidataId',
  description: 'Its Wikidata item: `Q42`.',
  where: (wikidataId) => sql`t."wikidataId" = ${wikidataId}`,
}

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
    t.prismaField({
      type: noun as 'Topic',
      nullable: true,
      description: `The ${label} that \`by\` names; null when there is none, or you may not see it.`,
      args: {
        by: t.arg({ type, required: true, description: `What identifies the ${label}.` }),
        ...(NOUNS[noun].bin ? { includeDeleted: t.arg.boolean(INCLUDE_DELETED) } : {}),
      },
      resolve: (query, _root, { by, includeDeleted }, context) => {
        const [[name, value] = ['', null]] = Object.entries(by)
        const { where, orderBy } = keys[name] as Key<unknown>
        return lookUp(context, noun, {
          ...{ query, where: where(value), includeDeleted },
          ...(orderBy ? { orderBy } : {}),
        })
      },
    }),
  )
}

/** The keys `id` and, for a noun with external ids, `externalId`. */
function commonKeys(noun: NounName) {
  const { entityType, externalIdColumn } = NOUNS[noun]
  const id: Key<string> = {
    type: 'ID',
    description: 'Its global id.',
    where: (globalId) => sql`t.id = ${idOf(noun, globalId, 'by.id')}::uuid`,
  }
  const externalId: Key<ExternalIdValue> = {
    type: ExternalIdInput as InputRef<ExternalIdValue>,
    description: 'Its id in another system.',
    where: ({ namespace, value }) => sql`EXISTS (SELECT FROM "ExternalId" x
      WHERE x.${raw(`"${externalIdColumn}"`)} = t.id AND x.type = ${entityType}::"EntityType"
        AND x.namespace = ${namespace} AND x.value = ${value})`,
  }
  return externalIdColumn === null ? { id } : { id, externalId }
}
