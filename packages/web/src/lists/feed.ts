import { generateAtomFeed } from 'feedsmith'

export { statementPath } from '../components/statement-card.js'

/** What a feed of Atom has, as feedsmith takes it. */
export type Feed = Parameters<typeof generateAtomFeed>[0]

/** What XML 1.0 has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Writes a feed, RFC 4287, without the characters that XML has no way to write. */
export const writeFeed = (feed: Feed): string => generateAtomFeed(feed).toWellFormed().replace(UNWRITABLE, '')
