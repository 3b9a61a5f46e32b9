import type { Entity } from '../names/entity.js'
import type { Mention } from '../names/mention.js'
import type { ReadSentence } from '../names/read-body.js'
import type { Registry } from '../names/registry.js'
import type { SentenceDraft } from '../said/sentence-draft.js'
import { isShouted } from '../text/shouted.js'
import { is, type Token } from '../text/token.js'
import { type DescriptionKnowledge, describedBy } from './described-by.js'
import type { Salience, SpeakingPronoun } from './salience.js'

/** What resolving speakers takes from a language. */
export interface SpeakerKnowledge extends DescriptionKnowledge {
  /** Whom a pronoun that speaks means; lower case. */
  pronouns: ReadonlyMap<string, SpeakingPronoun>
}

/** What is known when a sentence is resolved. */
interface Context {
  registry: Registry
  salience: Salience
  language: SpeakerKnowledge
}

/** Finds whom the subject of a cue means; null when the text names nobody. */
export function resolveSpeaker(
  draft: SentenceDraft,
  sentence: ReadSentence,
  context: Context,
): Entity | null {
  const { registry, salience, language } = context
  const { subject } = draft
  const { tokens } = sentence
  if (subject.kind === 'NAME' && subject.mention) {
    if (!registry.isName(subject.mention) && isCommonNoun(subject.mention, tokens)) return null
    return registry.resolve(subject.mention)
  }
  if (subject.kind === 'NOUN')
    return describedBy(tokens.slice(subject.from, subject.to), registry, salience, language)
  if (subject.kind !== 'PRONOUN') return null
  const pronoun = language.pronouns.get(tokens[subject.from]?.lower ?? '')
  return namedAhead(draft, sentence, registry, pronoun) ?? (pronoun ? salience.find(pronoun) : null)
}

/**
 * Tells whether a capitalised word at the head of a sentence is a plural or a known common noun: "Critics", "Police".
 */
export function isCommonNoun({ from, to }: Mention, tokens: readonly Token[]): boolean {
  const last = tokens[to - 1]
  // "CNS" is no plural.
  const plural = is(last, 'pluralEnding') && !isShouted(last?.text ?? '')
  return plural || (to - from === 1 && is(last, 'nameless'))
}

const opensMain = (token: Token | undefined) => token?.text === ',' || token?.kind === 'quote'

/**
 * Finds whom a pronoun means that points forward, to the subject of the main clause: "Though she called it …, Ada Moss
 * said …".
 */
function namedAhead(
  draft: SentenceDraft,
  { tokens, mentions }: ReadSentence,
  registry: Registry,
  pronoun: SpeakingPronoun | undefined,
): Entity | null {
  const at = draft.subject.from
  if (at !== 1 || !is(tokens[0], 'subordinator')) return null
  const gender = pronoun === 'he' ? 'm' : pronoun === 'she' ? 'f' : null
  const mention = mentions.find(
    ({ from, possessive, kind }) =>
      from > at && opensMain(tokens[from - 1]) && !possessive && kind !== 'ORGANIZATION',
  )
  if (!mention || !gender) return null
  const entity = registry.resolve(mention)
  return entity.gender === gender ? entity : null
}
