import { describe, expect, it } from 'vitest'
import { parseHtml } from '../html-dom.js'
import { SourceError } from '../source-error.js'
import { readMainText } from './main-text.js'

const [FIRST, SECOND, THIRD] = [
  'The lock keepers of Tarn Head went back to work on Friday, after a week in which no barge had moved.',
  '“Nobody wanted this to last,” said Ines Corry, who speaks for the keepers.',
  'The company that runs the canal will pay for the lost days, but not for the lost cargo, it said in a letter.',
]
const PARAGRAPHS = `<p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p>`
const TEXT = [FIRST, SECOND, THIRD].join('\n\n')
const LONG_NOTICE =
  'We and our partners use cookies to store your choices, to measure adverts, and to learn what readers like. '.repeat(
    8,
  )

const read = (body: string, title: string | null = 'Keepers back at work', head = '') =>
  readMainText(parseHtml(`<html><head>${head}</head><body>${body}</body></html>`, 'a.html'), title, 'a.html')

function refusal(body: string, title: string | null = null, head = ''): string {
  try {
    return `taken: ${read(body, title, head)}`
  } catch (error) {
    if (error instanceof SourceError && error.code === 'NO_MAIN_TEXT') return error.message
    throw error
  }
}

describe('readMainText', () => {
  it.each([
    ['a consent dialog before it', `<div role="dialog"><p>${LONG_NOTICE}</p></div><div>${PARAGRAPHS}</div>`],
    ['a cookie bar after it', `<div>${PARAGRAPHS}</div><div id="cookie-bar"><p>${LONG_NOTICE}</p></div>`],
    [
      'a newsletter box inside',
      `<article>${PARAGRAPHS}<div class="newsletter-box"><p>Get our letter every morning.</p></div></article>`,
    ],
    [
      'a form to subscribe',
      `<article>${PARAGRAPHS}<form><p>We send one letter a week, and no adverts at all.</p></form></article>`,
    ],
    [
      'comments after it',
      `<article>${PARAGRAPHS}</article><section id="comments"><p>I have seen it all before, and so has my dog.</p></section>`,
    ],
    [
      'comments inside',
      `<article>${PARAGRAPHS}<details class="CommentBox"><p>I have seen it all before, and so has my dog.</p></details></article>`,
    ],
    [
      'a sidebar',
      `<main><h1>Keepers back at work</h1>${PARAGRAPHS}</main><aside><p>Our paper was founded in 1901, and is printed in Tarn Head.</p></aside>`,
    ],
    [
      'related articles',
      `<article>${PARAGRAPHS}<div class="related"><a href="/b">Bridge shut</a><p>The old bridge is shut until May, the county says.</p></div></article>`,
    ],
    [
      'links to read more',
      `<article><p>${FIRST}</p><p><b>READ MORE: <a href="/b">“I knew it,” says Otto Brandt</a></b></p><p>${SECOND}</p><p>${THIRD}</p></article>`,
    ],
    [
      'captions',
      `<article><figure><img src="x"><figcaption>A barge waits, says our photographer.</figcaption></figure>${PARAGRAPHS}</article>`,
    ],
    [
      'a footer for print',
      `<article>${PARAGRAPHS}<div class="print-only"><p>Printed from our site. Find more there, every day.</p></div></article>`,
    ],
    [
      'the author at the end',
      `<article>${PARAGRAPHS}<div class="author-bio"><a href="/i">Ida Berg</a> writes about canals and rivers for us.</div></article>`,
    ],
    [
      'hidden text',
      `<article><p>${FIRST}</p><p hidden>“I hid,” said Otto Brandt, who hid.</p><p style="display: none">“So did I,” said Al.</p><p>${SECOND}</p><p>${THIRD}</p></article>`,
    ],
    [
      'a line for adverts',
      `<article><p>${FIRST}</p><p>Advertisement</p><p>${SECOND}</p><div class="ad">Buy boats</div><p>${THIRD}</p></article>`,
    ],
    [
      'its headline and date',
      `<article><h1>Keepers back at work</h1><p>May 8, 2026</p><p>By Ida Berg</p>${PARAGRAPHS}</article>`,
    ],
    ['a copy for print', `<article>${PARAGRAPHS}</article><div id="printview">${PARAGRAPHS}</div>`],
    [
      'a pull quote',
      `<article><p>${FIRST}</p><p>${SECOND}</p><aside class="pullquote">Nobody wanted this to last</aside><p>${THIRD}</p></article>`,
    ],
    [
      'a signed pull quote',
      `<article><p>${FIRST}</p><p>${SECOND}</p><figure><blockquote><p>Nobody wanted this to last</p><cite>Ines Corry</cite></blockquote></figure><p>${THIRD}</p></article>`,
    ],
    [
      'a quote as heading',
      `<article><p>${FIRST}</p><h3>“Nobody wanted this to last”</h3><p>${SECOND}</p><p>${THIRD}</p></article>`,
    ],
  ])('reads the article alone, with %s', (_, body) => expect(read(body)).toBe(TEXT))

  it.each([
    ['a holder named after its sidebar', `<div id="wrap-sidebar" class="has-sidebar">${PARAGRAPHS}</div>`],
    [
      'a part that is named as if related',
      `<article><p>${FIRST}</p><div class="article-related-text"><p>${SECOND}</p></div><p>${THIRD}</p></article>`,
    ],
    ['classes of a blog', `<article class="post tag-cookies category-newsletter">${PARAGRAPHS}</article>`],
    ['a form around the page', `<form id="aspnetForm"><div>${PARAGRAPHS}</div></form>`],
    [
      'sections',
      `<main><section><div><p>${FIRST}</p></div></section><section><div><p>${SECOND}</p><p>${THIRD}</p></div></section></main>`,
    ],
    [
      'widgets of a page builder',
      `<div>${[FIRST, SECOND, THIRD].map((text) => `<div class="elementor-widget"><div><p>${text}</p></div></div>`).join('')}</div>`,
    ],
    ['divisions', `<div><div>${FIRST}</div><div>${SECOND}</div></div><div><div>${THIRD}</div></div>`],
    ['list items', `<ul><li>${FIRST}</li><li>${SECOND}</li><li>${THIRD}</li></ul>`],
  ])('reads all of the article in %s', (_, body) => expect(read(body)).toBe(TEXT))

  it('takes the article after the headline, not the one before', () => {
    const other =
      '<article class="story"><p>The fair at Low Marsh was called off, as the field was under water.</p></article>'
    const page = `${other}<h1>Keepers back at work</h1><div class="article-body">${PARAGRAPHS}</div>${other}`
    expect(read(page)).toBe(TEXT)
  })

  it('keeps a quotation that is not said elsewhere', () => {
    const quotation = '<blockquote><p>We lost a week, and no more</p><cite>Otto Brandt</cite></blockquote>'
    expect(read(`<article><p>${FIRST}</p>${quotation}<p>${THIRD}</p></article>`)).toBe(
      [FIRST, '“We lost a week, and no more”', '— Otto Brandt', THIRD].join('\n\n'),
    )
  })

  it.each([
    ['plain', TEXT],
    ['with lines', TEXT.replaceAll('\n\n', '\r\n')],
    ['with markup', PARAGRAPHS],
    ['with escaped markup', PARAGRAPHS.replaceAll('<', '&lt;')],
  ])('takes the text of JSON-LD where the page shows less: %s', (_, articleBody) => {
    const json = JSON.stringify({ '@graph': [{ '@type': 'NewsArticle', articleBody }] })
    const head = `<script type="application/ld+json">${json}</script>`
    expect(read(`<article><p>${FIRST}</p><div>Subscribe to read on.</div></article>`, null, head)).toBe(TEXT)
  })

  it('takes the text of the page where JSON-LD has as much', () => {
    const head = `<script type="application/ld+json">{"articleBody": "${FIRST}"}</script>`
    expect(read(`<article>${PARAGRAPHS}</article>`, null, head)).toBe(TEXT)
  })
})

