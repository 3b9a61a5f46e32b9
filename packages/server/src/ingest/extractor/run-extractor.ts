import type { Extraction, ExtractOptions, Extractor } from '@onrecord/extract'
import { checkExtraction } from './check-extraction.js'
import { ExtractorError } from './extractor-error.js'

/** An extraction that was checked against its text, and the method that made it. */
export interface CheckedExtraction extends Extraction {
  method: Extractor['method']
}

/**
 * Runs an extractor and checks its extraction.
 *
 * @throws ExtractorError when the extractor fails, or gives drafts that do not fit the text.
 */
export async function runExtractor(
  extractor: Extractor,
  text: string,
  options: ExtractOptions,
): Promise<CheckedExtraction> {
  let extraction: Extraction
  try {
    extraction = await extractor.extract(text, options)
  } catch (error) {
    if (error instanceof ExtractorError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new ExtractorError('FAILED', `the extractor failed: ${reason}`, { cause: error })
  }
  return { ...checkExtraction(text, extraction), method: extractor.method }
}
