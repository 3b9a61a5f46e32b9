import {
  ASKING_VERBS,
  CLAUSE_VERBS,
  DOUBLED,
  HEARER_VERBS,
  IRREGULAR_FORMS,
  MANNER_VERBS,
  NOUN_LIKE_FORMS,
  OBJECT_VERBS,
  PHRASAL_VERBS,
  WEAK_VERBS,
} from '../languages/en/verbs.js'

/** What follows the verb: the words themselves, a hearer, somebody asked, or a noun phrase. */
export type VerbClass = 'CLAUSE' | 'HEARER' | 'ASKING' | 'OBJECT'

export interface VerbForm {
  lemma: string
  tense: 'base' | 'third' | 'past' | 'ing'
  classes: Set<VerbClass>
  /** As often a noun as a verb. */
  nounLike: boolean
  /** As often narration as report. */
  weak: boolean
  /** Particles that turn it into a verb that takes a noun phrase: "called for". */
  particles: string[]
}

const words = (text: string) => text.trim().split(/\s+/)
const doubled = new Set(words(DOUBLED))
const nounLike = new Set(words(NOUN_LIKE_FORMS))
const weak = new Set(words(WEAK_VERBS))

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

const forms = new Map<string, VerbForm>()

function add(form: string, lemma: string, tense: VerbForm['tense'], verbClass: VerbClass | null) {
  const known = forms.get(form)
  const entry = known ?? {
    lemma,
    tense,
    classes: new Set<VerbClass>(),
    nounLike: nounLike.has(form),
    weak: weak.has(lemma),
    particles: PHRASAL_VERBS[lemma] ?? [],
  }
  if (verbClass) entry.classes.add(verbClass)
  // "put", "hit": with a singular subject they can only be past.
  if (entry.tense === 'base' && tense === 'past') entry.tense = 'past'
  forms.set(form, entry)
}

function addVerbs(lemmas: string[], verbClass: VerbClass | null) {
  for (const lemma of lemmas) {
    add(lemma, lemma, 'base', verbClass)
    add(third(lemma), lemma, 'third', verbClass)
    for (const form of past(lemma)) add(form, lemma, 'past', verbClass)
    add(ing(lemma), lemma, 'ing', verbClass)
  }
}

addVerbs(words(CLAUSE_VERBS), 'CLAUSE')
addVerbs(words(HEARER_VERBS), 'HEARER')
addVerbs(words(ASKING_VERBS), 'ASKING')
addVerbs(words(OBJECT_VERBS), 'OBJECT')
addVerbs(Object.keys(PHRASAL_VERBS), null)

/** The reporting verb that `lower` is a form of. */
export const verbForm = (lower: string): VerbForm | undefined => forms.get(lower)

const manners = new Map<string, string>()
for (const lemma of words(MANNER_VERBS))
  for (const form of [third(lemma), ...past(lemma)]) manners.set(form, lemma)

/** The verb that `lower` is the past or third person of and that reports only right beside a quotation: "sighed". */
export const mannerOf = (lower: string): string | undefined => manners.get(lower)
