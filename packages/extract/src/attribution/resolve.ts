import { NAMELESS, SUBORDINATORS } from '../languages/en/words.js'
import type { Language } from '../languages/language.js'
import type { Mention } from '../names/find-names.js'
import type { ReadSentence } from '../names/read-body.js'
import type { Entity, Registry } from '../names/registry.js'
import type { SentenceDraft } from '../said/sentence-draft.js'
import type { Token } from '../text/tokens.js'
import { describedBy } from './descriptions.js'
import type { Salience } from './salience.js'

/** Whom the subject of a cue stands for; null when the text names nobody. */
export function resolveSpeaker(
  draft: SentenceDraft,
  sentence: ReadSentence,
  { registry, salience, language }: { registry: Registry; salience: Salience; language: Language },
): Entity | null {
  const { subject } = draft
  if (subject.kind === 'NAME' && subject.mention) {
    if (!registry.isName(subject.mention) && isCommonNoun(subject.mention)) return null
    return registry.resolve(subject.mention)
  }
  if (subject.kind === 'NOUN')
    return describedBy(sentence.tokens.slice(subject.from, subject.to), registry, salience)
  if (subject.kind !== 'PRONOUN') return null
  const pronoun = language.pronouns[sentence.tokens[subject.from]?.lower ?? '']
  return namedAhead(draft, sentence, registry) ?? (pronoun ? salience.find(pronoun) : null)
}

/** A plural or a known common noun at the head of a sentence: "Critics", "Police". */
export const isCommonNoun = (mention: Mention) =>
  NAMELESS.has(mention.name.toLowerCase()) || /[^s]s$/.test(mention.name)

const opensMain = (token: Token | undefined) => token?.text === ',' || token?.kind === 'quote'

/** "Though she called it …, Ada Moss said …": the pronoun points forward to the subject of the main clause. */
function namedAhead(draft: SentenceDraft, sentence: ReadSentence, registry: Registry): Entity | null {
  const at = draft.subject.from
  if (at !== 1 || !SUBORDINATORS.has(sentence.tokens[0]?.lower ?? '')) return null
  const pronoun = sentence.tokens[at]?.lower
  const gender = pronoun === 'he' ? 'm' : pronoun === 'she' ? 'f' : null
  const mention = sentence.mentions.find(
    (m) =>
      m.from > at && opensMain(sentence.tokens[m.from - 1]) && !m.possessive && m.kind !== 'ORGANIZATION',
  )
  if (!mention || !gender) return null
  const entity = registry.resolve(mention)
  return entity.gender === gender ? entity : null
}
