import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from './testing/library.js'

let library: Library
beforeAll(async () => {
  library = await openLibrary()
})
afterAll(() => library?.close())

/** Asks for what is planned throughout, with one statement. */
async function dataOf(query: string, variables: Record<string, unknown> = {}) {
  const { data, errors, statements, text } = await library.ask(query, { variables })
  expect(errors).toEqual([])
  expect([statements.length, typeof text]).toEqual([1, 'string'])
  return data
}

describe('columns', () => {
  it('are read as Prisma reads them, of each type', async () => {
    expect(await dataOf('{ authors(first: 2) { id name born languages notes } }')).toEqual({
      authors: [
        {
          ...{ id: 'Author:1', name: 'Mara Lindt', born: '1951-02-03T04:05:06.700Z' },
          ...{ languages: ['de', 'en'], notes: { prize: [1, 'two'] } },
        },
        { id: 'Author:2', name: 'Anselm "Ans" Okafor', born: null, languages: [], notes: null },
      ],
    })
    expect(await dataOf('{ books(first: 2) { nodes { title year price copies inPrint binding } } }')).toEqual(
      {
        books: {
          nodes: [
            { title: 'Of no author', year: null, price: null, copies: '5', inPrint: true, binding: 'PAPER' },
            {
              title: 'Tides',
              year: 1980,
              price: 9.5,
              copies: '9007199254740993',
              inPrint: true,
              binding: 'CLOTH',
            },
          ],
        },
      },
    )
  })

  it('are read so in rows that stand in JSON, too', async () => {
    const columns = 'joined years numbers seal languages'
    const mara = {
      ...{ joined: '2020-05-06T07:08:09.100Z', years: ['2021-01-02T03:04:05.000Z', 'unknown'] },
      ...{ numbers: ['9007199254740993'], seal: '0,255', languages: ['de', 'en'] },
    }
    const { authors, author } = await dataOf(
      `{ authors(first: 2) { ${columns} } author(id: 1) { ${columns} shelf(first: 1) { nodes { author { ${columns} } } } } }`,
    )
    expect(authors).toEqual([mara, { joined: null, years: [], numbers: [], seal: 'none', languages: [] }])
    expect(author).toEqual({ ...mara, shelf: { nodes: [{ author: mara }] } })
  })

  it('are one slot each, however often they are selected', async () => {
    const { statements } = await library.ask('{ authors { a: name b: name name again: name } }')
    expect(statements[0]?.text.match(/"name"/g)).toHaveLength(1)
  })
})

describe('relations', () => {
  it('to one lead to a row, or to null', async () => {
    expect(await dataOf('{ books(first: 2) { nodes { title author { name newest { title } } } } }')).toEqual({
      books: {
        nodes: [
          { title: 'Of no author', author: null },
          { title: 'Tides', author: { name: 'Mara Lindt', newest: { title: 'Quays' } } },
        ],
      },
    })
  })

  it('whose foreign key has several columns are joined by those of the option `joins`', async () => {
    expect(await dataOf('{ authors(first: 2) { dearest { title } dearestTitle } }')).toEqual({
      authors: [
        { dearest: { title: 'Ropes' }, dearestTitle: 'Ropes' },
        { dearest: null, dearestTitle: 'none' },
      ],
    })
  })

  it('to many have their order, limit and condition', async () => {
    const query = `query ($titled: String) { authors { name all: books { title } two: books(most: 2) { title }
      one: books(titled: $titled) { title } } }`
    const { authors } = await dataOf(query, { titled: 'Ropes' })
    const titles = (books: { title: string }[]) => books.map(({ title }) => title)
    expect(
      authors.map(({ all, two, one }: Record<string, []>) =>
        [all, two, one].map((list) => titles(list ?? [])),
      ),
    ).toEqual([
      [['Quays', 'Ropes', 'Tides'], ['Quays', 'Ropes'], ['Ropes']],
      [['Nets \\ and "knots"'], ['Nets \\ and "knots"'], []],
      [[], [], []],
    ])
  })

  it('go through tables of links', async () => {
    expect(await dataOf('{ books(titled: "Tides") { nodes { shelves { label } } } }')).toEqual({
      books: { nodes: [{ shelves: [{ label: 'high' }, { label: 'low' }] }] },
    })
  })
})

