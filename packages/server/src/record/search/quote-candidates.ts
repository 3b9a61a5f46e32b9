import { allOf, raw, sql } from '../../database/sql.js'
import { badUserInput } from '../errors.js'
import { conditionsOf } from '../lists/list.js'
import { statements } from '../statement/list.js'
import type { Reading } from '../viewer.js'
import { allWords, chunksOf, EVERY_LANGUAGE, lackingOf, lexemesOf, type Quote } from './quote-groups.js'

/** A statement whose words may be a variant of a quotation. */
export interface Candidate {
  id: string
  text: string
}

/** Most statements that are found by each group of several words. */
const MOST_OF_GROUP = 200
/** Most statements that are found by each group of a single word, which many statements have. */
const MOST_OF_WORD = 1_000
/** Most statements that are returned to be compared with the quotation. */
const MOST_COMPARED = 300

/** How many words of a quotation may be written as two, or as one with their neighbour: "can not", "e-mail". */
const WRITTEN_OTHERWISE = 2

/**
 * Finds the statements that share the most groups of words with a quotation, the best first, with two SQL statements.
 *
 * A statement that is similar enough lacks at most n words of the quotation. When the words are divided into n + 1
 * groups, such a statement has all words of at least one group, so that the text search index finds it by that group.
 *
 * @param quotes the quotation, and parts of it that are looked for alone.
 * @throws RequestError BAD_USER_INPUT when the quotation has only words that nearly every text has.
 */
export async function quoteCandidates(
  reading: Reading,
  quotes: readonly Quote[],
  minSimilarity: number,
): Promise<Candidate[]> {
  const read = await lexemesOf(reading.prisma, quotes, EVERY_LANGUAGE)
  if (read[0]?.some((lexemes) => lexemes.length === 0)) {
    throw badUserInput('text has only words that nearly every text has, such as "the": pass a longer piece')
  }
  const lacking = quotes.map((quote) => lackingOf(quote, minSimilarity) + WRITTEN_OTHERWISE)
  const ofQuotes = read.flatMap((some, i) =>
    some.flatMap((lexemes) => groupsOf(lexemes, lacking[i] as number)),
  )
  const groups = [...new Set(ofQuotes.filter((group) => group.length > 0).map(allWords))]
  const conditions = allOf(conditionsOf(statements, {} as never, reading))
  const found = (single: boolean, most: number) => sql`
    SELECT n.id FROM unnest(${groups.filter((group) => !group.includes('&') === single)}::text[]) g(query)
    CROSS JOIN LATERAL (SELECT t.id FROM "Statement" t
      WHERE ${conditions} AND t."searchVector" @@ g.query::tsquery LIMIT ${raw(String(most))}) n`
  return reading.prisma.$queryRaw<Candidate[]>(sql`
    SELECT t.id::text, t.text FROM (
      SELECT id, count(*) AS shared FROM (${found(false, MOST_OF_GROUP)} UNION ALL ${found(true, MOST_OF_WORD)}) f
      GROUP BY id ORDER BY shared DESC, id DESC LIMIT ${raw(String(MOST_COMPARED))}) s
    JOIN "Statement" t ON t.id = s.id ORDER BY s.shared DESC, t.id DESC`)
}

/**
 * The groups of words to search by: all words; for quotations of up to 12 words also all words but one, so that the
 * closest statements share the most groups; and the groups of `chunksOf`.
 */
function groupsOf(lexemes: readonly string[], lacking: number): string[][] {
  const allButOne = lexemes.length > 2 ? lexemes.map((_, i) => lexemes.toSpliced(i, 1)) : []
  return [[...lexemes], ...(lexemes.length <= 12 ? allButOne : []), ...chunksOf(lexemes, lacking)]
}
