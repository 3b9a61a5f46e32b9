import type { Extractor } from '@onrecord/extract'
import type { ModelExtractorOptions } from './model-extractor.js'
import { rules } from './rules.js'

/** The extractor that the configuration names. */
export const createExtractor = (
  { model }: { model: Omit<ModelExtractorOptions, 'onDropped'> | null },
  onDropped: NonNullable<ModelExtractorOptions['onDropped']>,
): Extractor => (model ? modelOnDemand({ ...model, onDropped }) : rules)

/** Loads what a model needs only when a text is there for it. */
function modelOnDemand(options: ModelExtractorOptions): Extractor {
  let loaded: Promise<Extractor> | null = null
  const load = async () => (await import('./model-extractor.js')).createModelExtractor(options)
  return {
    method: 'MODEL',
    async extract(...args) {
      loaded ??= load()
      return (await loaded).extract(...args)
    },
  }
}