describe('a page without an article', () => {
  it.each([
    [
      'Attention Required!',
      '<h1>One more step</h1><p>Please complete the security check to access the site.</p>',
    ],
    ['Just a moment...', '<p>Checking your browser before you go on. This takes a few seconds.</p>'],
    [
      'quay.example',
      '<h1>Access Denied</h1><p>You do not have permission; access is denied. Reference 18.2f.</p>',
    ],
    ['quay.example', '<p>To continue, please confirm that you are not a robot. It takes a moment.</p>'],
  ])('that blocks is refused by name: %s', (title, body) =>
    expect(refusal(body, null, `<title>${title}</title>`)).toMatch(
      /the page blocks programs.*save the article's text/,
    ),
  )

  it.each([
    `<div>${LONG_NOTICE}</div>`,
    '<main><h1>Before you go on</h1><p>Our partners and we need your consent to show you adverts.</p><button>Accept</button></main>',
    '<p>Wir und unsere Partner brauchen Ihre Einwilligung für Cookies und Werbung.</p>',
  ])('that asks for consent is refused by name: %#', (body) =>
    expect(refusal(body)).toContain('the page asks for consent to cookies'),
  )

  it.each([
    '<div id="root"></div><script src="/app.js"></script>',
    '<noscript>Please enable JavaScript to use this site.</noscript><div id="app"></div>',
    '<p>This site requires JavaScript to show you the news.</p><script src="/app.js"></script>',
  ])('that needs JavaScript is refused by name: %#', (body) =>
    expect(refusal(body)).toContain('the page needs JavaScript'),
  )

  it.each([
    [
      'Page not found',
      '<h1>Oh dear</h1><p>We looked everywhere, but the page has sailed. Try the front page.</p>',
    ],
    ['404', '<p>Whatever you looked for, it is not here any more, and we are sorry.</p>'],
    ['quay.example', '<h1>Sorry</h1><p>The article you asked for is no longer available on our site.</p>'],
  ])('that was not found is refused by name: %s', (title, body) =>
    expect(refusal(body, null, `<title>${title}</title>`)).toContain('says that the article was not found'),
  )

  it.each([
    [
      'to subscribers only',
      '<article><h1>Keepers</h1><p>Subscribe to continue reading this article.</p></article>',
    ],
    ['newsletter', '<div><p>Sign up for our newsletter, and have the news at breakfast.</p></div>'],
    ['footer', '<div><p>Quay News Ltd is registered in Marlow. All rights reserved.</p></div>'],
    ['no main text', '<article></article>'],
    ['no main text', '<p>&nbsp;</p>'],
  ])('with nothing else is refused: %s', (words, body) => expect(refusal(body)).toMatch(words))

  it.each([
    ['Cookies and consent: what sites may ask', LONG_NOTICE],
    ['404 bus is saved', `${FIRST} ${SECOND} The 404 will run again.`],
    [
      'Forbidden city opens its gates',
      `${FIRST} ${SECOND} It is forbidden to swim, and access was denied before.`,
    ],
    ['Bakers count their days', `${FIRST} Two of them sold cookies. ${THIRD}`],
    ['How the 404 bus was saved', `${FIRST} ${SECOND} The 404 will run again.`],
    ['Newsletter of the anglers stops', `${FIRST} The newsletter had 300 readers. ${THIRD}`],
  ])('is told from an article about such things: %s', (title, text) =>
    expect(refusal(`<article><h1>${title}</h1><p>${text}</p></article>`, title)).toBe(
      `taken: ${text.trim()}`,
    ),
  )
})
