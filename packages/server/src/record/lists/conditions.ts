import { raw, type Sql, sql, startingWith } from '../../database/sql.js'
import { fold } from '../../text/fold.js'
import { hasOnlyStopWords } from '../../text/stop-words.js'
import { badUserInput } from '../errors.js'
import { type AliasedNoun, NOUNS } from '../nouns.js'

/** Most values that a list in a filter may hold. */
const MOST_VALUES = 500

/**
 * Checks what holds for every filter: null is an error (it would silently match all), absent does not filter, a list
 * is not too long.
 *
 * @throws GraphQLError BAD_USER_INPUT naming the field.
 */
export function checkFilter(filter: object, path = 'filter'): void {
  for (const [field, value] of Object.entries(filter)) {
    if (value === null) {
      throw badUserInput(`${path}.${field} is null: leave the field out to not filter by it`)
    }
    if (Array.isArray(value) && value.length > MOST_VALUES) {
      throw badUserInput(`${path}.${field} has ${value.length} values: pass at most ${MOST_VALUES}`)
    }
  }
}

/**
 * A part of a name, to be found inside a folded column with LIKE, its wildcards taken literally.
 *
 * @param at where it stands: "filter.name".
 * @throws GraphQLError BAD_USER_INPUT when it is empty: it would silently match all.
 */
export function containing(part: string, at: string): string {
  const folded = fold(part)
  if (folded === '') throw badUserInput(`${at} is empty: pass a part of the ${at.split('.').at(-1)}`)
  return `%${startingWith(folded)}`
}

/**
 * The name of the row `t`, or one of its aliases, has such a part. The two halves of the condition each have a trigram
 * index; an OR of a column and a sub-query would read the whole table.
 */
export function named(noun: AliasedNoun, part: string, at: string): Sql {
  const { table, column } = NOUNS[noun].aliases
  const like = containing(part, at)
  return sql`t.id IN (SELECT id FROM ${raw(`"${noun}"`)} WHERE "nameFolded" LIKE ${like}
    UNION SELECT ${raw(`"${column}"`)} FROM ${raw(`"${table}"`)} WHERE "nameFolded" LIKE ${like})`
}

/**
 * The words of a web search stand in a row's text, read in the language of the row. The first condition is what an
 * index can find, for its query does not depend on the row. The second negates twice, by which the planner takes it for
 * one that nearly every row meets: it cannot know the query, and would otherwise take it for one that few rows do.
 *
 * @param row alias of a table with a `language` and a `searchVector`.
 */
export const matching = (row: Sql, words: string): Sql =>
  sql`(${row}."searchVector" @@ any_language_query(${words})
    AND NOT (${row}."searchVector" @@ !!${inItsLanguage(row, words)}))`

/** A web search as the language of a row reads it; read once in each language, for that costs more than to compare. */
export const inItsLanguage = (row: Sql, words: string): Sql =>
  sql`(SELECT web_queries(${words}))[array_position(search_configurations(), search_configuration(${row}.language))]`

/** @throws GraphQLError BAD_USER_INPUT when there is neither letter nor digit. */
export function checkWords(words: string, at: string): string {
  if (!/[\p{L}\p{N}]/u.test(words)) throw badUserInput(`${at} has no word: pass a word to look for`)
  return words
}

/** Most characters of a search by words. */
const LONGEST_SEARCH = 500

/**
 * The words of a web search.
 *
 * @throws GraphQLError BAD_USER_INPUT when it is too long, or has only words that nothing can be told apart by.
 */
export function checkSearch(words: string, at: string): string {
  if (words.length > LONGEST_SEARCH) {
    throw badUserInput(`${at} is ${words.length} characters long: pass at most ${LONGEST_SEARCH}`)
  }
  if (hasOnlyStopWords(checkWords(words, at))) throw tooCommon(at)
  return words
}

/** A search has only words that PostgreSQL leaves out. */
export const tooCommon = (at: string) =>
  badUserInput(`${at} has only words that nearly every text has, such as "the": add a rarer one`)

/**
 * A code of ISO 3166-1, in capitals.
 *
 * @throws GraphQLError BAD_USER_INPUT when it is none.
 */
export function checkCountry(code: string, at: string): string {
  if (/^[A-Za-z]{2}$/.test(code)) return code.toUpperCase()
  throw badUserInput(`${at} is not two letters: pass a code of ISO 3166-1 such as "GB"`)
}

/** The days that a list is narrowed to; absent ones do not narrow. */
interface Span {
  from: string | null | undefined
  until: string | null | undefined
  /** Whether rows of wholly unknown date are kept. */
  includeUndated?: boolean
  /** What the two are called: "filter.saidFrom … saidUntil". */
  names: string
}

/**
 * A date lies between two days, whichever of the days that it can be it is. One of which only the last day is known counts
 * as that day; one that may go on without end is not before any day.
 *
 * @param date its columns: first and last day; `sort`, what an order's index begins with: the first day, or else the last.
 * @throws GraphQLError BAD_USER_INPUT when the span ends before it begins.
 */
export function between(
  { earliest, latest, sort }: { earliest: Sql; latest: Sql; sort: (from: Sql, until: Sql) => Sql },
  { from, until, includeUndated, names }: Span,
): Sql[] {
  if (from == null && until == null) return []
  if (from != null && until != null && until < from) {
    throw badUserInput(`${names} is a range that ends before it begins: swap the two dates`)
  }
  const sorted = sort(sql`${from ?? '0001-01-01'}::date`, sql`${until ?? '9999-12-31'}::date`)
  const known =
    until == null ? sql`(${earliest} IS NOT NULL OR ${latest} IS NOT NULL)` : sql`${latest} <= ${until}::date`
  return includeUndated
    ? [sql`(${sorted} AND ${known} OR ${earliest} IS NULL AND ${latest} IS NULL)`]
    : [sorted, known]
}
