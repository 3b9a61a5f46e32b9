import { DETERMINERS, NAMELESS } from '../languages/en/words.js'
import type { Mention } from '../names/find-names.js'
import type { Sentence } from '../text/sentences.js'
import type { Token } from '../text/tokens.js'
import { type Cue, cueOf } from './cue.js'
import { mannerCue } from './manner-cue.js'
import { nounCue } from './noun-cue.js'
import type { Subject } from './noun-phrase.js'
import { nounPhrase } from './noun-phrase.js'
import { subjectAfter } from './subject.js'
import { verbCue } from './verb-cue.js'

/** All reporting words of a sentence, in order. */
export function findCues(sentence: Sentence, mentions: Mention[]): Cue[] {
  const { tokens } = sentence
  const cues: Cue[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token?.kind !== 'word') continue
    const cue =
      token.lower === 'according' && tokens[i + 1]?.lower === 'to'
        ? accordingCue(tokens, mentions, i)
        : (nounCue(tokens, mentions, i) ??
          verbCue(tokens, mentions, i, cues) ??
          mannerCue(tokens, mentions, i))
    if (!cue) continue
    cues.push(cue)
    i = Math.max(i, cue.to - 1)
  }
  const mark = markCue(tokens, mentions)
  if (mark && cues.every((cue) => cue.to <= mark.groupFrom || cue.from >= mark.groupTo)) cues.push(mark)
  return cues
}

function accordingCue(tokens: Token[], mentions: Mention[], i: number): Cue | null {
  const subject = subjectAfter(tokens, mentions, i + 2)
  if (!subject || (subject.kind === 'NOUN' && !isSource(tokens, subject))) return null
  return cueOf('ACCORDING', i, i + 2, { subject, groupFrom: i, groupTo: subject.to, lemma: 'according' })
}

/** "according to the plan", "to officials", not "to custom". */
const isSource = (tokens: Token[], { from, to }: Subject) =>
  DETERMINERS.has(tokens[from]?.lower ?? '') ||
  tokens
    .slice(from, to)
    .some((token) => token.capital || NAMELESS.has(token.lower) || /[^s]s$/.test(token.lower))

/** "Moss: “…”" at the head, and "“…” — Moss" at the end. */
function markCue(tokens: Token[], mentions: Mention[]): Cue | null {
  const dash = tokens.findLastIndex((token) => /^(?:[—–―]|--)$/.test(token.text))
  const before = tokens[dash - 1]
  const named = mentions.find((mention) => mention.from === dash + 1)
  if (dash === 1 && before?.kind === 'quote' && named && tokens.length - named.to <= 1) {
    const subject: Subject = {
      kind: 'NAME',
      from: named.from,
      to: named.to,
      mention: named,
      others: [],
      relative: false,
    }
    return cueOf('DASH', dash, dash + 1, { subject, groupFrom: dash, groupTo: named.to, lemma: 'dash' })
  }
  const colon = tokens.findIndex((token) => token.text === ':')
  if (colon <= 0 || tokens[colon + 1]?.kind !== 'quote') return null
  const subject = nounPhrase(tokens, mentions, colon - 1)
  if (subject?.kind !== 'NAME' || subject.from > 0) return null
  return cueOf('COLON', colon, colon + 1, {
    subject,
    groupFrom: subject.from,
    groupTo: colon,
    lemma: 'colon',
  })
}
