import type { Attributed } from '../attribution/attributed.js'
import {
  ARTICLE_NOUNS,
  AUDIENCES,
  BRIEFING_NOUNS,
  INTERVIEW_NOUNS,
  NETWORKS,
  OUTLETS,
  POST_NOUNS,
  SPEECH_NOUNS,
  WRITING_NOUNS,
} from '../languages/en/mediums.js'
import type { Token } from '../text/tokens.js'
import type { StatementMedium } from '../types.js'

/** Tokens from a preposition to its noun, and of a hearer after "told". */
const REACH = 6

/** Where the words were spoken or written, from the cue and the reporter's own words around it. */
function mediumOf(statement: Attributed): StatementMedium {
  const { lemma, rule, medium } = statement
  if (medium) return medium
  const around = reportersWords(statement)
  const has = (words: ReadonlySet<string>) => around.some(({ lower }) => words.has(lower))
  const places = new Set(around.flatMap((_, i) => nounsAfter(around, i)))
  const isIn = (words: ReadonlySet<string>) => [...places].some((noun) => words.has(noun))
  const hearers = lemma === 'tell' ? hearersOf(statement) : []
  const told = (words: ReadonlySet<string>) => hearers.some((hearer) => words.has(hearer))
  const source = speakingNoun(statement)
  if (lemma === 'tweet' || lemma === 'retweet' || has(NETWORKS) || onNetwork(around)) return 'SOCIAL_POST'
  if (isIn(POST_NOUNS) || (lemma === 'post' && !isIn(ARTICLE_NOUNS))) return 'SOCIAL_POST'
  if (isIn(BRIEFING_NOUNS) || isConference(around) || told(REPORTERS)) return 'PRESS_CONFERENCE'
  if (has(INTERVIEW_NOUNS) || told(OUTLETS)) return 'INTERVIEW'
  if (isIn(ARTICLE_NOUNS) || (lemma === 'write' && isIn(OUTLETS))) return 'PUBLISHED_ARTICLE'
  if (isIn(WRITING_NOUNS) || WRITING_NOUNS.has(source)) return 'WRITTEN_STATEMENT'
  if (lemma === 'write' && rule !== 'ACCORDING') return 'WRITTEN_STATEMENT'
  if (isIn(SPEECH_NOUNS) || told(AUDIENCES)) return 'SPEECH'
  return 'UNKNOWN'
}

/**
 * The medium of each statement. What the same speaker goes on to say in this paragraph, or at the head of the next, is
 * said on the same occasion, unless the reporter names another.
 *
 * @param statements in the order of the text.
 */
export function mediumsOf(
  text: string,
  statements: readonly Attributed[],
): ReadonlyMap<Attributed, StatementMedium> {
  const mediums = new Map<Attributed, StatementMedium>()
  let last: Attributed | null = null
  for (const statement of statements) {
    const inherited = statement.from && mediums.get(statement.from)
    let medium = inherited ?? mediumOf(statement.from ?? statement)
    if (medium === 'UNKNOWN' && last && goesOn(text, last, statement)) medium = mediums.get(last) ?? medium
    mediums.set(statement, medium)
    if (!statement.within) last = statement
  }
  return mediums
}

function goesOn(text: string, last: Attributed, statement: Attributed): boolean {
  if (statement.within || !statement.entity || statement.entity !== last.entity) return false
  if (isEarlier(statement)) return false
  const end = Math.max(last.sentence.end, last.segments.at(-1)?.end ?? 0)
  const between = text.slice(end, statement.sentence.start)
  return !between.includes('\n') || between.trim() === ''
}

/** "he had said before": on another occasion. */
function isEarlier({ cueTokens, sentence }: Attributed): boolean {
  if (!cueTokens) return false
  return sentence.tokens
    .slice(cueTokens.from, cueTokens.to)
    .some(({ lower }) => /^(?:had|has|have)$/.test(lower))
}

const REPORTERS = new Set(['reporters', 'journalists'])
const PLACING = /^(?:in|on|at|during|through|via|from|before|with|addressing)$/

/** The words between a preposition at `i` and whatever ends its phrase: "in a written statement". */
function nounsAfter(words: Token[], i: number): string[] {
  if (!PLACING.test(words[i]?.lower ?? '')) return []
  const nouns: string[] = []
  for (const token of words.slice(i + 1, i + REACH)) {
    if (token.kind !== 'word' || /^(?:that|to|of|and|as|for|about)$/.test(token.lower)) break
    nouns.push(token.lower)
  }
  return nouns
}

/** "told the Harbour Post in Ruhn": the words up to the next clause. */
function hearersOf({ cueTokens, sentence }: Attributed): string[] {
  if (!cueTokens) return []
  const hearers: string[] = []
  for (const token of sentence.tokens.slice(cueTokens.to, cueTokens.to + REACH)) {
    if (token.kind !== 'word' || /^(?:that|how|why|what|of|about|to|for|on|after|before)$/.test(token.lower))
      break
    hearers.push(token.lower)
  }
  return hearers
}

/** "The statement says": the last word of what speaks. */
function speakingNoun({ source, sentence }: Attributed): string {
  if (!source) return ''
  return sentence.tokens.findLast(({ start, end }) => start >= source.start && end <= source.end)?.lower ?? ''
}

const isConference = (words: Token[]) =>
  words.some(
    ({ lower }, i) =>
      /^(?:press|news)$/.test(lower) && /^(?:conference|briefing)$/.test(words[i + 1]?.lower ?? ''),
  )

/** "on X", "on social media". */
const onNetwork = (words: Token[]) =>
  words.some(
    ({ lower }, i) =>
      (lower === 'on' && /^X\.?$/.test(words[i + 1]?.text ?? '')) ||
      (lower === 'social' && /^(?:media|networks?|platforms?)$/.test(words[i + 1]?.lower ?? '')),
  )

/** The tokens of the sentence that are not part of the statement. */
function reportersWords(statement: Attributed): Token[] {
  return statement.sentence.tokens.filter(
    (token) =>
      token.kind !== 'quote' &&
      !statement.segments.some((span) => token.start >= span.start && token.end <= span.end),
  )
}
