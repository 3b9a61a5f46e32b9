import { signerAt } from '../cues/signature-cue.js'
import type { Mention } from '../names/mention.js'
import type { ReadParagraph, ReadSentence } from '../names/read-body.js'
import type { Registry } from '../names/registry.js'
import { isHandle } from '../text/handle.js'
import type { Span } from '../types.js'
import type { Attributed } from './attributed.js'
import { printedStatement } from './find-turns.js'
import { isQuotationOnly } from './inherit.js'

/** A name behind a mark, "— Ada Moss (@moss) March 3", that signs the words before it. */
interface Signature {
  sentence: ReadSentence
  signer: Mention
  /** The mark as printed. */
  mark: string
  /** It has a handle, as below a post. */
  post: boolean
}

/** A mark that opens a signature. */
const OPENING = /^(?:--|[—–―~(-])/

/**
 * Finds words that are signed below their paragraph, and posts signed at the end of it. Each paragraph of a signed text has
 * its statement; the other paragraphs that belong to it, and the signature's, have null.
 */
export function findSignatures(
  text: string,
  paragraphs: readonly ReadParagraph[],
  registry: Registry,
): Map<ReadParagraph, Attributed | null> {
  const found = new Map<ReadParagraph, Attributed | null>()
  for (const [i, paragraph] of paragraphs.entries()) {
    const below = lineSignature(text, paragraph)
    const words = below ? wordsAbove(paragraphs, i, below, found) : []
    const first = words[0]
    if (below && first) {
      for (const part of [...words, paragraph]) found.set(part, null)
      found.set(first, signedStatement(words, below, registry))
      continue
    }
    const own = postSignature(paragraph)
    const before = own?.sentence.tokens[own.signer.from - 2]
    const end = before?.end ?? paragraph.sentences.at(-2)?.end
    if (own && end)
      found.set(paragraph, signedStatement([{ start: wordsStart(text, paragraph), end }], own, registry))
  }
  return found
}

/** Returns where the words begin, behind an element of markup that was left in the text: "<tweet id="1">". */
const wordsStart = (text: string, { start, end }: Span): number =>
  start + (/^<[^<>]{1,200}>\s*/.exec(text.slice(start, Math.min(end, start + 220)))?.[0].length ?? 0)

/** Reads a paragraph that is nothing but a signature. */
function lineSignature(text: string, { start, sentences }: ReadParagraph): Signature | null {
  const [sentence] = sentences
  const mark = text.slice(start, start + 2).match(OPENING)?.[0]
  if (!sentence || sentences.length > 1 || !mark) return null
  // A dash at the head of a paragraph is dropped as that of a list.
  const at = sentence.start > start ? 0 : 1
  const signer = signerAt(sentence.tokens, sentence.mentions, at)
  return signer && { sentence, signer, mark, post: sentence.tokens.some(isHandle) }
}

/** Reads the signature at the end of a post. Without a handle, words without marks are the reporter's. */
function postSignature({ sentences }: ReadParagraph): Signature | null {
  const sentence = sentences.at(-1)
  if (!sentence?.tokens.some(isHandle)) return null
  const at = sentence.tokens.findLastIndex(({ text }) => OPENING.test(text) && text !== '(')
  const signer = at < 0 ? null : signerAt(sentence.tokens, sentence.mentions, at + 1)
  return signer && { sentence, signer, mark: sentence.tokens[at]?.text ?? '', post: true }
}

/** Returns the paragraphs that the signature at `at` signs: a quotation with all its paragraphs, or a post. */
function wordsAbove(
  paragraphs: readonly ReadParagraph[],
  at: number,
  { post }: Signature,
  taken: ReadonlyMap<ReadParagraph, unknown>,
): ReadParagraph[] {
  const words: ReadParagraph[] = []
  for (let i = at - 1; i >= 0; i--) {
    const paragraph = paragraphs[i]
    if (!paragraph || taken.has(paragraph)) break
    const quoted = paragraph.sentences.length > 0 && paragraph.sentences.every(isQuotationOnly)
    if (!quoted && !(post && words.length === 0)) break
    words.unshift(paragraph)
    if (!paragraph.quotes[0]?.continued) break
  }
  return words
}

function signedStatement(
  words: readonly Span[],
  { sentence, signer, mark, post }: Signature,
  registry: Registry,
): Attributed {
  const { tokens } = sentence
  const segments = words.map(({ start, end }) => ({ start, end }))
  const close = tokens.findIndex((token) => token.text === ')')
  const source = {
    source: { start: signer.start, end: signer.end },
    entity: registry.resolve(signer),
    medium: post ? ('SOCIAL_POST' as const) : null,
  }
  return {
    ...printedStatement(segments[0] ?? sentence, source, sentence),
    segments,
    cue: mark,
    rule: 'DASH',
    cueTokens: { from: Math.max(0, signer.from - 1), to: Math.max(signer.to, close + 1), head: signer.to },
  }
}
