import { type Subject, subject } from '../cues/subject.js'
import type { Mention } from '../names/mention.js'
import { isEnd } from '../text/marks.js'
import { is, type Range, type Token } from '../text/token.js'
import type { Reported } from './reported.js'

/** Words of a source without a verb. */
interface Source {
  /** The words that attribute, with the speaker. */
  group: Range
  word: Range
  subject: Subject
}

/**
 * Finds words whose source is named without a verb: "Laut Moss ist der Pier sicher", "Nach Angaben der Polizei …", "Der
 * Pier ist sicher, so Moss", "Moss zufolge …".
 */
export function findSource(tokens: Token[], mentions: Mention[]): Reported | null {
  for (let i = 0; i < tokens.length; i++) {
    const source = sourceAt(tokens, mentions, i)
    if (!source) continue
    const parts = wordsAround(tokens, source.group)
    return parts && { ...source, kind: 'ACCORDING', parts, verb: source.word, form: undefined, that: false }
  }
  return null
}

function sourceAt(tokens: Token[], mentions: Mention[], i: number): Source | null {
  const token = tokens[i]
  const noun = sourceNounFrom(tokens, i)
  if (noun > 0) return withName(tokens, mentions, { from: i, to: noun })
  if (is(token, 'sourceBehind')) return sourceBehind(tokens, mentions, i)
  const closing = is(token, 'sourceWord') && (i === 0 || tokens[i - 1]?.text === ',' || !is(token, 'adverb'))
  return closing ? withName(tokens, mentions, { from: i, to: i + 1 }) : null
}

/** Returns the index after "nach Angaben", "nach den Worten von"; -1 when none begins at token `i`. */
function sourceNounFrom(tokens: Token[], i: number): number {
  if (!is(tokens[i], 'sourceOpener')) return -1
  let k = i + 1
  while (k < i + 3 && is(tokens[k], 'determiner')) k++
  if (!is(tokens[k], 'sourceNoun')) return -1
  return is(tokens[k + 1], 'preposition') ? k + 2 : k + 1
}

/** Adds the speaker behind the words that attribute: a name, or a noun with its article. */
function withName(tokens: Token[], mentions: Mention[], word: Range): Source | null {
  const named = mentions.find(({ from }) => from >= word.to && from <= word.to + 4)
  const leading = tokens.slice(word.to, named?.from ?? word.to)
  if (
    named &&
    leading.every((token) => token.kind === 'word' && (is(token, 'determiner') || !is(token, 'preposition')))
  )
    return sourceOf(word, subject('NAME', word.to, named.to, named))
  let to = word.to
  while (
    is(tokens[to], 'determiner') ||
    (tokens[to]?.kind === 'word' && to < word.to + 3 && !tokens[to]?.capital)
  )
    to++
  if (!tokens[to]?.capital) return null
  // "Laut Polizei", "laut der Behörde"
  return sourceOf(word, subject('NOUN', word.to, to + 1, null))
}

/** Reads "Moss zufolge", "Angaben der Polizei zufolge". */
function sourceBehind(tokens: Token[], mentions: Mention[], at: number): Source | null {
  const named = mentions.find(({ to }) => to === at)
  let from = named?.from ?? at
  while (from > 0 && tokens[from - 1]?.kind === 'word' && at - from < 6) from--
  const speaker = named ?? null
  const noun = is(tokens[from], 'sourceNoun') ? from + 1 : from
  if (from === at) return null
  const found = subject(speaker ? 'NAME' : 'NOUN', speaker?.from ?? noun, at, speaker)
  return { group: { from, to: at + 1 }, word: { from: at, to: at + 1 }, subject: found }
}

const sourceOf = (word: Range, found: Subject): Source => ({
  group: { from: word.from, to: found.to },
  word,
  subject: found,
})

/** Takes the words before and behind the source; null when there are hardly any, or the source is what is told of. */
function wordsAround(tokens: Token[], group: Range): Range[] | null {
  let end = tokens.length
  while (end > 0 && isEnd(tokens[end - 1])) end--
  const mark = tokens[group.from - 1]
  const before = { from: 0, to: mark?.text === ',' ? group.from - 1 : group.from }
  const comma = tokens[group.to]?.text === ','
  const behind = { from: comma ? group.to + 1 : group.to, to: end }
  const parts = [before, behind].filter(({ from, to }) => to > from)
  const count = parts.reduce((sum, { from, to }) => sum + to - from, 0)
  return count >= LEAST_WORDS ? parts : null
}

/** Fewer words are hardly what somebody said. */
const LEAST_WORDS = 3
