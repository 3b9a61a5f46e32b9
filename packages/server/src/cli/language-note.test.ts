import { expect, it } from 'vitest'
import { languageNote } from './language-note.js'

it('says that a language has no rules, by its name', () =>
  expect(languageNote('pt-BR', 'MARKED_SPEECH')).toBe(
    'no rules for Brazilian Portuguese (pt-BR): quotations get a speaker only beside a name with a colon or a dash',
  ))

it('says nothing of a language with rules, of none, or when no rules were used', () => {
  expect(languageNote('de', 'ALL_SPEECH')).toBe(null)
  expect(languageNote('es', 'DIRECT_SPEECH')).toBe(null)
  expect(languageNote(null, 'MARKED_SPEECH')).toBe(null)
  expect(languageNote('it', undefined)).toBe(null)
})
