/** Invented words, the same ones each time. As in any language, few are common and most are rare. */

const FUNCTION_WORDS =
  'the of to and a in that is it for was on with as be at by this have from or had not are but they you we his her will would there their what all can been has more when who were so no said if out up about into than them only some could time these two may then do first any my now such like our over me even most made after also did many before must through where much your way well down should because each just those people how too good very still'.split(
    ' ',
  )
const SYLLABLES =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru pla ste tri'.split(' ')
const ENDINGS = ['', 'n', 'r', 'st', 'ld', 'm', 'x']

/** The number of different words that are not function words. */
export const VOCABULARY = 30_000

/** Creates a generator of numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function numbers(/** @type {number} */ seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * The word of a rank; rank 1 is the most common. By Zipf's law, a statement of twelve such words has the word of rank r
 * with a probability of about 12 / (r · ln 30,000), so every tenth statement has the word of rank 12.
 *
 * @param {number} rank
 */
export function wordOf(rank) {
  let word = ''
  // The permutation makes words of neighbouring ranks look different.
  for (let rest = (rank * 7_919) % 31_957, i = 0; i < 3 || rest > 0; i++) {
    word += SYLLABLES[rest % SYLLABLES.length]
    rest = Math.floor(rest / SYLLABLES.length)
  }
  return word + ENDINGS[rank % ENDINGS.length]
}

const words = Array.from({ length: VOCABULARY }, (_, index) => wordOf(index + 1))

/** Makes a sentence of 12 to 32 words, a little less than half of them function words. */
export function sentence(/** @type {() => number} */ random) {
  const length = 12 + Math.floor(random() * 21)
  const parts = []
  for (let i = 0; i < length; i++) {
    parts.push(
      random() < 0.45
        ? FUNCTION_WORDS[Math.floor(FUNCTION_WORDS.length * random() ** 3)]
        : words[Math.floor(VOCABULARY ** random()) - 1],
    )
  }
  const text = parts.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
