import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_HTML_DEPTH, MAX_HTML_TAGS } from './html-dom.js'
import { htmlSource } from './html-source.js'
import { SourceError } from './source-error.js'

const SENTENCES =
  'The harbour, closed for two years, opened again on Monday, and boats went out at noon. '.repeat(4)
const BODY = `<p>${SENTENCES}</p><p>“We <em>waited</em> long enough,” said Ada&nbsp;Brook, the mayor.</p><p>${SENTENCES}</p>`

const page = (head: string, body: string) => `<!doctype html>
<html lang="en-gb"><head><meta charset="utf-8">${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Harbour opens again</h1>${body}</article>
<aside class="related"><a href="/x">Related: ten best boats</a></aside>
<footer>Copyright The Post</footer><script>document.body.remove()</script></body></html>`

const LINKED = {
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'Organization', '@id': '#post', name: 'The Post' },
    { '@type': 'Person', '@id': '#ada', name: 'Ada Writer' },
    { '@type': ['WebPage'], '@id': '#page' },
    {
      '@type': ['NewsArticle'],
      headline: 'Harbour  opens',
      author: [{ '@id': '#ada' }, { '@type': 'Person', name: 'Ben Castle' }, 'Cy Dale'],
      publisher: { '@id': '#post' },
      datePublished: '2026-03-02T10:30:00+0100',
      inLanguage: 'de',
      mainEntityOfPage: { '@id': 'https://www.post.example/harbour/?utm_source=x' },
    },
  ],
}
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

