import { describe, expect, it } from 'vitest'
import { parseHtml } from '../html-dom.js'
import { readBlocks } from './page-blocks.js'

const textOf = (markup: string) =>
  readBlocks(parseHtml(`<body>${markup}`, 'a.html').body)
    .map(({ text }) => text)
    .join('\n\n')

describe('readBlocks', () => {
  it.each([
    ['soft hyphens', 'said Ma&shy;ra Lin\u00ADdt', 'said Mara Lindt'],
    ['zero-width spaces', 'said Ma\u200Bra Lin&#8203;dt\uFEFF', 'said Mara Lindt'],
    ['no-break spaces', 'said Mara&nbsp;Lindt\u202F!', 'said Mara Lindt !'],
    ['marks of direction', 'said \u200EMara\u200F Lindt', 'said Mara Lindt'],
    ['idle joiners', 'said Ma\u200Dra Lindt\u200C.', 'said Mara Lindt.'],
    ['places where a word may break', 'the har<wbr>bour<wbr>master', 'the harbourmaster'],
  ])('leaves out what nobody sees: %s', (_, markup, text) => expect(textOf(`<p>${markup}`)).toBe(text))

  it('keeps joiners that change a sign', () => {
    expect(textOf('<p>می\u200Cخواهم 👩\u200D🔬</p>')).toBe('می\u200Cخواهم 👩\u200D🔬')
  })

  it.each([
    ['a number', 'the pier<sup>12</sup> closed', 'the pier closed'],
    ['a number in brackets', 'closed.<sup><a href="#n">[3]</a></sup>', 'closed.'],
    ['signs', 'closed<sup>*</sup> and<sup>†</sup> sold', 'closed and sold'],
    ['several', 'closed.<sup>1, 2</sup>', 'closed.'],
    ['an area', '40 m<sup>2</sup> of deck', '40 m2 of deck'],
    ['a power', '10<sup>6</sup> fish', '106 fish'],
    ['an ordinal', 'the 1<sup>st</sup> boat', 'the 1st boat'],
  ])('tells marks of notes from other raised text: %s', (_, markup, text) =>
    expect(textOf(`<p>${markup}</p>`)).toBe(text),
  )

  it.each([
    ['drawn', '<q>We sail</q>, she said', '“We sail”, she said'],
    ['typed inside', '<q>“We sail,”</q> she said', '“We sail,” she said'],
    ['typed outside', '“<q>We sail</q>,” she said', '“We sail,” she said'],
    ['typed in another language', '<q>»Wir fahren«</q>, sagte sie', '»Wir fahren«, sagte sie'],
    ['one in the other', '<q>He said <q>no</q></q>', '“He said ‘no’”'],
  ])('gives the marks of <q> once: %s', (_, markup, text) => expect(textOf(`<p>${markup}`)).toBe(text))

  it('leaves out what was struck out', () => {
    expect(textOf('<p>Boats leave at <s>six</s><del> or seven</del> <ins>eight</ins>.')).toBe(
      'Boats leave at eight.',
    )
  })

  it.each([
    ['inline', '<p><span class="dropcap">“T</span>he quay holds”'],
    ['a block', '<div class="drop-cap">“T</div>he quay holds”'],
    ['named otherwise', '<p><b class="firstLetter">“T</b>he quay holds”'],
  ])('joins a large first letter to its word: %s', (_, markup) =>
    expect(textOf(markup)).toBe('“The quay holds”'),
  )

  it.each([
    ['two breaks', 'One.<br><br>Two.', 'One.\n\nTwo.'],
    ['a no-break space between', 'One.<br>&nbsp;<br>Two.', 'One.\n\nTwo.'],
    ['one break', 'One,<br>two.', 'One,\ntwo.'],
    ['a list of terms', '<dl><dt>Who pays?</dt><dd>The board.</dd></dl>', 'Who pays?\n\nThe board.'],
    ['a table', '<table><tr><td>Ada</td><td>“Yes.”</td></tr></table>', 'Ada\t“Yes.”'],
  ])('makes paragraphs of %s', (_, markup, text) => expect(textOf(`<div>${markup}</div>`)).toBe(text))

  it.each([
    ['cite', '<blockquote><p>We sail.</p><cite>Mara Lindt</cite></blockquote>'],
    ['cite in the paragraph', '<blockquote>We sail. <cite>Mara Lindt</cite></blockquote>'],
    ['footer', '<blockquote><p>We sail.</p><footer>– <cite>Mara Lindt</cite></footer></blockquote>'],
    ['figcaption', '<figure><blockquote>We sail.</blockquote><figcaption>Mara Lindt</figcaption></figure>'],
    ['a dash', '<blockquote><p>We sail.</p><p>-- Mara Lindt</p></blockquote>'],
  ])('gives a signed quotation its marks: %s', (_, markup) =>
    expect(textOf(markup)).toBe('“We sail.”\n\n— Mara Lindt'),
  )

  it.each([
    ['no name', '<blockquote><p>We sail.</p><p>At noon.</p></blockquote>', 'We sail.\n\nAt noon.'],
    ['typed marks', '<blockquote><p>«We sail.»</p><cite>Ada</cite></blockquote>', '«We sail.»\n\n— Ada'],
    [
      'the title of a book',
      '<blockquote>In <cite>The Quay</cite> it rains.</blockquote>',
      'In The Quay it rains.',
    ],
    ['a picture', '<figure><img src="x"><figcaption>The quay</figcaption></figure>', 'The quay'],
  ])('leaves other quotations and figures as they are: %s', (_, markup, text) =>
    expect(textOf(markup)).toBe(text),
  )

  it.each([
    [
      'twitter-tweet',
      '<p>The ferry stays! <a href="https://t.co/x">pic.twitter.com/abc</a></p>&mdash; Mara Lindt (@mara) <a href="/1">May 3, 2026</a>',
      '“The ferry stays!”\n\n— Mara Lindt (@mara) May 3, 2026',
    ],
    [
      'bluesky-embed',
      '<p>The ferry stays!<br><br><a href="/p">[image or embed]</a></p>&mdash; Mara Lindt (<a href="/m">@mara.example</a>) <a href="/1">May 3, 2026</a>',
      '“The ferry stays!”\n\n— Mara Lindt (@mara.example) May 3, 2026',
    ],
    [
      'mastodon-embed',
      '<p>The ferry stays! <a href="https://x.example/y">https://x.example/y</a></p><p>— Mara Lindt (@mara@sea.example)</p>',
      '“The ferry stays!”\n\n— Mara Lindt (@mara@sea.example)',
    ],
  ])('reads the words of a post and its author: %s', (name, markup, text) =>
    expect(textOf(`<blockquote class="${name}">${markup}</blockquote>`)).toBe(text),
  )
})
