import type { Extractor } from '@onrecord/extract'
import type { Configuration } from '../http/configuration.js'
import { createModelExtractor, type ModelExtractorOptions } from './model-extractor.js'
import { rules } from './rules.js'

/** The extractor that the configuration names. */
export const createExtractor = (
  { model }: Pick<Configuration, 'model'>,
  onDropped: NonNullable<ModelExtractorOptions['onDropped']>,
): Extractor => (model ? createModelExtractor({ ...model, onDropped }) : rules)
