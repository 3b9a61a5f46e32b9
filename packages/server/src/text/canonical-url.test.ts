import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl, domainOf, httpUrl, MAX_URL_LENGTH } from './canonical-url.js'

describe('canonicalUrl', () => {
  it.each([
    ['HTTPS://Post.Example:443/Talks/', 'https://post.example/Talks'],
    ['http://post.example:80', 'https://post.example/'],
    ['https://post.example:80/a', 'https://post.example/a'],
    ['https://post.example/talks/amp', 'https://post.example/talks'],
    ['https://post.example/talks.print', 'https://post.example/talks'],
    ['https://post.example/print', 'https://post.example/print'],
    ['http://post.example:8080//', 'https://post.example:8080/'],
    ['https://post.example/a?utm_source=x&id=7&fbclid=1#top', 'https://post.example/a?id=7'],
    ['https://post.example/a/?b=2&a=1&b=1', 'https://post.example/a?a=1&b=2&b=1'],
    ['https://post.example/a?UTM_Medium=x&', 'https://post.example/a'],
    ['https://post.example/?p=12', 'https://post.example/?p=12'],
    ['https://post.example/caf%c3%a9', 'https://post.example/caf%C3%A9'],
    ['https://post.example/café', 'https://post.example/caf%C3%A9'],
    ['https://post.example/a?q=one+two%20three&flag', 'https://post.example/a?flag&q=one+two%20three'],
  ])('turns %s into %s', (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical)
  })

  it.each([
    'http://post.example/2026/talks',
    'https://www.post.example/2026/talks/',
    'http://WWW.POST.example.:80/2026/talks',
    'https://m.post.example/2026/talks',
    'https://mobile.post.example/2026/talks?m=1',
    'https://amp.post.example/2026/talks',
    'https://www.m.post.example/2026/talks',
    'https://post.example/2026/talks/amp/',
    'https://post.example/2026/talks.amp',
    'https://post.example/amp/2026/talks',
    'https://post.example/2026/talks?amp=1&outputType=amp',
    'https://post.example/2026/talks?amp',
    'https://post-example.cdn.ampproject.org/c/s/post.example/2026/talks',
    'https://www.google.com/amp/s/www.post.example/2026/talks/amp',
    'https://post.example/2026/talks/print/',
    'https://post.example/print/2026/talks',
    'https://post.example/2026/talks?print=true&view=print',
    'https://post.example/2026/talks/index.html',
    'https://post.example/2026/talks/index.php?gclid=1',
    'https://post.example/2026/talks/default.aspx#comments',
    'https://post.example/2026/talks?utm_campaign=a&ref_src=twsrc&mc_cid=3',
  ])('gives %s the identity of the page', (url) => {
    expect(canonicalUrl(url)).toBe('https://post.example/2026/talks')
  })

  it.each([
    ['another article by a parameter', 'https://post.example/story?id=1', 'https://post.example/story?id=2'],
    ['a page', 'https://post.example/story?page=2', 'https://post.example/story'],
    ['another port', 'https://post.example:8443/a', 'https://post.example/a'],
    ['a sub-domain', 'https://sport.post.example/a', 'https://post.example/a'],
    ['the case of a path', 'https://post.example/A', 'https://post.example/a'],
    ['a page behind a fragment', 'https://post.example/#!/a', 'https://post.example/#!/b'],
    ['a site called m', 'https://m.example/a', 'https://example/a'],
    ['a page about amplifiers', 'https://post.example/amp', 'https://post.example/'],
    ['a word that ends in amp', 'https://post.example/the-lamp', 'https://post.example/the-l'],
    ['a word that ends in print', 'https://post.example/a/blueprint', 'https://post.example/a/blue'],
    ['a measure', 'https://post.example/story?m=12', 'https://post.example/story?m=13'],
    ['a name like that of an index', 'https://post.example/a/index-of-prices.html', 'https://post.example/a'],
    ['a text called print', 'https://post.example/story?format=long', 'https://post.example/story'],
  ])('keeps %s apart', (_what, one, other) => {
    expect(canonicalUrl(one)).not.toBe(canonicalUrl(other))
  })

  it.each(['https://post.example/a?__proto__', 'https://post.example/a?constructor=1&toString=2'])(
    'takes the names of what all objects have for parameters like any other: %s',
    (url) => expect(canonicalUrl(url)).toBe(url),
  )

  it('takes all beginnings off a host that say how the page looks', () => {
    expect(canonicalUrl('https://de.m.m.post.example/a')).toBe('https://de.post.example/a')
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
    ['https://m.post.example/', 'post.example'],
    ['https://mobile.news.post.example/', 'news.post.example'],
    ['https://en.m.wiki.example/a', 'en.wiki.example'],
    ['https://m.me/a', 'm.me'],
    ['https://amp.dev/a', 'amp.dev'],
    ['https://127.0.0.1:80/a', '127.0.0.1'],
    ['https://WWW.Post.Example:8080/a', 'post.example'],
    ['https://news.post.example/', 'news.post.example'],
    ['https://www.example./', 'www.example'],
    ['https://www/', 'www'],
  ])('gives for %s the domain %s', (url, domain) => expect(domainOf(url)).toBe(domain))
})
