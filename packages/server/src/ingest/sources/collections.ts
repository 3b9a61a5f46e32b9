import { extname } from 'node:path'
import type { SourceContent } from './source-content.js'
import type { SourceError } from './source-error.js'

/**
 * Takes a file of several articles apart.
 *
 * @param name of the file; the name of an article in it is this, a colon and the line or number that it stands at.
 * @returns each article in its own format, or what is wrong with one article alone.
 * @throws SourceError when the whole file cannot be read.
 */
export type Splitter = (content: string, name: string) => Iterable<SourceContent | SourceError>

/** All that is known of a kind of file that holds several articles, each in one of the formats of articles. */
export interface Collection {
  /** What people call it. */
  name: string
  /** Endings of its files in lower case; the usual one first. */
  endings: readonly string[]
  /** Loads what takes it apart: nothing else here loads it. */
  loadSplitter: () => Promise<Splitter>
}

/** The kinds of files that hold several articles. A new kind is an entry here and a file with its splitter. */
export const COLLECTIONS = {
  JSON_LINES: {
    name: 'JSON Lines',
    endings: ['.jsonl', '.ndjson'],
    loadSplitter: async () => (await import('./json-lines.js')).splitJsonLines,
  },
} as const satisfies Record<string, Collection>

/** All collections, in the order of the table. */
export const ALL_COLLECTIONS: readonly Collection[] = Object.values(COLLECTIONS)

/** The collection that files with such a name are; undefined when the name's ending is of none. */
export const collectionOfFile = (name: string): Collection | undefined =>
  ALL_COLLECTIONS.find(({ endings }) => endings.includes(extname(name).toLowerCase()))
