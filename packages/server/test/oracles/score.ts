import type { Extraction, Span, StatementDraft } from '@onrecord/extract'
import { overlap } from '../../src/text/relocate.js'

/** The annotation of one article, made by a person. examples/articles/README.md has the rules. */
export interface Gold {
  docId: string
  speakers: { name: string; kind: string; aliases: string[] }[]
  mentionedNotSpeaking: string[]
  statements: {
    segments: Place[]
    kind: string
    speaker: string | null
    basis: string
    core: boolean
    topics: string[]
  }[]
  negatives: (Place & { why: string })[]
}

/** Words of the text. `occurrence`, counted from 1, says at which of their places. Default: 1. */
interface Place {
  exact: string
  occurrence?: number
}

interface Segment extends Span {
  /** The index of the statement to which the segment belongs. */
  statement: number
  core: boolean
}

/** Counts, which can be added up over articles. */
export interface Score {
  gold: number
  predicted: number
  overlap: number
  exact: number
  kind: number
  /** Matched segments whose gold names a speaker; `speaker` counts those with the right one. */
  named: number
  speaker: number
  pronouns: number
  pronounSpeaker: number
  /** Predictions where the gold says that there is no statement. */
  negatives: number
  /** Matched segments; `topical` counts those whose draft has a topic. */
  matched: number
  topical: number
  /** Gold topics of matched segments; `topicsFound` counts those that the draft has. */
  topics: number
  topicsFound: number
  /** A line for each mistake. */
  errors: string[]
}

const EDGE = /[\s"'“”‘’«»„`()[\].,;:?!…—–-]/

/** The segments in the form that is compared: one for each paragraph, without marks and white space at the ends. */
function segmentsOf(
  text: string,
  statements: readonly { segments: readonly Span[]; core?: boolean }[],
): Segment[] {
  return statements.flatMap(({ segments, core = true }, statement) =>
    segments.flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/[^\n]+/g)].flatMap((line) => {
        let [from, to] = [start + line.index, start + line.index + line[0].length]
        while (from < to && EDGE.test(text[from] as string)) from++
        while (to > from && EDGE.test(text[to - 1] as string)) to--
        return from < to ? [{ start: from, end: to, statement, core }] : []
      }),
    ),
  )
}

function resolve(text: string, { exact, occurrence = 1 }: Place): Span {
  let start = -1
  for (let count = 0; count < occurrence; count++) start = text.indexOf(exact, start + 1)
  if (start < 0) throw new Error(`the gold's “${exact}” (${occurrence}) is not in the text`)
  return { start, end: start + exact.length }
}

const lastName = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s$/, '')
    .split(/\s+/)
    .at(-1)

/** For labels that only the gold has, the slugs of the extractor's list. All other labels are the same in both. */
const SLUGS: Record<string, string[]> = {
  ferries: ['transport'],
  labour: ['labour-unions', 'employment'],
  'fisheries-treaty': ['fisheries'],
  'wind-farm': ['renewable-energy'],
  'data-privacy': ['privacy', 'cybersecurity'],
  schools: ['education'],
  'public-health': ['health'],
  'public-finance': ['public-debt', 'taxation'],
}

const slugsOf = (label: string) => SLUGS[label] ?? [label]

/**
 * Scores an extraction against its gold annotation. Two segments match when they share half of their code units or more.
 * Each segment matches at most once, and the most similar pair first. Gold segments that are not core are optional: they
 * need not be found, and finding them is no mistake.
 */
export function score(text: string, { statements }: Extraction, gold: Gold): Score {
  const goldStatements = gold.statements.map((statement) => ({
    ...statement,
    segments: statement.segments.map((place) => resolve(text, place)),
  }))
  const wanted = segmentsOf(text, goldStatements)
  const found = segmentsOf(text, statements)
  const matches = matchSegments(wanted, found)
  const matched = new Set(matches.values())
  const optional = new Set([...matches].filter(([want]) => !want.core).map(([, got]) => got))
  const result = empty()
  const report: Report = (what, { start, end }, more = '') =>
    result.errors.push(`${gold.docId}: ${what} ${start} “${text.slice(start, end).slice(0, 90)}” ${more}`)
  result.predicted = found.filter((got) => !optional.has(got)).length
  for (const got of found) if (!matched.has(got)) report('too much', got)
  for (const want of wanted.filter(({ core }) => core)) {
    result.gold++
    const got = matches.get(want)
    const [right, draft] = [goldStatements[want.statement], got && statements[got.statement]]
    if (!got) report('missed', want)
    else if (right && draft) {
      result.overlap++
      if (want.start === got.start && want.end === got.end) result.exact++
      else report('other bounds', want, `got “${text.slice(got.start, got.end).slice(0, 90)}”`)
      scoreStatement(result, right, draft)
      scoreSpeaker(result, right, draft, gold, (more) => report('other speaker', want, more))
    }
  }
  for (const negative of gold.negatives) {
    const place = resolve(text, negative)
    const [wrong] = segmentsOf(text, [{ segments: [place] }])
    if (!wrong || !found.some((got) => overlap(got, wrong) >= MIN_OVERLAP)) continue
    result.negatives++
    report('no statement', place, negative.why)
  }
  return result
}

