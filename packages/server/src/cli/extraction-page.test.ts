import { type Extraction, extract, type StatementDraft } from '@onrecord/extract'
import { extractionPage } from '@onrecord/web/extraction'
import { describe, expect, it } from 'vitest'
import { parseHtml } from '../ingest/sources/html-dom.js'

const HOSTILE = '</script><img src=x onerror=alert(1)>"\'&amp;<!-- ]]> {{x}} </style><svg onload=alert(1)>'

describe('extractionPage', () => {
  const page = (text: string, extraction: Extraction, title = 'Ferry') =>
    parseHtml(extractionPage([{ title, source: 'ferry.txt', text, extraction }], 'test'), 'page')

  it('shows hostile text as plain text, wherever it stands', () => {
    const text = `By ${HOSTILE}\n\n“Well ${HOSTILE} then,” said Mara Lindt. ${HOSTILE}`
    const extraction = extract(text)
    const [statement] = extraction.statements as [StatementDraft]
    const hostile: Extraction = {
      ...extraction,
      statements: [{ ...statement, speaker: HOSTILE, mention: HOSTILE, cue: HOSTILE }],
      extractor: HOSTILE,
    }
    const document = page(text, hostile, HOSTILE)
    const clean = page('“Well then,” said Mara Lindt.', extract('“Well then,” said Mara Lindt.'))
    const tags = (from: typeof document) =>
      new Set([...from.querySelectorAll('*')].map(({ localName }) => localName))
    expect([...tags(document)].filter((tag) => !tags(clean).has(tag))).toEqual([])
    for (const element of document.querySelectorAll('*')) {
      expect(Object.keys(element.attributes).filter((name) => /^(on|src|style)/.test(name))).toEqual([])
    }
    expect(document.querySelectorAll('script')).toHaveLength(1)
    const shown = [...document.querySelectorAll('article h1, article p:not(.source)')].map(
      (paragraph) => paragraph.textContent,
    )
    expect(shown.join('\n\n')).toBe(text)
    expect(document.querySelector('title')?.textContent).toBe(`Who says what: ${HOSTILE}`)
    expect(document.querySelector('aside li b')?.textContent).toBe(HOSTILE)
  })

  it('says what was denied, and nothing of what was said', () => {
    const text = 'Mara Lindt denied that the quay leaked. Mara Lindt said that the ferry sailed.'
    const shown = [...page(text, extract(text)).querySelectorAll('aside li p')].map((p) => p.textContent)
    expect(shown[0]).toMatch(/reported, denied \d+ %$/)
    expect(shown[1]).toMatch(/reported \d+ %$/)
  })

  it('marks statements that stand inside others, overlap them, or have several pieces', () => {
    const text = 'He said “she told me ‘go’ and I went” and left.'
    const extraction = extract(text)
    const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
    const draft = (...words: string[]): StatementDraft => {
      const segments = words.map(span)
      return {
        ...{ start: segments[0]?.start ?? 0, end: segments.at(-1)?.end ?? 0, segments },
        ...{ kind: 'DIRECT', polarity: 'AFFIRMED', medium: 'UNKNOWN', speaker: null, source: null },
        ...{ mention: null, cue: null },
        ...{ basis: 'INHERITED', confidence: 0.5, topics: [] },
        ...{ alterations: [], saidAt: null, within: null },
      }
    }
    const words = [['“she told me ‘go’ and I went”'], ['‘go’'], ['go’ and I', 'and left'], ['me ‘go’']]
    const document = page(text, { ...extraction, statements: words.map((each) => draft(...each)) })
    for (const [index, each] of words.entries()) {
      const marks = [...document.querySelectorAll(`mark[data-s="a0s${index}"]`)]
      expect(marks.map(({ textContent }) => textContent).join('')).toBe(each.join(''))
      expect(marks.filter((mark) => mark.hasAttribute('id'))).toHaveLength(1)
      expect(document.querySelector(`#a0s${index}-item a`)?.textContent).toBe(each.join(' […] '))
    }
    expect(document.querySelector('article p:not(.source)')?.textContent).toBe(text)
  })
})
