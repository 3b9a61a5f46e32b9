import { describe, expect, it } from 'vitest'
import { headlineOf, textSource, titleFromName } from './text-source.js'

const BODY = '\n\nThe harbour will open again on Monday, the mayor said, after two years of work.\n'

describe('textSource', () => {
  it('keeps the whole content and takes the headline as title', () => {
    const content = `Harbour to open again${BODY}`
    expect(textSource(content, 'in/harbour.txt')).toEqual({
      text: content,
      title: 'Harbour to open again',
      titleIsFileName: false,
      url: null,
      canonicalUrl: null,
      siteName: null,
      siteDomain: null,
      authors: [],
      published: null,
      language: null,
      externalId: null,
      format: 'TEXT',
    })
  })

  it('takes the file name when no line looks like a headline', () => {
    expect(textSource('It rained.\n\nIt stopped.', 'in/000_rain.txt').title).toBe('000_rain')
    expect(titleFromName('standard input')).toBe('standard input')
    expect(titleFromName('')).toBe('Untitled')
  })

  it.each([
    ['By Ada Brook', ['Ada Brook']],
    ['by Ada de Brook and Ben Castle-Ruiz (Harbour Post)', ['Ada de Brook', 'Ben Castle-Ruiz']],
    ['BY ADA BROOK | 2 March', ['ADA BROOK']],
    ['Von Ada Brook, Wien', ['Ada Brook']],
    ['Interview: Ada Brook', ['Ada Brook']],
    ['Von Wien nach Graz', []],
    ['By Monday Evening, the harbour had opened again.', []],
    ['By the harbour', []],
    ['By Brook', []],
    [`By Ada Brook, ${'who writes about harbours '.repeat(5)}`, []],
  ])('reads a byline above the text: %s', (line, authors) => {
    expect(textSource(`Harbour to open again\n\n${line}${BODY}`, 'in/harbour.txt').authors).toEqual(authors)
    expect(textSource(`Harbour to open again${BODY.repeat(5)}\n${line}`, 'in/harbour.txt').authors).toEqual(
      [],
    )
  })

  it.each([
    ['3 March 2026', '2026-03-03'],
    ['Published: Tuesday, March 3, 2026, 10:15 am', '2026-03-03'],
    ['By Ada Brook\n\n03.03.2026, 10:15 Uhr', '2026-03-03'],
    [
      'MARLOW QUAY, March 3, 2026 (QPA) – The harbour will open again on Monday, and boats will go out at noon.',
      '2026-03-03',
    ],
    ['Ada Brook | 3 mars 2026', '2026-03-03'],
    ['Published 3 March 2026, updated 5 March 2026', '2026-03-03'],
    ['Updated: 5 March 2026', undefined],
    ['3/4/2026', undefined],
    ['3 March 9999', undefined],
    ['0000-01-01', undefined],
    ['On 3 March 2026 the council met in the old hall, and the mayor spoke.', undefined],
    ['The council met on 3 March 2026.', undefined],
  ])('reads the date below the title: %s', (line, edtf) => {
    const { published } = textSource(`Harbour to open again\n\n${line}${BODY}`, 'in/harbour.txt')
    expect(published?.edtf).toBe(edtf)
  })

  it('refuses a text without words', () => {
    expect(() => textSource(' \n***\n', 'a.txt')).toThrow('a.txt: has no text in it')
  })
})

describe('headlineOf', () => {
  it.each([
    'Harbour to open again',
    'Will the harbour open?',
    'Mayor Opens Old Harbour Again.',
    '“We open,” says mayor',
  ])('takes %s', (line) => expect(headlineOf(line + BODY)).toBe(line))

  it.each(['The harbour opened on Monday.', 'He said this:', 'By Ada Brook', 'word '.repeat(60), '———'])(
    'does not take %s',
    (line) => expect(headlineOf(line + BODY)).toBeNull(),
  )

  it('takes a line above a longer line, but not the first line of a broken paragraph', () => {
    expect(headlineOf(`Harbour opens${BODY.slice(1)}`)).toBe('Harbour opens')
    expect(headlineOf('The harbour, closed for two\nyears, opened again on the\nMonday.')).toBeNull()
    expect(headlineOf('Only a line')).toBeNull()
  })
})
