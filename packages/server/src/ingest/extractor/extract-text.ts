import type { Extraction, ExtractOptions, Extractor } from '@onrecord/extract'
import { sketchOf } from '../../text/sketch.js'
import { type PossibleName, possibleNames } from './possible-names.js'
import { type CheckedExtraction, runExtractor } from './run-extractor.js'

/** The extraction of a text, and what else is stored of the text. */
export interface StorableExtraction extends CheckedExtraction {
  /** The text without boilerplate, which searches ignore. */
  searchText: string
  /** The sketch of `searchText`, see `sketchOf`. */
  sketch: number[]
  /** What may be a name in the words of the statements. */
  names: PossibleName[]
}

/** An extractor that works in another thread, and does there all that takes long for a long text. */
export interface ThreadedExtractor extends Extractor {
  extractText(text: string, options: ExtractOptions): Promise<StorableExtraction>
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
): Promise<StorableExtraction> {
  if ('extractText' in extractor) return extractor.extractText(text, options)
  const extraction = await runExtractor(extractor, text, options)
  const searchText = searchable(text, extraction.segments)
  const words = extraction.statements.flatMap(({ segments }) => segments)
  return { ...extraction, searchText, sketch: sketchOf(searchText), names: possibleNames(text, words) }
}

const searchable = (text: string, segments: Extraction['segments']) =>
  segments
    .filter(({ kind }) => kind !== 'BOILERPLATE')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n\n')
