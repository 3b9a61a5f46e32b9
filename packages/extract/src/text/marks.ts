import type { Token } from './token.js'

/** Tells whether the sentence is over: no token stands there, or a mark that ends it. */
export const isEnd = (token: Token | undefined) => !token || /^[.!?]$/.test(token.text)

/** Tells whether a dash of any length stands there, the hyphen included. */
export const isDash = (token: Token | undefined) => token !== undefined && /^(?:[—–―]|--|-)$/.test(token.text)
