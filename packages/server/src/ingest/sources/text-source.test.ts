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
    ['By Ada Brook', ['By Ada Brook']],
    ['by Ada de Brook and Ben Castle-Ruiz (Harbour Post)', ['by Ada de Brook and Ben Castle-Ruiz']],
    ['BY ADA BROOK | 2 March', ['BY ADA BROOK']],
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
