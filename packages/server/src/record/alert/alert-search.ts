import type { ReadRows } from '../../database/database.js'
import { allOf, anyOf, type Sql, sql } from '../../database/sql.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { alignQuotations, quotationOf, versionsOf } from '../../text/align-quotations.js'
import type { TextPosition } from '../../text/text-position.js'
import { conditionsOf } from '../lists/list.js'
import { quoteCandidates } from '../search/quote-candidates.js'
import type { StatementFilter } from '../statement/filter.js'
import { statements } from '../statement/list.js'
import type { Viewer } from '../viewer.js'
import { AskedIds } from '../visibility/asked-ids.js'

/** What an alert looks for: statements that a filter keeps, and that have the words of a quotation if there is one. */
export interface AlertSearch {
  filter: StatementFilter
  quote: string | null
  /** The least similarity to the quotation, 0 to 1. */
  minSimilarity: number
}

/** What of a statement matched, in UTF-16 code units of its text: the words looked for, or those of the quotation. */
export interface Matched {
  ranges: TextPosition[]
  /** How similar they are to the quotation, 0 to 1; null without one. */
  similarity: number | null
}

export interface AlertHit {
  id: string
  matched: Matched
}

/** Stand around the words that were looked for. They are in no text, for Unicode gives them no meaning. */
const [OPENS, CLOSES] = ['\uE000', '\uE001']
const MARKS = /[\uE000\uE001]/u

/**
 * The statements among some that a search finds, as a viewer may see them now.
 *
 * @param ids null for all statements.
 * @param most how many are given at most.
 */
export async function searchAmong(
  prisma: PrismaClient,
  { filter, quote, minSimilarity }: AlertSearch,
  viewer: Viewer,
  ids: readonly string[] | null,
  most: number,
): Promise<AlertHit[]> {
  if (ids?.length === 0) return []
  const rows = await foundRows(prisma, filter, viewer, ids, most)
  if (quote === null)
    return rows.map(({ id, marked }) => ({ id, matched: { ranges: rangesOf(marked), similarity: null } }))
  const asked = quotationOf(quote)
  return rows.flatMap(({ id, text }) => {
    const alignment = alignQuotations(asked, quotationOf(text))
    if (!alignment || alignment.similarity < minSimilarity) return []
    const { similarity, position } = alignment
    return [{ id, matched: { ranges: [position], similarity } }]
  })
}

/** {@link searchAmong} for the whole record. */
export async function searchAll(
  { prisma, read }: { prisma: PrismaClient; read: ReadRows },
  search: AlertSearch,
  viewer: Viewer,
  most: number,
): Promise<AlertHit[]> {
  const { quote, minSimilarity } = search
  if (quote === null) return searchAmong(prisma, search, viewer, null, most)
  const quotes = versionsOf(quotationOf(quote)).map((words) => ({ quote, words }))
  const reading = { prisma, read, viewer, askedIds: new AskedIds() }
  const ids = (await quoteCandidates(reading, quotes, minSimilarity)).map(({ id }) => id)
  return searchAmong(prisma, search, viewer, ids, most)
}

interface FoundRow {
  id: string
  text: string
  /** The text with the words that were looked for marked. */
  marked: string
}

async function foundRows(
  prisma: PrismaClient,
  filter: StatementFilter,
  viewer: Viewer,
  ids: readonly string[] | null,
  most: number,
): Promise<FoundRow[]> {
  const among = ids === null ? [] : [anyOf(sql`t.id`, ids, 'uuid')]
  for (const askedIds = new AskedIds(); ; ) {
    const conditions = conditionsOf(statements, filter, { viewer, askedIds }, { few: ids !== null })
    const rows = await prisma.$queryRaw<FoundRow[]>(sql`SELECT t.id::text, t.text, ${marked(filter)} AS marked
      FROM "Statement" t WHERE ${allOf([...among, ...conditions])} LIMIT ${most}`)
    const check = askedIds.check()
    const [found] = check ? await prisma.$queryRaw<{ found: never }[]>(sql`SELECT (${check}) AS found`) : []
    if (askedIds.learn(found?.found ?? null)) return rows
  }
}

const marked = ({ text }: StatementFilter): Sql =>
  text == null
    ? sql`t.text`
    : sql`ts_headline(search_configuration(t.language), t.text, any_language_query(${text}),
        ${`HighlightAll=true, StartSel=${OPENS}, StopSel=${CLOSES}`})`

/** The ranges of a text that marks stand around. */
function rangesOf(marked: string): TextPosition[] {
  let at = 0
  return marked.split(MARKS).flatMap((piece, index) => {
    const range = { start: at, end: at + piece.length }
    at = range.end
    return index % 2 === 1 ? [range] : []
  })
}
