import lande from 'lande'
import { splitParagraphs } from '../text/document.js'
import { readWords } from '../text/words.js'
import type { Language } from './language.js'
import { languagesWithRules, primarySubtag } from './languages.js'

/** Code units that are looked at; more tell no more. */
const SAMPLE = 3_000
/** Paragraphs that are shorter are menus as often as sentences, in code units. */
const LEAST_PARAGRAPH = 60
/** Text with less of longer paragraphs is looked at whole, in code units. */
const LEAST_SAMPLE = 400
/** Text with fewer letters tells nothing. */
const LEAST_LETTERS = 8

/** How much likelier the language is that the page names, or English when it names none. */
const EXPECTED = 10
/** The share of common words that a language without rules is taken to have, and what one without any has. */
const USUAL_SHARE = 0.12
const LEAST_SHARE = 0.02

/**
 * Tells the language of a text, from its letters and its commonest words.
 *
 * @param said the language that the page names, a BCP 47 tag: evidence, which a text that plainly is in another one
 * outweighs. Its region stays when the text agrees with it: "en-GB".
 * @returns a BCP 47 tag; `said` when the text has too few words to tell, and null without one.
 */
export function detectLanguage(text: string, said: string | null = null): string | null {
  const sample = sampleOf(text)
  const letters = lettersIn(sample)
  if (letters < LEAST_LETTERS) return said
  const expected = said === null ? 'en' : primarySubtag(said)
  const words = readWords(sample, { start: 0, end: sample.length }).map(({ lower }) => lower)
  const shares = new Map(languagesWithRules().map(([tag, language]) => [tag, commonShare(words, language)]))
  const [best] = lande(sample)
    .map(([code, likelihood]) => {
      const tag = primarySubtag(new Intl.Locale(code).maximize().language)
      const share = LEAST_SHARE + (shares.get(tag) ?? USUAL_SHARE)
      // The fewer letters there are, the more often they mislead.
      return { tag, score: (likelihood + 1 / letters) * share ** 2 * (tag === expected ? EXPECTED : 1) }
    })
    .sort((a, b) => b.score - a.score)
  return said !== null && (best === undefined || best.tag === expected) ? said : (best?.tag ?? null)
}

/** Two or more words in a row with a capital: names, whose letters tell of where somebody comes from. */
const NAMES = /\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+\p{Lu}[\p{L}\p{M}.’'-]*)+/gu

/** Takes the longer paragraphs without names, since menus and captions are short, up to the size of the sample. */
function sampleOf(text: string): string {
  const paragraphs = splitParagraphs(text)
  const long = take(
    text,
    paragraphs.filter(({ start, end }) => end - start >= LEAST_PARAGRAPH),
  )
  const sample = long.length >= LEAST_SAMPLE ? long : take(text, paragraphs)
  const unnamed = sample.replace(NAMES, ' ')
  return lettersIn(unnamed) < LEAST_LETTERS ? sample : unnamed
}

const lettersIn = (sample: string) => sample.match(/\p{L}/gu)?.length ?? 0

function take(text: string, paragraphs: readonly { start: number; end: number }[]): string {
  const parts: string[] = []
  let room = SAMPLE
  for (const { start, end } of paragraphs) {
    if (room <= 0) break
    parts.push(text.slice(start, Math.min(end, start + room)))
    room -= end - start
  }
  return parts.join('\n')
}

/** Words of these tags stand in any text of the language. */
const COMMON_TAGS = ['function', 'auxiliary', 'negation', 'day', 'time', 'period'] as const

/** Returns the share of words that any text of the language has, 0 to 1. */
function commonShare(words: readonly string[], { lexicon }: Language): number {
  const own = words.filter((word) => {
    const { tags, verb } = lexicon.entryOf(word)
    return verb !== undefined || COMMON_TAGS.some((tag) => tags.has(tag))
  })
  return own.length / Math.max(words.length, 1)
}
