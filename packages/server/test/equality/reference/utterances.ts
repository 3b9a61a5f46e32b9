import { quoteWords } from '../../../src/text/quote-words.js'
import type { Eyes } from './eyes.js'
import type { Row, Store } from './store.js'

interface Span {
  start: number
  end: number
}

const GAP = ' […] '

/** The stretches of a statement that are the speaker's own words. */
export function ownWords({ kind, text }: Row): Span[] {
  if (kind === 'INDIRECT') return []
  const found: Span[] = []
  if (kind === 'MIXED') {
    for (const { index, 0: stretch } of text.matchAll(
      /“[^”]*(”|$)|"[^"]*("|$)|«[^»]*(»|$)|„[^“”]*([“”]|$)/g,
    )) {
      const isClosed = /["“”»]$/.test(stretch) && stretch.length > 1
      found.push({ start: index + 1, end: index + stretch.length - (isClosed ? 1 : 0) })
    }
    return found
  }
  let start = 0
  for (const part of text.split(GAP)) {
    const cut = /^["“„«‘'].*["”“»’']$/s.test(part) ? 1 : 0
    found.push({ start: start + cut, end: start + part.length - cut })
    start += part.length + GAP.length
  }
  return found
}

const spoken = (statement: Row): string =>
  ownWords(statement)
    .map(({ start, end }) => statement.text.slice(start, end))
    .join(GAP)

/**
 * The words of an utterance: as a person wrote them, else those of the report with most words, of equals the first. Rejected
 * reports do not count, whoever asks.
 *
 * @param eyes those of the caller, or of somebody who sees proposals for a caller who sees everything.
 */
export function canonicalText(store: Store, eyes: Eyes, utterance: Row): string {
  if (utterance.canonicalText !== null) return utterance.canonicalText
  const reports = store
    .where('Statement', 'utteranceId', utterance.id)
    .filter((row) => eyes.sees('Statement', row))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const length = (report: Row) => quoteWords(spoken(report)).length
  const most = Math.max(...reports.map(length))
  const fullest = reports.find((report) => length(report) === most)
  return fullest ? spoken(fullest) || fullest.text : ''
}
