import type { Attributed } from './attributed.js'
import { isBare } from './carry.js'
import { endMark } from './quote-end.js'
import type { ReadParagraph, ReadSentence } from './reading.js'
import { isTitleCase } from './title-case.js'
import type { Token } from './tokens.js'
import type { Span } from './types.js'

/** Fewer words amid the reporter's are scare quotes as often as speech. */
const LEAST_WORDS = 4

/**
 * Quotations that nobody is said to have spoken, and that are speech all the same: dialogue, quotations set apart,
 * words after a colon. Their speaker stays open.
 */
export function findUncued(paragraphs: ReadParagraph[], statements: Attributed[]): Attributed[] {
  const covered = statements.flatMap(({ segments }) => segments).sort((a, b) => a.start - b.start)
  const found: Attributed[] = []
  let next = 0
  for (const { sentences } of paragraphs)
    for (const sentence of sentences) {
      for (const [i, token] of sentence.tokens.entries()) {
        if (token.kind !== 'quote') continue
        while ((covered[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next++
        if ((covered[next]?.start ?? Number.POSITIVE_INFINITY) < token.end) continue
        if (isSpeech(sentence, i)) found.push(nobodys(token, sentence))
      }
    }
  return found
}

function isSpeech(sentence: ReadSentence, i: number): boolean {
  const token = sentence.tokens[i] as Token
  const before = sentence.tokens[i - 1]
  const mark = endMark(token)
  const words = token.text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (words.length === 0 || (words.length > 1 && isTitleCase(token.text, 1) && !/[!?…—,]/.test(mark))) return false
  if (isBare(sentence)) return mark !== ''
  if (/^[,:]$/.test(before?.text ?? '')) return mark !== '' || words.length >= LEAST_WORDS
  const opens = /^\P{L}*\p{Lu}/u.test(token.text)
  if (i === 0) return mark !== ''
  return opens && mark !== '' && words.length >= LEAST_WORDS
}

const nobodys = (span: Span, sentence: ReadSentence): Attributed => ({
  segments: [{ start: span.start, end: span.end }],
  kind: 'DIRECT',
  entity: null,
  source: null,
  cue: null,
  lemma: '',
  verbClass: 'CLAUSE',
  basis: 'INHERITED',
  rule: 'UNCUED',
  subject: 'NOUN',
  doubtful: false,
  plain: true,
  sentence,
  from: null,
})
