import { type Extractor, extract } from '@onrecord/extract'

/** The default extractor: the rules of @onrecord/extract, which run in this process without a network. */
export const ruleExtractor: Extractor = { method: 'RULE', extract }
