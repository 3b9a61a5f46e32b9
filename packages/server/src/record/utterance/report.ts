import type { StatementKind } from '../../generated/prisma/enums.js'
import { quoteWords } from '../../text/quote-words.js'
import { quotedStretches } from '../../text/quoted-stretches.js'
import type { TextPosition } from '../../text/text-position.js'
import { GAP } from '../statement/field-table.js'

/** A statement as a report of an act of speech. */
export interface Report {
  id: string
  kind: StatementKind
  text: string
}

/** The largest number of statements that report one utterance. */
export const MOST_REPORTS = 200

const MARKS = /^["“„«‘'].*["”“»’']$/s

type Words = Pick<Report, 'kind' | 'text'>

/**
 * The ranges of a report that hold the speaker's own words, without the marks around them: all parts of a DIRECT
 * statement, the quoted stretches of a MIXED one, and none in an INDIRECT one, whose words are the reporter's.
 */
export function quotedRanges({ kind, text }: Words): TextPosition[] {
  if (kind === 'INDIRECT') return []
  // Single marks are not taken, for they may be apostrophes.
  if (kind === 'MIXED') return quotedStretches(text)
  let end = -GAP.length
  return text.split(GAP).map((part) => {
    const start = end + GAP.length
    end = start + part.length
    return MARKS.test(part) ? { start: start + 1, end: end - 1 } : { start, end }
  })
}

/** The words in {@link quotedRanges}, joined by " […] ". */
export const quotedText = (report: Words): string =>
  quotedRanges(report)
    .map(({ start, end }) => report.text.slice(start, end))
    .join(GAP)

/**
 * The report that quotes most words; words in brackets do not count. Of several with equally many, it is the one that
 * came into the record first.
 */
export function fullestReport<Any extends Report>(reports: readonly Any[]): Any | undefined {
  const [fullest] = reports
    .map((report) => ({ report, words: quoteWords(quotedText(report)).length }))
    .sort((a, b) => b.words - a.words || (a.report.id < b.report.id ? -1 : 1))
  return fullest?.report
}

/**
 * The text of what was most likely said: the text that a person wrote, else the quoted words of the fullest report,
 * else all words of that report. Empty without reports.
 */
export function canonicalTextOf(written: string | null, reports: readonly Report[]): string {
  if (written !== null) return written
  const fullest = fullestReport(reports)
  return fullest ? quotedText(fullest) || fullest.text : ''
}
