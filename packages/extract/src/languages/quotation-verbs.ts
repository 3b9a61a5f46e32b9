import type { VerbForm, VerbTrait } from '../text/verb-form.js'
import { wordSet } from '../text/word-set.js'

/** The verbs of a language that is read by its quotations only. */
export interface QuotationVerbs {
  forms: ReadonlyMap<string, VerbForm>
  /** Forms that mean several speakers, separated by white space. */
  plurals: string
}

/**
 * Reads verbs that report from one line each: the infinitive, its singular forms, behind a bar its plural forms, and
 * behind another one the parts of which it has one when it reports: "geben gab gibt | gaben | bekannt zu".
 */
export function quotationVerbs(
  table: string,
  traits: Readonly<Partial<Record<VerbTrait, string>>>,
): QuotationVerbs {
  const forms = new Map<string, VerbForm>()
  const plurals: string[] = []
  for (const line of table.trim().split('\n')) {
    const [singular = '', plural = '', particles = ''] = line.split('|')
    const [lemma = '', ...singulars] = wordSet(singular)
    const own = Object.entries(traits).filter(([, lemmas]) => wordSet(lemmas).has(lemma))
    const form: VerbForm = {
      lemma,
      tense: 'past',
      classes: new Set(['CLAUSE']),
      traits: new Set(own.map(([trait]) => trait as VerbTrait)),
      nounLike: false,
      weak: false,
      particles: [...wordSet(particles)],
    }
    const whole = { ...form, particles: [] }
    for (const word of [...singulars, ...wordSet(plural)]) {
      forms.set(word, form)
      // At the end of a clause, both parts are one word: "einräumte".
      for (const particle of form.particles) forms.set(particle + word, whole)
    }
    plurals.push(plural)
  }
  return { forms, plurals: plurals.join(' ') }
}
