import type { Extraction, Span } from '@onrecord/extract'
import { overlap } from '../../src/text/relocate.js'

/** Hand-made annotation of one article; examples/articles/README.md has the rules. */
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

/** The n-th place of words in the text, counted from 1. */
interface Place {
  exact: string
  occurrence?: number
}

interface Segment extends Span {
  /** Index of the statement that it is a part of. */
  statement: number
  core: boolean
}

/** Counts that add up over articles. */
export interface Score {
  gold: number
  predicted: number
  overlap: number
  exact: number
  kind: number
  /** Matched segments whose gold names a speaker, and those with the right one. */
  named: number
  speaker: number
  pronouns: number
  pronounSpeaker: number
  /** Predictions on what is no statement. */
  negatives: number
  /** Gold statements matched, and those of them that carry a topic. */
  matched: number
  topical: number
  /** Topics of the gold statements matched, and those of them that were found. */
  topics: number
  topicsFound: number
  /** What went wrong, one line each. */
  errors: string[]
}

const EDGE = /[\s"'“”‘’«»„`()[\].,;:?!…—–-]/

/** Segments as they are compared: one for each paragraph, without marks and blanks around them. */
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

/** The gold's own labels by the slugs that the extractor's list has for them; the others are the same in both. */
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
 * Scores an extraction against its gold: segments of half the same code units or more are the same (one to one, the
 * likest first); what is not core is neither asked for nor held against the extractor.
 */
export function score(text: string, { statements }: Extraction, gold: Gold): Score {
  const goldStatements = gold.statements.map((statement) => ({
    ...statement,
    segments: statement.segments.map((place) => resolve(text, place)),
  }))
  const wanted = segmentsOf(text, goldStatements)
  const found = segmentsOf(text, statements)
  const pairs = wanted
    .flatMap((want) => found.map((got) => ({ want, got, likeness: overlap(want, got) })))
    .filter((pair) => pair.likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness)
  const matches = new Map<Segment, Segment>()
  const taken = new Set<Segment>()
  for (const { want, got } of pairs) {
    if (matches.has(want) || taken.has(got)) continue
    matches.set(want, got)
    taken.add(got)
  }
  const result = empty()
  const say = (what: string, { start, end }: Span, more = '') =>
    result.errors.push(`${gold.docId}: ${what} ${start} “${text.slice(start, end).slice(0, 90)}” ${more}`)
  const optional = new Set([...matches].filter(([want]) => !want.core).map(([, got]) => got))
  result.predicted = found.filter((got) => !optional.has(got)).length
  for (const got of found) if (!taken.has(got)) say('too much', got)
  for (const want of wanted.filter(({ core }) => core)) {
    result.gold++
    const got = matches.get(want)
    if (!got) {
      say('missed', want)
      continue
    }
    const [right, draft] = [goldStatements[want.statement], statements[got.statement]]
    if (!right || !draft) continue
    result.overlap++
    if (want.start === got.start && want.end === got.end) result.exact++
    else say('other bounds', want, `got “${text.slice(got.start, got.end).slice(0, 90)}”`)
    if (right.kind === draft.kind) result.kind++
    result.matched++
    if (draft.topics.length > 0) result.topical++
    result.topics += right.topics.length
    result.topicsFound += right.topics.filter((label) =>
      slugsOf(label).some((slug) => draft.topics.includes(slug)),
    ).length
    if (right.speaker === null) continue
    const named = gold.speakers.find(({ name }) => name === right.speaker)
    const names = [right.speaker, ...(named?.aliases ?? [])].map(lastName)
    // Those who say it together are the group of these names.
    const said = draft.speaker && [draft.speaker, ...(draft.coSpeakers ?? [])].sort().join(' and ')
    const correct = said !== null && names.includes(lastName(said))
    result.named++
    if (correct) result.speaker++
    else
      say(
        'other speaker',
        want,
        `${right.speaker} (${right.basis}), got ${draft.speaker} by “${draft.mention}”`,
      )
    if (right.basis !== 'PRONOUN') continue
    result.pronouns++
    if (correct) result.pronounSpeaker++
  }
  for (const negative of gold.negatives) {
    const place = resolve(text, negative)
    const [wrong] = segmentsOf(text, [{ segments: [place] }])
    if (!wrong || !found.some((got) => overlap(got, wrong) >= 0.5)) continue
    result.negatives++
    say('no statement', place, negative.why)
  }
  return result
}

/** The counts of several articles together. */
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

/** Share of two counts in per cent, with one decimal. */
export const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10

/** What the counts come to, in per cent. */
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
