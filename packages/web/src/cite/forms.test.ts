import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cited } from './cited.js'
import { CITATION_FORMS } from './forms.js'

const date = (earliest: string, precision = 'DAY') => ({
  precision,
  earliest,
  latest: earliest,
  edtf: earliest,
})

const treaty: Cited = {
  text: '“Today we shared an umbrella.”',
  kind: 'DIRECT',
  speaker: 'Ottilie Brandreth',
  article: {
    ...{ title: 'A treaty, signed in the rain', url: 'https://harbour.example/treaty', site: 'Harbour Post' },
    ...{ publishedAt: date('2026-08-14'), authors: ['Ivo Kestrel'] },
  },
  pageUrl: 'https://record.example/statements/ottilie-01m8m6pfvme78vtbmp9h0wzswp',
  id: '01m8m6pfvme78vtbmp9h0wzswp',
  today: '2026-11-29',
}

const form = (name: string, cited: Cited): string =>
  CITATION_FORMS.find((one) => one.name === name)?.write(cited) ?? ''

/** What a library that many programs use reads from a citation. */
const readBibtex = (cited: Cited) => new Cite(form('bibtex', cited)).data[0]

describe('a citation', () => {
  it('is words and their place, as text and as Markdown', () => {
    expect(form('text', treaty)).toBe(
      '“Today we shared an umbrella.” — Ottilie Brandreth, in: A treaty, signed in the rain, Harbour Post, 14 August 2026. https://record.example/statements/ottilie-01m8m6pfvme78vtbmp9h0wzswp',
    )
    expect(form('markdown', treaty)).toBe(
      '> “Today we shared an umbrella.”\n>\n> — Ottilie Brandreth, [A treaty, signed in the rain, Harbour Post, 14 August 2026](https://harbour.example/treaty) ([on record](https://record.example/statements/ottilie-01m8m6pfvme78vtbmp9h0wzswp))',
    )
  })

  it('is a template of Wikipedia, and RIS', () => {
    expect(form('wikipedia', treaty)).toBe(
      '{{cite news |title=A treaty, signed in the rain |author1=Ivo Kestrel |work=Harbour Post |date=2026-08-14 |url=https://harbour.example/treaty |access-date=2026-11-29 |quote=Ottilie Brandreth: Today we shared an umbrella. |via=On Record}}',
    )
    expect(form('ris', treaty).split('\r\n')).toEqual([
      'TY  - NEWS',
      'TI  - A treaty, signed in the rain',
      'AU  - Ivo Kestrel',
      'T2  - Harbour Post',
      'PY  - 2026',
      'DA  - 2026/08/14',
      'UR  - https://harbour.example/treaty',
      'Y2  - 2026/11/29',
      'N1  - Ottilie Brandreth: “Today we shared an umbrella.”',
      'L2  - https://record.example/statements/ottilie-01m8m6pfvme78vtbmp9h0wzswp',
      'ER  - ',
    ])
  })

  it('is read by a library as what it says, from BibTeX and from CSL-JSON', () => {
    expect(readBibtex(treaty)).toMatchObject({
      title: 'A treaty, signed in the rain',
      // The library takes a name in braces, which is not to be taken apart, for a family's.
      author: [{ family: 'Ivo Kestrel' }],
      issued: { 'date-parts': [[2026, 8]] },
      URL: 'https://harbour.example/treaty',
    })
    const [item] = new Cite(form('csl', treaty)).data
    expect(item).toMatchObject({
      type: 'article-newspaper',
      title: 'A treaty, signed in the rain',
      author: [{ literal: 'Ivo Kestrel' }],
      'container-title': 'Harbour Post',
      issued: { 'date-parts': [[2026, 8, 14]] },
      note: 'Ottilie Brandreth: “Today we shared an umbrella.”',
    })
    expect(plugins.input.chain(form('csl', treaty))).toHaveLength(1)
  })

  it('does not pass off a reporter’s words as the speaker’s', () => {
    const reported = { ...treaty, kind: 'MIXED', text: 'she would bring “a bigger umbrella”' }
    expect(form('text', reported)).toMatch(
      /^“she would bring ‘a bigger umbrella’” — Ottilie Brandreth \(partly quoted\), in: /,
    )
    for (const { name, write } of CITATION_FORMS)
      expect([name, write(reported)]).toEqual([name, expect.stringContaining('(partly quoted)')])
  })

  it('says no more than is known', () => {
    const article = {
      ...treaty.article,
      url: null,
      site: null,
      authors: [],
      publishedAt: date('2026-01-01', 'YEAR'),
    }
    const unknown = { ...treaty, speaker: null, article }
    expect(form('text', unknown)).toContain('— not named, in: A treaty, signed in the rain, 2026.')
    expect(readBibtex(unknown)).toMatchObject({ issued: { 'date-parts': [[2026]] }, URL: treaty.pageUrl })
    expect(form('ris', unknown)).toContain('DA  - 2026//')
  })

  it.each([
    '{',
    '}',
    '\\',
    '$',
    '%',
    '&',
    '#',
    '_',
    '^',
    '~',
    '\\end{document}',
    '}, author = {Mallory',
    '|',
    '}}',
    '\n',
    '"',
  ])('holds a title with %j', (sign) => {
    const cited = { ...treaty, article: { ...treaty.article, title: `Before ${sign} after` } }
    const { title, author } = readBibtex(cited) as { title: string; author: object[] }
    expect([title.replace(/\s+/g, ' '), author]).toEqual([
      `Before ${sign} after`.replace(/\s+/g, ' '),
      [{ family: 'Ivo Kestrel' }],
    ])
    expect(form('wikipedia', cited)).not.toMatch(/\{\{(?!!|cite)|\}\}(?!$)(?<!\{\{!\}\})/)
  })

  it('is written for any words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cited = { ...treaty, text, speaker: text, article: { ...treaty.article, title: text } }
        for (const { write } of CITATION_FORMS) expect(typeof write(cited)).toBe('string')
        expect(form('ris', cited).split('\r\n')).toHaveLength(11)
        expect(form('wikipedia', cited)).not.toMatch(/[\n]/)
      }),
    )
  })
})
