import { type Embed, type EmbeddedReader, plannerOf } from '@onrecord/pothos-read-plan'
import type { GraphQLResolveInfo } from 'graphql'
import { allOf, anyOf, asSql, join, raw, type Sql, sql } from '../database/sql.js'
import { badUserInput } from '../record/errors.js'
import { decodeGlobalId } from '../record/global-id.js'
import { NOUN_NAMES, type NounName } from '../record/nouns.js'
import { shownChain } from '../record/visibility/shown-ids.js'
import { type View, viewOf } from '../record/visibility/view.js'
import type { Context } from './context.js'

/** The largest number of ids that `nodes` takes. */
export const MOST_NODES = 100

/** Ids and rows of objects: `[["Statement", id, row], …]`. */
type FoundNodes = [NounName, string, unknown][] | null

/**
 * The value of a field that gives the objects of global ids: one entry for each id, in order; null where there is no such
 * object, or the viewer may not see it.
 *
 * @throws RequestError BAD_USER_INPUT for more than {@link MOST_NODES} ids, or one that this service did not give out.
 */
export function nodesOf(globalIds: readonly string[], { viewer }: Context, embed: Embed) {
  if (globalIds.length > MOST_NODES) {
    throw badUserInput(`ids has ${globalIds.length} ids: pass at most ${MOST_NODES}`)
  }
  const ids = globalIds.map(decodeGlobalId)
  const view = viewOf(viewer)
  const found = [...Map.groupBy(ids, ({ type }) => type)].map(([noun, ofNoun]) =>
    nodesOfNoun(
      noun,
      ofNoun.map(({ id }) => id),
      view,
      embed,
    ),
  )
  return {
    select:
      found.length === 0
        ? sql`SELECT NULL::json`
        : sql`SELECT json_agg(n.v) FROM (${join(found, ' UNION ALL ')}) n(v)`,
    read(json: FoundNodes, rows: EmbeddedReader) {
      const byId = new Map((json ?? []).map(([noun, id, row]) => [`${noun}:${id}`, rows.row(0, noun, row)]))
      return ids.map(({ type, id }) => byId.get(`${type}:${id}`) ?? null)
    },
  }
}

function nodesOfNoun(noun: NounName, ids: readonly string[], view: View, embed: Embed): Sql {
  const row = asSql(embed.row(0, noun, sql`t.id = c.kept`))
  const wanted = anyOf(sql`t.id`, [...new Set(ids)], 'uuid')
  return sql`SELECT json_build_array(${raw(`'${noun}'`)}, c.id, ${row})
    FROM (${shownChain(noun, view, { where: wanted })}) c`
}

/** All object types that a global id can stand for. */
export const NODE_TYPES: readonly string[] = NOUN_NAMES

/**
 * Reads objects for a resolver with code of its own, with what the operation selects of them.
 *
 * @param path the fields from the field that is resolved down to where the objects stand.
 * @param where a further condition on the rows `t`.
 * @returns the objects by UUID; the caller has checked that the viewer may see them, unless `where` does.
 */
export const readObjects = (
  context: Context,
  info: GraphQLResolveInfo,
  type: NounName,
  ids: readonly string[],
  path: readonly string[] = [],
  where: Sql = sql`TRUE`,
): Promise<Map<string, object>> =>
  plannerOf(info.schema).rows(context, info, { type, path }, allOf([anyOf(sql`t.id`, ids, 'uuid'), where]))
