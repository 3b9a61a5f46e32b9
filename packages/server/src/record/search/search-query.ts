import { type Sql, sql } from '../../database/sql.js'
import { type SearchTerm, termsIn } from '../../text/search-terms.js'
import { badUserInput } from '../errors.js'
import { tooCommon } from '../lists/conditions.js'

/** The terms of a search, by PostgreSQL's text search configuration: "english", "simple" … */
export type SearchWords = ReadonlyMap<string, readonly SearchTerm[]>

/** The readings of a search that {@link READINGS} gives: configuration and tree of the query. */
export type Readings = readonly (readonly [configuration: string, tree: string])[]

/** SQL of the readings of the query `q`, as one JSON value. */
export const READINGS: Sql = sql`
  (SELECT json_agg(json_build_array(c::text, querytree(reading)))
    FROM q CROSS JOIN unnest(search_configurations(), q.readings) r(c, reading))`

/**
 * The terms of a search.
 *
 * @throws RequestError BAD_USER_INPUT naming `query` when it has nothing to look for.
 */
export function wordsOf(readings: Readings): SearchWords {
  // Texts of unknown language are read as English, so the English reading decides whether there is a word to look for.
  const english = readings.find(([configuration]) => configuration === 'english')?.[1]
  if (!english) throw tooCommon('query')
  if (english === 'T') {
    throw badUserInput('query only says what to leave out: add a word to look for')
  }
  return new Map(readings.map(([configuration, tree]) => [configuration, termsIn(tree)]))
}
