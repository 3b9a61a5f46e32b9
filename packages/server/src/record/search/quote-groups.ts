import type { Transaction } from '../../database/database.js'
import { type Sql, sql } from '../../database/sql.js'
import type { QuoteWord } from '../../text/quote-words.js'

/** A quotation to look for. */
export interface Quote {
  quote: string
  /** The words of the quotation, as `quoteWords` gives them. */
  words: readonly QuoteWord[]
}

/** SQL of an array of PostgreSQL's text search configurations, one for each language that is stemmed. */
export const EVERY_LANGUAGE = sql`array_remove(search_configurations(), 'simple')`

/**
 * The words of quotations in the form of the text search index: stemmed, without stop words, in order. Takes one SQL
 * statement.
 *
 * @param configurations SQL of an array of text search configurations.
 * @returns for each quotation the different lists of words that the configurations make of it.
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
 * The quotation as the index would read it: the words with their apostrophes, with what joins two words into one, as in
 * "41/7" and "3.5", and without brackets.
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
 * Divides words into groups of neighbours, one group more than words may be lacking. A text that lacks no more words
 * has all words of at least one group.
 */
export function chunksOf(lexemes: readonly string[], lacking: number): string[][] {
  const count = Math.min(lacking + 1, lexemes.length)
  const ends = Array.from({ length: count + 1 }, (_, i) => Math.round((i * lexemes.length) / count))
  return ends.slice(1).map((end, i) => lexemes.slice(ends[i], end))
}

/** How many words of the quotation a text may lack and still be similar enough. */
export const lackingOf = ({ words }: Quote, minSimilarity: number): number =>
  Math.floor((1 - minSimilarity) * words.length)

/** The `tsquery` that finds texts with all words of a group. */
export const allWords = (lexemes: readonly string[]): string =>
  [...new Set(lexemes)]
    .map((lexeme) => `'${lexeme.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`)
    .toSorted()
    .join(' & ')
