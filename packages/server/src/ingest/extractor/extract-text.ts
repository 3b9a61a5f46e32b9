import type { Extraction, ExtractOptions, Extractor } from '@onrecord/extract'
import { sketchOf } from '../../text/sketch.js'
import { type CheckedExtraction, runExtractor } from './run-extractor.js'

/** The extraction of a text, and what else is stored of the text. */
export interface ExtractedText extends CheckedExtraction {
  /** The text without boilerplate, which searches ignore. */
  searchText: string
  /** The sketch of `searchText`, see `sketchOf`. */
  sketch: number[]
}

/** An extractor that works in another thread, and does there all that takes long for a long text. */
export interface ThreadedExtractor extends Extractor {
  extractText(text: string, options: ExtractOptions): Promise<ExtractedText>
}

/**
 * Runs an extractor, checks its extraction, and computes what else is stored of the text.
 *
 * @throws ExtractorError when the extractor fails, or gives drafts that do not fit the text.
 */
export async function extractText(
  extractor: Extractor | ThreadedExtractor,
  text: string,
  options: ExtractOptions,
): Promise<ExtractedText> {
  if ('extractText' in extractor) return extractor.extractText(text, options)
  const extraction = await runExtractor(extractor, text, options)
  const searchText = searchable(text, extraction.segments)
  return { ...extraction, searchText, sketch: sketchOf(searchText) }
}

const searchable = (text: string, segments: Extraction['segments']) =>
  segments
    .filter(({ kind }) => kind !== 'BOILERPLATE')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n\n')
