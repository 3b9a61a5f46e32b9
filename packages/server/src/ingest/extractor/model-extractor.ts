import { type Extractor, extract, type Span, type StatementDraft } from '@onrecord/extract'
import { type ChatEndpoint, completeJson } from './chat-completion.js'
import { createDrafter } from './draft-statement.js'
import { ExtractorError } from './extractor-error.js'
import { createFoundSpeakers, type FoundSpeakers } from './found-speakers.js'
import { ANSWER_FORMAT, askFor, readAnswer, readSpeaker, readStatement } from './model-answer.js'
import { type Dropped, type DropReason, type PlacedStatement, placeStatements } from './place-statements.js'
import { splitParts } from './split-parts.js'

export interface ModelExtractorOptions extends ChatEndpoint {
  /** Told, once an article, how many statements of the model were left out and why, when there were any. */
  onDropped?: ((dropped: Dropped) => void) | undefined
}

/** Of the instructions and of how an answer is read; counted up with every change of either. */
const VERSION = '0.1.0'

/** Code units of the body sent at a time: with instructions and answer about 4,000 tokens, which small models take. */
const PART = 6_000

/** Parts of one article that are sent: a request each, one after another. */
const MOST_PARTS = 50

/**
 * An extractor that asks a language model behind an OpenAI-compatible endpoint.
 *
 * The model gives words, never offsets, and only those that stand in the text are taken: it can miss statements and
 * err about speakers, but it cannot make words up, and neither can an article that gives it orders. Segments and
 * topics come from the rules, which know them as well, at once and for nothing; only the body is sent.
 *
 * Its `extract` throws an ExtractorError when the endpoint fails.
 */
export function createModelExtractor({ onDropped, ...endpoint }: ModelExtractorOptions): Extractor {
  return {
    method: 'MODEL',
    async extract(text, options) {
      const { segments, topics } = extract(text, options)
      const parts = splitParts(text, segments, PART)
      if (parts.length > MOST_PARTS) {
        const limit = `a model gets at most about ${(MOST_PARTS * PART).toLocaleString('en')} characters of one`
        throw new ExtractorError(
          'TOO_LONG',
          `the article is too long, ${limit}: split it, or take the rules for it`,
        )
      }
      const speakers = createFoundSpeakers(text)
      const dropped: Dropped = {}
      const drop = (reason: DropReason) => {
        dropped[reason] = (dropped[reason] ?? 0) + 1
      }
      const statements: StatementDraft[] = []
      const draftOf = createDrafter(text, { segments, topics }, speakers)
      for (const part of parts) {
        for (const placed of await readPart(endpoint, text, part, speakers, drop)) {
          const draft = draftOf(placed)
          if (draft) statements.push(draft)
          else drop('speaker')
        }
      }
      if (Object.keys(dropped).length > 0) onDropped?.(dropped)
      const names = new Set(statements.flatMap(({ speaker }) => speaker ?? []))
      return {
        statements: statements.sort((a, b) => a.start - b.start || a.end - b.end),
        speakers: speakers.drafts(names),
        topics,
        segments,
        extractor: `onrecord-model/${endpoint.model}@${VERSION}`,
      }
    },
  }
}

async function readPart(
  endpoint: ChatEndpoint,
  text: string,
  part: readonly Span[],
  speakers: FoundSpeakers,
  drop: (reason: DropReason) => void,
): Promise<PlacedStatement[]> {
  const shown = part.map(({ start, end }) => text.slice(start, end)).join('\n\n')
  const answer = await completeJson(endpoint, askFor(shown, speakers.names()), ANSWER_FORMAT, readAnswer)
  speakers.add(answer.speakers.flatMap((speaker) => readSpeaker(speaker) ?? []))
  const statements = answer.statements.map(readStatement)
  for (const statement of statements) if (!statement) drop('form')
  return placeStatements(
    text,
    part,
    statements.filter((statement) => statement !== null),
    drop,
  )
}
