import type { Span } from '../types.js'
import type { Token } from './token.js'

/** Tokens of one sentence; a quotation counts as one token, so nothing inside it is read as the reporter's. */
export interface Sentence extends Span {
  tokens: Token[]
}
