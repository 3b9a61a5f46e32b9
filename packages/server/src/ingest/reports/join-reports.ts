import { canonicalTextOf, MOST_REPORTS, type Report } from '../../record/utterance/report.js'
import { alignQuotes } from '../../text/align-quotes.js'
import { type QuoteWord, quoteWords } from '../../text/quote-words.js'

/**
 * Fewest quoted words of a report. Shorter ones are said again and again, on any occasion: "we do not comment on
 * ongoing investigations" has seven. From eight on, no two quotations of different speakers in the corpora of
 * `npm run bench -- extract`, 1,221 of them, are as near as {@link MIN_SIMILARITY}.
 */
export const FEWEST_WORDS = 8

/** How near the words of two reports are at least, see `alignQuotes`: one word of four may be another one. */
export const MIN_SIMILARITY = 0.75

/** Pairs of words that are compared for one article; about half a second. */
const MOST_PAIRS = 2_000_000

/** What statements of other articles report: an utterance, or a single one that none has been made for. */
export interface ActOfSpeech {
  utteranceId: string | null
  /** As a person wrote it. */
  canonicalText: string | null
  /** Those that count, see `read-reports.ts`. */
  reports: readonly Report[]
  /** All statements that belong to it. */
  memberIds: readonly string[]
}

/** A report that may belong to an act. */
export interface NewReport extends Report {
  words: readonly QuoteWord[]
  /** Those that share most words with it. */
  alike: readonly Report[]
}

/** Reports that come to an act of speech, with it one more utterance when it was none. */
export interface Joining {
  act: ActOfSpeech
  joined: Report[]
}

/**
 * Joins each report with the act of speech whose words are nearest to its own, if they are near enough: with an
 * utterance, if there is one. The words of an act are its canonical text, not those of any report: else two speeches in
 * which one sentence is the same would become one by way of a report of that sentence. A report that is near to single
 * ones, too, brings those with it that are near to what was said then; utterances that there are already stay apart.
 */
export function joinReports(own: readonly NewReport[], acts: readonly ActOfSpeech[]): Joining[] {
  const all = acts.map((act): Joining => ({ act, joined: [] }))
  const joiningOf = new Map(all.flatMap((one) => one.act.reports.map(({ id }) => [id, one])))
  const compare = comparer()
  const bring = (to: Joining, reports: readonly Report[]) => {
    to.joined.push(...reports)
    for (const { id } of reports) joiningOf.set(id, to)
  }
  for (const report of own) {
    const near = [...new Set(report.alike.flatMap(({ id }) => joiningOf.get(id) ?? []))]
      .map((one) => ({ one, similarity: compare(report.words, wordsOf(one)) }))
      .filter(({ one, similarity }) => similarity >= MIN_SIMILARITY && hasRoom(one, 1))
      .sort((a, b) => loose(a.one) - loose(b.one) || b.similarity - a.similarity || inOrder(a.one, b.one))
    const [best, ...others] = near.map(({ one }) => one)
    if (!best) continue
    bring(best, [report])
    for (const other of others) {
      const reports = reportsOf(other)
      if (other.act.utteranceId !== null || !hasRoom(best, reports.length)) continue
      if (compare(wordsOf(best), wordsOf(other)) < MIN_SIMILARITY) continue
      bring(best, reports)
      other.joined = []
    }
  }
  return all.filter(({ joined }) => joined.length > 0)
}

const reportsOf = ({ act, joined }: Joining): Report[] => [...act.reports, ...joined]

const wordsOf = (one: Joining) => quoteWords(canonicalTextOf(one.act.canonicalText, reportsOf(one)))

const hasRoom = ({ act, joined }: Joining, more: number) =>
  act.memberIds.length + joined.length + more <= MOST_REPORTS

const loose = ({ act }: Joining): number => Number(act.utteranceId === null)

/** The one that came first into the record. */
const inOrder = ({ act: a }: Joining, { act: b }: Joining): number =>
  (a.memberIds[0] ?? '') < (b.memberIds[0] ?? '') ? -1 : 1

/** Compares words as long as the work stays bounded; what would be too much counts as unlike. */
function comparer() {
  let left = MOST_PAIRS
  return (a: readonly QuoteWord[], b: readonly QuoteWord[]): number => {
    const pairs = a.length * b.length
    if (Math.min(a.length, b.length) < FEWEST_WORDS || pairs > left) return 0
    left -= pairs
    return alignQuotes(a, b)?.similarity ?? 0
  }
}
