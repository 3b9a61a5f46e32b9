import { raw, type Sql, sql, startingWith } from '../../database/sql.js'
import { fold } from '../../text/fold.js'
import { hasOnlyStopWords } from '../../text/stop-words.js'
import { badUserInput } from '../errors.js'
import { type AliasedNoun, NOUNS } from '../nouns.js'

/** Most values of a list in a filter. */
const MOST_VALUES = 500

/**
 * Checks the rules of every filter: no field is null, which would silently match everything, and no list is too long.
 *
 * @throws RequestError BAD_USER_INPUT naming the field.
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
 * The LIKE pattern that finds a part of a name in a folded column. Wildcards in the part are taken literally.
 *
 * @param at where the part stands in the input: "filter.name".
 * @throws RequestError BAD_USER_INPUT when it is empty, which would silently match everything.
 */
export function containing(part: string, at: string): string {
  const folded = fold(part)
  if (folded === '') throw badUserInput(`${at} is empty: pass a part of the ${at.split('.').at(-1)}`)
  return `%${startingWith(folded)}`
}

/**
 * The condition that the name of the row `t`, or one of its aliases, contains a part. A UNION lets PostgreSQL use the
 * trigram index of each half; an OR of a column and a sub-query would read the whole table.
 */
export function named(noun: AliasedNoun, part: string, at: string): Sql {
  const { table, column } = NOUNS[noun].aliases
  const like = containing(part, at)
  return sql`t.id IN (SELECT id FROM ${raw(`"${noun}"`)} WHERE "nameFolded" LIKE ${like}
    UNION SELECT ${raw(`"${column}"`)} FROM ${raw(`"${table}"`)} WHERE "nameFolded" LIKE ${like})`
}

/**
 * The condition that a row's text has the words of a web search, stemmed in the language of the row. The first half can
 * use an index, because its query does not depend on the row. The second half negates twice, so that the planner
 * expects nearly every row to meet it; without that it would expect few, because it does not know the query.
 *
 * @param row alias of a table with the columns `language` and `searchVector`.
 */
export const matching = (row: Sql, words: string): Sql =>
  sql`(${row}."searchVector" @@ any_language_query(${words})
    AND NOT (${row}."searchVector" @@ !!${inItsLanguage(row, words)}))`

/** The query of a web search in the language of a row. It is parsed once for each language, not once for each row. */
const inItsLanguage = (row: Sql, words: string): Sql =>
  inConfiguration(sql`(SELECT web_queries(${words}))`, row)

/** Of the readings of a query, one for each language that is stemmed, that in the language of a row. */
export const inConfiguration = (readings: Sql, row: Sql): Sql =>
  sql`${readings}[array_position(search_configurations(), search_configuration(${row}.language))]`

/** Gives back the words. @throws RequestError BAD_USER_INPUT when they have neither a letter nor a digit. */
export function checkWords(words: string, at: string): string {
  if (!/[\p{L}\p{N}]/u.test(words)) throw badUserInput(`${at} has no word: pass a word to look for`)
  return words
}

/** Most characters of a web search. */
const LONGEST_SEARCH = 500

/**
 * Gives back the words of a web search.
 *
 * @throws RequestError BAD_USER_INPUT when it is too long, has no word, or has only words that nearly every text has.
 */
export function checkSearch(words: string, at: string): string {
  if (words.length > LONGEST_SEARCH) {
    throw badUserInput(`${at} is ${words.length} characters long: pass at most ${LONGEST_SEARCH}`)
  }
  if (hasOnlyStopWords(checkWords(words, at))) throw tooCommon(at)
  return words
}

/** The error for a search of stop words only, which PostgreSQL leaves out of its index. */
export const tooCommon = (at: string) =>
  badUserInput(`${at} has only words that nearly every text has, such as "the": add a rarer one`)

/**
 * A country code of ISO 3166-1 alpha-2 in capitals.
 *
 * @throws RequestError BAD_USER_INPUT when it does not have two letters.
 */
export function checkCountry(code: string, at: string): string {
  if (/^[A-Za-z]{2}$/.test(code)) return code.toUpperCase()
  throw badUserInput(`${at} is not two letters: pass a code of ISO 3166-1 such as "GB"`)
}

/** The days that a list is narrowed to, both included. An absent day does not narrow. */
interface Span {
  from: string | null | undefined
  until: string | null | undefined
  /** Whether rows without any date are kept. */
  includeUndated?: boolean
  /** The names of the two fields, for messages: "filter.saidFrom … saidUntil". */
  names: string
}

/**
 * The conditions that a partial date lies between two days with every day that it may stand for. A date of which only
 * the last day is known counts as that day. A date without a last day is never before `until`.
 *
 * @param date the columns of its first and last day, and `sort`: the condition on the column that an order's index
 *   begins with, which holds the first day, or the last when there is no first.
 * @throws RequestError BAD_USER_INPUT when the span ends before it begins.
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
