import { plannerOf } from '@onrecord/pothos-read-plan'
import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from './testing/library.js'
import { sql } from './testing/pages.js'

let library: Library
beforeAll(async () => {
  library = await openLibrary()
})
afterAll(() => library?.close())

describe('selections', () => {
  it('merge aliases, fragments and fields that are selected twice', async () => {
    const { data, statements, text } =
      await library.ask(`{ one: author(id: 1) { ...Name name books(most: 1) { id } }
      two: author(id: 2) { ... on Author { name } ... { born } } }
      fragment Name on Author { called: name books(most: 1) { title ...Name2 } } fragment Name2 on Book { year }`)
    expect(data).toEqual({
      one: {
        called: 'Mara Lindt',
        name: 'Mara Lindt',
        books: [{ id: 'Book:2', title: 'Quays', year: 1985 }],
      },
      two: { name: 'Anselm "Ans" Okafor', born: null },
    })
    expect([statements.length, typeof text]).toEqual([1, 'string'])
  })

  it('fit the types of unions and interfaces', async () => {
    const { data, text } = await library.ask(`{ a: found(text: "Mara Lindt") { __typename ...Any }
      b: found(text: "Tides") { __typename ...Any } none: found(text: "-") { __typename }
      node(named: "Tides") { id ... on Author { name } ... on Book { author { name } } } }
      fragment Any on Found { ... on Node { id } ... on Author { same: name } ... on Book { same: title } }`)
    expect(data).toEqual({
      a: [{ __typename: 'Author', id: 'Author:1', same: 'Mara Lindt' }],
      b: [{ __typename: 'Book', id: 'Book:1', same: 'Tides' }],
      none: [],
      node: { id: 'Book:1', author: { name: 'Mara Lindt' } },
    })
    expect(text).not.toBeNull()
  })

  it('follow @include and @skip, with and without variables', async () => {
    const query = `query ($year: Boolean!, $books: Boolean = true) { author(id: 1) { name @skip(if: true)
      books(most: 1) @include(if: $books) { title year @skip(if: $year) } ... @include(if: $year) { born } } }`
    const born = '1951-02-03T04:05:06.700Z'
    const ask = async (variables: object) =>
      (await library.ask(query, { variables: { ...variables } })).data.author
    expect(await ask({ year: true })).toEqual({ books: [{ title: 'Quays' }], born })
    expect(await ask({ year: false })).toEqual({ books: [{ title: 'Quays', year: 1985 }] })
    expect(await ask({ year: true, books: false })).toEqual({ born })
    const { data, statements } = await library.ask('{ author(id: 1) @skip(if: true) { name } __typename }')
    expect([data, statements]).toEqual([{ __typename: 'Query' }, []])
  })

  it('take variables in any place of an argument', async () => {
    const query =
      'query ($id: Int!, $before: Int, $as: String = "Dr") { author(id: $id) { published(before: $before) called(as: $as) } }'
    const ask = async (variables: Record<string, unknown>) =>
      (await library.ask(query, { variables })).data.author
    expect(await ask({ id: 1 })).toEqual({ published: 3, called: 'Dr Mara Lindt' })
    expect(await ask({ id: 1, before: 1985, as: 'Ms' })).toEqual({ published: 1, called: 'Ms Mara Lindt' })
    expect(await ask({ id: 9 })).toBeNull()
  })
})

describe('computed fields', () => {
  it('get the columns that they select, of related rows too', async () => {
    const { data, statements, text } = await library.ask(
      '{ authors { titles called(as: "Dr") life { from to } } books(titled: "Tides") { nodes { byline copies } } }',
    )
    expect(data.authors[0]).toEqual({
      ...{ titles: ['Tides', 'Ropes'], called: 'Dr Mara Lindt' },
      life: { from: '1951-02-03T04:05:06.700Z', to: null },
    })
    expect(data.authors[2].titles).toEqual([])
    expect(data.books.nodes).toEqual([{ byline: 'Tides, by Mara Lindt', copies: '9007199254740993' }])
    expect([statements.length, typeof text]).toEqual([1, 'string'])
  })

  it('get what their type selects, or else all columns', async () => {
    const { data, text } = await library.ask(
      '{ books(titled: "Tides") { nodes { isOld ofGerman shelves { sign } } } }',
    )
    expect(data.books.nodes).toEqual([
      { isOld: true, ofGerman: true, shelves: [{ sign: 'HIGH' }, { sign: 'LOW' }] },
    ])
    expect(text).not.toBeNull()
  })

  it('may give promises, also inside of what others give', async () => {
    const { data, text } = await library.ask('{ authors(first: 1) { books(most: 2) { title later } } }')
    expect(data.authors[0].books).toEqual([
      { title: 'Quays', later: 'Quays, later' },
      { title: 'Ropes', later: 'Ropes, later' },
    ])
    expect(text).not.toBeNull()
  })

  it('that read `info` are left to the executor, with the rows that were read', async () => {
    const { data, statements, text } = await library.ask('{ author(id: 1) { newest { key: askedAs } } }')
    expect(data).toEqual({ author: { newest: { key: 'Quays as key' } } })
    expect([statements.length, text]).toEqual([1, null])
  })
})

