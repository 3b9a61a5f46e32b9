import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.js'

const said = (text: string) =>
  extract(text).statements.map(
    ({ speaker, segments }) =>
      `${speaker}: ${segments.map((span) => text.slice(span.start, span.end)).join(' | ')}`,
  )

describe('reading a language without rules', () => {
  it.each([
    ['Anna Rossi: «Il molo è sicuro e siamo pronti.»', 'Anna Rossi: «Il molo è sicuro e siamo pronti.»'],
    [
      'Anna Rossi, sindaca di Ruhn: «Il molo è sicuro e siamo pronti.»',
      'Anna Rossi: «Il molo è sicuro e siamo pronti.»',
    ],
    ['«Il molo è sicuro e siamo pronti.» — Anna Rossi', 'Anna Rossi: «Il molo è sicuro e siamo pronti.»'],
    [
      'Anna Nowak: „Molo jest bezpieczne i jesteśmy gotowi.”',
      'Anna Nowak: „Molo jest bezpieczne i jesteśmy gotowi.”',
    ],
    ['„Molo jest bezpieczne.” – Anna Nowak, burmistrzyni', 'Anna Nowak: „Molo jest bezpieczne.”'],
    [
      'Jan de Vries: ‘De pier is veilig en wij zijn klaar.’',
      'Jan de Vries: ‘De pier is veilig en wij zijn klaar.’',
    ],
    [
      'Ana Sousa (autarca): “O cais é seguro e estamos prontos.”',
      'Ana Sousa: “O cais é seguro e estamos prontos.”',
    ],
  ])('finds a quotation beside a name with a colon or a dash: %s', (text, expected) =>
    expect(said(text)).toEqual([expected]),
  )

  it.each([
    'Il libro «Il vecchio porto» di Anna Rossi è un successo.',
    'De minister sprak van een “goede dag” voor de stad en haar haven.',
  ])('takes no title and no scare quotes for speech: %s', (text) => expect(said(text)).toEqual([]))

  it.each([
    ['«Il molo è sicuro e siamo pronti», ha detto Anna Rossi.', 'null: «Il molo è sicuro e siamo pronti»'],
    [
      '„Molo jest bezpieczne i jesteśmy gotowi” – powiedziała Anna Nowak.',
      'null: „Molo jest bezpieczne i jesteśmy gotowi”',
    ],
    ['Roma, 3 maggio: «Il molo è sicuro e siamo pronti.»', 'null: «Il molo è sicuro e siamo pronti.»'],
  ])('gives a quotation to nobody where only grammar tells: %s', (text, expected) =>
    expect(said(text)).toEqual([expected]),
  )

  it('says that the language has no rules', () => {
    expect(extract('Il consiglio ha votato martedì per chiudere il ponte.')).toMatchObject({
      language: 'it',
      coverage: 'MARKED_SPEECH',
      statements: [],
      topics: [],
    })
  })
})
