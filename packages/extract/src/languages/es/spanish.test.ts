import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.js'
import { saidIn } from '../../testing/said-in.js'

const said = saidIn(extract, 'es')

describe('reading Spanish direct speech', () => {
  it.each([
    ['«El muelle es seguro», dijo Ada Moss.', 'Ada Moss: «El muelle es seguro»'],
    ['«El muelle es seguro», ha dicho la alcaldesa Ada Moss.', 'Ada Moss: «El muelle es seguro»'],
    [
      '“El muelle es seguro”, aseguró ayer el ministro de Transporte, Ivo Hale.',
      'Ivo Hale: “El muelle es seguro”',
    ],
    ['"El muelle es seguro", afirmó Moss en rueda de prensa.', 'Moss: "El muelle es seguro"'],
    ['«¿Quién paga?», preguntó Ivo Hale.', 'Ivo Hale: «¿Quién paga?»'],
    ['«El muelle es seguro», según Ada Moss.', 'Ada Moss: «El muelle es seguro»'],
    [
      '«El muelle es seguro», señaló el portavoz del puerto.',
      '(el portavoz del puerto): «El muelle es seguro»',
    ],
    ['«El muelle», dijo Ada Moss, «es seguro».', 'Ada Moss: «El muelle» | «es seguro»'],
  ])('reads the verb after the words: %s', (text, expected) => expect(said(text)).toEqual([expected]))

  it.each([
    ['Ada Moss dijo: «El muelle es seguro».', 'Ada Moss: «El muelle es seguro»'],
    ['La alcaldesa de Ruhn, Ada Moss, explicó: «El muelle es seguro».', 'Ada Moss: «El muelle es seguro»'],
    ['Según Ada Moss: «El muelle es seguro».', 'Ada Moss: «El muelle es seguro»'],
    ['Ada Moss, alcaldesa de Ruhn: «El muelle es seguro».', 'Ada Moss: «El muelle es seguro»'],
    ['«El muelle es seguro» — Ada Moss', 'Ada Moss: «El muelle es seguro»'],
  ])('reads a colon or a dash: %s', (text, expected) => expect(said(text)).toEqual([expected]))

  it.each([
    ['—Vamos a Ruhn —dijo Ada Moss—. Será caro.', 'Ada Moss: Vamos a Ruhn | Será caro.'],
    ['—Vamos a Ruhn, dijo Ada Moss.', 'Ada Moss: Vamos a Ruhn'],
    ['—¿Quién paga? —preguntó Ivo Hale.', 'Ivo Hale: ¿Quién paga?'],
    ['– Vamos a Ruhn – dijo Ada Moss.', 'Ada Moss: Vamos a Ruhn'],
    ['—No —respondió el alcalde.', '(el alcalde): No'],
  ])('reads speech behind a dash: %s', (text, expected) => expect(said(text)).toEqual([expected]))

  it('finds whom the pronoun means', () => {
    expect(said('Begoña Moss vino a Ruhn.', '«Aquí estoy», dijo ella.')).toEqual([
      'Begoña Moss: «Aquí estoy»',
    ])
  })

  it.each([
    'Habló de un «buen día» para la ciudad.',
    'El libro «El Viejo Puerto», dijo nadie, es bueno.',
    'Ada Moss dijo que el muelle era seguro.',
    '«El muelle es seguro», dije yo.',
    '—El muelle es seguro.',
  ])('finds nobody’s words in: %s', (text) => expect(said(text)).toEqual([]))
})

describe('reading a clause that ends in a quotation', () => {
  it.each([
    ['Ada Moss dijo que el muelle «es seguro».', 'Ada Moss: «es seguro»'],
    [
      'El presidente del puerto, Ivo Hale, admitió ayer que el muelle «no es seguro».',
      'Ivo Hale: «no es seguro»',
    ],
    ['El ministro Ivo Hale aclaró que el muelle “es muy viejo”.', 'Ivo Hale: “es muy viejo”'],
    ['Ivo Hale reconoció que la subida «era alta».', 'Ivo Hale: «era alta»'],
    ['La alcaldesa Ada Moss aseguró que el puerto "sigue abierto".', 'Ada Moss: "sigue abierto"'],
  ])('takes the quotation: %s', (text, expected) => expect(said(text)).toEqual([expected]))

  it('takes nothing that was not said', () => {
    expect(said('Ada Moss no dijo que el muelle «es seguro».')).toEqual([])
  })
})
