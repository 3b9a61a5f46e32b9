import { fold } from './fold.js'

/** Words of a run. */
const RUN = 4

/** Hashes that a sketch holds, and the fewest runs that a text needs to have one. */
export const SKETCH = { size: 64, least: 24 }

/**
 * A sketch of a text by which copies of it are found: the smallest hashes of its runs of four words, ascending, as
 * signed 32-bit integers (bottom-k sketch: Broder, "On the resemblance and containment of documents", 1997). Two texts
 * share as large a part of their sketches as of their runs, about. Case, diacritics and marks do not matter. Empty for
 * a text that is too short to tell.
 */
export function sketchOf(text: string): number[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const hashes = words.map(hashOf)
  const runs = new Set<number>()
  for (let index = RUN; index <= hashes.length; index++) {
    runs.add(hashes.slice(index - RUN, index).reduce((hash, word) => mix(hash ^ word), 0))
  }
  return runs.size < SKETCH.least ? [] : [...runs].sort((a, b) => a - b).slice(0, SKETCH.size)
}

/** FNV-1a, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  }
  return hash
}

/** Spreads the bits of a 32-bit number: the finaliser of MurmurHash3. */
function mix(number: number): number {
  let hash = number
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
