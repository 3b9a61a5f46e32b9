import type { Extractor, Span, StatementDraft } from '@onrecord/extract'
import { type ChatEndpoint, completeJson } from './chat-completion.js'
import { createDrafter } from './draft-statement.js'
import { ExtractorError } from './extractor-error.js'
import { createFoundSpeakers, type FoundSpeakers } from './found-speakers.js'
import { ANSWER_FORMAT, askFor, readAnswer, readSpeaker, readStatement } from './model-answer.js'
import { type Dropped, type DropReason, type PlacedStatement, placeStatements } from './place-statements.js'
import { ruleExtractor } from './rule-extractor.js'
import { splitParts } from './split-parts.js'

export interface ModelExtractorOptions extends ChatEndpoint {
  /** Called once for an article from which statements of the model were left out, with their number by reason. */
  onDropped?: ((dropped: Dropped) => void) | undefined
  /** The rules, which find segments and topics; by default they run in this thread. */
  rules?: Extractor | undefined
}

/** The version of this extractor. Raise it whenever the instructions change, or how an answer is read. */
const VERSION = '0.1.0'

/** Code units of one part. With instructions and answer this makes about 4,000 tokens, which small models accept. */
const PART_LENGTH = 6_000

/** The most parts of one article. Each is one request, and they are sent one after another. */
const MAX_PARTS = 50

/**
 * Creates an extractor that asks a language model behind an OpenAI-compatible endpoint.
 *
 * The model gives words, never offsets, and only words that stand in the text are kept. So it can miss statements and
 * confuse speakers, but neither the model nor an article that gives it orders can invent words. Segments and topics come
 * from the rules, which find them as well, at once and for nothing. Only the body of the article is sent.
 *
 * `extract` throws an ExtractorError when the endpoint fails.
 */
export function createModelExtractor({
  onDropped,
  rules = ruleExtractor,
  ...endpoint
}: ModelExtractorOptions): Extractor {
  return {
    method: 'MODEL',
    async extract(text, options) {
      const { segments, topics } = await rules.extract(text, options)
      const parts = splitParts(text, segments, PART_LENGTH)
      if (parts.length > MAX_PARTS) {
        const limit = `a model gets at most about ${(MAX_PARTS * PART_LENGTH).toLocaleString('en')} characters of one`
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
