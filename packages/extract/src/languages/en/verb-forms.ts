import type { VerbClass, VerbForm, VerbTrait } from '../../text/verb-form.js'
import { wordSet } from '../../text/word-set.js'
import {
  DOUBLED,
  IRREGULAR_FORMS,
  MANNER_VERBS,
  NOUN_LIKE_FORMS,
  PHRASAL_VERBS,
  VERB_CLASSES,
  VERB_TRAITS,
  WEAK_VERBS,
} from './verbs.js'

const doubled = wordSet(DOUBLED)
const nounLike = wordSet(NOUN_LIKE_FORMS)
const weak = wordSet(WEAK_VERBS)

function third(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`
  if (/(?:s|sh|ch|x|z|o)$/.test(lemma)) return `${lemma}es`
  return `${lemma}s`
}

function past(lemma: string): string[] {
  const irregular = IRREGULAR_FORMS[lemma]
  if (irregular) return irregular
  if (lemma.endsWith('e')) return [`${lemma}d`]
  if (/[^aeiou]y$/.test(lemma)) return [`${lemma.slice(0, -1)}ied`]
  if (doubled.has(lemma)) return [`${lemma}${lemma.at(-1)}ed`]
  return [`${lemma}ed`]
}

function ing(lemma: string): string {
  if (lemma.endsWith('e') && !lemma.endsWith('ee')) return `${lemma.slice(0, -1)}ing`
  if (doubled.has(lemma)) return `${lemma}${lemma.at(-1)}ing`
  return `${lemma}ing`
}

/** All forms of the verbs that report. A form of several verbs counts as one of the first. */
export function verbForms(): ReadonlyMap<string, VerbForm> {
  const traits = traitsByLemma()
  const forms = new Map<string, VerbForm & { classes: Set<VerbClass> }>()
  const add = (form: string, lemma: string, tense: VerbForm['tense'], verbClass: VerbClass | null) => {
    const entry = forms.get(form) ?? {
      lemma,
      tense,
      classes: new Set<VerbClass>(),
      traits: traits.get(lemma) ?? new Set<VerbTrait>(),
      nounLike: nounLike.has(form),
      weak: weak.has(lemma),
      particles: PHRASAL_VERBS[lemma] ?? [],
    }
    if (verbClass) entry.classes.add(verbClass)
    // "put", "hit": with a singular subject they can only be past.
    if (entry.tense === 'base' && tense === 'past') entry.tense = 'past'
    forms.set(form, entry)
  }
  const addVerb = (lemma: string, verbClass: VerbClass | null) => {
    add(lemma, lemma, 'base', verbClass)
    add(third(lemma), lemma, 'third', verbClass)
    for (const form of past(lemma)) add(form, lemma, 'past', verbClass)
    add(ing(lemma), lemma, 'ing', verbClass)
  }
  for (const [verbClass, lemmas] of Object.entries(VERB_CLASSES) as [VerbClass, string][])
    for (const lemma of wordSet(lemmas)) addVerb(lemma, verbClass)
  for (const lemma of Object.keys(PHRASAL_VERBS)) addVerb(lemma, null)
  return forms
}

function traitsByLemma(): Map<string, Set<VerbTrait>> {
  const byLemma = new Map<string, Set<VerbTrait>>()
  for (const [trait, lemmas] of Object.entries(VERB_TRAITS) as [VerbTrait, string][])
    for (const lemma of wordSet(lemmas)) byLemma.set(lemma, (byLemma.get(lemma) ?? new Set()).add(trait))
  return byLemma
}

/** Past and third person of the verbs that report only right beside a quotation: "sighed", "sighs". */
export const mannerForms = (): string =>
  [...wordSet(MANNER_VERBS)].flatMap((lemma) => [third(lemma), ...past(lemma)]).join(' ')
