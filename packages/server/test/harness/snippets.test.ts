import { describe, expect, it } from 'vitest'
import { anchorsOf, atPath, blocksOf, isPartOf, likeShown } from './snippets.js'

const QUERY = `
# Everybody
query Who($name: String! = "Rao") {
  speakers(filter: { name: $name }, first: 2) {
    nodes {
      name
      aliases { name }
    }
  }
}`

describe('blocksOf', () => {
  it('reads the file of which a block shows a part, and the answer that follows', () => {
    const document =
      '```graphql a/b.graphql\nspeakers { … }\n```\n\n```json a.0\n{}\n```\n\n```graphql\n{ viewer }\n```\n'
    expect(blocksOf(document)).toEqual([
      {
        language: 'graphql',
        file: 'a/b.graphql',
        code: 'speakers { … }\n',
        answer: '{}\n',
        path: ['a', '0'],
        output: null,
      },
      { language: 'graphql', file: null, code: '{ viewer }\n', answer: null, path: [], output: null },
    ])
  })
})

describe('anchorsOf', () => {
  it('makes an anchor of the words of a heading', () => {
    expect(anchorsOf("# A `b`\n\ntext\n\n### 18. What's 41/7, then?\n")).toEqual(['a-b', '18-whats-417-then'])
  })
})

describe('isPartOf', () => {
  it('ignores spaces, commas and comments, and skips what "…" stands for', () => {
    expect(isPartOf('speakers(filter: { name: $name } first: 2)', QUERY)).toBe(true)
    expect(isPartOf('nodes { name, aliases { name } }', QUERY)).toBe(true)
    expect(isPartOf('speakers(filter: { name: $name }, …) { nodes { name … } }', QUERY)).toBe(true)
    expect(isPartOf('query Who(…) { …', QUERY)).toBe(true)
  })

  it.each([
    ['another value', 'speakers(filter: { name: $name }, first: 3)'],
    ['an argument left out', 'speakers(first: 2)'],
    ['a field that is not there', 'nodes { name … kind }'],
    ['another order', 'aliases { name } … nodes {'],
    ['more than there is', '} } } } }'],
    ['a comment', 'Everybody'],
  ])('is false for %s', (_, part) => {
    expect(isPartOf(part, QUERY)).toBe(false)
  })
})

describe('atPath', () => {
  it('follows a path through objects and lists', () => {
    expect(atPath({ a: [{ b: 1 }] }, ['a', '0', 'b'])).toBe(1)
    expect(atPath({ a: null }, [])).toEqual({ a: null })
    expect(atPath({ a: null }, ['a', 'b'])).toBeUndefined()
  })
})

describe('likeShown', () => {
  const answer = {
    list: [
      { a: 1, b: [1, 2] },
      { a: 2, b: [] },
    ],
    none: null,
    count: 2,
  }

  it('keeps the shown fields, and as many entries of a list as are shown', () => {
    expect(likeShown(answer, { list: [{ a: 1 }] })).toEqual({ list: [{ a: 1 }] })
    expect(likeShown(answer, { list: [{ b: [1] }], count: 2 })).toEqual({ list: [{ b: [1] }], count: 2 })
    expect(likeShown(answer, { none: null })).toEqual({ none: null })
  })

  it.each([
    ['another value', { count: 3 }],
    ['another row', { list: [{ a: 2 }] }],
    ['a row too many', { list: [{ a: 1 }, { a: 2 }, { a: 3 }] }],
    ['a list shown empty that is not', { list: [] }],
    ['a field that is not there', { more: null }],
    ['an object for null', { none: {} }],
    ['null for an object', { list: null }],
  ])('differs from an answer with %s', (_, shown) => {
    expect(likeShown(answer, shown)).not.toEqual(shown)
  })
})
