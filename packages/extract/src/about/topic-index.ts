import type { Span, TopicDraft, TopicEntry } from '../types.js'
import { findTopics, type TopicCandidate, type TopicKnowledge, type TopicSource } from './find-topics.js'
import { firstAtOrAfter } from './first-at-or-after.js'
import { layOut } from './topic-layout.js'
import { weighTopic } from './weigh-topic.js'

/** The topics of a text, and which of them its parts are about. */
export interface TopicIndex {
  /**
   * Returns the slugs of the topics that these words are about: topics of the text that they name, other topics of the list
   * that they name by an alias, names that recur and never speak, and the main topics of the text. Words that name no topic
   * of the list are about those of their paragraph, else about those of the title.
   */
  slugsIn(spans: readonly Span[]): string[]
  /** Lists the topics of the text, the heaviest first, then those that only words asked for in `slugsIn` are about. */
  drafts(): TopicDraft[]
}

/** From the first weight on, the heaviest topic is a main one of a text; from the second on, every topic is. */
const [MAIN, HEAVY] = [0.5, 0.75]

/** Looks for the topics of `list` (those of the language by default), names that recur, and key phrases. */
export function createTopicIndex(
  source: TopicSource,
  language: TopicKnowledge,
  list: readonly TopicEntry[] = language.topics,
): TopicIndex {
  const { segments } = source
  const layout = layOut(segments)
  const topics = [...findTopics(source, language, list).values()]
    .map((candidate) => ({ ...candidate, weight: weighTopic(candidate, layout) }))
    .sort((a, b) => b.weight - a.weight || b.hits.length - a.hits.length)
  const kept = topics.filter(({ weight }) => weight > 0)
  const listed = new Set(topics.filter(({ basis }) => basis === 'LIST').map(({ slug }) => slug))
  const ofList = kept.filter(({ slug }) => listed.has(slug))
  const fromTitle = ofList.filter(({ title }) => title.length > 0).map(({ slug }) => slug)
  const main = ofList
    .filter(({ weight }, index) => weight >= (index === 0 ? MAIN : HEAVY))
    .map(({ slug }) => slug)
  const ofText = createLookUp(kept)
  const passing = createLookUp(
    topics
      .filter((topic) => topic.weight === 0 && mayBeOfStatement(topic))
      .map(({ slug, hits }) => ({ slug, hits: hits.filter(({ sure }) => sure) })),
  )
  const passed = new Set<string>()
  return {
    slugsIn(spans) {
      const light = spans.flatMap(passing)
      for (const slug of light) passed.add(slug)
      const own = [...spans.flatMap(ofText), ...light]
      const around = [
        () => own,
        () => spans.flatMap((span) => ofText(segmentAt(segments, span.start) ?? span)),
        () => fromTitle,
      ]
      const nearest = around
        .map((look) => look().filter((slug) => listed.has(slug)))
        .find((slugs) => slugs.length > 0)
      return [...new Set([...own, ...(nearest ?? []), ...main])]
    },
    drafts: () =>
      topics
        .filter(({ slug, weight }) => weight > 0 || passed.has(slug))
        .map(({ slug, name, basis, weight, hits }) => ({
          ...{ slug, name, basis, weight },
          mentions: hits.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start),
        })),
  }
}

/** Whether words may be about a topic that the text only passes. Those who speak are found as speakers. */
const mayBeOfStatement = ({ basis, hits, speaks }: TopicCandidate) =>
  basis === 'LIST' || (basis === 'NAME' && !speaks && hits.length > 1)

/** Makes a function that returns the slugs of the topics that stand inside a span, in the order of the text. */
function createLookUp(topics: readonly Pick<TopicCandidate, 'slug' | 'hits'>[]) {
  const hits = topics
    .flatMap(({ slug, hits }) => hits.map(({ start }) => ({ start, slug })))
    .sort((a, b) => a.start - b.start)
  return ({ start, end }: Span): string[] =>
    hits.slice(firstAtOrAfter(hits, start), firstAtOrAfter(hits, end)).map(({ slug }) => slug)
}

const segmentAt = (segments: readonly Span[], start: number): Span | undefined =>
  segments[firstAtOrAfter(segments, start + 1) - 1]
