import type { Cue } from '../cues/cue.js'
import { findCues } from '../cues/find-cues.js'
import { subjectAfter } from '../cues/find-subject.js'
import { mainSubject, openingSubject } from '../cues/shared-subject.js'
import { type Subject, subject } from '../cues/subject.js'
import type { Mention } from '../names/mention.js'
import { trimSpan } from '../text/document.js'
import { endMark, hasQuote } from '../text/quote-end.js'
import type { Sentence } from '../text/sentence.js'
import { isFullTitleCase } from '../text/title-case.js'
import { is, type Range, type Token } from '../text/token.js'
import type { Span } from '../types.js'
import type { Content } from './content.js'
import { findContent } from './find-content.js'
import { opensBeforeAside } from './openings.js'
import { polarityOf } from './polarity-of.js'
import type { SentenceDraft } from './sentence-draft.js'
import { wasSaid } from './was-said.js'
import { isWorthwhile } from './worthwhile.js'

/**
 * Finds what the cues of a sentence report, in order; words inside other words only where they are plainly somebody's.
 */
export function readClauses(text: string, sentence: Sentence, mentions: Mention[]): SentenceDraft[] {
  const cues = findCues(sentence, mentions)
  const found: { cue: Cue; content: Content }[] = []
  for (const cue of cues) {
    const content = findContent(sentence, mentions, cue, cues)
    if (content) found.push({ cue, content })
  }
  const drafts: SentenceDraft[] = []
  const nested: { cue: Cue; content: Content }[] = []
  const taken: Range[] = []
  const unsaid: Range[] = []
  const outermostFirst = [...found].sort(
    (a, b) => rank(a.content) - rank(b.content) || a.cue.from - b.cue.from,
  )
  for (const { cue, content } of outermostFirst) {
    const overlaps = (range: Range) => taken.some((other) => range.from < other.to && other.from < range.to)
    if (taken.some((range) => range.from <= cue.from && cue.from < range.to)) {
      nested.push({ cue, content })
      continue
    }
    if (content.parts.some(overlaps)) continue
    if (hangsOn(unsaid, cue)) continue
    if (!wasSaid(sentence.tokens, cue, content)) {
      const nobody = subject('SELF', cue.from, cue.to, null)
      const draft = draftOf(text, sentence, cue, content, cue.subject ?? nobody)
      if (draft) drafts.push({ ...draft, said: false })
      unsaid.push(...content.parts)
      continue
    }
    const speaker = cue.subject ?? subjectOf(sentence, mentions, cue, cues, content)
    if (speaker?.kind === 'SELF') {
      // A quotation by the author is nobody else's.
      for (const part of content.parts) if (hasQuote(sentence.tokens, part)) taken.push(part)
      continue
    }
    if (!speaker) continue
    const draft = draftOf(text, sentence, cue, content, speaker)
    if (!draft || !isWorthwhile(text, sentence, draft)) continue
    for (const part of content.parts) taken.push(part)
    drafts.push(draft)
  }
  for (const { cue, content } of nested) {
    if (!reportsWithin(cue, content) || !wasSaid(sentence.tokens, cue, content)) continue
    const draft = cue.subject && draftOf(text, sentence, cue, content, cue.subject)
    const outer = draft && drafts.find((other) => other.said && contains(other, draft))
    const plain = draft?.that || draft?.hasQuote
    if (draft && outer && plain && isWorthwhile(text, sentence, draft)) drafts.push({ ...draft, outer })
  }
  return drafts.sort((a, b) => a.cue.from - b.cue.from)
}

/** Tells whether words that nobody said begin with the clause of the cue: "Nobody claims Hale said …". */
const hangsOn = (unsaid: Range[], { groupFrom }: Cue) =>
  unsaid.some(({ from }) => from === groupFrom || from === groupFrom - 1)

/** Tells whether words inside other words are plainly somebody's: "said that Hale told her the pier was safe". */
const reportsWithin = ({ subject, verbClass, kind, weak, nounLike, coordinate }: Cue, { shape }: Content) =>
  subject?.kind === 'NAME' &&
  !subject.relative &&
  !weak &&
  !nounLike &&
  !coordinate &&
  shape === 'AFTER' &&
  kind === 'VERB' &&
  (verbClass === 'CLAUSE' || verbClass === 'HEARER')

const contains = (outer: SentenceDraft, inner: SentenceDraft) =>
  inner.segments.every(({ start, end }) =>
    outer.segments.some((span) => span.start < start && end <= span.end),
  )

