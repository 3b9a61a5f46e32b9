import type { Extractor } from '@onrecord/extract'
import type { ModelExtractorOptions } from './model-extractor.js'

/**
 * The extractor that the configuration names.
 *
 * @param rules the rules, in this thread or in another one.
 */
export const createExtractor = (
  { model }: { model: Omit<ModelExtractorOptions, 'onDropped' | 'rules'> | null },
  rules: Extractor,
  onDropped: NonNullable<ModelExtractorOptions['onDropped']>,
): Extractor => (model ? createLazyModelExtractor({ ...model, rules, onDropped }) : rules)

/** Loads the code of the model extractor only when there is a text to extract. */
function createLazyModelExtractor(options: ModelExtractorOptions): Extractor {
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
