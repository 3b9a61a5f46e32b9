import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownText } from './markdown-text.js'

const text = (markdown: string) => markdownText(markdown).text

describe('markdownText', () => {
  it.each([
    ['# Harbour *opens*\n\nIt opens.', 'Harbour opens\n\nIt opens.'],
    ['Harbour\n=======\nIt opens.', 'Harbour\n\nIt opens.'],
    ['one\ntwo\\\nthree  \nfour', 'one two three four'],
    ['**Ada** _Brook_ said ~~no~~ `yes`', 'Ada Brook said no yes'],
    ['snake_case and 5 * 3 * 2', 'snake_case and 5 * 3 * 2'],
    ['“It’s--well...” (c)', '“It’s--well...” (c)'],
    [
      'See [the *report*](https://post.example "Title") and <https://a.example/b>.',
      'See the report and https://a.example/b.',
    ],
    ['A [reference][1].\n\n[1]: https://post.example', 'A reference.'],
    ['before ![alt](a.png) after', 'before after'],
    ['![alt](a.png)\n\ntext', 'text'],
    ['- one\n- two\n  - three\n\n1. four\n\n   five', 'one\n\ntwo\n\nthree\n\nfour\n\nfive'],
    ['> She said:\n> > “Yes.”\n\nThen she left.', 'She said:\n\n“Yes.”\n\nThen she left.'],
    ['```js\na  *b*\nc\n```\n\n    d', 'a  *b*\nc\n\nd'],
    ['one\n\n---\n\n***\n\ntwo', 'one\n\ntwo'],
    ['\\*not\\* &amp; &eacute; &#8220;so&#8221;', '*not* & é “so”'],
    ['| a | *b* |\n|---|---|\n| 1 | 2 |', 'a\tb\n\n1\t2'],
    ['A <b>bold</b> claim<br>and<!-- not --> more <q>words</q>.', 'A bold claim and more “words”.'],
    ['a <script>evil()</script>b', 'a b'],
    [
      '<div>\n<p>One *star* _line_</p><p>Two &amp; three</p>\n<script>evil()</script>\n</div>\n\nfour',
      'One *star* _line_\n\nTwo & three\n\nfour',
    ],
    ['<style>\np { color: red }\n</style>\n\ntext', 'text'],
    ['<!-- a\n\nb -->\n\ntext', 'text'],
    ['null &#0; lone &#xD800;', 'null \uFFFD lone \uFFFD'],
    ['a  b\tc', 'a b c'],
  ])('turns %j into %j', (markdown, plain) => expect(text(markdown)).toBe(plain))

  it('gives the heading that begins the text', () => {
    expect(markdownText('![x](y)\n\n## Harbour *opens*\n\n# Later').heading).toBe('Harbour opens')
    expect(markdownText('It opens.\n\n# Later').heading).toBeNull()
  })

  it('never throws, and leaves no blank paragraphs', () => {
    const unit = fc.constantFrom(
      ...'[]()*_`>#-+~|<>!&;\\"\'\n \t1.ab',
      '<div>',
      '</p>',
      '<q>',
      '```',
      '&#',
      '| - |\n',
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 200 }), (markdown) => {
        const plain = text(markdown)
        expect(
          plain === '' ||
            plain.split('\n\n').every((paragraph) => paragraph.trim() !== '' || paragraph === ''),
        ).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('leaves plain sentences as they are', () => {
    const sentence = fc.stringMatching(/^[A-Z][a-zé’“”,]{2,20}( [a-zé’“”,]{1,12}){0,8}\.$/)
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (sentences) => {
        expect(text(sentences.join('\n\n'))).toBe(sentences.join('\n\n'))
      }),
    )
  })
})

describe('markdownText on hostile text', () => {
  const seconds = (unit: string, length: number) => {
    const before = process.cpuUsage()
    markdownText(unit.repeat(Math.ceil(length / unit.length)))
    return process.cpuUsage(before).user / 1e6
  }

  it.each(['[', '*', '>'])('reads half a megabyte of %s within ten seconds', (unit) =>
    expect(seconds(unit, 500_000)).toBeLessThan(10),
  )

  it.each([
    '> ',
    '![',
    '`',
    '- ',
    '<',
    '<!--',
    '<a ',
    'a**b*',
    'a* ',
    '[a](',
    '[a][b]',
    '~~a ',
    '&#',
    '|a|b|\n|-|-|\n',
    '<div>\n\n',
    '#',
    '- a\n',
    'a\n-\n',
  ])('takes time in proportion to the length for %j', { retry: 2 }, (unit) => {
    const little = seconds(unit, 40_000)
    // Four times the length should take four times the time. It would take sixteen times if it grew with the square.
    expect(seconds(unit, 160_000)).toBeLessThan(Math.max(0.5, 10 * little))
  })
})
