import type { Entity } from '../names/entity.js'
import type { ReadSentence } from '../names/read-body.js'
import type { Registry } from '../names/registry.js'
import type { SentenceDraft } from '../said/sentence-draft.js'
import type { Lexicon } from '../text/lexicon.js'
import { is, type Token } from '../text/token.js'
import type { Attributed } from './attributed.js'
import { isCommonNoun } from './resolve-speaker.js'
import type { Salience } from './salience.js'

/** What telling two who speak together takes from a language. */
export interface PairKnowledge {
  lexicon: Lexicon
  pairs: {
    /** "both ministers", "the two"; its first group is the noun, if there is one. Lower case. */
    phrase: RegExp
    /** Plurals that any two people may be called: "leaders". */
    anybody: ReadonlySet<string>
    /** Plurals of men or of women only: "brothers". */
    gendered: ReadonlyMap<string, 'm' | 'f'>
    /** "minister" for "ministers". */
    singular(noun: string): string
  }
}

/** What is known when a sentence is resolved. */
interface Context {
  registry: Registry
  salience: Salience
  last: Attributed | null
  language: PairKnowledge
}

/**
 * Finds everybody who says it together: "Moss and Hale said", "both ministers said", "they" after these. Null when one
 * speaks alone, or when nothing tells who they are.
 */
export function resolveTogether(
  { subject }: SentenceDraft,
  { tokens }: ReadSentence,
  { registry, salience, last, language }: Context,
): Entity[] | null {
  if (subject.kind === 'NAME' && subject.mention && subject.others.length > 0) {
    if (!registry.isName(subject.mention) && isCommonNoun(subject.mention, tokens)) return null
    const speakers = new Set([subject.mention, ...subject.others].map((mention) => registry.resolve(mention)))
    return speakers.size > 1 ? [...speakers] : null
  }
  if (subject.kind === 'PRONOUN' && is(tokens[subject.from], 'they')) {
    if (last?.entity && last.together.length > 0) return [last.entity, ...last.together]
    const named = salience.find('they') ? null : salience.named()
    return named?.every(({ gender, role }) => gender !== null || role !== null) ? named : null
  }
  if (subject.kind !== 'NOUN') return null
  const noun = pairNoun(tokens.slice(subject.from, subject.to), language)
  const pair = noun === null ? null : salience.pair()
  return pair?.every((entity) => fits(entity, noun ?? '', language)) ? pair : null
}

/**
 * Returns "ministers" for "both ministers", an empty string for "the two", "both" and "the pair", null for anything
 * else.
 */
function pairNoun(phrase: readonly Token[], { lexicon, pairs }: PairKnowledge): string | null {
  const found = pairs.phrase.exec(phrase.map(({ lower }) => lower).join(' '))
  if (!found) return null
  const noun = found[1] ?? ''
  const known =
    noun === '' ||
    pairs.anybody.has(noun) ||
    pairs.gendered.has(noun) ||
    lexicon.has(pairs.singular(noun), 'office')
  return known ? noun : null
}

/** Tells whether somebody may be one of two who are called by the noun, as far as the text tells. */
function fits({ kind, gender, role }: Entity, noun: string, { pairs }: PairKnowledge): boolean {
  if (kind !== 'PERSON' && kind !== 'UNKNOWN') return false
  const told = pairs.gendered.get(noun)
  if (told) return gender === null || gender === told
  if (noun === '' || pairs.anybody.has(noun) || role === null) return true
  return role.toLowerCase().includes(pairs.singular(noun))
}
