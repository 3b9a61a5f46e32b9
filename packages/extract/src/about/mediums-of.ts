import type { Attributed } from '../attribution/attributed.js'
import { is, type Token } from '../text/token.js'
import type { StatementMedium } from '../types.js'

/** Tokens from a preposition to its noun, and of a hearer after "told". */
const REACH = 6

/** Tells whether a word, in lower case, is one of them: a set, or a rule where words are compounds. */
export interface Words {
  has(lower: string): boolean
}

/** What telling mediums apart takes from a language. */
export interface MediumKnowledge {
  mediums: {
    /** Networks of short posts, and what is done there: "tweeted". */
    networks: Words
    /** Two words in a row that name such a network: "on X", "social media"; matched against them as printed. */
    networkPhrase: RegExp
    /** "in a post". */
    posts: Words
    /** "at a briefing". */
    briefings: Words
    /** Two words in a row that name a press conference. */
    briefingPhrase: RegExp
    /** "told reporters": whom one tells at a press conference. */
    reporters: Words
    /** "in an interview". */
    interviews: Words
    /** Those who print or broadcast what they are told: "told the Post". */
    outlets: Words
    /** "in a column". */
    articles: Words
    /** "in a statement", "the letter says". */
    writings: Words
    /** "at a rally", "in parliament". */
    speeches: Words
    /** Those whom one addresses together: "told the crowd". */
    audiences: Words
    /** Stands before where it was said: "in", "during". */
    placing: Words
    /** Ends what stands behind such a word: "that", "to". */
    placeStops: Words
    /** Ends whom one tells: "that", "about". */
    hearerStops: Words
  }
}

type Mediums = MediumKnowledge['mediums']

/** Tells where the words were spoken or written, by the cue and the reporter's own words around it. */
function mediumOf(statement: Attributed, mediums: Mediums): StatementMedium {
  const { traits, rule, medium } = statement
  if (medium) return medium
  const around = reportersWords(statement)
  const has = (words: Words) => around.some(({ lower }) => words.has(lower))
  const places = new Set(around.flatMap((_, i) => nounsAfter(around, i, mediums)))
  const isIn = (words: Words) => [...places].some((noun) => words.has(noun))
  const hearers = traits.has('TELLING') ? hearersOf(statement, mediums) : []
  const told = (words: Words) => hearers.some((hearer) => words.has(hearer))
  const { posts, articles, outlets, writings } = mediums
  const onNetwork = traits.has('TWEETING') || has(mediums.networks) || inPairs(around, mediums.networkPhrase)
  if (onNetwork || isIn(posts) || (traits.has('POSTING') && !isIn(articles))) return 'SOCIAL_POST'
  const atBriefing = isIn(mediums.briefings) || inPairs(around, mediums.briefingPhrase)
  if (atBriefing || told(mediums.reporters)) return 'PRESS_CONFERENCE'
  if (has(mediums.interviews) || told(outlets)) return 'INTERVIEW'
  const wrote = traits.has('WRITING')
  if (isIn(articles) || (wrote && isIn(outlets))) return 'PUBLISHED_ARTICLE'
  if (isIn(writings) || writings.has(speakingNoun(statement))) return 'WRITTEN_STATEMENT'
  if (wrote && rule !== 'ACCORDING') return 'WRITTEN_STATEMENT'
  return isIn(mediums.speeches) || told(mediums.audiences) ? 'SPEECH' : 'UNKNOWN'
}

/**
 * Tells the medium of each statement. What the same speaker goes on to say in this paragraph, or at the head of the next,
 * is said on the same occasion, unless the reporter names another.
 *
 * @param statements in the order of the text.
 */
export function mediumsOf(
  text: string,
  statements: readonly Attributed[],
  { mediums: words }: MediumKnowledge,
): ReadonlyMap<Attributed, StatementMedium> {
  const mediums = new Map<Attributed, StatementMedium>()
  let last: Attributed | null = null
  for (const statement of statements) {
    const inherited = statement.from && mediums.get(statement.from)
    let medium = inherited ?? mediumOf(statement.from ?? statement, words)
    if (medium === 'UNKNOWN' && last && goesOn(text, last, statement)) medium = mediums.get(last) ?? medium
    mediums.set(statement, medium)
    if (!statement.within) last = statement
  }
  return mediums
}

/** Tells whether a statement belongs to the occasion of the last one. */
function goesOn(text: string, last: Attributed, statement: Attributed): boolean {
  if (statement.within || !statement.entity || statement.entity !== last.entity) return false
  if (isEarlier(statement)) return false
  const end = Math.max(last.sentence.end, last.segments.at(-1)?.end ?? 0)
  const between = text.slice(end, statement.sentence.start)
  return !between.includes('\n') || between.trim() === ''
}

/** Tells whether it was said on another occasion: "he had said before". */
function isEarlier({ cueTokens, sentence }: Attributed): boolean {
  if (!cueTokens) return false
  return sentence.tokens.slice(cueTokens.from, cueTokens.to).some((token) => is(token, 'perfect'))
}

/** Returns the words between a preposition at `i` and whatever ends its phrase: "in a written statement". */
function nounsAfter(words: Token[], i: number, { placing, placeStops }: Mediums): string[] {
  if (!placing.has(words[i]?.lower ?? '')) return []
  return wordsUntil(words.slice(i + 1, i + REACH), placeStops)
}

/** Returns the words for whoever is told, up to the next clause: "told the Harbour Post in Ruhn". */
function hearersOf({ cueTokens, sentence }: Attributed, { hearerStops }: Mediums): string[] {
  if (!cueTokens) return []
  return wordsUntil(sentence.tokens.slice(cueTokens.to, cueTokens.to + REACH), hearerStops)
}

function wordsUntil(tokens: Token[], stops: Words): string[] {
  const end = tokens.findIndex(({ kind, lower }) => kind !== 'word' || stops.has(lower))
  return (end < 0 ? tokens : tokens.slice(0, end)).map(({ lower }) => lower)
}

/** Returns the last word of what speaks: "The statement says". */
function speakingNoun({ source, sentence }: Attributed): string {
  if (!source) return ''
  return sentence.tokens.findLast(({ start, end }) => start >= source.start && end <= source.end)?.lower ?? ''
}

/** Tells whether two words in a row are what the pattern names. */
const inPairs = (words: Token[], phrase: RegExp) =>
  words.some(({ text }, i) => phrase.test(`${text} ${words[i + 1]?.text ?? ''}`))

/** Returns the tokens of the sentence that are no part of the statement. */
function reportersWords(statement: Attributed): Token[] {
  return statement.sentence.tokens.filter(
    (token) =>
      token.kind !== 'quote' &&
      !statement.segments.some((span) => token.start >= span.start && token.end <= span.end),
  )
}
