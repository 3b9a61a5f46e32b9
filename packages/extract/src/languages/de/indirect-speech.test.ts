import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.js'
import { saidIn } from '../../testing/said-in.js'

const said = saidIn(extract, 'de')

describe('reading German indirect speech', () => {
  it.each([
    ['Moss sagte, dass der Pier sicher sei.', 'Moss: der Pier sicher sei'],
    ['Am Montag sagte Ministerin Ada Moss, dass die Fähre fährt.', 'Ada Moss: die Fähre fährt'],
    [
      'Die Polizei teilte am Montag mit, dass zwei Männer verletzt wurden.',
      '(Die Polizei): zwei Männer verletzt wurden',
    ],
    ['Moss hat gesagt, dass der Pier sicher sei.', 'Moss: der Pier sicher sei'],
    ['Ivo Hale, Bürgermeister von Ruhn, sagte, dass der Pier sicher sei.', 'Ivo Hale: der Pier sicher sei'],
    ['Moss räumte ein, dass der Plan zu teuer war.', 'Moss: der Plan zu teuer war'],
    ['Moss fragte, ob der Pier sicher sei.', 'Moss: ob der Pier sicher sei'],
    ['Moss erklärte, warum die Fähre nicht fährt.', 'Moss: warum die Fähre nicht fährt'],
  ])('reads a clause with a conjunction: %s', (text, expected) => expect(said(text)).toEqual([expected]))

  it.each([
    ['Moss sagte am Montag, der Pier sei sicher.', 'Moss: der Pier sei sicher'],
    ['Die Ministerin Ada Moss betonte, sie habe nichts gewusst.', 'Ada Moss: sie habe nichts gewusst'],
    ['Am Montag sagte Ada Moss, die Fähre fahre wieder.', 'Ada Moss: die Fähre fahre wieder'],
    [
      'Die Sprecherin der Behörde sagte, der Pier sei sicher.',
      '(Die Sprecherin der Behörde): der Pier sei sicher',
    ],
    ['Moss sagte, der Pier sei „ganz sicher“.', 'Moss: der Pier sei „ganz sicher“'],
  ])('reads a clause whose verb tells: %s', (text, expected) => expect(said(text)).toEqual([expected]))

  it.each([
    ['Die Lage sei ernst, sagte Moss.', 'Moss: Die Lage sei ernst'],
    ['Der Pier, sagte Moss, sei sicher.', 'Moss: Der Pier | sei sicher'],
    ['Zwei Männer wurden verletzt, teilte die Polizei mit.', '(die Polizei): Zwei Männer wurden verletzt'],
    ['Wie Moss mitteilte, ist der Pier sicher.', 'Moss: ist der Pier sicher'],
    ['Der Pier ist sicher, wie Moss am Montag sagte.', 'Moss: Der Pier ist sicher'],
    ['Ob der Pier sicher sei, fragte Moss am Montag.', 'Moss: Ob der Pier sicher sei'],
  ])('reads the verb behind or amid the words: %s', (text, expected) =>
    expect(said(text)).toEqual([expected]),
  )

  it.each([
    ['Laut Moss ist der Pier sicher.', 'Moss: ist der Pier sicher'],
    ['Der Pier ist nach Angaben von Ada Moss sicher.', 'Ada Moss: Der Pier ist | sicher'],
    ['Nach Angaben der Polizei wurden zwei Männer verletzt.', '(der Polizei): wurden zwei Männer verletzt'],
    ['Ada Moss zufolge ist der Pier sicher.', 'Ada Moss: ist der Pier sicher'],
    [
      'Angaben der Polizei zufolge wurden zwei Männer verletzt.',
      '(der Polizei): wurden zwei Männer verletzt',
    ],
    ['Der Pier ist sicher, so Moss.', 'Moss: Der Pier ist sicher'],
  ])('reads a source without a verb: %s', (text, expected) => expect(said(text)).toEqual([expected]))

  it('finds whom a pronoun means', () => {
    expect(said('Der Bürgermeister Ivo Hale kam.', 'Er sagte, er habe nichts gewusst.')).toEqual([
      'Ivo Hale: er habe nichts gewusst',
    ])
    expect(said('Die Ministerin Ada Moss kam.', 'Die Lage sei ernst, sagte sie.')).toEqual([
      'Ada Moss: Die Lage sei ernst',
    ])
  })

  it.each([
    'Moss sagte nicht, dass der Pier sicher sei.',
    'Niemand sagte, dass der Pier sicher sei.',
    'Sagte Moss, dass der Pier sicher sei?',
    'Wenn Moss sagt, dass der Pier sicher ist, fahren wir.',
    'Moss könnte sagen, dass der Pier sicher ist.',
    'Moss will nicht sagen, ob der Pier sicher ist.',
    'Es gibt keinen Beleg dafür, dass Moss sagte, der Pier sei sicher.',
    'Es wurde gesagt, dass der Pier sicher sei.',
    'Moss hätte gesagt, dass der Pier sicher ist.',
    'Als der Sturm kam, sagte Moss nichts.',
    'Der Sturm führte dazu, dass der Pier brach.',
    'Moss gab den Fischern Geld, damit sie fahren.',
    'Ich sagte, der Pier sei sicher.',
  ])('finds nobody’s words in: %s', (text) => expect(said(text)).toEqual([]))
})
