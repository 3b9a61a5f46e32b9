import type { Span, TopicDraft } from '../types.js'
import type { TopicLayout } from './topic-layout.js'

/** A place that speaks for a topic. */
export interface TopicHit extends Span {
  /** In lower case. */
  words: string
  /** Whether the words tell of the topic by themselves. */
  sure: boolean
}

/** What a topic has for it. */
export interface TopicEvidence {
  basis: TopicDraft['basis']
  hits: readonly TopicHit[]
  /** Words of the title that stand for it; `sure` as in {@link TopicHit}. */
  title: readonly Pick<TopicHit, 'words' | 'sure'>[]
}

/** What each place adds to a weight. */
const TITLE = 0.4
const LEAD = 0.15
const HEADING = 0.15
/** What the whole body adds at most, when the topic stands in two of five parts or more. */
const BODY = 0.45
const BODY_SHARE = 0.4
/** A part with nothing but hints counts for less than one that names the topic. */
const HINTED = 0.5
/** What another place in the same part counts, and how much one part counts at most. */
const AGAIN = 0.5
const MOST_OF_PART = 2

/** The least weight of a topic. A name or phrase that is no topic of any list has to have more for it. */
const LEAST: Readonly<Record<TopicDraft['basis'], number>> = { LIST: 0.35, NAME: 0.55, PHRASE: 0.55 }

/** A text names what it is about more than once, unless its title does. */
const LEAST_MENTIONS = 2
/** A hint tells by itself when the title has it and the text so often. */
const MENTIONS_OF_TITLE_HINT = 3

/**
 * Says how far a text is about a topic: from 0, when the text only passes it, to 1. Title, lead and headings count, and
 * the share of the body's parts that name it.
 */
export function weighTopic(evidence: TopicEvidence, layout: TopicLayout): number {
  const { basis, hits, title } = evidence
  const mentions = hits.filter(({ start }) => layout.partOf(start) !== null).length
  if (mentions === 0 || !isSupported(evidence)) return 0
  const isBrief = layout.isShort && basis === 'LIST'
  if (!isBrief && title.length === 0 && mentions < LEAST_MENTIONS) return 0
  const weight = Math.min(
    1,
    (title.length > 0 ? TITLE : 0) +
      (hits.some(({ start }) => layout.isInLead(start)) ? LEAD : 0) +
      (hits.some(({ start }) => layout.isHeading(start)) ? HEADING : 0) +
      BODY * Math.min(1, shareOf(hits, layout) / BODY_SHARE),
  )
  return weight < (isBrief ? 0 : LEAST[basis]) ? 0 : Math.round(weight * 100) / 100
}

/** So many different hints tell of a topic that nothing names. */
const DIFFERENT_HINTS = 3

/** Whether something names the topic, or several different hints point to it. */
function isSupported({ hits, title }: TopicEvidence): boolean {
  const words = [...hits, ...title]
  if (words.some(({ sure }) => sure)) return true
  const different = new Set(words.map((hint) => hint.words.replace(/s$/, '')))
  return different.size >= DIFFERENT_HINTS || (title.length > 0 && hits.length >= MENTIONS_OF_TITLE_HINT)
}

/**
 * The share of the body's parts in which a topic stands. A part that names it again counts for up to two parts, since a
 * text may keep to one of its topics for a few paragraphs.
 */
function shareOf(hits: readonly TopicHit[], layout: TopicLayout): number {
  const counts = new Map<number, number>()
  for (const { start, sure } of hits) {
    const part = layout.partOf(start)
    if (part === null) continue
    const before = counts.get(part)
    const counted = (before === undefined ? 1 : AGAIN) * (sure ? 1 : HINTED)
    counts.set(part, Math.min(MOST_OF_PART, (before ?? 0) + counted))
  }
  let sum = 0
  for (const count of counts.values()) sum += count
  return layout.parts === 0 ? 0 : sum / layout.parts
}
