import type { Mention } from '../names/mention.js'
import { isDash } from '../text/marks.js'
import { is, type Range, type Token } from '../text/token.js'
import { descriptionStart, isDescription } from './description.js'
import { joinedAside, joinedBehind } from './joined-names.js'
import { headEnd, isNickname, mentionsIn, nounPhrase, REACH } from './noun-phrase.js'
import { type Subject, subject } from './subject.js'

/** Finds the subject that ends right before token `verb`, but for adverbs and appositions between them. */
export function subjectBefore(tokens: Token[], mentions: Mention[], verb: number): Subject | null {
  const j = skipBack(tokens, verb - 1)
  const token = tokens[j]
  if (!token || token.kind === 'quote') return null
  if (token.text === ',' || isDash(token)) return acrossApposition(tokens, mentions, j)
  if (token.lower === 'who' || token.lower === 'whom') {
    if (is(tokens[j - 1], 'conjunction')) return sameRelative(tokens, mentions, j)
    const before = tokens[j - 1]?.text === ',' ? j - 2 : j - 1
    const antecedent = nounPhrase(tokens, mentions, before)
    if (token.lower === 'whom') return { ...subject('NOUN', Math.max(0, j - 2), j + 1, null), relative: true }
    if (!antecedent) return null
    // In "Moss and Hale, who said" the last of them speaks.
    const mention = antecedent.others.at(-1) ?? antecedent.mention
    return { ...antecedent, mention, others: [], relative: true }
  }
  if (/^(?:which|that)$/.test(token.lower)) return relativeSubject(tokens, mentions, j)
  if (/^(?:and|but|or)$/.test(token.lower)) return null
  const phrase = nounPhrase(tokens, mentions, j)
  if (phrase?.mention?.kind !== 'PERSON') return phrase
  // Behind a quotation nothing but the subject can stand: "“…,” another friend, Ada Moss said".
  const from = descriptionStart(tokens, phrase.from)
  return tokens[from - 1]?.kind === 'quote' ? { ...phrase, from } : phrase
}

/** Finds the subject of a second relative clause, which is that of the first: "Moss, who had paid, and who said". */
function sameRelative(tokens: Token[], mentions: Mention[], at: number): Subject | null {
  const first = tokens.findIndex((token, i) => i >= at - REACH && i < at && token.lower === 'who')
  return first > 0 && !is(tokens[first - 1], 'conjunction')
    ? subjectBefore(tokens, mentions, first + 1)
    : null
}

/** Finds the subject before a clause that stands between it and its verb: "Moss, who denied the theft, said". */
export function subjectAcross(tokens: Token[], mentions: Mention[], { from, to }: Range): Subject | null {
  const mark = from - 1
  if (tokens[mark]?.text === ',' || isDash(tokens[mark]))
    return acrossApposition(tokens, mentions, mark, true)
  // Behind a comma the clause belongs to an apposition: "Moss, a baker who came from Ruhn, said".
  return tokens[to]?.text === ',' ? null : nounPhrase(tokens, mentions, mark)
}

/** Finds what a relative clause is about, if that can speak: "a letter that says", "the study, which notes". */
function relativeSubject(tokens: Token[], mentions: Mention[], relative: number): Subject | null {
  const mark = tokens[relative - 1]
  const phrase = nounPhrase(
    tokens,
    mentions,
    skipBack(tokens, mark?.text === ',' || isDash(mark) ? relative - 2 : relative - 1),
  )
  if (!phrase || phrase.kind === 'SELF' || phrase.kind === 'PRONOUN') return null
  const speaks =
    phrase.mention?.kind === 'ORGANIZATION' ||
    tokens.slice(phrase.from, phrase.to).some((token) => is(token, 'nameless'))
  return speaks ? { ...phrase, relative: true } : null
}

/** Returns the index of the last token up to `from` that is no adverb, no time and in no bracket. */
function skipBack(tokens: Token[], from: number): number {
  let j = from
  for (let guard = 0; guard < 12; guard++) {
    const token = tokens[j]
    if (!token) return j
    if (token.text === ')' || token.text === ']') {
      let k = j
      while (k > 0 && j - k < 15 && tokens[k]?.text !== '(' && tokens[k]?.text !== '[') k--
      if (j - k >= 15 || k === 0) return j
      j = k - 1
    } else if (is(token, 'day')) {
      j -= tokens[j - 1]?.lower === 'on' ? 2 : 1
    } else if (/^\p{N}{4}$/u.test(token.text) && tokens[j - 1]?.lower === 'in') {
      j -= 2
    } else if (is(token, 'period') && is(tokens[j - 1], 'whichPeriod')) {
      j -= 2
    } else if (token.kind === 'word' && isAdverb(token)) {
      j--
    } else return j
  }
  return j
}

const isAdverb = (token: Token) =>
  !token.capital && (is(token, 'adverb') || is(token, 'time') || is(token, 'adverbEnding'))

/**
 * Walks back over commas to the name or noun that they belong to: "Ada Moss, a baker from Ruhn, said". `single`: the mark
 * at `at` needs no other before it.
 */
