import { describe, expect, it } from 'vitest'
import { parseHtml } from './html-dom.js'
import { readHtmlMetadata } from './html-metadata.js'

const NOW = new Date('2026-11-29T12:00:00Z')
const TEXT =
  '<p>The tide office of Sandwick will close in May, the harbour master told the council on Monday evening.</p>'
const read = (head: string, body: string, lang = 'en-GB') =>
  readHtmlMetadata(
    parseHtml(`<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`, 'a'),
    NOW,
  )
const article = (above: string, below = '') =>
  `<article><h1>Tide office to close</h1>${above}${TEXT.repeat(3)}${below}</article>`
const ld = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`
const published = (content: string) => `<meta property="article:published_time" content="${content}">`
const canonical = (url: string) => `<link rel="canonical" href="${url}">`

describe('the date of a page', () => {
  const date = (head: string, body: string, lang?: string) => read(head, body, lang).published?.edtf ?? null

  it.each([
    ['a class', '<span class="entry-date">3 March 2026</span>', 'en-GB'],
    ['a nested class', '<div class="post-meta"><span>Ida Berg</span><span>Mar 3rd, 2026</span></div>', 'en'],
    ['a time without datetime', '<time>Tuesday, 3 March 2026</time>', 'en'],
    ['a label', '<p>First published: 3 March 2026 at 10.15</p>', 'en'],
    ['a German line', '<p class="datum">Dienstag, 3. März 2026, 10:15 Uhr</p>', 'de'],
    ['German figures', '<p>Erschienen am 3.3.2026</p>', 'de'],
    ['a French line', '<p>Publié le 3 mars 2026 à 10h15</p>', 'fr'],
    ['Spanish', '<div class="fecha">3 de marzo de 2026</div>', 'es'],
    ['Italian', '<div class="data-pubblicazione">3 marzo 2026</div>', 'it'],
    ['Dutch', '<div class="artikel-datum">3 maart 2026</div>', 'nl'],
    ['Polish', '<span class="date">3 marca 2026</span>', 'pl'],
    ['figures of a country', '<span class="date">03/03/2026</span>', 'en-GB'],
    ['itemprop', '<span itemprop="datePublished" content="2026-03-03">a while ago</span>', 'en'],
    ['datetime before words', '<time datetime="2026-03-03">on Tuesday</time>', 'en'],
    ['epoch milliseconds', '<span class="timestamp" data-timestamp="1772532000000">3h</span>', 'en'],
    ['a line by itself', '<p>3 March 2026</p>', 'en'],
    [
      'a dateline',
      '<p>SANDWICK, March 3, 2026 (QPA) – The tide office will close, the council said.</p>',
      'en',
    ],
    ['the first of two labels', '<p>Published 3 March 2026 | Updated 5 March 2026</p>', 'en'],
    [
      'the one without an update',
      '<time class="updated" datetime="2026-03-05">5 March</time><time class="entry-date" datetime="2026-03-03">3 March</time>',
      'en',
    ],
  ])('is read from %s', (_, above, lang) =>
    expect(date('', article(above), lang)?.slice(0, 10)).toBe('2026-03-03'),
  )

  it.each([
    'article:published_time',
    'og:article:published_time',
    'datePublished',
    'parsely-pub-date',
    'sailthru.date',
    'cXenseParse:recs:publishtime',
    'DC.date.issued',
    'dcterms.date',
    'pubdate',
    'publish-date',
    'citation_publication_date',
    'date',
  ])('is read from the meta tag %s', (name) =>
    expect(date(`<meta name="${name}" content="2026-03-03T10:15:00+01:00">`, article(''))).toBe(
      '2026-03-03T10:15:00+01:00',
    ),
  )

  it.each([
    ['a comment', '', '<div id="comments"><time datetime="2026-03-09">9 March 2026</time></div>'],
    ['a teaser', '', '<aside class="related"><time datetime="2026-03-09">9 March 2026</time></aside>'],
    [
      'another article',
      '',
      '</article><article><h2>Other</h2><time datetime="2026-03-09">9 March 2026</time>',
    ],
    ['an update', '<p class="last-updated">9 March 2026</p><p>Updated: 9 March 2026</p>', ''],
    ['a changed itemprop', '<time itemprop="dateModified" datetime="2026-03-09">3 March 2026</time>', ''],
    ['the body', '', '<p>On 9 March 2026 the council will meet again in the old hall.</p>'],
    ['a copyright line', '', '<p>© 9 March 2026 Sandwick Post</p>'],
    ['the year 9999', '<time datetime="9999-12-31">soon</time>', ''],
    ['the year 0', '<time datetime="0000-01-01">long ago</time>', ''],
    ['tomorrow week', '<time datetime="2026-12-08">8 December 2026</time>', ''],
    ['a program’s zero', '<time datetime="1970-01-01T00:00:00Z">then</time>', ''],
    ['figures that nobody can order', '<span class="date">04/03/2026</span>', ''],
  ])('is not that of %s', (_, above, below) => expect(date('', article(above, below), 'en')).toBeNull())

  it.each([
    ['the printed day', published('2026-03-03T23:30:00Z'), '<time>4 March 2026</time>', '2026-03-04'],
    [
      'the printed day before',
      published('2026-03-04T02:10:00+00:00'),
      '<p class="date">March 3, 2026</p>',
      '2026-03-03',
    ],
    [
      'the day in the address',
      published('2026-03-04T02:10:00Z') + canonical('https://post.example/2026/03/03/tide'),
      '',
      '2026-03-03',
    ],
    ['the offset', published('2026-03-03T23:30:00-05:00'), '', '2026-03-03T23:30:00-05:00'],
    [
      'the instant where nothing else is known',
      published('2026-03-03T10:15:00Z'),
      '',
      '2026-03-03T10:15:00Z',
    ],
    [
      'a printed day before a month in the address',
      canonical('https://post.example/2026/03/tide'),
      '<p class="date">3 March 2026</p>',
      '2026-03-03',
    ],
    ['the month in the address', canonical('https://post.example/2026/03/tide'), '', '2026-03'],
    [
      'what two sources agree on',
      ld({ '@type': 'NewsArticle', datePublished: '2026-03-09' }) + published('2026-03-03'),
      '<time>3 March 2026</time>',
      '2026-03-03',
    ],
  ])('is told by %s', (_, head, above, edtf) => expect(date(head, article(above))).toBe(edtf))

  it.each(['WebPage', 'BlogPosting', 'Review', 'AnalysisNewsArticle', 'LiveBlogPosting', 'VideoObject'])(
    'is read from JSON-LD of the type %s',
    (type) =>
      expect(
        date(
          ld({
            '@graph': [
              { '@type': 'Person', name: 'Ida Berg' },
              { '@type': [type], datePublished: '2026-03-03' },
            ],
          }),
          article(''),
        ),
      ).toBe('2026-03-03'),
  )

  it('is that of the page’s own article in JSON-LD', () => {
    const other = {
      '@type': 'NewsArticle',
      url: 'https://post.example/other',
      headline: 'Other',
      datePublished: '2020-01-01',
    }
    const own = {
      '@type': 'NewsArticle',
      url: 'http://www.post.example/tide/',
      headline: 'Tide',
      datePublished: '2026-03-03',
    }
    expect(read(ld([other, own]) + canonical('https://post.example/tide'), article(''))).toMatchObject({
      title: 'Tide',
      published: { edtf: '2026-03-03' },
    })
    expect(date(ld([other, { ...own, url: undefined, headline: 'Tide office to close' }]), article(''))).toBe(
      '2026-03-03',
    )
  })
})

describe('the authors of a page', () => {
  const authors = (head: string, body: string) => read(head, body).authors

  it.each([
    ['JSON-LD with a trailing comma', ld('{"@type":"Article","author":{"name":"Ida Berg",},}'), ''],
    [
      'JSON-LD with a comment and a line break',
      ld('/* cms */ {"@type":"Article","description":"one\ntwo","author":[{"name":"Ida Berg"}]}'),
      '',
    ],
    [
      'JSON-LD in entities',
      ld('{&quot;@type&quot;:&quot;Article&quot;,&quot;author&quot;:&quot;Ida Berg&quot;}'),
      '',
    ],
    [
      'a name in parts',
      ld({ '@type': 'Article', author: { '@type': 'Person', givenName: 'Ida', familyName: 'Berg' } }),
      '',
    ],
    [
      'the byline, not the organisation',
      ld({ '@type': 'Article', author: { '@type': 'Organization', name: 'Sandwick Post' } }),
      '<p class="byline">By Ida Berg</p>',
    ],
    [
      'the byline, not the site',
      '<meta property="og:site_name" content="Sandwick Post"><meta name="author" content="Sandwick Post">',
      '<p>By Ida Berg</p>',
    ],
    ['a link', '', '<p>By <a rel="author" href="/i">Ida Berg</a></p>'],
    ['a link to an author', '', '<div><a href="/staff/ida-berg/">Ida Berg</a><a href="/x">Follow</a></div>'],
    [
      'a byline with role and time',
      '',
      '<div class="byline"><span>Ida Berg</span><span>Senior Reporter</span><time>3 March 2026</time></div>',
    ],
    ['a German line', '', '<p>Von Ida Berg, Wien</p>'],
    ['a French line', '', '<p>Par Ida Berg</p>'],
    [
      'who is named twice',
      '<meta name="author" content="Cms User"><meta name="parsely-author" content="Ida Berg">',
      '<p class="byline">By Ida Berg</p>',
    ],
  ])('are read from %s', (_, head, above) => expect(authors(head, article(above))).toEqual(['Ida Berg']))

  it.each([
    ['<meta name="author" content="Ida Berg, Jon Lund and Kim Post">', ''],
    [ld({ '@type': 'Article', author: [{ name: 'Ida Berg' }, 'Jon Lund', { name: 'Kim Post' }] }), ''],
    [
      ld({ '@type': 'Article', author: { name: 'Ida Berg' } }),
      '<p class="byline">By Ida Berg, Jon Lund and Kim Post</p>',
    ],
    [
      '',
      '<p class="byline">By <a href="/author/i">Ida Berg</a>, <a href="/author/j">Jon Lund</a> &amp; <a href="/author/k">Kim Post</a></p>',
    ],
  ])('are three: %s%s', (head, above) =>
    expect(authors(head, article(above))).toEqual(['Ida Berg', 'Jon Lund', 'Kim Post']),
  )

  it.each([
    ['a commenter', '', '</article><div class="comment-list"><p class="comment-author">Mike Horn</p></div>'],
    ['the sidebar', '', '</article><aside><a rel="author" href="/k">Kim Post</a></aside>'],
    ['the site', '<meta name="author" content="post.example">', ''],
    ['a handle', '<meta name="author" content="@tidewatch">', ''],
    ['a desk', '<meta name="author" content="News Desk">', ''],
    ['an address', '<meta property="article:author" content="https://social.example/ida">', ''],
  ])('are not %s', (_, head, below) => expect(authors(head, article('', below))).toEqual([]))
})

describe('the title of a page', () => {
  const title = (head: string, body = article('')) => read(head, body).title

  it.each([
    '<title>Tide office to close | Sandwick Post</title>',
    '<title>Sandwick Post - Tide office to close</title>',
    '<title>Tide office to close: Sandwick Post</title><meta property="og:title" content="Tide office to close: Sandwick Post"><meta property="og:site_name" content="Sandwick Post">',
    '<title>Tide office to close – Sandwick Post</title><meta property="og:title" content="Tide office to close – Sandwick Post">',
    `<title>x</title>${ld({ '@type': 'Article', headline: 'Tide office &amp;#116;o close' })}`,
    `<title>x</title>${ld({ '@type': 'Article', headline: 'Tide <b>office</b> to close' })}`,
    '<title>Tide office to close</title><meta property="og:title" content="You will not believe this tide">',
  ])('has no name of the site, no entities and no tags: %s', (head) =>
    expect(title(head)).toBe('Tide office to close'),
  )

  it('is not the logo', () => {
    const body = `<header><h1>Sandwick Post</h1></header><article><h2>Tide office to close</h2>${TEXT}</article>`
    expect(title('<title>Tide office to close - Sandwick Post</title>', body)).toBe('Tide office to close')
    expect(title('<title>Sandwick Post | Tide office to close</title>', body)).toBe('Tide office to close')
  })

  it('is not the name of the site in a heading of its own', () => {
    const body = `<h1>The Sandwick Tide Blog</h1><h1>Tide office to close</h1>${TEXT}`
    const window = '<title>Tide office to close - The Sandwick Tide Blog</title>'
    expect(title(window, body)).toBe('Tide office to close')
    expect(title(`${window}<meta property="og:site_name" content="The Sandwick Tide Blog">`, body)).toBe(
      'Tide office to close',
    )
  })

  it('keeps its own colon and dash', () => {
    expect(
      title('<title>Council: Tide office to close</title>', '<h1>Council: Tide office to close</h1>'),
    ).toBe('Council: Tide office to close')
    expect(
      title('<title>Tide office – and pier – to close</title>', '<h1>Tide office – and pier – to close</h1>'),
    ).toBe('Tide office – and pier – to close')
  })
})

describe('the address of a page', () => {
  it.each([
    '<base href="https://post.example/"><link rel="canonical" href="/2026/tide">',
    '<link rel="canonical" href="/2026/tide"><meta property="og:url" content="https://post.example/2026/tide?x=1">',
    '<meta property="og:url" content="https://post.example/2026/tide">',
    '<!-- saved from url=(0035)https://post.example/2026/tide -->',
    ld({ '@type': 'Article', mainEntityOfPage: { '@id': 'https://post.example/2026/tide' } }),
  ])('is read from %s', (head) => expect(read(head, article('')).url).toBe('https://post.example/2026/tide'))

  it.each([
    '<link rel="canonical" href="/2026/tide">',
    '<!-- saved from url=(0014)about:internet -->',
    '<base href="/">',
  ])('stays unknown with %s', (head) => expect(read(head, article('')).url).toBeNull())
})

it.each([
  ['JSON-LD of a million values', ld(`[${'{},'.repeat(600_000)}1]`)],
  ['JSON-LD that is nested', ld('['.repeat(400_000))],
  [
    'many authors',
    ld({ '@type': 'Article', author: Array.from({ length: 50_000 }, (_, i) => ({ name: `Ida Berg${i}` })) }),
  ],
  ['many meta tags', '<meta name="author" content="Ida Berg, Jon Lund">'.repeat(30_000)],
  ['a title of separators', `<title>${'a - '.repeat(200_000)}</title>`],
])('takes seconds at most for %s', (_, head) => {
  const started = performance.now()
  expect(read(head, article('')).authors.length).toBeLessThanOrEqual(100)
  expect(performance.now() - started).toBeLessThan(10_000)
})
