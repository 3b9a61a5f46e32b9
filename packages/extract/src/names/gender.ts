import type { Lexicon } from '../text/lexicon.js'
import { is, type Token } from '../text/token.js'
import type { Gender } from './mention.js'

/** By the nouns and honorifics right before the name, "his wife, Ada Moss", else by the first name of a full one. */
export function genderOf(tokens: Token[], from: number, nameFrom: number, to: number): Gender {
  const beside = tokens[from - 1]?.text === ',' ? from - 2 : from - 1
  for (let i = Math.max(0, beside); i < nameFrom; i++) {
    if (is(tokens[i], 'maleNoun')) return 'm'
    if (is(tokens[i], 'femaleNoun')) return 'f'
  }
  return to - nameFrom < 2 ? null : genderOfFirst(tokens[nameFrom])
}

/** By the first name alone; null when it is unknown or borne by both. */
export function genderOfFirst(token: Token | undefined): Gender {
  const male = is(token, 'maleName')
  return male === is(token, 'femaleName') ? null : male ? 'm' : 'f'
}

/** Likewise, by the first word of a name. */
export function genderOfName(name: string, lexicon: Lexicon): Gender {
  const first = name.split(/\s/)[0]?.toLowerCase() ?? ''
  const male = lexicon.has(first, 'maleName')
  return male === lexicon.has(first, 'femaleName') ? null : male ? 'm' : 'f'
}

export const isFirstName = (token: Token | undefined) => is(token, 'maleName') || is(token, 'femaleName')

/** Whether a name begins with a known first name. */
export function opensWithFirstName(name: string, lexicon: Lexicon): boolean {
  const first = name.split(' ')[0]?.toLowerCase() ?? ''
  return lexicon.has(first, 'maleName') || lexicon.has(first, 'femaleName')
}