type Report = (what: string, place: Span, more?: string) => void
type GoldStatement = Gold['statements'][number]

/** The smallest overlap of two segments that match. */
const MIN_OVERLAP = 0.5

function matchSegments(wanted: readonly Segment[], found: readonly Segment[]): Map<Segment, Segment> {
  const pairs = wanted
    .flatMap((want) => found.map((got) => ({ want, got, likeness: overlap(want, got) })))
    .filter((pair) => pair.likeness >= MIN_OVERLAP)
    .sort((a, b) => b.likeness - a.likeness)
  const matches = new Map<Segment, Segment>()
  const taken = new Set<Segment>()
  for (const { want, got } of pairs) {
    if (matches.has(want) || taken.has(got)) continue
    matches.set(want, got)
    taken.add(got)
  }
  return matches
}

/** Counts the kind and the topics of a matched segment. */
function scoreStatement(
  result: Score,
  right: Pick<GoldStatement, 'kind' | 'topics'>,
  draft: StatementDraft,
): void {
  if (right.kind === draft.kind) result.kind++
  result.matched++
  if (draft.topics.length > 0) result.topical++
  result.topics += right.topics.length
  result.topicsFound += right.topics.filter((label) =>
    slugsOf(label).some((slug) => draft.topics.includes(slug)),
  ).length
}

/** Counts the speaker of a matched segment, when the gold names one. */
function scoreSpeaker(
  result: Score,
  right: Pick<GoldStatement, 'speaker' | 'basis'>,
  draft: StatementDraft,
  gold: Gold,
  report: (more: string) => void,
): void {
  if (right.speaker === null) return
  const named = gold.speakers.find(({ name }) => name === right.speaker)
  const names = [right.speaker, ...(named?.aliases ?? [])].map(lastName)
  // The gold has people who speak together as one group with all of their names.
  const said = draft.speaker && [draft.speaker, ...(draft.coSpeakers ?? [])].sort().join(' and ')
  const correct = said !== null && names.includes(lastName(said))
  result.named++
  if (correct) result.speaker++
  else report(`${right.speaker} (${right.basis}), got ${draft.speaker} by “${draft.mention}”`)
  if (right.basis !== 'PRONOUN') return
  result.pronouns++
  if (correct) result.pronounSpeaker++
}

/** Adds up the counts of several articles. */
export function total(scores: readonly Score[]): Score {
  const sum: Score = empty()
  for (const each of scores) {
    sum.errors.push(...each.errors)
    for (const key of Object.keys(each) as (keyof Score)[]) if (key !== 'errors') sum[key] += each[key]
  }
  return sum
}

const empty = (): Score => ({
  ...{ gold: 0, predicted: 0, overlap: 0, exact: 0, kind: 0, named: 0, speaker: 0 },
  ...{
    pronouns: 0,
    pronounSpeaker: 0,
    negatives: 0,
    matched: 0,
    topical: 0,
    topics: 0,
    topicsFound: 0,
    errors: [],
  },
})

/** The share of two counts in per cent, with one decimal. */
export const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10

/** The figures of the counts, in per cent. */
export function figuresOf(sum: Score) {
  const f1 = (right: number) => percent(2 * right, sum.gold + sum.predicted)
  return {
    overlapF1: f1(sum.overlap),
    precision: percent(sum.overlap, sum.predicted),
    recall: percent(sum.overlap, sum.gold),
    exactF1: f1(sum.exact),
    kind: percent(sum.kind, sum.overlap),
    speaker: percent(sum.speaker, sum.named),
    pronouns: percent(sum.pronounSpeaker, sum.pronouns),
    topical: percent(sum.topical, sum.matched),
    topicRecall: percent(sum.topicsFound, sum.topics),
  }
}
