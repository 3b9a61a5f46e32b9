import type { Entity } from '../names/entity.js'
import type { Mention } from '../names/mention.js'
import type { Registry } from '../names/registry.js'
import type { Lexicon } from '../text/lexicon.js'
import { readWords, type Word } from '../text/words.js'
import type { Span, TextSegment, TopicDraft, TopicEntry } from '../types.js'
import { firstAtOrAfter } from './first-at-or-after.js'
import { keyPhrases, LEAST_SPANS } from './key-phrases.js'
import { slugOf } from './slug-of.js'
import { createTopicMatcher } from './topic-matcher.js'
import type { TopicEvidence, TopicHit } from './weigh-topic.js'

/** What finding topics takes from a language. */
export interface TopicKnowledge {
  lexicon: Lexicon
  /** The topics that are looked for when no others are given. A language without any has no names and phrases as topics. */
  topics: readonly TopicEntry[]
}

/** Where names and words stand that may be topics. */
export interface TopicSource {
  text: string
  /** The title, or several: that of the page, and the one that the text prints. */
  title: string
  segments: readonly TextSegment[]
  registry: Registry
  mentions: readonly Mention[]
  /** Mentions of those who speak, beside their words. They tell who speaks, and nothing of what it is about. */
  sources: readonly Span[]
}

/** Something that a text may be about. */
export interface TopicCandidate extends TopicEvidence {
  slug: string
  name: string
  hits: TopicHit[]
  title: Pick<TopicHit, 'words' | 'sure'>[]
  /** Whether it is the name of somebody who speaks in the text. */
  speaks: boolean
}

/** No more of a title is looked at, in code units. */
const LONGEST_TITLE = 500

/** Finds what a text may be about, by slug: topics of the list, names that recur, and key phrases. */
export function findTopics(
  { title, ...rest }: TopicSource,
  language: TopicKnowledge,
  list: readonly TopicEntry[],
): Map<string, TopicCandidate> {
  const source = { ...rest, title: title.slice(0, LONGEST_TITLE) }
  const found = new Map<string, TopicCandidate>()
  const isPartOfName = createNameTest(source)
  const bodyWords = findListed(found, source, list, isPartOfName)
  if (language.topics.length === 0) return found
  findNames(found, source, language.lexicon)
  findPhrases(found, keyPhrases(bodyWords, language.lexicon), source.title, isPartOfName)
  return found
}

/** Finds the topics of a list. @returns the words of the body, paragraph by paragraph. */
function findListed(
  found: Map<string, TopicCandidate>,
  { text, title, segments, mentions }: TopicSource,
  list: readonly TopicEntry[],
  isPartOfName: (span: Span) => boolean,
): Word[][] {
  const find = createTopicMatcher(list)
  const bodyWords: Word[][] = []
  for (const segment of segments) {
    if (segment.kind === 'BOILERPLATE' || segment.kind === 'BYLINE') continue
    const words = readWords(text, segment)
    if (segment.kind === 'BODY') bodyWords.push(words)
    find(words, ({ entry: { slug, name }, words, sure }, span) => {
      if (!words.includes(' ') && isPartOfName(span)) return
      candidateFor(found, { slug, name, basis: 'LIST' })?.hits.push({ ...span, words, sure })
    })
  }
  const titleWords = readWords(title, { start: 0, end: title.length })
  const isPartOfTitleName = createTitleNameTest(titleWords, mentions)
  find(titleWords, ({ entry: { slug, name }, words, sure }, span) => {
    if (!words.includes(' ') && isPartOfTitleName(span)) return
    candidateFor(found, { slug, name, basis: 'LIST' })?.title.push({ words, sure })
  })
  return bodyWords
}

/** Adds key phrases that are no names, and no topics of the list already. */
function findPhrases(
  found: Map<string, TopicCandidate>,
  phrases: ReturnType<typeof keyPhrases>,
  title: string,
  isPartOfName: (span: Span) => boolean,
): void {
  const taken = new Set([...found.values()].flatMap(({ hits }) => hits.map(({ words }) => words)))
  const inTitle = ` ${lowerWords(title).join(' ')} `
  for (const { phrase, spans } of phrases) {
    const own = spans.filter((span) => !isPartOfName(span))
    if (own.length < LEAST_SPANS || taken.has(phrase)) continue
    const candidate = candidateFor(found, { slug: slugOf(phrase), name: phrase, basis: 'PHRASE' })
    for (const span of own) candidate?.hits.push({ ...span, words: phrase, sure: true })
    if (inTitle.includes(` ${phrase} `)) candidate?.title.push({ words: phrase, sure: true })
  }
}

