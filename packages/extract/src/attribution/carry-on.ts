import type { ReadParagraph, ReadSentence } from '../names/read-body.js'
import { draftsOf } from './drafts-of.js'
import { inherit } from './inherit.js'
import { add, type Reading } from './reading.js'

/** Goes on with a run that a colon opened, or with quotations in the same voice, in a paragraph without a cue. */
export function carryOn(
  reading: Reading,
  paragraph: ReadParagraph,
  waiting: ReadSentence[],
  next: ReadParagraph | undefined,
) {
  const { run } = reading
  const source = run ?? (reading.previousAttributed && reading.last?.rule !== 'DASH' ? reading.last : null)
  if (waiting.length > 0 && source) {
    const rule = run ? 'RUN' : 'BARE_PARAGRAPH'
    for (const sentence of waiting) add(reading, inherit(source, rule, 'DIRECT', sentence, sentence))
  } else if (run && !reading.here) {
    const quoted = paragraph.quotes.length > 0
    // A colon without a verb introduces nothing but quotations.
    if (run.rule === 'COLON') reading.run = null
    const first = reading.last === run
    // The reporter's words after bare quotations end the run, unless the speaker is quoted again in them.
    const leads = leadsToQuotation(reading, next)
    const again = reading.last?.kind !== 'DIRECT' || (quoted && (leads || !namesSomebody(paragraph)))
    const loose = again && (quoted || leads)
    if (reading.run && (first || loose)) {
      add(reading, inherit(run, 'RUN', quoted ? 'MIXED' : 'INDIRECT', paragraph, paragraph.sentences[0]))
    } else reading.run = null
  }
}

const namesSomebody = ({ sentences }: ReadParagraph): boolean =>
  sentences.some(({ mentions }) => mentions.some(({ kind }) => kind === 'PERSON'))

/** Tells whether the next paragraph has a quotation that nobody else is said to have spoken. */
const leadsToQuotation = ({ text, language }: Reading, next: ReadParagraph | undefined): boolean =>
  next !== undefined &&
  next.quotes.length > 0 &&
  next.sentences.every((sentence) => draftsOf(text, sentence, language).length === 0)
