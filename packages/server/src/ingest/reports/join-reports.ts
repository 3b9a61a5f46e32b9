import { canonicalTextOf, MOST_REPORTS, type Report } from '../../record/utterance/report.js'
import { alignQuotes } from '../../text/align-quotes.js'
import { type QuoteWord, quoteWords } from '../../text/quote-words.js'

/**
 * The fewest quoted words of a report that is compared. People say shorter phrases on many occasions: "we do not comment
 * on ongoing investigations" has seven words. Among the 1,221 quotations of eight words or more in the corpora of
 * `npm run bench -- extract`, no two by different speakers reach {@link MIN_SIMILARITY}.
 */
export const FEWEST_WORDS = 8

/** The lowest similarity of two reports of one act, see `alignQuotes`: one word of four may differ. */
export const MIN_SIMILARITY = 0.75

/** The most pairs of words that are compared for one article. They take about half a second. */
const MOST_PAIRS = 2_000_000

/** What statements of other articles report: a stored utterance, or a single report that has none yet. */
export interface ActOfSpeech {
  utteranceId: string | null
  /** The text of the utterance that a person wrote; null when nobody has. */
  canonicalText: string | null
  /** The reports that are not hidden or rejected, see `read-reports.ts`. */
  reports: readonly Report[]
  /** UUIDs of all statements that belong to the act. */
  memberIds: readonly string[]
}

/** A report that may belong to an act. */
export interface NewReport extends Report {
  words: readonly QuoteWord[]
  /** The reports of other articles that share the most words with it. */
  alike: readonly Report[]
}

/** The reports that join an act of speech. An act that is no utterance yet becomes one. */
export interface Joining {
  act: ActOfSpeech
  joined: Report[]
}

/**
 * Joins each report to the act of speech with the most similar words, if they are similar enough. Utterances go before
 * single reports.
 *
 * A report is compared with the canonical text of an act, not with each of its reports: otherwise a report of one
 * sentence would join two speeches that both contain the sentence. A report may also be near to further single reports.
 * Those that are near to the canonical text, too, join the same act. Stored utterances are never joined to each other.
 */
export function joinReports(reports: readonly NewReport[], acts: readonly ActOfSpeech[]): Joining[] {
  const all = acts.map((act): Joining => ({ act, joined: [] }))
  const joiningOf = new Map(all.flatMap((one) => one.act.reports.map(({ id }) => [id, one])))
  const compare = createComparer()
  const bring = (to: Joining, joined: readonly Report[]) => {
    to.joined.push(...joined)
    for (const { id } of joined) joiningOf.set(id, to)
  }
  for (const report of reports) {
    const near = [...new Set(report.alike.flatMap(({ id }) => joiningOf.get(id) ?? []))]
      .map((one) => ({ one, similarity: compare(report.words, wordsOf(one)) }))
      .filter(({ one, similarity }) => similarity >= MIN_SIMILARITY && hasRoom(one, 1))
      .sort((a, b) => loose(a.one) - loose(b.one) || b.similarity - a.similarity || inOrder(a.one, b.one))
    const [best, ...further] = near.map(({ one }) => one)
    if (!best) continue
    bring(best, [report])
    for (const other of further) {
      const others = reportsOf(other)
      if (other.act.utteranceId !== null || !hasRoom(best, others.length)) continue
      if (compare(wordsOf(best), wordsOf(other)) < MIN_SIMILARITY) continue
      bring(best, others)
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

/** Sorts the act that came into the record first to the front. */
const inOrder = ({ act: a }: Joining, { act: b }: Joining): number =>
  (a.memberIds[0] ?? '') < (b.memberIds[0] ?? '') ? -1 : 1

/** Creates a function that compares words until {@link MOST_PAIRS} is used up, and then gives 0. */
function createComparer() {
  let left = MOST_PAIRS
  return (a: readonly QuoteWord[], b: readonly QuoteWord[]): number => {
    const pairs = a.length * b.length
    if (Math.min(a.length, b.length) < FEWEST_WORDS || pairs > left) return 0
    left -= pairs
    return alignQuotes(a, b)?.similarity ?? 0
  }
}
