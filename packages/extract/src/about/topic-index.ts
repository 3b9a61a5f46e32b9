import type { Mention } from '../names/mention.js'
import type { Registry } from '../names/registry.js'
import type { Lexicon } from '../text/lexicon.js'
import { readWords, type Word } from '../text/words.js'
import type { Span, TextSegment, TopicDraft, TopicEntry } from '../types.js'
import { keyPhrases } from './key-phrases.js'
import { slugOf } from './slug-of.js'
import { createTopicMatcher } from './topic-matcher.js'

/** The topics of a text, and which of them stand in some part of it. */
export interface TopicIndex {
  drafts: TopicDraft[]
  /**
   * Returns the slugs of the topics that these words are about. Words that name no topic of the list are about those of
   * their paragraph, else about those of the title. All words are about the main topic of the text, too, if it has one.
   */
  slugsIn(spans: Span[]): string[]
}

/** What finding topics takes from a language. */
export interface TopicKnowledge {
  lexicon: Lexicon
  /** The topics that are looked for when no others are given. */
  topics: readonly TopicEntry[]
}

/** Where names and words stand that may be topics. */
interface TopicSource {
  text: string
  segments: TextSegment[]
  registry: Registry
  mentions: Mention[]
}

/** Looks for the topics of `list` (those of the language by default), names that recur, and key phrases. */
export function createTopicIndex(
  source: TopicSource,
  language: TopicKnowledge,
  list: readonly TopicEntry[] = language.topics,
): TopicIndex {
  const { segments } = source
  const found = findTopics(source, language, list)
  const { drafts, fromTitle } = found
  const hits = found.hits.sort((a, b) => a.start - b.start)
  const inside = (span: Span): string[] => {
    const from = firstAtOrAfter(hits, span.start)
    const to = firstAtOrAfter(hits, span.end)
    return hits.slice(from, to).map((hit) => hit.slug)
  }
  const listed = (slugs: string[]) => slugs.filter((slug) => drafts.get(slug)?.basis === 'LIST')
  const main = mainTopic([...drafts.values()])
  return {
    drafts: [...drafts.values()],
    slugsIn(spans) {
      const own = spans.flatMap(inside)
      const around = [
        () => listed(own),
        () => listed(spans.flatMap((span) => inside(segmentAt(segments, span.start) ?? span))),
        () => [...fromTitle],
      ]
      const nearest = around.map((look) => look()).find((slugs) => slugs.length > 0)
      return [...new Set([...own, ...(nearest ?? []), ...main])]
    },
  }
}

/** What was found in a text. */
interface FoundTopics {
  /** By slug. */
  drafts: Map<string, TopicDraft>
  /** Where topics stand. */
  hits: { start: number; slug: string }[]
  /** Slugs of those that the title names. */
  fromTitle: Set<string>
}

function findTopics(
  { text, segments, registry, mentions }: TopicSource,
  { lexicon }: TopicKnowledge,
  list: readonly TopicEntry[],
): FoundTopics {
  const found: FoundTopics = { drafts: new Map(), hits: [], fromTitle: new Set() }
  const find = createTopicMatcher(list)
  const bodyWords: Word[][] = []
  for (const segment of segments) {
    if (segment.kind === 'BOILERPLATE' || segment.kind === 'BYLINE') continue
    const words = readWords(text, segment)
    if (segment.kind === 'BODY') bodyWords.push(words)
    find(words, ({ slug, name }, span) => {
      addTopic(found, { slug, name, basis: 'LIST' }, span)
      if (segment.kind === 'TITLE') found.fromTitle.add(slug)
    })
  }
  for (const { name, spans } of recurringNames(mentions, registry))
    for (const span of spans) addTopic(found, { slug: slugOf(name), name, basis: 'NAME' }, span)
  for (const { phrase, spans } of keyPhrases(bodyWords, lexicon))
    for (const span of spans) addTopic(found, { slug: slugOf(phrase), name: phrase, basis: 'PHRASE' }, span)
  return found
}

/** Adds a place where a topic stands. A topic that was found on another basis before keeps that basis. */
function addTopic({ drafts, hits }: FoundTopics, topic: Omit<TopicDraft, 'mentions'>, span: Span): void {
  const { slug, basis } = topic
  if (slug === '') return
  const draft = drafts.get(slug) ?? { ...topic, mentions: [] }
  if (!drafts.has(slug)) drafts.set(slug, draft)
  if (draft.basis !== basis) return
  draft.mentions.push(span)
  hits.push({ start: span.start, slug })
}

/** A text names its main topic at least so often. */
const LEAST_MENTIONS = 3

/** Returns the topic of the list that the text names most, if no other is named as often. */
function mainTopic(drafts: TopicDraft[]): string[] {
  const [first, second] = drafts
    .filter((draft) => draft.basis === 'LIST')
    .sort((a, b) => b.mentions.length - a.mentions.length)
  const count = first?.mentions.length ?? 0
  return first && count >= LEAST_MENTIONS && count > (second?.mentions.length ?? 0) ? [first.slug] : []
}

function segmentAt(segments: TextSegment[], start: number): TextSegment | undefined {
  return segments[firstAtOrAfter(segments, start + 1) - 1]
}

function recurringNames(mentions: Mention[], registry: Registry): { name: string; spans: Span[] }[] {
  const byName = new Map<string, Span[]>()
  for (const mention of mentions) {
    const entity = registry.find(mention)
    if (!entity || entity.kind === 'UNKNOWN' || entity.kind === 'GROUP') continue
    const spans = byName.get(entity.name) ?? []
    spans.push({ start: mention.start, end: mention.end })
    byName.set(entity.name, spans)
  }
  return [...byName].filter(([, spans]) => spans.length > 1).map(([name, spans]) => ({ name, spans }))
}

function firstAtOrAfter(hits: { start: number }[], start: number): number {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}
