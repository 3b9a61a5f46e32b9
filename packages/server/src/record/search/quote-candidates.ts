import { allOf, raw, sql } from '../../database/sql.js'
import { badUserInput } from '../errors.js'
import { conditionsOf } from '../lists/list.js'
import { statements } from '../statement/list.js'
import type { Reading } from '../viewer.js'
import { allWords, chunksOf, EVERY_LANGUAGE, lackingOf, lexemesOf, type Quote } from './quote-groups.js'

/** A statement that may be a variant of a quotation. */
export interface Candidate {
  id: string
  text: string
}

/** Statements that are read for each group of words, and for a group of a single word, which says little. */
const MOST_OF_GROUP = 200
const MOST_OF_WORD = 1_000
/** Statements that are compared. */
const MOST_COMPARED = 300

/**
 * The statements of the whole record that share most groups of words with a quotation, the most first; two SQL
 * statements.
 *
 * A variant that is similar enough lacks some of its words at most. With the words in one group more than may be
 * lacking, it has all words of at least one group, and the index of the words finds it, however many statements have
 * one or another of them.
 *
 * @throws GraphQLError BAD_USER_INPUT when the words are only such as nearly every text has.
 */
export async function quoteCandidates(
  reading: Reading,
  quote: Quote,
  minSimilarity: number,
): Promise<Candidate[]> {
  const [read = []] = await lexemesOf(reading.prisma, [quote], EVERY_LANGUAGE)
  if (read.some((lexemes) => lexemes.length === 0)) {
    throw badUserInput('text has only words that nearly every text has, such as "the": pass a longer piece')
  }
  const lacking = lackingOf(quote, minSimilarity)
  const groups = [...new Set(read.flatMap((lexemes) => groupsOf(lexemes, lacking)).map(allWords))]
  const conditions = allOf(await conditionsOf(statements, {} as never, reading))
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

/** All words; all but one, by which those that lack least are found first; and the groups of which one is whole. */
function groupsOf(lexemes: readonly string[], lacking: number): string[][] {
  const allButOne = lexemes.length > 2 ? lexemes.map((_, i) => lexemes.toSpliced(i, 1)) : []
  return [[...lexemes], ...(lexemes.length <= 12 ? allButOne : []), ...chunksOf(lexemes, lacking)]
}
