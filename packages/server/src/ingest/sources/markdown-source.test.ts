import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownSource } from './markdown-source.js'
import { SourceError } from './source-error.js'

const withFront = (yaml: string) => `---\n${yaml}\n---\nThe harbour opened.\n`

function messageOf(content: string): string {
  try {
    markdownSource(content, 'a.md')
  } catch (error) {
    if (error instanceof SourceError) return `${error.code} ${error.message}`
    throw error
  }
  return 'no error'
}

describe('markdownSource', () => {
  it('reads front matter and text', () => {
    const content = `---
title: "Harbour: open again"
url: https://www.Post.example/2026/03/harbour/?utm_source=feed
site: The Post
authors: [Ada Brook, Ben Castle]
published: 2026-03-02T10:30:00+01:00
language: EN_gb
external_id: post:4711
unknown: [1, 2]
---

# Harbour: open again

The *harbour* opened.
`
    expect(markdownSource(content.replaceAll('\n', '\r\n'), 'in/harbour.md')).toEqual({
      text: 'Harbour: open again\n\nThe harbour opened.',
      title: 'Harbour: open again',
      titleIsFileName: false,
      url: 'https://www.Post.example/2026/03/harbour/?utm_source=feed',
      canonicalUrl: 'https://post.example/2026/03/harbour',
      siteName: 'The Post',
      siteDomain: 'post.example',
      authors: ['Ada Brook', 'Ben Castle'],
      published: {
        edtf: '2026-03-02T10:30:00+01:00',
        earliest: '2026-03-02',
        latest: '2026-03-02',
        precision: 'INSTANT',
        instant: '2026-03-02T09:30:00.000Z',
        basis: 'STATED',
        asWritten: '2026-03-02T10:30:00+01:00',
      },
      language: 'en-GB',
      externalId: { namespace: 'post', value: '4711' },
      format: 'MARKDOWN',
    })
  })

  it.each([
    ['author: Ada Brook', { authors: ['Ada Brook'] }],
    ['date: 2026', { published: { edtf: '2026', precision: 'YEAR' } }],
    ['date: 2026-03', { published: { edtf: '2026-03', precision: 'MONTH' } }],
    ['url: https://post.example/2026/03/02/a', { published: { edtf: '2026-03-02', basis: 'EXTERNAL' } }],
    ['site: www.post.example', { siteName: 'www.post.example', siteDomain: 'post.example' }],
    ['site: The Post', { siteName: 'The Post', siteDomain: null }],
    ['title:\nauthors:', { title: 'a', authors: [] }],
    ['language: no', { language: 'no' }],
    ['external_id: doi:10.1000/182', { externalId: { namespace: 'doi', value: '10.1000/182' } }],
    ['# only a comment', { title: 'a', url: null }],
  ])('reads %j', (yaml, expected) => {
    expect(markdownSource(withFront(yaml), 'a.md')).toMatchObject(expected)
  })

  it('takes the title from front matter, heading, headline, file name, in this order', () => {
    const body = '# From the heading\n\nText goes here.'
    expect(markdownSource(`---\ntitle: From the front\n---\n${body}`, 'a.md').title).toBe('From the front')
    expect(markdownSource(body, 'a.md').title).toBe('From the heading')
    expect(markdownSource('**From the line**\n\nText goes here.', 'a.md').title).toBe('From the line')
    expect(markdownSource('Text goes here.', 'in/a.md').title).toBe('a')
  })

  it.each([
    ['title: 2026', 'title must be text: put it in quotation marks'],
    ['title: ""', 'title is empty'],
    ['title: "a\\0b"', 'title has a character that no text can hold'],
    ['title: "\\uD800"', 'title has a character that no text can hold'],
    [`title: ${'a'.repeat(501)}`, 'title is longer than 500 characters'],
    ['url: post.example/a', 'url is "post.example/a", but must be a whole address'],
    ['url: https://me:secret@post.example', 'url must not hold a user name or password'],
    ['site: [a]', 'site must be text'],
    ['authors: [Ada, 7]', 'authors must be a name or a list of names'],
    ['author: {name: Ada}', 'author must be a name or a list of names'],
    ['published: yesterday', 'published is "yesterday", but must be a year (2026), a month'],
    ['date: 2026-02-30', 'date is "2026-02-30", but must be'],
    ['date: true', 'date must be a year'],
    ['language: English!', 'language must be a language tag like en or pt-BR'],
    ['external_id: 4711', 'external_id must be text of the form namespace:value'],
    ['title: Harbour: open', 'line 2: '],
    ['title: a\ntitle: b', 'line 3: Map keys must be unique'],
    ['just words', 'must be lines of the form "key: value"'],
    ['[a, b]', 'must be lines of the form "key: value"'],
    [`a: ${'['.repeat(20_000)}`, 'front matter: '],
    [
      'a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c]',
      'repeats itself too often',
    ],
    [`a: ${'b'.repeat(70_000)}`, 'is longer than 65536 characters'],
  ])('refuses %.60j', (yaml, message) => {
    expect(messageOf(withFront(yaml))).toContain('INVALID_FRONT_MATTER a.md: front matter: ')
    expect(messageOf(withFront(yaml))).toContain(message)
    expect(messageOf(withFront(yaml))).not.toContain('\n')
  })

  it('tells front matter that does not end from a thematic break', () => {
    expect(messageOf('---\ntitle: a\n\nText.')).toContain('does not end: close it with a line ---')
    expect(markdownSource('---\nText goes here.', 'a.md').text).toBe('Text goes here.')
    expect(markdownSource('---\n\nText goes here.\n\n---\n\nMore.', 'a.md').text).toBe(
      'Text goes here.\n\nMore.',
    )
  })

  it('refuses a file without text', () => {
    expect(messageOf('---\ntitle: a\n---\n\n***\n')).toBe('EMPTY a.md: has no text in it')
    expect(messageOf('![only](a.png)')).toContain('EMPTY')
  })

  it('refuses blocks that are nested too deeply, and does not leave them out', () => {
    const items = (depth: number) =>
      Array.from({ length: depth }, (_, i) => `${'  '.repeat(i)}- item`).join('\n')
    expect(markdownSource(`${'>'.repeat(20)} text`, 'a.md').text).toBe('text')
    expect(markdownSource(items(20), 'a.md').text.match(/item/g)).toHaveLength(20)
    expect(messageOf(`first\n\n${items(30)}`)).toMatch(/^TOO_COMPLEX a\.md: has lists or quotations/)
    expect(messageOf(`first\n\n${'>'.repeat(60)} text`)).toMatch(/^TOO_COMPLEX/)
  })

  it('throws only SourceError', () => {
    const unit = fc.constantFrom(...'---\n: [],{}&*!|>%@`"\'#-ab12', 'title: ', 'date: ', '\n', '&a ', '*a')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (yaml) => void messageOf(withFront(yaml))),
      { numRuns: 500 },
    )
  })
})
