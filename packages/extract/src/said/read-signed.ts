import { cueOf } from '../cues/cue.js'
import { subject } from '../cues/subject.js'
import type { Mention } from '../names/mention.js'
import type { Sentence } from '../text/sentence.js'
import type { Token } from '../text/token.js'
import type { SentenceDraft } from './sentence-draft.js'

/**
 * Reads a quotation that opens its sentence, with a dash and a name behind it, which ask for no grammar: "„…“ — Ada Moss",
 * "« … » – Ada Moss, maire de Ruhn".
 */
export function readSigned({ tokens }: Sentence, mentions: Mention[]): SentenceDraft | null {
  const dash = tokens.findIndex((token, i) => i > 0 && /^(?:[—–―-]|--)$/.test(token.text))
  const quotes = tokens.slice(0, Math.max(dash, 0))
  const named = mentions.find(({ from }) => from === dash + 1)
  if (quotes.length === 0 || !quotes.every(({ kind }) => kind === 'quote') || !named) return null
  if (!endsBehind(tokens[named.to])) return null
  return {
    segments: quotes.map(({ start, end }) => ({ start, end })),
    cue: cueOf('DASH', dash, dash + 1, { groupTo: named.to }),
    shape: 'BEFORE',
    subject: subject('NAME', named.from, named.to, named),
    quoted: 1,
    hasQuote: true,
    that: false,
    polarity: 'AFFIRMED',
    said: true,
    outer: null,
  }
}

/** Tells whether nothing but an office may follow the name. */
const endsBehind = (token: Token | undefined) => !token || /^[,.(]$/.test(token.text)