describe('connections', () => {
  const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String) {
    books(first: $first, after: $after, last: $last, before: $before) { edges { cursor node { title } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } total } }`

  it('go forwards and backwards through the whole list', async () => {
    const all = ['Of no author', 'Tides', 'Quays', 'Ropes', 'Nets \\ and "knots"']
    const titlesOf = ({ edges }: { edges: { node: { title: string } }[] }) =>
      edges.map(({ node }) => node.title)
    const forwards: string[] = []
    for (let after: string | null = null, more = true; more; ) {
      const { books } = await dataOf(PAGE, { first: 2, after })
      expect(books.total).toBe(5)
      expect(books.pageInfo.hasPreviousPage).toBe(after !== null)
      expect(books.pageInfo.endCursor).toBe(books.edges.at(-1).cursor)
      forwards.push(...titlesOf(books))
      ;({ endCursor: after, hasNextPage: more } = books.pageInfo)
    }
    expect(forwards).toEqual(all)
    const backwards: string[] = []
    for (let before: string | null = null, more = true; more; ) {
      const { books } = await dataOf(PAGE, { last: 2, before })
      expect(books.pageInfo.hasNextPage).toBe(before !== null)
      backwards.unshift(...titlesOf(books))
      ;({ startCursor: before, hasPreviousPage: more } = books.pageInfo)
    }
    expect(backwards).toEqual(all)
  })

  it('stand in one another, each with arguments of its own', async () => {
    const { authors } = await dataOf(`{ authors { name
      first: shelf(first: 1) { edges { cursor node { author { shelf(last: 1) { nodes { title } total } } } }
        pageInfo { hasNextPage endCursor } }
      rest: shelf(after: "1980-1") { nodes { title } pageInfo { hasPreviousPage hasNextPage } } } }`)
    expect(authors[0]).toEqual({
      name: 'Mara Lindt',
      first: {
        edges: [{ cursor: '1980-1', node: { author: { shelf: { nodes: [{ title: 'Ropes' }], total: 3 } } } }],
        pageInfo: { hasNextPage: true, endCursor: '1980-1' },
      },
      rest: {
        nodes: [{ title: 'Quays' }, { title: 'Ropes' }],
        pageInfo: { hasPreviousPage: true, hasNextPage: false },
      },
    })
    expect(authors[2].first).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } })
  })

  it('share what is run once for each parent', async () => {
    const { data, statements } = await library.ask(
      '{ authors { name late: shelf(first: 10, since: 1981) { nodes { title } total } all: shelf(first: 10) { nodes { title year } total } } }',
    )
    for (const { late, all } of data.authors) {
      const titles = all.nodes.filter(({ year }: { year: number }) => year >= 1981)
      expect(late).toEqual({
        nodes: titles.map(({ title }: { title: string }) => ({ title })),
        total: titles.length,
      })
    }
    expect(data.authors[0].late.total).toBeGreaterThan(0)
    expect(statements[0]?.text.match(/array_agg/g)).toHaveLength(1)
  })

  it('read what several values of them have in common once at the root, and for each parent below', async () => {
    const { data, statements } = await library.ask(
      `{ books { dated oldest total } two: books { dated } titled: books(titled: "Tides") { oldest }
         authors { name shelf(first: 1) { dated oldest nodes { title } } } }`,
    )
    const { books, two, titled, authors } = data as never as Record<
      string,
      { dated: number; oldest: number }
    > & {
      authors: { name: string; shelf: object }[]
    }
    expect([books, two, titled]).toEqual([
      { dated: 4, oldest: 1980, total: 5 },
      { dated: 4 },
      { oldest: 1980 },
    ])
    expect(authors[0]).toMatchObject({ name: 'Mara Lindt', shelf: { dated: 3, oldest: 1980 } })
    expect(authors.at(-1)?.shelf).toMatchObject({ dated: 0, oldest: null })
    expect(statements).toHaveLength(1)
    // All books, and those of one title.
    expect(statements[0]?.text.match(/common\d+ AS MATERIALIZED/g)).toHaveLength(2)
  })

  it('read no rows for what only the whole list tells', async () => {
    const { data, statements } = await library.ask('{ books { total(upTo: 3) } }')
    expect(data).toEqual({ books: { total: 3 } })
    expect(statements[0]?.text).not.toContain('ORDER BY')
  })

  it('stand beside one another at the root, empty ones too', async () => {
    expect(
      await dataOf(`{ none: books(titled: "-") { nodes { title } pageInfo { hasNextPage } total }
        some: books(first: 1) { nodes { title } } authors(first: 1) { name } }`),
    ).toEqual({
      none: { nodes: [], pageInfo: { hasNextPage: false }, total: 0 },
      some: { nodes: [{ title: 'Of no author' }] },
      authors: [{ name: 'Mara Lindt' }],
    })
  })
})
