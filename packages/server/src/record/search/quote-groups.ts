import type { Transaction } from '../../database/database.js'
import { type Sql, sql } from '../../database/sql.js'
import type { QuoteWord } from '../../text/quote-words.js'

/** A quotation that is looked for. */
export interface Quote {
  quote: string
  /** Of the quotation, see `quoteWords`. */
  words: readonly QuoteWord[]
}

/** All text search configurations that a statement can be read in. */
export const EVERY_LANGUAGE = sql`array_remove(search_configurations(), 'simple')`

/**
 * The words of quotations as the index of statements has them, with one SQL statement: stemmed, without those that
 * nearly every text has, in order. One list for each way in which the configurations read the quotation.
 *
 * @param configurations SQL of an array of text search configurations.
 */
export async function lexemesOf(
  tx: Pick<Transaction, '$queryRaw'>,
  quotes: readonly Quote[],
  configurations: Sql,
): Promise<string[][][]> {
  const rows = await tx.$queryRaw<{ quote: number; lexemes: string[] | null }[]>(sql`
    SELECT DISTINCT q.number::int AS quote, (SELECT array_agg(l.lexeme ORDER BY l.positions[1])
      FROM unnest(to_tsvector(c, search_fold(q.spoken))) l) AS lexemes
    FROM unnest(${quotes.map(spoken)}::text[]) WITH ORDINALITY q(spoken, number), unnest(${configurations}) c`)
  const byQuote = Map.groupBy(rows, ({ quote }) => quote)
  return quotes.map((_, index) => (byQuote.get(index + 1) ?? []).map(({ lexemes }) => lexemes ?? []))
}

/**
 * Its words with their apostrophes, by which the index takes them apart, and with what joins them, by which it does not:
 * "41/7", "3.5"; without brackets.
 */
const spoken = ({ quote, words }: Quote): string =>
  words
    .map(({ start, end }, index) => {
      const between = quote.slice(words[index - 1]?.end ?? start, start)
      return (
        (/^[^\s()[\]…]+$/.test(between) ? between : ' ') + quote.slice(start, end).replace(/[()[\]]/g, '')
      )
    })
    .join('')

/**
 * Words that follow one another, in one group more than may be lacking: what lacks no more words has all words of at
 * least one group.
 */
export function chunksOf(lexemes: readonly string[], lacking: number): string[][] {
  const count = Math.min(lacking + 1, lexemes.length)
  const ends = Array.from({ length: count + 1 }, (_, i) => Math.round((i * lexemes.length) / count))
  return ends.slice(1).map((end, i) => lexemes.slice(ends[i], end))
}

/** How many words a quotation may lack of another that it is similar enough to. */
export const lackingOf = ({ words }: Quote, minSimilarity: number): number =>
  Math.floor((1 - minSimilarity) * words.length)

/** The `tsquery` of what has all words of a group. */
export const allWords = (lexemes: readonly string[]): string =>
  [...new Set(lexemes)]
    .map((lexeme) => `'${lexeme.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`)
    .toSorted()
    .join(' & ')
