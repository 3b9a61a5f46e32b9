import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl, domainOf, httpUrl, MAX_URL_LENGTH } from './canonical-url.js'

describe('canonicalUrl', () => {
  it.each([
    ['HTTPS://Post.Example:443/Talks/', 'https://post.example/Talks'],
    ['http://post.example:80', 'http://post.example/'],
    ['http://post.example:8080//', 'http://post.example:8080/'],
    ['https://post.example/a?utm_source=x&id=7&fbclid=1#top', 'https://post.example/a?id=7'],
    ['https://post.example/a/?b=2&a=1&b=1', 'https://post.example/a?a=1&b=2&b=1'],
    ['https://post.example/a?UTM_Medium=x&', 'https://post.example/a'],
    ['https://post.example/?p=12', 'https://post.example/?p=12'],
    ['https://post.example/caf%c3%a9', 'https://post.example/caf%C3%A9'],
    ['https://post.example/café', 'https://post.example/caf%C3%A9'],
    ['https://post.example/a?q=one+two%20three&flag', 'https://post.example/a?flag&q=one+two%20three'],
    ['https://www.post.example/a', 'https://www.post.example/a'],
  ])('turns %s into %s', (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical)
  })

  it('changes nothing in its own result', () => {
    const part = fc.string({ unit: fc.constantFrom(...'aZ09/%&=?.;+-_~ é#:@\\') })
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), part), (rest) => {
        const url = rest.startsWith('http') ? rest : `https://post.example/${rest}`
        const once = canonicalUrl(url)
        expect(canonicalUrl(once)).toBe(once)
      }),
      { numRuns: 500 },
    )
  })

  it('ignores the order of parameters with different names', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a=1', 'b=2', 'c', 'utm_id=4'], { minLength: 4 }), (parts) => {
        expect(canonicalUrl(`https://post.example/x?${parts.join('&')}`)).toBe(
          'https://post.example/x?a=1&b=2&c',
        )
      }),
    )
  })
})

describe('httpUrl', () => {
  it('gives the URL as written, trimmed', () => {
    expect(httpUrl(' https://Post.Example/a#b ')).toBe('https://Post.Example/a#b')
  })

  it.each([
    '',
    '/a',
    'post.example/a',
    'ftp://post.example/a',
    'javascript:alert(1)',
    'https://',
    'http:/post.example',
  ])('refuses %s', (url) => expect(() => httpUrl(url)).toThrow(/must be a whole address/))

  it('refuses a password, and an address that is too long', () => {
    expect(() => httpUrl('https://me:secret@post.example/')).toThrow(/user name or password/)
    expect(() => httpUrl(`https://post.example/${'é'.repeat(MAX_URL_LENGTH / 3)}`)).toThrow(
      /longer than 2000/,
    )
  })
})

describe('domainOf', () => {
  it.each([
    ['https://WWW.Post.Example:8080/a', 'post.example'],
    ['https://news.post.example/', 'news.post.example'],
    ['https://www.example./', 'example'],
    ['https://www/', 'www'],
  ])('gives for %s the domain %s', (url, domain) => expect(domainOf(url)).toBe(domain))
})