function errorOf(markup: string): SourceError {
  try {
    htmlSource(markup, 'a.html')
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('htmlSource', () => {
  it('extracts the main text as paragraphs', () => {
    const { text, format } = htmlSource(page('<title>Harbour opens again</title>', BODY), 'a.html')
    const [first, second, third, ...rest] = text.split('\n\n')
    expect([first, third, rest]).toEqual([SENTENCES.trim(), SENTENCES.trim(), []])
    expect(second).toBe('“We waited long enough,” said Ada Brook, the mayor.')
    expect(format).toBe('HTML')
  })

  it('reads JSON-LD first', () => {
    const head = `<script type="application/ld+json">{ broken</script>${jsonLd(LINKED)}<meta property="og:title" content="Other">`
    expect(htmlSource(page(head, BODY), 'a.html')).toMatchObject({
      title: 'Harbour opens',
      url: 'https://www.post.example/harbour/?utm_source=x',
      canonicalUrl: 'https://post.example/harbour',
      siteName: 'The Post',
      siteDomain: 'post.example',
      authors: ['Ada Writer', 'Ben Castle', 'Cy Dale'],
      published: {
        edtf: '2026-03-02T10:30:00+01:00',
        asWritten: '2026-03-02T10:30:00+0100',
        basis: 'STATED',
      },
      language: 'en-GB',
      externalId: null,
    })
  })

  it('reads OpenGraph, meta and link', () => {
    const head = `<link rel="canonical" href="https://post.example/2026/03/02/harbour/#top">
      <meta property="og:title" content="Harbour opens again | The Post"><meta property="og:site_name" content="The Post">
      <meta name="author" content="By Ada Writer"><meta property="article:published_time" content="yesterday">
      <meta name="DC.date.issued" content="March 2, 2026">`
    expect(htmlSource(page(head, BODY), 'a.html')).toMatchObject({
      title: 'Harbour opens again',
      canonicalUrl: 'https://post.example/2026/03/02/harbour',
      siteName: 'The Post',
      authors: ['Ada Writer'],
      published: { edtf: '2026-03-02', precision: 'DAY', asWritten: 'March 2, 2026' },
    })
  })

  it('falls back on the heading, the byline, <time> and the URL', () => {
    const body = `<p class="byline">By Ada Writer</p><time datetime="2026-03-02">2 March</time>${BODY}`
    const read = htmlSource(page('<title>Window</title>', body), 'a.html')
    expect(read).toMatchObject({
      title: 'Harbour opens again',
      authors: ['Ada Writer'],
      published: { edtf: '2026-03-02' },
    })
    expect(read).toMatchObject({ url: null, canonicalUrl: null, siteDomain: null })
    const dated = page('<meta property="og:url" content="https://post.example/2026/03/02/harbour">', BODY)
    expect(htmlSource(dated, 'a.html').published).toMatchObject({ edtf: '2026-03-02', basis: 'EXTERNAL' })
    expect(htmlSource(`<body>${BODY}</body>`, 'in/harbour.html')).toMatchObject({
      title: 'harbour',
      published: null,
    })
  })

  it('does not take the front page for the article', () => {
    const read = htmlSource(page('<link rel="canonical" href="https://www.post.example/">', BODY), 'a.html')
    expect(read).toMatchObject({ url: null, canonicalUrl: null, siteDomain: 'post.example' })
    const query = htmlSource(page('<link rel="canonical" href="https://post.example/?p=12">', BODY), 'a.html')
    expect(query.canonicalUrl).toBe('https://post.example/?p=12')
  })

  it('skips malformed metadata', () => {
    const head = `<link rel="canonical" href="/relative"><meta property="og:url" content="javascript:alert(1)">
      <meta property="article:published_time" content="0000-99-99"><meta property="article:author" content="https://fb.example/ada">
      ${jsonLd([null, 7, [[]], { '@type': 7 }, { '@type': 'Article', headline: {}, author: [{}, 7, null], datePublished: 2026 }])}`
    expect(htmlSource(page(head, BODY).replace('en-gb', '???'), 'a.html')).toMatchObject({
      url: null,
      published: null,
      authors: [],
      language: null,
      title: 'Harbour opens again',
    })
  })

  it('keeps lists, line ends, quotations and tables, and drops scripts and forms', () => {
    const body = `${BODY}<ul><li>One item, here</li><li>Two items, here</li></ul>
      <blockquote>She said <q>yes</q>.<br>Then no.</blockquote><pre>line  one
line two</pre><table><tr><th>Port</th><th>Boats</th></tr><tr><td>North</td><td>12</td></tr></table>
      <form><input value="x"><button>Subscribe</button></form><template>t</template>`
    const { text } = htmlSource(page('', body), 'a.html')
    expect(text).toContain(
      'One item, here\n\nTwo items, here\n\nShe said “yes”.\nThen no.\n\nline one\nline two',
    )
    expect(text).toContain('Port\tBoats\n\nNorth\t12')
    expect(text).not.toMatch(/Subscribe|remove\(\)|Home|Copyright|best boats/)
  })

  it.each([1, 2, 3])('does not take comments for a report of %d short paragraphs', (length) => {
    const paragraphs = [
      'The harbour opened on Monday, the mayor said.',
      '“We waited long enough,” said Ada Brook, who came by boat.',
      'Boats go every hour, from six in the morning.',
    ].slice(0, length)
    const comments = `<div id="comments"><h3>Comments</h3><p>Joe: This is a long comment, “really”, he said.</p>
      <p>Al: Yes, I think so too, and so on, and so on.</p></div>`
    const body = `<p class="byline">By Ada Writer</p><p>${paragraphs.join('</p><p>')}</p></article>${comments}`
    const { text, authors } = htmlSource(page('<title>Harbour opens again</title>', body), 'a.html')
    expect(text).toBe(paragraphs.join('\n\n'))
    expect(authors).toEqual(['Ada Writer'])
  })

  it.each([
    ['no html, head and body', `<title>Harbour</title>${BODY}`],
    ['no body', `<html lang="en"><head><title>Harbour</title></head><div>${BODY}</div></html>`],
    ['text before and after', `<p>${SENTENCES}</p><html><head></head><body>${BODY}</body></html><p>tail</p>`],
    ['nothing closed', `<html><body><div><article>${BODY.replaceAll(/<\/p>|<\/em>/g, '')}`],
    ['wrong nesting', `<b><p>${SENTENCES}</b></p></div></td><i>${BODY}</table>`],
    ['cut off in a tag', `<body>${BODY}<p class="x`],
    ['stray signs', `<body>< <> </ & &# &bogus; ${BODY}`],
  ])('reads broken HTML: %s', (_, markup) => {
    const { text } = htmlSource(markup, 'a.html')
    expect(text).toContain('“We waited long enough,” said Ada Brook, the mayor.')
  })

  it('replaces escapes of invalid characters by U+FFFD', () => {
    expect(htmlSource(`<body><p>a &#0; &#xD800; &#xFFFF; ${SENTENCES}`, 'a.html').text).toMatch(
      /^a \uFFFD \uFFFD \uFFFD/,
    )
  })

  it.each(['', '<p></p>', '<html><body><script>let text = 1</script></body></html>', '<frameset>'])(
    'says that %j has no main text',
    (markup) =>
      expect(errorOf(markup)).toMatchObject({
        code: 'NO_MAIN_TEXT',
        message: expect.stringMatching(/^a\.html: /),
      }),
  )

  it('refuses pages that would take minutes', () => {
    const tags = errorOf('<b></b>'.repeat(MAX_HTML_TAGS + 1))
    expect(tags).toMatchObject({ code: 'TOO_COMPLEX', message: expect.stringContaining('100000 tags') })
    const deep = errorOf(`<body>${'<div>text, '.repeat(MAX_HTML_DEPTH + 1)}`)
    expect(deep).toMatchObject({ code: 'TOO_COMPLEX', message: expect.stringContaining('2000 deep') })
  })

  it.each([
    ['paragraphs', `<p>${SENTENCES}</p>`.repeat(12_000)],
    ['deep blocks', ('<div>words, and more '.repeat(1900) + '</div>'.repeat(1900)).repeat(20)],
    ['tables', `${'<table><tr><td>'.repeat(60)}x, ${'</td></tr></table>'.repeat(60)}`.repeat(25)],
    ['signs', '<'.repeat(MAX_HTML_TAGS)],
    ['references', '&lt;'.repeat(1_000_000)],
    ['words', 'word '.repeat(900_000)],
    ['comments', '<!--'.repeat(250_000)],
    ['attributes', `<p ${Array.from({ length: 50_000 }, (_, i) => `a${i}`).join(' ')}>text`],
    ['metadata', '<meta name="author" content="x">'.repeat(30_000) + BODY],
    ['JSON-LD', `${jsonLd(JSON.parse(`${'['.repeat(3000)}${']'.repeat(3000)}`))}${BODY}`],
  ])(
    'takes a few seconds at most for many %s',
    (_, markup) => {
      const started = performance.now()
      try {
        htmlSource(markup, 'a.html')
      } catch (error) {
        expect(error).toBeInstanceOf(SourceError)
      }
      expect(performance.now() - started).toBeLessThan(20_000)
    },
    30_000,
  )

  it('throws only SourceError', () => {
    const unit = fc.constantFrom(
      ...'<>/="\' &;ab!-',
      '<p>',
      '</p>',
      '<html>',
      '<body>',
      '<head>',
      '<table>',
      '<td>',
      '<q>',
      '<title>',
      '<svg>',
      '<script>',
      '<!--',
      'words, words ',
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (markup) => {
        try {
          expect(htmlSource(markup, 'a.html').text).not.toBe('')
        } catch (error) {
          expect(error).toBeInstanceOf(SourceError)
        }
      }),
      { numRuns: 300 },
    )
  })
})
