import { TITLE_WORDS } from '../languages/en/titles.js'
import type { ReadSentence } from '../names/read-body.js'
import type { Entity, Registry } from '../names/registry.js'
import type { SentenceDraft } from '../said/sentence-draft.js'
import type { Token } from '../text/tokens.js'
import type { Attributed } from './attributed.js'
import { isCommonNoun } from './resolve.js'
import type { Salience } from './salience.js'

/** Plurals that any two people may be called. */
const ANYBODY = /^(?:leaders|politicians|officials|candidates|rivals|colleagues|people)$/
const GENDERED: Record<string, 'm' | 'f'> = { men: 'm', brothers: 'm', women: 'f', sisters: 'f' }

/**
 * Everybody who says it together, "Moss and Hale said", "both ministers said", "they" after these; null when one
 * speaks alone, or nobody can be told.
 */
export function resolveTogether(
  { subject }: SentenceDraft,
  { tokens }: ReadSentence,
  { registry, salience, last }: { registry: Registry; salience: Salience; last: Attributed | null },
): Entity[] | null {
  if (subject.kind === 'NAME' && subject.mention && subject.others.length > 0) {
    if (!registry.isName(subject.mention) && isCommonNoun(subject.mention)) return null
    const speakers = new Set([subject.mention, ...subject.others].map((mention) => registry.resolve(mention)))
    return speakers.size > 1 ? [...speakers] : null
  }
  if (subject.kind === 'PRONOUN' && tokens[subject.from]?.lower === 'they') {
    if (last?.entity && last.together.length > 0) return [last.entity, ...last.together]
    const named = salience.find('they') ? null : salience.named()
    return named?.every(({ gender, role }) => gender !== null || role !== null) ? named : null
  }
  if (subject.kind !== 'NOUN') return null
  const noun = pairNoun(tokens.slice(subject.from, subject.to))
  const pair = noun === null ? null : salience.pair()
  return pair?.every((entity) => fits(entity, noun ?? '')) ? pair : null
}

/** "ministers" of "both ministers", "" of "the two", "both" and "the pair"; null of anything else. */
function pairNoun(phrase: readonly Token[]): string | null {
  const words = phrase.map(({ lower }) => lower).join(' ')
  const found = PAIR.exec(words)
  if (!found) return null
  const noun = found[1] ?? ''
  const known = noun === '' || ANYBODY.test(noun) || noun in GENDERED || TITLE_WORDS.has(singular(noun))
  return known ? noun : null
}

const PAIR = /^(?:(?:both|the two)(?: ([a-z]+))?|the (?:pair|duo)|both of them|the two of them)$/

const singular = (noun: string) => noun.replace(/s$/, '')

/** Nothing that the text says of somebody speaks against it. */
function fits({ kind, gender, role }: Entity, noun: string): boolean {
  if (kind !== 'PERSON' && kind !== 'UNKNOWN') return false
  if (noun in GENDERED) return gender === null || gender === GENDERED[noun]
  if (noun === '' || ANYBODY.test(noun) || role === null) return true
  return role.toLowerCase().includes(singular(noun))
}
