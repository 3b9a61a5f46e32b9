import type { Language } from '../languages/language.js'
import type { SentenceDraft } from '../said/sentence-draft.js'
import type { Quote } from '../text/quotes.js'
import type { Sentence } from '../text/sentences.js'
import { splitSentences } from '../text/sentences.js'
import { isTitleCase } from '../text/title-case.js'
import type { Span, TextSegment } from '../types.js'
import type { Mention } from './find-names.js'

/** A sentence of the body with the names in it. */
export interface ReadSentence extends Sentence {
  mentions: Mention[]
}

/** A paragraph of the body, cut into sentences, with its outermost quotations. */
export interface ReadParagraph extends Span {
  sentences: ReadSentence[]
  quotes: Quote[]
}

/** Reads the body; title, headings, byline and boilerplate are passed over. `quotes` go with `segments`. */
export function readBody(
  text: string,
  segments: TextSegment[],
  quotes: Quote[][],
  language: Language,
): ReadParagraph[] {
  const paragraphs: ReadParagraph[] = []
  segments.forEach((segment, i) => {
    if (segment.kind !== 'BODY') return
    const own = quotes[i] ?? []
    const sentences = splitSentences(text, segment, own).map((sentence) => ({
      ...sentence,
      mentions: isHeadline(text, sentence) ? [] : language.findMentions(text, sentence.tokens),
    }))
    paragraphs.push({ start: segment.start, end: segment.end, sentences, quotes: own })
  })
  return paragraphs
}

/** What the cues of a sentence report; nothing when it is a headline among the body. */
export function draftsOf(text: string, sentence: ReadSentence, language: Language): SentenceDraft[] {
  return isHeadline(text, sentence) ? [] : language.readSentence(text, sentence, sentence.mentions)
}

const HEADLINE_REACH = 300

function isHeadline(text: string, sentence: Sentence): boolean {
  if (sentence.tokens.length <= 5) return false
  return isTitleCase(text.slice(sentence.start, Math.min(sentence.end, sentence.start + HEADLINE_REACH)), 1)
}
