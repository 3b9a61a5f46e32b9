import { expect, it } from 'vitest'
import { parseHtml } from '../html-dom.js'
import { findMainBlocks } from './find-main-blocks.js'

const STORY =
  '<p>The weir at Olden burst on Sunday night, and took two gardens and a boat house with it.</p><p>Nobody was hurt, the fire service said on Monday.</p>'
const OTHER = '<p>The bakers of Olden go on strike for a week, as flour has become too dear for them.</p>'
const count = (body: string) =>
  findMainBlocks(parseHtml(`<article>${body}</article>`, 'a.html'), 'Weir bursts').blocks.length

it.each([
  ['a section', `${STORY}<section><h2>Related articles</h2>${OTHER}</section>`, 2],
  [
    'a section in the middle',
    `${STORY}<div><h3>Read next</h3>${OTHER}</div>${STORY.replaceAll('Olden', 'Marl')}`,
    4,
  ],
  ['all that follows', `${STORY}<h2>3 Comments</h2><p>I said it would burst, and it did.</p>`, 2],
  ['all that follows a bold line', `${STORY}<p><b>Mehr zum Thema</b></p>${OTHER}`, 2],
  [
    'the heading alone before more of the article',
    `${STORY}<h3>Related</h3>${OTHER.repeat(4).replaceAll('week', 'month')}`,
    6,
  ],
])('drops %s', (_, body, left) => expect(count(body)).toBe(left))

it.each([
  ['in a sentence', `${STORY}<p>More from the same water will follow, the mayor said.</p>`, 3],
  ['of the article', `${STORY}<h2>Comments of the mayor on the weir</h2>${OTHER}`, 4],
  ['before the article', `<h2>Latest news</h2>${STORY}`, 2],
])('keeps what follows like words %s', (_, body, left) => expect(count(body)).toBe(left))
