import { TOPICS } from '../languages/en/topics.js'
import type { Mention } from '../names/find-names.js'
import type { Registry } from '../names/registry.js'
import type { Word } from '../text/words.js'
import { readWords, spanOf } from '../text/words.js'
import type { Span, TextSegment, TopicDraft, TopicEntry } from '../types.js'
import { keyPhrases } from './key-phrases.js'

/** The topics of a text, and which of them stand in some part of it. */
export interface TopicIndex {
  drafts: TopicDraft[]
  /**
   * Slugs of the topics in these words. Words that name none of the list are about what their paragraph names, else
   * about what the title names. All are about the main topic of the text, too, if it has one.
   */
  slugsIn(spans: Span[]): string[]
}

/** Looks for the topics of `list` (the built-in one by default), names that recur, and key phrases. */
export function createTopicIndex(
  text: string,
  segments: TextSegment[],
  registry: Registry,
  mentions: Mention[],
  list: TopicEntry[] = TOPICS,
): TopicIndex {
  const drafts = new Map<string, TopicDraft>()
  const hits: { start: number; slug: string }[] = []
  const fromTitle = new Set<string>()
  const add = (slug: string, name: string, basis: TopicDraft['basis'], span: Span) => {
    if (slug === '') return
    const draft = drafts.get(slug) ?? { slug, name, basis, mentions: [] }
    if (!drafts.has(slug)) drafts.set(slug, draft)
    if (draft.basis !== basis) return
    draft.mentions.push(span)
    hits.push({ start: span.start, slug })
  }
  const find = createMatcher(list)
  const bodyWords: Word[][] = []
  for (const segment of segments) {
    if (segment.kind === 'BOILERPLATE' || segment.kind === 'BYLINE') continue
    const words = readWords(text, segment)
    if (segment.kind === 'BODY') bodyWords.push(words)
    find(words, (entry, span) => {
      add(entry.slug, entry.name, 'LIST', span)
      if (segment.kind === 'TITLE') fromTitle.add(entry.slug)
    })
  }
  for (const { name, spans } of recurringNames(mentions, registry)) {
    for (const span of spans) add(slugOf(name), name, 'NAME', span)
  }
  for (const { phrase, spans } of keyPhrases(bodyWords)) {
    for (const span of spans) add(slugOf(phrase), phrase, 'PHRASE', span)
  }
  hits.sort((a, b) => a.start - b.start)
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
      const found = around.map((look) => look()).find((slugs) => slugs.length > 0)
      return [...new Set([...own, ...(found ?? []), ...main])]
    },
  }
}

/** So often a text names the topic that it is about. */
const LEAST_MENTIONS = 3

/** The topic of the list that the text names most, when no other is named as often. */
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

/** Finds the aliases of all entries in one pass over the words; the longest alias wins. */
function createMatcher(list: TopicEntry[]) {
  const byFirst = new Map<string, { words: string[]; entry: TopicEntry }[]>()
  for (const entry of list) {
    for (const alias of [entry.name, ...entry.aliases]) {
      const words = readWords(alias, { start: 0, end: alias.length }).map((word) => word.lower)
      const first = words[0]
      if (first === undefined) continue
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, entry }])
    }
  }
  for (const candidates of byFirst.values()) candidates.sort((a, b) => b.words.length - a.words.length)
  return (words: Word[], found: (entry: TopicEntry, span: Span) => void) => {
    for (let i = 0; i < words.length; i++) {
      const match = byFirst
        .get(words[i]?.lower ?? '')
        ?.find((candidate) => candidate.words.every((word, k) => words[i + k]?.lower === word))
      if (!match) continue
      const span = spanOf(words, i, match.words.length)
      if (span) found(match.entry, span)
      i += match.words.length - 1
    }
  }
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

/** Letters that have no decomposition. */
const LETTERS: Record<string, string> = Object.fromEntries(
  'ø:o œ:oe æ:ae ß:ss ð:d þ:th ł:l ı:i đ:d'.split(' ').map((pair) => pair.split(':')),
)

const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øœæßðþłıđ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')

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
