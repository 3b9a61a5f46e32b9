import type { StatementKind } from '../generated/prisma/enums.js'
import { quoteWords } from '../search/quote-words.js'
import { GAP } from '../statement/save-statements.js'

/** A statement as a report of an act of speech. */
export interface Report {
  id: string
  kind: StatementKind
  text: string
}

/** Most statements that report one utterance. */
export const MOST_REPORTS = 200

/** A stretch in quotation marks; single ones are left to apostrophes. The last mark may be missing at the end. */
const QUOTED = /“([^”]*)(?:”|$)|"([^"]*)(?:"|$)|«([^»]*)(?:»|$)|„([^“”]*)(?:[“”]|$)/g

const MARKS = /^["“„«‘'](.*)["”“»’']$/s

/**
 * The words that a report gives as those of the speaker, without the marks around them: of a DIRECT statement all, of
 * a MIXED one those in quotation marks. Empty for an INDIRECT one, whose words are the reporter's.
 */
export function quotedText({ kind, text }: Pick<Report, 'kind' | 'text'>): string {
  if (kind === 'INDIRECT') return ''
  const parts =
    kind === 'MIXED'
      ? [...text.matchAll(QUOTED)].map((found) => found.slice(1).find((part) => part !== undefined) ?? '')
      : text.split(GAP).map((part) => part.replace(MARKS, '$1'))
  return parts.join(GAP)
}

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
