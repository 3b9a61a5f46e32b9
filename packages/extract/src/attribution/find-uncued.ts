import type { ReadParagraph, ReadSentence } from '../names/read-body.js'
import { endMark } from '../text/quote-end.js'
import { isFullTitleCase, isTitleCase } from '../text/title-case.js'
import type { Token } from '../text/token.js'
import { NO_TRAITS } from '../text/verb-form.js'
import type { Span } from '../types.js'
import type { Attributed } from './attributed.js'
import { findPullQuotes } from './find-pull-quotes.js'
import { isQuotationOnly } from './inherit.js'

/** Fewer words in quotation marks amid the reporter's are as often no speech: scare quotes. */
const LEAST_WORDS = 4
/** Of a part of a sentence, which no mark ends, fewer are. */
const LEAST_PART = 6

/**
 * Finds quotations that are speech though nobody is said to have spoken them: dialogue, quotations set apart, words after
 * a colon. Their speaker stays open.
 *
 * @param read the words whose cue was read, said or not.
 */
export function findUncued(text: string, paragraphs: ReadParagraph[], read: readonly Span[]): Attributed[] {
  const pullQuotes = findPullQuotes(text, paragraphs)
  const covered = [...read].sort((a, b) => a.start - b.start)
  const found: Attributed[] = []
  let next = 0
  for (const paragraph of paragraphs) {
    if (pullQuotes.has(paragraph)) continue
    for (const sentence of paragraph.sentences)
      for (const [i, token] of sentence.tokens.entries()) {
        if (token.kind !== 'quote') continue
        while ((covered[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next++
        if ((covered[next]?.start ?? Number.POSITIVE_INFINITY) < token.end) continue
        if (isSpeech(sentence, i)) found.push(openStatement(token, sentence))
      }
  }
  return found
}

/** Tells whether the quotation at token `i` is speech, by its marks and by what stands around it. */
function isSpeech(sentence: ReadSentence, i: number): boolean {
  const token = sentence.tokens[i] as Token
  const mark = endMark(token)
  const words = token.text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (words.length === 0) return false
  if (isQuotationOnly(sentence)) return mark !== '' && !(/[.]/.test(mark) && isFullTitleCase(token))
  // Amid the reporter's words it is as often the title of a work.
  if (!/[!?]/.test(mark) && (words.length === 1 || isFullTitleCase(token))) return i === 0 && mark === ','
  const opens = /^\P{L}*\p{Lu}/u.test(token.text)
  if (words.length >= LEAST_PART && !isTitleCase(token) && !APOSTROPHE.test(token.text)) return true
  const before = sentence.tokens[i - 1]?.text
  if (before === ':') return mark !== '' || words.length >= LEAST_WORDS
  const resumed = sentence.tokens.slice(0, i).some((other) => other.kind === 'quote')
  if (i === 0 || (before === ',' && (opens || resumed))) return mark !== ''
  return opens && mark !== '' && words.length >= LEAST_WORDS
}

/** A single straight mark is as often an apostrophe that stands apart. */
const APOSTROPHE = /^'[^']/

const openStatement = (span: Span, sentence: ReadSentence): Attributed => ({
  segments: [{ start: span.start, end: span.end }],
  kind: 'DIRECT',
  polarity: 'AFFIRMED',
  entity: null,
  together: [],
  source: null,
  cue: null,
  traits: NO_TRAITS,
  verbClass: 'CLAUSE',
  basis: 'INHERITED',
  rule: 'UNCUED',
  medium: null,
  subject: 'NOUN',
  doubtful: false,
  plain: true,
  cueTokens: null,
  within: null,
  sentence,
  from: null,
})
