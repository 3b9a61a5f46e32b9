import type { ReadParagraph, ReadSentence } from '../names/read-body.js'
import { endMark } from '../text/quote-end.js'
import { isFullTitleCase } from '../text/title-case.js'
import type { Token } from '../text/token.js'
import { NO_TRAITS } from '../text/verb-form.js'
import type { Span } from '../types.js'
import type { Attributed } from './attributed.js'
import { isQuotationOnly } from './inherit.js'

/** Fewer words in quotation marks amid the reporter's are as often no speech: scare quotes. */
const LEAST_WORDS = 4

/**
 * Finds quotations that are speech though nobody is said to have spoken them: dialogue, quotations set apart, words after
 * a colon. Their speaker stays open.
 */
export function findUncued(paragraphs: ReadParagraph[], statements: Attributed[]): Attributed[] {
  const covered = statements.flatMap(({ segments }) => segments).sort((a, b) => a.start - b.start)
  const found: Attributed[] = []
  let next = 0
  for (const [index, { sentences }] of paragraphs.entries()) {
    if (isPullQuote(paragraphs, index)) continue
    for (const sentence of sentences)
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
  const before = sentence.tokens[i - 1]?.text
  if (before === ':') return mark !== '' || words.length >= LEAST_WORDS
  const resumed = sentence.tokens.slice(0, i).some((other) => other.kind === 'quote')
  if (i === 0 || (before === ',' && (opens || resumed))) return mark !== ''
  return opens && mark !== '' && words.length >= LEAST_WORDS
}

/**
 * Tells whether a quotation is set apart from all other speech: it repeats words of the article, or shows a document.
 */
function isPullQuote(paragraphs: ReadParagraph[], index: number): boolean {
  const { sentences } = paragraphs[index] as ReadParagraph
  const talks = (paragraph: ReadParagraph | undefined) =>
    paragraph?.sentences.some((sentence) => isQuotationOnly(sentence)) === true
  return sentences.every(isQuotationOnly) && !talks(paragraphs[index - 1]) && !talks(paragraphs[index + 1])
}

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
