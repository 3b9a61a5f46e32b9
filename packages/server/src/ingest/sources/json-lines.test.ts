import { expect, it } from 'vitest'
import { splitJsonLines } from './json-lines.js'
import { SourceError } from './source-error.js'

const split = (...lines: string[]) =>
  [...splitJsonLines(lines.join('\n'), 'archive.jsonl')].map((one) =>
    one instanceof SourceError ? `${one.code}: ${one.message}` : one,
  )

it('gives an article for each line, in the format of its field', () => {
  expect(split('{"plainText":"One."}', '', '{"name":"two.html","html":"<p>Two.</p>","id":7}')).toEqual([
    { content: 'One.', name: 'archive.jsonl:1', format: 'TEXT' },
    { content: '<p>Two.</p>', name: 'two.html', format: 'HTML' },
  ])
})

it('says what is wrong with a line alone, and goes on', () => {
  expect(split('{"plainText"', '[]', '{"html":"a","markdown":"b"}', '{"markdown":"c"}')).toEqual([
    'INVALID_JSON: archive.jsonl:1: is not JSON: put one object into each line',
    'INVALID_JSON: archive.jsonl:2: is not an object with exactly one of "plainText", "markdown", "html"',
    'INVALID_JSON: archive.jsonl:3: is not an object with exactly one of "plainText", "markdown", "html"',
    { content: 'c', name: 'archive.jsonl:4', format: 'MARKDOWN' },
  ])
})
