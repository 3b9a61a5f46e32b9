import { describe, expect, it } from 'vitest'
import { parseLenientJson } from './lenient-json.js'

describe('parseLenientJson', () => {
  it.each([
    ['strict JSON', '{"a": [1, "x"]}'],
    ['trailing commas', '{"a": [1, "x",],}'],
    ['a trailing comma and a line break', '{"a": [1, "x"\n,\n]\n,\n}'],
    ['comments', '/* made by a tool */ {"a": // one\n [1, "x", /* two ** */ ]}'],
    ['CDATA', '<![CDATA[{"a": [1, "x"]}]]>'],
    ['CDATA in a comment', '//<![CDATA[\n{"a": [1, "x"]}\n//]]>'],
    ['an HTML comment', '<!--\n{"a": [1, "x"]}\n-->'],
    ['a semicolon', '{"a": [1, "x"]};'],
    ['entities', '{&quot;a&quot;: [1, &quot;x&quot;]}'],
    ['a byte order mark', '\uFEFF{"a": [1, "x"]}'],
  ])('reads %s', (_, script) => expect(parseLenientJson(script)).toEqual({ a: [1, 'x'] }))

  it.each([
    ['"two\nlines"', 'two lines'],
    ['"tab\there, bell\u0007"', 'tab here, bell '],
    ['"she said "no" twice"', 'she said "no" twice'],
    ['"https://post.example/a//b, /* c */ <!-- d -->"', 'https://post.example/a//b, /* c */ <!-- d -->'],
    ['"it\\\'s \\u201cfine\\u201d \\x"', "it's “fine” x"],
    ['"comma, } and ] stay"\n', 'comma, } and ] stay'],
  ])('reads the string %s', (string, value) =>
    expect(parseLenientJson(`{"a": ${string}, }`)).toEqual({ a: value }),
  )

  it.each(['', 'null', 'var a = 1', '{"a"', '<p>no</p>', '[1, 2'])('gives null for %j', (script) =>
    expect(parseLenientJson(script)).toBeNull(),
  )

  it.each(['[', '{"a":', '"', '/*', '//', '"x" y ', '\\', '" ', ',]', '\n'])(
    'takes linear time for many %j',
    (part) => {
      const started = performance.now()
      parseLenientJson(part.repeat(Math.ceil(300_000 / part.length)))
      expect(performance.now() - started).toBeLessThan(5000)
    },
  )
})
