import { FEMALE_NAMES, MALE_NAMES } from '../languages/en/first-names.js'
import { FEMALE_NOUNS, HONORIFICS, MALE_NOUNS } from '../languages/en/titles.js'
import type { Token } from '../text/tokens.js'

export type Gender = 'm' | 'f' | null

export const isFirstName = (lower: string) => MALE_NAMES.has(lower) || FEMALE_NAMES.has(lower)

export function genderOf(tokens: Token[], from: number, nameFrom: number, to: number): Gender {
  for (let i = Math.max(0, Math.min(from, nameFrom - 4)); i < nameFrom; i++) {
    const lower = tokens[i]?.lower ?? ''
    if (MALE_NOUNS.has(lower) || HONORIFICS[lower] === 'm') return 'm'
    if (FEMALE_NOUNS.has(lower) || HONORIFICS[lower] === 'f') return 'f'
  }
  if (to - nameFrom < 2) {
    const before = tokens[nameFrom - 1]?.lower ?? ''
    return MALE_NOUNS.has(before) ? 'm' : FEMALE_NOUNS.has(before) ? 'f' : null
  }
  return genderOfName(tokens[nameFrom]?.lower ?? '')
}

/** By the first name alone; null when it is unknown or borne by both. */
export function genderOfName(first: string): Gender {
  const lower = first.toLowerCase()
  const male = MALE_NAMES.has(lower)
  const female = FEMALE_NAMES.has(lower)
  return male === female ? null : male ? 'm' : 'f'
}