describe('rows that code reads', () => {
  const query = `query ($more: Boolean!) {
    a: books(titled: "Tides") { nodes { ...Writer writer { born @include(if: $more) } } }
    b: books(titled: "Tides") { nodes { ...Writer writer { languages } } } }
    fragment Writer on Book { writer { name } }`

  it('have what is selected at each place of a fragment, and for each variable', async () => {
    const document = parse(query)
    const [name, born, languages] = ['Mara Lindt', '1951-02-03T04:05:06.700Z', ['de', 'en']]
    const answerOf = async (more: boolean) => (await library.ask(document, { variables: { more } })).data
    const b = { nodes: [{ writer: { name, languages } }] }
    expect(await answerOf(true)).toEqual({ a: { nodes: [{ writer: { name, born } }] }, b })
    expect(await answerOf(false)).toEqual({ a: { nodes: [{ writer: { name } }] }, b })
    expect(await answerOf(true)).toEqual({ a: { nodes: [{ writer: { name, born } }] }, b })
  })
})

describe('wrong arguments', () => {
  it('are the error of their field, and the others are answered', async () => {
    const { data, errors, text } = await library.ask(
      '{ bad: author(id: 0) { name } good: author(id: 2) { id } }',
    )
    expect(data).toEqual({ bad: null, good: { id: 'Author:2' } })
    expect(errors.map(({ message, path }) => [message, path])).toEqual([['id is 0: pass 1 or more', ['bad']]])
    expect(text).toBeNull()
  })

  it('are that in a nested page, too', async () => {
    const { data, errors } = await library.ask(
      '{ author(id: 1) { name shelf(first: 0) { nodes { title } } } }',
    )
    expect(data).toEqual({ author: null })
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining('at least 1'),
      path: ['author', 'shelf'],
    })
  })
})

describe('a statement that fails', () => {
  it('is an error of each root field, and no answer', async () => {
    const { data, errors, text } = await library.ask('{ author(id: 1) { name } sum }')
    expect(data).toBeNull()
    expect(errors[0]?.message).toContain('division by zero')
    expect(text).toBeNull()
  })
})

describe('what is learnt', () => {
  it('makes a statement anew, until nothing is new', async () => {
    const moved = new Map<number, number>()
    const answers: unknown[] = []
    const learn = (found: unknown) => {
      answers.push(found)
      const isKnown = moved.has(3)
      moved.set(3, 1)
      return isKnown
    }
    const check = sql`SELECT json_build_array(${"it's"}::text)`
    const { data } = await library.ask('{ author(id: 3) { name } }', { moved, check, learn })
    expect(data).toEqual({ author: { name: 'Mara Lindt' } })
    // Twice for the text, and once for the executor, which knows already.
    expect(answers).toEqual([["it's"], ["it's"], ["it's"]])
  })
})

describe('wide rows', () => {
  it('may have more values than a function has arguments', async () => {
    const many = Array.from({ length: 130 }, (_, i) => `p${i}: published(before: ${1980 + i})`).join(' ')
    const { data, text } = await library.ask(
      `{ authors(first: 1) { name newest { author { ${many} } } shelf { nodes { title author { ${many} } } } } }`,
    )
    const [{ newest, shelf }] = data.authors
    expect([newest.author.p0, newest.author.p1, newest.author.p129]).toEqual([0, 1, 3])
    expect(shelf.nodes[1]).toEqual({ title: 'Quays', author: newest.author })
    expect(text).not.toBeNull()
  })
})

describe('hostile texts', () => {
  const HOSTILE = [
    ...[
      '\'; DROP TABLE "Book"; --',
      '$$; SELECT 1; $$',
      '$a$ x $a$',
      '\\',
      "\\'",
      '"',
      '""',
      '$1',
      ';',
      "E'\\x'",
    ],
    ...['%', '\u0001', '{"json": [1]}', "')) OR TRUE --", '/* */', '🎈', '</script>', '__proto__'],
  ]

  it.each(HOSTILE)('reach SQL only as parameters: %j', async (text) => {
    const query = `query ($text: String!) { authors(named: $text) { name } books(titled: $text) { nodes { title } total }
      found(text: $text) { __typename } one: authors(first: 1) { called(as: $text) books(titled: $text) { id } } }`
    const { data, statements } = await library.ask(query, { variables: { text } })
    expect(data).toEqual({
      ...{ authors: [], books: { nodes: [], total: 0 }, found: [] },
      one: [{ called: `${text} Mara Lindt`, books: [] }],
    })
    const { statements: plainly } = await library.ask(query, { variables: { text: 'plain' } })
    expect(statements.map((one) => one.text)).toEqual(plainly.map((one) => one.text))
    const inline = query.replace('query ($text: String!)', '').replaceAll('$text', () => JSON.stringify(text))
    expect((await library.ask(inline)).data).toEqual(data)
  })

  it('may be aliases of any kind that GraphQL allows', async () => {
    const keys = ['__proto__', 'constructor', 'toString', 'r1', 'select', 'p', 't', '_', 'hasOwnProperty']
    const { data, text } = await library.ask(
      `{ ${keys.map((key) => `${key}: author(id: 2) { ${key}: id }`).join(' ')} }`,
    )
    expect(text).toBe(`{${keys.map((key) => `"${key}":{"${key}":"Author:2"}`).join(',')}}`)
    expect(Object.keys(data)).toHaveLength(keys.length)
  })
})

describe('plans', () => {
  it('are kept for a document and a viewer, and are made anew for another', async () => {
    const planner = plannerOf(library.schema)
    expect(plannerOf(library.schema)).toBe(planner)
    for (const viewer of Array.from({ length: 40 }, (_, i) => `viewer ${i}`)) {
      const { data } = await library.ask('{ authors(first: 1) { name } }', { viewer })
      expect(data).toEqual({ authors: [{ name: 'Mara Lindt' }] })
    }
  })
})
