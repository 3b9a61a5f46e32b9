import type { Extractor } from '@onrecord/extract'
import { createModelExtractor, type ModelExtractorOptions } from './model-extractor.js'
import { ruleExtractor } from './rule-extractor.js'

/** The extractor that the configuration names. */
export const createExtractor = (
  { model }: { model: Omit<ModelExtractorOptions, 'onDropped'> | null },
  onDropped: NonNullable<ModelExtractorOptions['onDropped']>,
): Extractor => (model ? createModelExtractor({ ...model, onDropped }) : ruleExtractor)
