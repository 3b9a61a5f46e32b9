import { type Extractor, extract } from '@onrecord/extract'

/** The extractor by default: rules, on this machine, without a network. */
export const rules: Extractor = { method: 'RULE', extract }
