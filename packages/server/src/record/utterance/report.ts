import type { StatementKind } from '../../generated/prisma/enums.js'
import { quoteWords } from '../../text/quote-words.js'
import type { TextPosition } from '../../text/text-position.js'
import { GAP } from '../statement/field-table.js'

/** A statement as a report of an act of speech. */
export interface Report {
  id: string
  kind: StatementKind
  text: string
}

/** Most statements that report one utterance. */
export const MOST_REPORTS = 200

/** A stretch in quotation marks; single ones are left to apostrophes. The last mark may be missing at the end. */
const QUOTED = /“([^”]*)(?:”|$)|"([^"]*)(?:"|$)|«([^»]*)(?:»|$)|„([^“”]*)(?:[“”]|$)/dg

const MARKS = /^["“„«‘'](.*)["”“»’']$/ds

type Words = Pick<Report, 'kind' | 'text'>

/**
 * Where a report gives the words of the speaker, without the marks around them: of a DIRECT statement all parts of it,
 * of a MIXED one what stands in quotation marks. Nowhere in an INDIRECT one, whose words are the reporter's.
 */
export function quotedRanges({ kind, text }: Words): TextPosition[] {
  if (kind === 'INDIRECT') return []
  if (kind === 'MIXED') return [...text.matchAll(QUOTED)].map((found) => innerRange(found))
  let end = -GAP.length
  return text.split(GAP).map((part) => {
    const start = end + GAP.length
    end = start + part.length
    const inner = MARKS.exec(part)
    return inner ? innerRange(inner, start) : { start, end }
  })
}

/** Where the first group that was found stands. */
function innerRange({ indices = [] }: RegExpExecArray, offset = 0): TextPosition {
  const [start, end] = indices.slice(1).find((range) => range !== undefined) ?? [0, 0]
  return { start: offset + start, end: offset + end }
}

/** The words of {@link quotedRanges}. */
export const quotedText = (report: Words): string =>
  quotedRanges(report)
    .map(({ start, end }) => report.text.slice(start, end))
    .join(GAP)

/**
 * The fullest of some reports: the one that quotes most words, not counting what stands in brackets; of several, the
 * one that came first into the record. It stands for what was said where no person has written that.
 */
export function fullestReport<Any extends Report>(reports: readonly Any[]): Any | undefined {
  const [fullest] = reports
    .map((report) => ({ report, words: quoteWords(quotedText(report)).length }))
    .sort((a, b) => b.words - a.words || (a.report.id < b.report.id ? -1 : 1))
  return fullest?.report
}

/**
 * What was most likely said: in the words of a person who wrote it, else in those of the fullest report; of reports
 * without any quoted words, their own. Empty when there is none.
 */
export function canonicalTextOf(written: string | null, reports: readonly Report[]): string {
  if (written !== null) return written
  const fullest = fullestReport(reports)
  return fullest ? quotedText(fullest) || fullest.text : ''
}
