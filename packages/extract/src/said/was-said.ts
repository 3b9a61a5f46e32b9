import type { Cue } from '../cues/cue.js'
import { isEnd } from '../text/marks.js'
import { endMark, hasQuote } from '../text/quote-end.js'
import { is, type Token } from '../text/token.js'
import type { Content } from './content.js'
import { isDoubted } from './is-doubted.js'
import { isUnreal } from './is-unreal.js'
import { speaksForNobody } from './speaks-for-nobody.js'

/**
 * Tells whether the words that a cue reports were said at all, whatever kind of cue it is. They were not when the sentence
 * denies, asks, supposes, doubts or only expects that anybody says them, or tells that somebody refused to speak.
 */
export function wasSaid(tokens: Token[], cue: Cue, content: Content): boolean {
  return !(
    cue.negated ||
    (cue.modal && !is(tokens[cue.to], 'merely')) ||
    saysNothing(tokens, cue) ||
    refuses(tokens, cue, content) ||
    staysUnnamed(tokens, content) ||
    isAnnounced(tokens, cue) ||
    speaksForNobody(tokens, cue) ||
    isUnreal(tokens, cue) ||
    isDoubted(tokens, cue) ||
    isAsked(tokens, cue, content)
  )
}

/** Words between a noun that reports and its determiner: "no sharp warning from Moss that". */
const DETERMINER_REACH = 4

/** Tells whether an adverb or a determiner takes the report back: "all but said", "made no claim that". */
function saysNothing(tokens: Token[], { kind, from, to, groupFrom }: Cue): boolean {
  if (kind === 'NOUN') {
    for (let i = to - 2; i >= to - 1 - DETERMINER_REACH; i--) {
      const token = tokens[i]
      if (token?.kind !== 'word') return false
      if (is(token, 'noOne') || is(token, 'negation') || token.lower === 'any') return true
      // "without an admission that"
      if (is(token, 'determiner')) return is(tokens[i - 1], 'negation')
      if (is(token, 'utteringVerb')) return false
    }
    return false
  }
  if (tokens[from - 2]?.lower === 'all' && tokens[from - 1]?.lower === 'but') return true
  // "neither confirmed nor denied"
  if (is(tokens[from - 1], 'noOne')) return true
  if (tokens[from - 1]?.lower === 'longer' && is(tokens[from - 2], 'noOne')) return true
  for (let i = from - 1; i >= groupFrom && tokens[i]?.kind === 'word'; i--) {
    if (is(tokens[i], 'hardly')) return true
    if (!is(tokens[i], 'auxiliary') && !is(tokens[i], 'adverbEnding')) return false
  }
  return false
}

/**
 * Tells whether somebody refuses to speak. Of "declined to comment" nothing was said, of "declined to “discuss rumours”" the
 * words in marks were, but not those of "refused to say “sorry”".
 */
function refuses(tokens: Token[], cue: Cue, { parts }: Content): boolean {
  if (!cue.traits.has('REFUSING')) return false
  const [part] = parts
  if (!part || !hasQuote(tokens, part)) return part !== undefined && isInfinitive(tokens, part.from)
  return (
    isInfinitive(tokens, part.from) && tokens[part.from + 2]?.kind === 'quote' && isSay(tokens[part.from + 1])
  )
}

/** Tokens between a verb and the time beside it: "will say in Ruhn on Monday". */
const TIME_REACH = 5

/** Tells whether it is announced for a time to come: "will say on Monday that", "Tomorrow Moss will argue". */
function isAnnounced(tokens: Token[], { from, to, groupFrom, subject }: Cue): boolean {
  let at = from - 1
  while (is(tokens[at], 'adverbEnding') || is(tokens[at], 'adverb')) at--
  // "will later say" tells of what followed.
  if (!is(tokens[at], 'future') || at < from - 1) return false
  const start = subject?.mention?.from ?? Math.min(groupFrom, subject?.from ?? groupFrom)
  const beside = [...tokens.slice(Math.max(0, start - 3), start), ...tokens.slice(to, to + TIME_REACH)]
  return beside.some((token) => is(token, 'day') || is(token, 'futureTime'))
}

/** Tokens of "that their names not be used". */
const UNNAMED_REACH = 7

/** Tells whether the words only ask for silence on who speaks: "asked not to be named", "that his name not be used". */
function staysUnnamed(tokens: Token[], { parts }: Content): boolean {
  const [part] = parts
  if (!part || hasQuote(tokens, part)) return false
  const be = tokens.findIndex((token, i) => i >= part.from && i < part.to && token.lower === 'be')
  if (be < 0 || be >= part.from + UNNAMED_REACH || !is(tokens[be + 1], 'naming')) return false
  return tokens.slice(part.from, be).some((token) => is(token, 'negation'))
}

const isInfinitive = (tokens: Token[], from: number) =>
  tokens[tokens[from]?.lower === 'not' ? from + 1 : from]?.lower === 'to'

const isSay = (token: Token | undefined) => token?.verb?.traits.has('SURE') === true

/**
 * Tells whether the sentence asks whether somebody says it. Words that are themselves a question, behind a verb of asking or
 * a colon, are said.
 */
function isAsked(tokens: Token[], cue: Cue, { parts, shape }: Content): boolean {
  if (tokens.at(-1)?.text !== '?' || cue.traits.has('QUESTIONING')) return false
  const last = parts.at(-1)
  if (shape !== 'AFTER' || !last) return cue.kind === 'ACCORDING'
  const before = tokens[last.from - 1]?.text ?? ''
  const quoted = endMark(tokens[last.to - 1]) !== '' || tokens[last.to - 1]?.kind === 'quote'
  if (/^[,:]$/.test(before) && !quoted) return false
  return isEnd(tokens[last.to]) && !tokens.slice(last.from, last.to).some(({ text }) => text === ':')
}
