import type { Quote } from '../text/quotes.js'
import type { PageKnowledge } from '../text/segments.js'
import type { Sentence } from '../text/sentence.js'
import { splitSentences } from '../text/sentences.js'
import { isFullTitleCase, titleShareOf } from '../text/title-case.js'
import type { Token } from '../text/token.js'
import type { WordKnowledge } from '../text/tokens.js'
import type { Span, TextSegment } from '../types.js'
import type { Mention } from './mention.js'

/** A sentence of the body with the names in it. */
export interface ReadSentence extends Sentence {
  mentions: Mention[]
  /** Stands among the body and is written as a headline: nobody speaks in it. */
  headline: boolean
}

/** A paragraph of the body, cut into sentences, with its outermost quotations. */
export interface ReadParagraph extends Span {
  sentences: ReadSentence[]
  quotes: Quote[]
}

/** What reading the body takes from a language. */
export interface BodyKnowledge extends WordKnowledge, PageKnowledge {
  reader: {
    /** All names in a sentence's own words, in order. */
    findNames(text: string, tokens: Token[]): Mention[]
  }
}

/** Reads the body; title, headings, byline and boilerplate are passed over. `quotes` go with `segments`. */
export function readBody(
  text: string,
  segments: TextSegment[],
  quotes: Quote[][],
  language: BodyKnowledge,
): ReadParagraph[] {
  const paragraphs: ReadParagraph[] = []
  for (const [i, segment] of segments.entries()) {
    if (segment.kind !== 'BODY') continue
    const own = quotes[i] ?? []
    const sentences = splitSentences(text, segment, own, language).map((sentence) => {
      const headline = isHeadline(text, sentence, language)
      return {
        ...sentence,
        headline,
        mentions: headline ? [] : language.reader.findNames(text, sentence.tokens),
      }
    })
    paragraphs.push({ start: segment.start, end: segment.end, sentences, quotes: own })
  }
  return paragraphs
}

/** Code units of a sentence that tell whether it is a headline. */
const HEADLINE_REACH = 300
/** Tokens of a sentence that may be one. */
const LEAST_TOKENS = 6

/** Code units that a dash before a sentence may stand away from it. */
const DASH_REACH = 3
const SIGNATURE = /(?:^|\s)[—–―~-]{1,2}\s*\S?$/

function isHeadline(
  text: string,
  { tokens, start, end }: Sentence,
  { lexicon, page }: BodyKnowledge,
): boolean {
  if (tokens.length < LEAST_TOKENS || !page.titleCase || tokens.at(-1)?.text === ':') return false
  // A dash opens a signature: "— Ada Moss, Mayor of Ruhn".
  if (SIGNATURE.test(text.slice(Math.max(0, start - DASH_REACH), start + 1))) return false
  const head = text.slice(start, Math.min(end, start + HEADLINE_REACH))
  return isFullTitleCase({ titleShare: titleShareOf(head, lexicon) })
}
