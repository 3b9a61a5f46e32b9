import { sql } from '../../database/sql.js'
import { type SearchTerm, termsIn } from '../../text/search-terms.js'
import { badUserInput } from '../errors.js'
import { checkSearch, tooCommon } from '../lists/conditions.js'
import type { Reading } from '../viewer.js'

/** The terms of a search, by PostgreSQL's text search configuration: "english", "simple" … */
export type SearchWords = ReadonlyMap<string, readonly SearchTerm[]>

/**
 * Parses a web search in every language that is stemmed.
 *
 * @throws RequestError BAD_USER_INPUT naming `query` when it has nothing to look for.
 */
export async function readSearch({ prisma }: Reading, query: string): Promise<SearchWords> {
  checkSearch(query, 'query')
  const readings = await prisma.$queryRaw<{ configuration: string; tree: string }[]>(
    sql`SELECT c::text AS configuration, querytree(web_query(c, ${query})) AS tree
      FROM unnest(search_configurations()) c`,
  )
  // Texts of unknown language are read as English, so the English reading decides whether there is a word to look for.
  const english = readings.find(({ configuration }) => configuration === 'english')?.tree
  if (!english) throw tooCommon('query')
  if (english === 'T') {
    throw badUserInput('query only says what to leave out: add a word to look for')
  }
  return new Map(readings.map(({ configuration, tree }) => [configuration, termsIn(tree)]))
}
