import type { Mention } from '../names/mention.js'
import type { Sentence } from '../text/sentence.js'
import { is, type Range, type Token } from '../text/token.js'
import { copulaCue } from './copula-cue.js'
import { type Cue, cueOf } from './cue.js'
import { embeddedClauses } from './embedded-clauses.js'
import { subjectAfter } from './find-subject.js'
import { interruptionCues } from './interruption-cue.js'
import { introductionCue } from './introduction-cue.js'
import { mannerCue } from './manner-cue.js'
import { nounCue } from './noun-cue.js'
import { signatureCue } from './signature-cue.js'
import type { Subject } from './subject.js'
import { verbCue } from './verb-cue.js'

/** Finds all reporting words of a sentence, in order. */
export function findCues(sentence: Sentence, mentions: Mention[]): Cue[] {
  const { tokens } = sentence
  const cues: Cue[] = []
  const clauses = embeddedClauses(tokens)
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token?.kind !== 'word') continue
    const cue =
      token.lower === 'according' && tokens[i + 1]?.lower === 'to'
        ? accordingCue(tokens, mentions, i)
        : (copulaCue(tokens, mentions, i) ??
          nounCue(tokens, mentions, i) ??
          verbCue(tokens, mentions, i, cues, clauses) ??
          mannerCue(tokens, mentions, i))
    if (!cue) continue
    cues.push(cue)
    i = Math.max(i, cue.to - 1)
  }
  endWithClauses(cues, clauses)
  const mark = signatureCue(tokens, mentions) ?? introductionCue(tokens, mentions)
  if (
    mark &&
    cues.every((cue) => cue.to <= mark.groupFrom || (cue.from >= mark.groupTo && cue.to <= mark.from))
  )
    cues.push(mark)
  for (const cue of interruptionCues(tokens, mentions))
    if (cues.every((other) => other.to <= cue.groupFrom || other.from >= cue.groupTo)) cues.push(cue)
  return cues.sort((a, b) => a.from - b.from)
}

/** Ends the words of the cues inside relative clauses where the clauses end. */
function endWithClauses(cues: Cue[], clauses: Range[]): void {
  for (const { from, to } of clauses)
    for (const cue of cues) if (from <= cue.from && cue.to <= to) cue.limit = Math.min(cue.limit ?? to, to)
}

/** Reads "according to" and its source. */
function accordingCue(tokens: Token[], mentions: Mention[], i: number): Cue | null {
  const subject = subjectAfter(tokens, mentions, i + 2)
  if (!subject || (subject.kind === 'NOUN' && !isSource(tokens, subject))) return null
  return cueOf('ACCORDING', i, i + 2, { subject, groupFrom: i, groupTo: subject.to })
}

/** Tells whether a noun can be a source: "according to the plan", "to officials", not "to custom". */
const isSource = (tokens: Token[], { from, to }: Subject) =>
  is(tokens[from], 'determiner') ||
  tokens.slice(from, to).some((token) => token.capital || is(token, 'nameless') || is(token, 'pluralEnding'))