/** Finds names that recur other than as those who speak. */
function findNames(
  found: Map<string, TopicCandidate>,
  { text, title, ...source }: TopicSource,
  lexicon: Lexicon,
): void {
  const speaks = new Set(source.sources.map(({ start }) => start))
  const inTitle = ` ${lowerWords(title).join(' ')} `
  for (const [{ name, kind }, mentions] of mentionsOfEach(source)) {
    const shown =
      kind === 'PERSON'
        ? name
        : nameOfBody(
            mentions.map((mention) => writtenName(text, mention)),
            lexicon,
          )
    const candidate = candidateFor(found, { slug: slugOf(shown), name: shown, basis: 'NAME' })
    if (!candidate) continue
    const words = lowerWords(shown)
    const short = kind === 'PERSON' ? words.slice(-1).join('') : words.join(' ')
    if (short !== '' && inTitle.includes(` ${short} `)) candidate.title.push({ words: short, sure: true })
    for (const { start, end } of mentions) {
      candidate.speaks ||= speaks.has(start)
      if (speaks.has(start)) continue
      candidate.hits.push({ start, end, words: text.slice(start, end).toLowerCase(), sure: true })
    }
  }
}

function mentionsOfEach({ registry, mentions }: Pick<TopicSource, 'registry' | 'mentions'>) {
  const each = new Map<Entity, Mention[]>()
  for (const mention of mentions) {
    const entity = registry.find(mention)
    if (!entity || entity.kind === 'UNKNOWN' || entity.kind === 'GROUP') continue
    const own = each.get(entity) ?? []
    if (own.push(mention) === 1) each.set(entity, own)
  }
  return each
}

/** A name as it stands in the text: "New York", not "York". */
const writtenName = (text: string, { start, end, title, name }: Mention) =>
  title === '' ? text.slice(start, end).replace(/^[@#]|['’]s?$|['’]s(?=\s)/gu, '') : name

/**
 * A body is called what the text calls it most often, because its fullest name may be that of something else: "Kabul" of
 * "University of Kabul". The last word alone is no name of its own: "Department" of "Police Department".
 */
function nameOfBody(names: readonly string[], lexicon: Lexicon): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const [usual] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))
  const fuller = [...counts.keys()].find((name) => {
    const words = name.split(' ')
    const before = words.at(-2)
    return words.at(-1) === usual && before !== undefined && !lexicon.has(before.toLowerCase(), 'preposition')
  })
  return fuller ?? usual
}

/** Returns the candidate of a slug, new or old; null when something found on another basis has it, or it is empty. */
function candidateFor(
  found: Map<string, TopicCandidate>,
  { slug, name, basis }: Pick<TopicDraft, 'slug' | 'name' | 'basis'>,
): TopicCandidate | null {
  if (slug === '') return null
  const known = found.get(slug)
  if (known) return known.basis === basis ? known : null
  const candidate: TopicCandidate = { slug, name, basis, hits: [], title: [], speaks: false }
  found.set(slug, candidate)
  return candidate
}

/**
 * Makes a function that tells whether words are a part of a longer name, or the name of a person: "Health" of "Columbia
 * School of Public Health", "Banks" of "Ada Banks".
 */
function createNameTest({ mentions, registry }: TopicSource) {
  const names = [...mentions].sort((a, b) => a.start - b.start)
  return ({ start, end }: Span): boolean => {
    const name = names[firstAtOrAfter(names, end) - 1]
    if (!name || name.end <= start) return false
    return name.start < start || name.end > end || registry.find(name)?.kind === 'PERSON'
  }
}

/** Makes a function that tells whether words of the title are a part of a name of several words that the text has. */
function createTitleNameTest(titleWords: readonly Word[], mentions: readonly Mention[]) {
  const whole = ` ${titleWords.map(({ lower }) => lower).join(' ')} `
  const starts: number[] = []
  for (let index = 0, at = 0; index < titleWords.length; at += (titleWords[index++]?.lower.length ?? 0) + 1)
    starts[at] = index
  const named = new Set<number>()
  for (const name of new Set(mentions.map((mention) => mention.name))) {
    const words = lowerWords(name)
    const first = words.length > 1 ? starts[whole.indexOf(` ${words.join(' ')} `)] : undefined
    if (first !== undefined)
      words.forEach((_, index) => void named.add(titleWords[first + index]?.start ?? -1))
  }
  return ({ start }: Span): boolean => named.has(start)
}

const lowerWords = (text: string) => readWords(text, { start: 0, end: text.length }).map(({ lower }) => lower)
