import type { Token } from './token.js'

/** Tells whether a token is a name on a network: "@moss". */
export const isHandle = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text.startsWith('@')
