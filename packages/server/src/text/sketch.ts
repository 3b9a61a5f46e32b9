import { fold } from './fold.js'

/** Number of words of a run. */
const RUN = 4

/** `size`: most hashes of a sketch. `least`: the fewest different runs that a text needs to have a sketch. */
export const SKETCH = { size: 64, least: 24 }

/**
 * Makes a sketch of a text, by which copies of the text are found: the smallest hashes of its runs of four words,
 * ascending, as signed 32-bit integers (bottom-k sketch: Broder, "On the resemblance and containment of documents",
 * 1997). Two texts share about as large a part of their sketches as of their runs. Case, diacritics and marks do not
 * matter. The sketch of a text that is too short is empty.
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
