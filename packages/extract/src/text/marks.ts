import type { Token } from './token.js'

/** The sentence is over: no token, or a mark that ends it. */
export const isEnd = (token: Token | undefined) => !token || /^[.!?]$/.test(token.text)

/** A dash of any length, the hyphen included. */
export const isDash = (token: Token | undefined) => token !== undefined && /^(?:[—–―]|--|-)$/.test(token.text)
