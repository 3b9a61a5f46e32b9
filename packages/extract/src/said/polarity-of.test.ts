import { describe, expect, it } from 'vitest'
import { extract } from '../extract.js'

/** The statements of a text as "POLARITY: words". */
const read = (text: string, language = 'en') =>
  extract(text, { language }).statements.map(
    ({ polarity, start, end }) => `${polarity}: ${text.slice(start, end)}`,
  )

describe('polarity', () => {
  it.each([
    ['Ada Hale denied that she had spent the money.', 'she had spent the money'],
    ['Ada Hale has denied having spent the money.', 'having spent the money'],
    ['Ada Hale denied that she had “stolen” the money.', 'she had “stolen” the money'],
    ['Ada Hale rejected claims that the dam was unsafe.', 'claims that the dam was unsafe'],
    ['Ada Hale dismissed the claim that the dam was unsafe.', 'the claim that the dam was unsafe'],
    ['Ada Hale disputed that the dam was unsafe.', 'the dam was unsafe'],
    ['Ada Hale doubted that the dam was safe.', 'the dam was safe'],
    ['Ada Hale expressed doubt that the dam was safe.', 'the dam was safe'],
    ['The ministry repeated its denial that the dam was unsafe.', 'the dam was unsafe'],
  ])('is DENIED: %s', (text, words) => expect(read(text)).toEqual([`DENIED: ${words}`]))

  it.each([
    ['Ada Hale asked whether the dam was safe.', 'whether the dam was safe'],
    ['Ada Hale asked why the dam had broken.', 'why the dam had broken'],
    ['Ada Hale wondered if the dam was safe.', 'if the dam was safe'],
    ['Ada Hale questioned whether the dam was safe.', 'whether the dam was safe'],
    ['“Is the dam safe?” Ada Hale asked.', '“Is the dam safe?”'],
  ])('is ASKED: %s', (text, words) => expect(read(text)).toEqual([`ASKED: ${words}`]))

  it.each([
    ['Ada Hale promised that the town would mend the dam.', 'the town would mend the dam'],
    ['Ada Hale vowed to mend the dam by June.', 'to mend the dam by June'],
    ['Ada Hale agreed to mend the dam.', 'to mend the dam'],
    ['Ada Hale threatened to close the dam.', 'to close the dam'],
    ['Ada Hale repeated her promise that the dam would hold.', 'the dam would hold'],
    ['“We will mend it,” Ada Hale promised.', '“We will mend it,”'],
  ])('is PROMISED: %s', (text, words) => expect(read(text)).toEqual([`PROMISED: ${words}`]))

  it.each([
    ['Ada Hale asked the mayor to close the dam.', 'the mayor to close the dam'],
    ['Ada Hale told the mayor to close the dam.', 'to close the dam'],
    ['Ada Hale urged the mayor to close the dam.', 'the mayor to close the dam'],
    ['Ada Hale demanded that the mayor close the dam.', 'the mayor close the dam'],
    ['Ada Hale called for the dam to be closed.', 'the dam to be closed'],
  ])('is DEMANDED: %s', (text, words) => expect(read(text)).toEqual([`DEMANDED: ${words}`]))

  it.each([
    ['Ada Hale said that she had spent the money.', 'she had spent the money'],
    ['Ada Hale admitted that she had spent the money.', 'she had spent the money'],
    ['Ada Hale agreed that the dam was old.', 'the dam was old'],
    ['Ada Hale told the mayor that the dam was safe.', 'the dam was safe'],
    ['Ada Hale called the dam a wreck.', 'the dam a wreck'],
    ['The ministry repeated its warning that the dam was unsafe.', 'the dam was unsafe'],
  ])('is AFFIRMED: %s', (text, words) => expect(read(text)).toEqual([`AFFIRMED: ${words}`]))

  it('is AFFIRMED where the words in marks are the denial', () => {
    expect(read('“I never took the money,” Ada Hale denied.')).toEqual([
      'AFFIRMED: “I never took the money,”',
    ])
    expect(read('Ada Hale denied: “I never took the money.”')).toEqual([
      'AFFIRMED: “I never took the money.”',
    ])
  })

  it('is read from German verbs', () => {
    expect(read('„Hält der Damm?“, fragte Ada Moss.', 'de')).toEqual(['ASKED: „Hält der Damm?“'])
    expect(read('„Wir bauen ihn neu“, versprach Ada Moss.', 'de')).toEqual(['PROMISED: „Wir bauen ihn neu“'])
    expect(read('„Schließt den Damm“, forderte Ada Moss.', 'de')).toEqual(['DEMANDED: „Schließt den Damm“'])
    expect(read('„Der Damm hält“, sagte Ada Moss.', 'de')).toEqual(['AFFIRMED: „Der Damm hält“'])
  })
})
