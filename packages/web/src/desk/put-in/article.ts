import { newKey } from '../review/new-key.js'
import type { Given, Preview, PutResult } from './record-calls.js'

/** An article that somebody has given, and what has become of it. */
export interface Article {
  key: string
  /** The name of its file, or its first line. */
  name: string
  /** Null for a file that is no text. */
  given: Given | null
  /** Characters of its source. */
  length: number
  /** `open` until the person has decided; `going` until the record has answered. */
  state: 'open' | 'going' | 'in' | 'refused'
  /** What has become of it, a sentence. */
  says: string
  /** What to look at in a file that was read in an encoding of which nobody can be sure. */
  warning: string | null
  looking: boolean
  /** The last one that could be made. */
  preview: Preview | null
  /** Why there is none of what is given now. */
  problem: string | null
  /** The record knows by it that a write which comes again was done before. */
  idempotencyKey: string
  result: PutResult | null
}

/** An article that was just given. */
export const articleOf = (known: Partial<Article>): Article => ({
  ...{ key: newKey(), name: '', given: null, length: 0, state: 'open', says: '', warning: null },
  ...{ looking: false, preview: null, problem: null, idempotencyKey: '', result: null },
  ...known,
})

/** Whether the person has still to decide about an article, or may try once more. */
export const isOpen = ({ state, given }: Article): boolean =>
  given !== null && (state === 'open' || state === 'refused')

/** Whether an article can be put in as the person sees it now. */
export const canPut = ({ state, looking, preview, problem }: Article): boolean =>
  state === 'open' && !looking && preview !== null && problem === null
