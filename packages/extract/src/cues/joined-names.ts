import type { Mention } from '../names/mention.js'
import { is, type Token } from '../text/token.js'
import { mayBeFiniteVerb } from './finite-verb.js'

/** Nobody speaks together with more: longer lists are of something else. */
const MOST_JOINED = 8
/** Tokens of a bracket after a name. */
const LONGEST_BRACKET = 8
/** Tokens of "her old colleague" before a name. */
const LONGEST_DESCRIPTION = 4

/**
 * Tells whether the word at `i` joins two names or two bare nouns to one subject: "Moss and Hale", "Moss as well as Hale",
 * "Moss and her colleague Ivo Hale".
 */
export function joinsNames(tokens: Token[], mentions: Mention[], i: number): boolean {
  const joiner = joinerAround(tokens, i)
  const left = tokens[joiner.from - 1]
  const right = tokens[joiner.to]
  if (!left || !right || (left.kind !== 'word' && left.text !== ')')) return false
  const end = skipBracket(tokens, joiner.from - 1) + 1
  const named = mentions.find((mention) => mention.to === end)
  const rightNamed = mentions.find(({ from }) => descriptionStart(tokens, from) === joiner.to)
  if (named || rightNamed)
    return named !== undefined && rightNamed !== undefined && mayJoin(tokens, named, rightNamed, joiner.to)
  if (tokens[i]?.lower === 'as') return false
  return !left.capital && !right.capital && !is(left, 'finite') && !is(right, 'determiner')
}

/** Returns the names of "Moss, Hale and Rao", whose last is `last`, in order. */
export function joinedTo(tokens: Token[], mentions: Mention[], last: Mention): Mention[] {
  const joined = [last]
  for (let first = last; joined.length < MOST_JOINED; ) {
    const start = descriptionStart(tokens, first.from)
    const joiner = joinerAround(tokens, start - 1)
    const found = joiner.to > joiner.from
    if (!found && (tokens[first.from - 1]?.text !== ',' || joined.length === 1)) break
    const at = found ? joiner.from - 1 : first.from - 2
    const end = skipBracket(tokens, found && tokens[at]?.text === ',' ? at - 1 : at) + 1
    const before = mentions.find((mention) => mention.to === end && !mention.possessive)
    if (!before || (found && !mayJoin(tokens, before, first, joiner.to))) break
    if (isObject(tokens, before)) break
    joined.unshift(before)
    first = before
  }
  return joined
}

/** Tells whether a name is the object of a verb before it, so that the next one opens a clause: "Moss met Hale and Burke said". */
const isObject = (tokens: Token[], { from }: Mention): boolean =>
  from > 1 && !is(tokens[from - 1], 'auxiliary') && mayBeFiniteVerb(tokens, from - 1)

/** Returns the names that are joined behind `first`, "said Moss, Hale and her colleague Rao", in order. */
export function joinedBehind(tokens: Token[], mentions: Mention[], first: Mention): Mention[] {
  const joined: Mention[] = []
  for (let last = first; joined.length < MOST_JOINED; ) {
    const comma = tokens[last.to]?.text === ','
    const joiner = joinerAround(tokens, comma ? last.to + 1 : last.to)
    const ends = joiner.to > joiner.from
    if (!comma && !ends) return []
    const at = ends ? joiner.to : last.to + 1
    const next = mentions.find(
      ({ from, possessive }) =>
        !possessive && (from === at || (ends && descriptionStart(tokens, from) === at)),
    )
    if (!next) return []
    joined.push(next)
    if (ends) return joined
    last = next
  }
  return []
}

/**
 * Returns the names that stand with `last` across commas, `last` among them, in order: "Moss and her colleague, Ivo Hale,",
 * "Moss, along with Hale,".
 */
export function joinedAside(tokens: Token[], mentions: Mention[], last: Mention): Mention[] {
  const comma = tokens[last.from - 1]?.text === ','
  const and = comma ? tokens.findLastIndex(({ lower }, i) => i < last.from - 1 && lower === 'and') : -1
  const before = and < last.from - LONGEST_OFFICE ? undefined : mentions.find(({ to }) => to === and)
  const office = tokens.slice(and + 1, last.from - 1)
  if (before && office.length > 0 && office.every(isPlain) && opensClause(tokens, before.from))
    return [before, last]
  const link = tokens[last.to]?.text === ',' ? last.to + 1 : -1
  const words = tokens.slice(link, link + 3).map(({ lower }) => lower)
  const length =
    words.join(' ') === 'as well as' ? 3 : /^(?:along|together) with/.test(words.join(' ')) ? 2 : 0
  const behind = mentions.find(({ from }) => descriptionStart(tokens, from) === link + length)
  return link > 0 && length > 0 && behind ? [last, behind] : [last]
}

/** Tokens from "and" over an office to a name. */
const LONGEST_OFFICE = 8

const isPlain = (token: Token) =>
  token.kind === 'word' && !is(token, 'finite') && token.verb?.tense !== 'past'

/** Returns the range of "and" or "as well as" that the word at `i` is part of; an empty one for any other word. */
function joinerAround(tokens: Token[], i: number): { from: number; to: number } {
  const word = tokens[i]?.lower
  if (word === 'and' || word === '&') return { from: i, to: i + 1 }
  for (const from of word === 'as' ? [i, i - 2] : [])
    if (
      tokens[from]?.lower === 'as' &&
      tokens[from + 1]?.lower === 'well' &&
      tokens[from + 2]?.lower === 'as'
    )
      return { from, to: from + 3 }
  return { from: i + 1, to: i + 1 }
}

/** Returns where "her colleague Ines Roth", whose name begins at `name`, begins; `name` itself without such words. */
function descriptionStart(tokens: Token[], name: number): number {
  for (let i = name - 1; i >= Math.max(0, name - LONGEST_DESCRIPTION); i--) {
    const token = tokens[i]
    if (is(token, 'possessive') || /^(?:the|an?)$/.test(token?.lower ?? '')) return i
    if (token?.kind !== 'word' || token.capital || is(token, 'function') || is(token, 'finite')) break
  }
  return name
}

/** Tells whether two names are one subject: what describes the second, from `start`, may open a new clause but at the head of one. */
const mayJoin = (tokens: Token[], left: Mention, right: Mention, start: number): boolean =>
  right.from === start || opensClause(tokens, left.from)

function opensClause(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (/^(?:both|the)$/.test(before?.lower ?? '')) return at === 1 || opensClause(tokens, at - 1)
  return (
    before?.kind !== 'word' || is(before, 'that') || is(before, 'conjunction') || before.verb !== undefined
  )
}

/** Returns the index before "(D-Ruhn)" that ends at `at`; `at` without a bracket. */
function skipBracket(tokens: Token[], at: number): number {
  if (tokens[at]?.text !== ')') return at
  for (let i = at; i > Math.max(0, at - LONGEST_BRACKET); i--) if (tokens[i]?.text === '(') return i - 1
  return at
}