const rank = (content: Content) => (content.shape === 'BEFORE' || content.shape === 'AROUND' ? 0 : 1)

/** Finds the subject of a cue that has none of its own: the sentence's opening, or the next cue's. */
function subjectOf(
  sentence: Sentence,
  mentions: Mention[],
  cue: Cue,
  cues: Cue[],
  content: Content,
): Subject | null {
  const opening = openingSubject(sentence.tokens, mentions, cue.from)
  if (opening) return opening
  const next = cues.find((other) => other.from > cue.from && other.subject && !other.coordinate)
  if (cue.from > 1) return cue.tense === 'ing' ? mainSubject(sentence.tokens, mentions, cue.groupFrom) : null
  if (next?.subject) return next.subject
  // "After saying that …, Moss left."
  const end = content.parts.at(-1)?.to ?? 0
  const at = sentence.tokens[end]?.text === ',' ? end + 1 : end
  const main = content.shape === 'AFTER' ? subjectAfter(sentence.tokens, mentions, at) : null
  return main?.kind === 'NAME' || main?.kind === 'PRONOUN' ? main : null
}

function draftOf(
  text: string,
  sentence: Sentence,
  cue: Cue,
  content: Content,
  subject: Subject,
): SentenceDraft | null {
  const segments: Span[] = []
  let quotedLength = 0
  let length = 0
  let hasQuote = false
  let opensWithThat = false
  for (const part of content.parts) {
    const inside = sentence.tokens.slice(part.from, part.to)
    while (inside[0] && isOpening(inside)) inside.shift()
    // The link to the sentence before is the reporter's: "But two boats sank, Moss said".
    if (content.shape !== 'AFTER' && segments.length === 0) dropLink(inside)
    const that = opensClause(inside)
    // Before an aside "that" belongs to the words: "that, although it was old, the dam was safe".
    opensWithThat ||= (that || opensBeforeAside(inside, 0)) && segments.length === 0
    if (that) inside.shift()
    const first = inside[0]
    const last = inside.at(-1)
    if (!first || !last) continue
    if (isWorkTitle(first)) return null
    const span = trimSpan(text, first.start, last.end)
    if (!span) continue
    span.end = trimTail(text, span)
    if (span.end <= span.start) continue
    segments.push(span)
    length += span.end - span.start
    for (const token of inside) {
      if (token.kind !== 'quote') continue
      hasQuote = true
      quotedLength += token.end - token.start
    }
  }
  if (segments.length === 0 && content.parts.length > 0) return null
  return {
    segments,
    cue,
    shape: content.shape,
    subject,
    polarity: polarityOf(sentence.tokens, cue),
    quoted: length ? quotedLength / length : 0,
    hasQuote,
    that: opensWithThat,
    said: true,
    outer: null,
  }
}

/** Drops a link such as "But" or "However," from the start of the clause. */
function dropLink(inside: Token[]): void {
  const [first, second] = inside
  if (/^(?:and|but)$/.test(first?.lower ?? '') && second?.kind !== 'quote' && inside.length > LEAST_LINKED)
    inside.shift()
  else if (is(first, 'sentenceLink') && second?.text === ',') inside.splice(0, 2)
}

/** A clause that opens with a link has more tokens. */
const LEAST_LINKED = 3

/** Tells whether "that" opens a clause; in "that is why" it is a pronoun. */
const opensClause = ([first, second]: Token[]) =>
  is(first, 'that') && second !== undefined && second.text !== ',' && !is(second, 'auxiliary')

/**
 * Tells whether a mark opens the words and is no part of them: a comma, a dash, an emoji before a quotation. Brackets
 * and currencies are part of the words.
 */
function isOpening([first, second]: Token[]): boolean {
  if (/^(?:[,:;—–]|--)$/.test(first?.text ?? '')) return true
  return (
    first?.kind === 'mark' && /^(?:\p{So}|\p{Sk}|\u200D|\uFE0F)/u.test(first.text) && second?.kind !== 'word'
  )
}

/** Tells whether a quotation is the title of a work: "Moss read “The Town by the Sea” aloud". */
const isWorkTitle = (token: Token) =>
  token.kind === 'quote' && endMark(token) === '' && token.text.includes(' ') && isFullTitleCase(token)

/** Returns where the span ends without the commas, dashes and blanks at its end, which are the reporter's. */
function trimTail(text: string, span: Span): number {
  let end = span.end
  while (end > span.start && /[\s,;:—–-]/.test(text.charAt(end - 1))) end--
  return end
}