function acrossApposition(tokens: Token[], mentions: Mention[], at: number, single = false): Subject | null {
  const dash = isDash(tokens[at])
  let end = at
  let fallback: Subject | null = null
  for (let i = at - 1; i >= Math.max(-1, at - REACH - 20); i--) {
    const token = tokens[i]
    const stop = !token || token.kind === 'quote' || token.text === ';' || token.text === ':'
    const divides = dash ? isDash(token) : token?.text === ','
    if (!stop && !divides) continue
    if (dash && divides) return nounPhrase(tokens, mentions, skipBack(tokens, i - 1))
    // One comma alone makes no apposition: "The boat, called a wreck".
    const lone = end === at && i < 0 && !single
    const phrase = lone ? null : chunkSubject(tokens, mentions, i + 1, end)
    if (phrase?.kind === 'NAME' && phrase.mention?.kind === 'PERSON') {
      const from = descriptionStart(tokens, phrase.from)
      const [first = phrase.mention, ...others] = joinedAside(tokens, mentions, phrase.mention)
      return others.length === 0
        ? { ...phrase, from }
        : { ...phrase, from: Math.min(from, first.from), mention: first, others }
    }
    if (phrase?.kind === 'NAME' || (phrase && fallback?.kind !== 'NAME' && !opensAdverbial(tokens[i + 1])))
      fallback = phrase
    if (stop) break
    end = i
  }
  return fallback
}

/** Reads the tokens from `from` to `end` as one subject; null when they are anything else. */
function chunkSubject(tokens: Token[], mentions: Mention[], from: number, end: number): Subject | null {
  const first = tokens[from]
  // A participle is no subject: "Moss, opening the hall of history and culture, said".
  if (is(first, 'participleEnding') && !first?.capital) return null
  if (!first || end <= from || is(first, 'appositionAside') || /^\p{N}+$/u.test(first.text)) return null
  const phrase = nounPhrase(tokens, mentions, skipBack(tokens, end - 1))
  return phrase && phrase.from >= from && phrase.from <= from + 1 ? phrase : null
}

const opensAdverbial = (token: Token | undefined) =>
  token !== undefined && (is(token, 'fronting') || is(token, 'preposition'))

/** Finds the subject that begins at token `start`: "said Ada Moss, a baker". */
export function subjectAfter(tokens: Token[], mentions: Mention[], start: number): Subject | null {
  const first = tokens[start]
  if (first?.kind !== 'word') return null
  if (is(first, 'speakingPronoun')) return subject('PRONOUN', start, start + 1, null)
  const next = tokens[start + 1]
  const counts = first.lower === 'one' && next?.kind === 'word' && !is(next, 'finite')
  if (is(first, 'self') && !counts) return subject('SELF', start, start + 1, null)
  const to = phraseEnd(tokens, mentions, start)
  if (to === start) return null
  const inside = mentionsIn(mentions, start, to)
  const and = tokens.findIndex((token, i) => i > start && i < to && token.lower === 'and')
  const named = and > 0 && !inside.some((mention) => mention.from < and && and < mention.to)
  const end = headEnd(tokens, inside, start, named ? and : to)
  const own = inside.filter((mention) => !mention.possessive && mention.to <= end)
  const leading = own.find((mention) => mention.to === end) ?? own[0]
  if (leading && (leading.to === end || leading.kind === 'PERSON')) {
    const others = joinedBehind(tokens, mentions, leading)
    const last = others.at(-1)
    const together = last && endsName(tokens, last) ? others : []
    const rest = together.length > 0 ? Math.max(to, last?.to ?? to) : to
    return { ...subject('NAME', start, rest, leading), others: together }
  }
  // The name stands behind the office and a comma: "said the minister of public works, Ada Moss".
  const holder = tokens[to]?.text === ',' ? mentions.find((mention) => mention.from === to + 1) : undefined
  if (
    holder?.kind === 'PERSON' &&
    !holder.possessive &&
    isDescription(tokens, start, to) &&
    endsName(tokens, holder)
  )
    return subject('NAME', start, holder.to, holder)
  return subject('NOUN', start, to, null)
}

/** Tells whether a name ends its clause: "said Hale's deputy, Ada Moss.", not "said a baker, Ada Moss having left". */
const endsName = (tokens: Token[], { to }: Mention): boolean =>
  tokens[to]?.kind !== 'word' ||
  is(tokens[to], 'preposition') ||
  is(tokens[to], 'clauseOpener') ||
  is(tokens[to], 'time')

/**
 * Returns the index after the noun phrase that begins at `start`: a mark, a day or a new clause ends it, outside
 * brackets.
 */
function phraseEnd(tokens: Token[], mentions: Mention[], start: number): number {
  let nested = 0
  for (let i = start; i < Math.min(tokens.length, start + REACH); i++) {
    const token = tokens[i]
    if (token?.kind === 'quote' && isNickname(mentions, i)) continue
    if (!token || token.kind === 'quote') return i
    if (is(token, 'finite') && token.lower !== "'s") return i
    if (token.text === '(') nested++
    else if (token.text === ')') nested--
    else if (nested === 0) {
      if (token.kind === 'mark' && !/^[&/’'-]$/.test(token.text)) return i
      if (i > start && (is(token, 'clauseOpener') || is(token, 'day') || closesWithAdverb(tokens, i)))
        return i
      if (token.lower === 'on' && is(tokens[i + 1], 'day')) return i
    }
  }
  return Math.min(tokens.length, start + REACH)
}

/** Tells whether the adverb at `i` ends the clause of verb and speaker: "said Moss quietly", "asked his mother softly,". */
function closesWithAdverb(tokens: Token[], i: number): boolean {
  const token = tokens[i]
  if (!is(token, 'adverbEnding') || token?.capital || is(token, 'body') || is(tokens[i - 1], 'determiner'))
    return false
  const next = tokens[i + 1]
  return (
    next?.kind !== 'word' || is(next, 'preposition') || is(next, 'conjunction') || is(next, 'subordinator')
  )
}
