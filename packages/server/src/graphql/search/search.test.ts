import { beforeAll, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { ingestSamples, ingestText } from '../../../test/harness/service.js'
import { fill } from '../../../test/worlds/synthetic.js'
import { FRAGMENT } from '../../text/highlight.js'

// biome-ignore lint/suspicious/noExplicitAny: answers of any shape
type Any = any

const FRENCH = `---
title: Le port de Quarrin rouvre
language: fr
---

« Les négociations ont été longues, et le hareng <b>n'attend</b> pas », a déclaré Éloïse Marchand.
`

const NODE = `node { __typename ... on Article { title } ... on Speaker { name } ... on Statement { text } ... on Topic { topic: name } }`
const FOUND = `edges { cursor score ${NODE} highlights { field fragment ranges { start end } } } isComplete
  pageInfo { hasNextPage endCursor }`

describeServiceOnBoth('search', (service, database) => {
  beforeAll(async () => {
    await ingestSamples(database)
    await ingestText(database, FRENCH)
    // Statements such as "Line 01 of article 00000001.", more than a search ranks.
    await fill(database, { statements: 1_020, speakers: 12, topics: 12 })
  }, 120_000)

  const find = async (query: string, args = '') =>
    (await service.data(`query ($query: String!) { search(query: $query ${args}) { ${FOUND} } }`, { query }))
      .search
  const texts = async (query: string) =>
    (await find(query, ', types: [STATEMENT], first: 100')).edges.map(({ node }: Any) => node.text)

  it('finds all types, the best first, and a name before words', async () => {
    const { edges } = await find('pascoe')
    expect(edges[0].node).toEqual({ __typename: 'Speaker', name: 'Ewan Pascoe' })
    const all = (await find('pascoe or ferry', ', first: 100')).edges
    const types = new Set(all.map(({ node }: Any) => node.__typename))
    expect([...types].toSorted()).toEqual(['Article', 'Speaker', 'Statement', 'Topic'])
    const scores = edges.map(({ score }: Any) => score)
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a))
    for (const score of scores) expect(score > 0 && score < 1).toBe(true)
    expect((await find('pascoe', ', types: [SPEAKER, SPEAKER]')).edges).toHaveLength(1)
  })

  it('reads phrases, "or" and minus, with typed and printed quotation marks', async () => {
    const both = await texts('island roster')
    expect(both.length).toBeGreaterThan(1)
    for (const text of both) expect(text).toMatch(/island[\s\S]*roster/i)
    expect(await texts('"agree on a roster"')).toEqual(await texts('“agree on a roster”'))
    expect(await texts('"roster a on agree"')).toEqual([])
    const less = await texts('roster -parties')
    expect(less.length).toBeGreaterThan(0)
    expect(less.length).toBeLessThan((await texts('roster')).length)
    expect((await texts('umbrella or roster')).length).toBeGreaterThan((await texts('roster')).length)
  })

  it.each(['harbour', 'hareng or roster', '"agree on a roster"', 'roster -parties', 'die or pascoe', 'line'])(
    'finds the same for %s, whether its words are taken for rare or for common',
    async (query) => {
      const isCommon = (common: boolean) =>
        database.prisma.$executeRawUnsafe(
          `CREATE OR REPLACE FUNCTION is_common(searched regclass, query tsquery, wanted integer) RETURNS boolean
          LANGUAGE sql VOLATILE STRICT RETURN ${common}`,
        )
      const [{ definition }] = await database.prisma.$queryRawUnsafe<[{ definition: string }]>(
        `SELECT pg_get_functiondef('is_common'::regproc) AS definition`,
      )
      try {
        await isCommon(true)
        const common = await find(query, ', first: 100')
        await isCommon(false)
        expect(await find(query, ', first: 100')).toEqual(common)
        expect(common.edges.length).toBeGreaterThan(0)
      } finally {
        await database.prisma.$executeRawUnsafe(definition)
      }
    },
  )

  it('stems by the language of the text, without regard to case and diacritics', async () => {
    for (const query of ['négociation', 'NEGOCIATIONS', 'negociation hareng', 'négociations -roster']) {
      const { edges } = await find(query, ', types: [ARTICLE]')
      expect(
        edges.map(({ node }: Any) => node),
        query,
      ).toEqual([{ __typename: 'Article', title: 'Le port de Quarrin rouvre' }])
    }
    const [speaker] = (await find('ferrandiz')).edges
    expect(speaker.node.name).toBe('Luz Ferrándiz')
    expect((await find('FERRÁNDIZ')).edges.map(({ node }: Any) => node)).toEqual(
      (await find('ferrandiz')).edges.map(({ node }: Any) => node),
    )
  })

  it('highlights the words that it found by ranges, in fragments that may hold markup', async () => {
    for (const [query, found] of [
      ['négociation hareng', /^(négociations|hareng)$/],
      ['islands roster', /^(islands?|roster)$/i],
    ] as const) {
      const { edges } = await find(query)
      expect(edges.length).toBeGreaterThan(0)
      for (const { node, highlights } of edges) {
        expect(highlights.length).toBeGreaterThan(0)
        for (const { fragment, ranges } of highlights) {
          if (node.text) expect(node.text).toContain(fragment)
          expect(fragment.length).toBeLessThanOrEqual(FRAGMENT)
          for (const { start, end } of ranges) expect(fragment.slice(start, end)).toMatch(found)
        }
      }
    }
    const [{ highlights }] = (await find('quarrin rouvre', ', types: [ARTICLE]')).edges
    expect(highlights[0]).toMatchObject({ field: 'TITLE', fragment: 'Le port de Quarrin rouvre' })
  })

  it('searches neither boilerplate nor the bin', async () => {
    expect((await find('newsletter')).edges).toEqual([])
    const [text] = await texts('umbrella')
    const bin = (value: string) =>
      database.prisma.$executeRawUnsafe(`UPDATE "Statement" SET "deletedAt" = ${value} WHERE text = $1`, text)
    await bin('now()')
    expect(await texts('umbrella')).not.toContain(text)
    await bin('NULL')
  })

  it('gives pages without gaps or repeats, counts, and says when it ranks only a part', async () => {
    const all = await find('ferry', ', first: 100')
    const paged: Any[] = []
    for (let after = ''; ; ) {
      const page = await find('ferry', `, first: 7 ${after}`)
      paged.push(...page.edges)
      if (!page.pageInfo.hasNextPage) break
      after = `, after: "${page.pageInfo.endCursor}"`
    }
    expect(paged.map(({ node }) => node)).toEqual(all.edges.map(({ node }: Any) => node))
    expect(all.isComplete).toBe(true)
    const count = async (query: string, upTo: number) =>
      (await service.data(`{ search(query: "${query}") { totalCount(upTo: ${upTo}) { value isExact } } }`))
        .search.totalCount
    expect(await count('ferry', 1000)).toEqual({ value: all.edges.length, isExact: true })
    expect(await count('ferry', 3)).toEqual({ value: 3, isExact: false })
    const lines = await find('line', ', types: [STATEMENT], first: 100')
    expect([lines.isComplete, lines.pageInfo.hasNextPage]).toEqual([false, true])
    expect((await count('line', 10_000)).value).toBeGreaterThanOrEqual(1_020)
    const narrow = await find('line', ', types: [STATEMENT], filter: { statements: { kinds: [DIRECT] } }')
    expect(narrow.isComplete).toBe(true)
  })

  it('takes as many SQL statements for a hundred hits as for one', async () => {
    for (const first of [1, 100]) {
      const sql = await service.sqlOf(() =>
        find('ferry or treaty or pascoe', `, first: ${first}, types: [STATEMENT, ARTICLE]`),
      )
      // One finds the hits and reads their rows and texts; one stems the words that were not stemmed lately.
      expect(sql.length).toBeLessThanOrEqual(2)
    }
    const count = await service.sqlOf(() =>
      service.data('{ search(query: "ferry") { totalCount { value } } }'),
    )
    expect(count).toHaveLength(1)
  })

  it.each([
    ['query: ""', 'query has no word: pass a word to look for'],
    ['query: " – … !"', 'query has no word: pass a word to look for'],
    [
      'query: "The and of"',
      'query has only words that nearly every text has, such as "the": add a rarer one',
    ],
    ['query: "-herring"', 'query only says what to leave out: add a word to look for'],
    [`query: "${'herring '.repeat(70)}"`, 'query is 560 characters long: pass at most 500'],
    ['query: "herring", types: []', 'types is empty: name a type, or leave it out to search all'],
    ['query: "herring", types: null', 'types is null: leave it out to search all'],
    ['query: "herring", filter: null', 'filter is null: leave it out to not filter'],
    [
      'query: "herring", filter: { topics: null }',
      'filter.topics is null: leave the field out to not filter by it',
    ],
    [
      'query: "herring", filter: { statements: { kinds: null } }',
      'filter.statements.kinds is null: leave the field out to not filter by it',
    ],
    ['query: "herring", first: 0', 'first is 0: ask for 1 to 100, and page on with a cursor'],
    [
      'query: "herring", after: "x"',
      'after is not a cursor of this service: pass an `endCursor` or `cursor` that it returned',
    ],
  ])('refuses %s', async (args, message) => {
    expect(await service.refusal(`{ search(${args}) { isComplete } }`)).toBe(`BAD_USER_INPUT: ${message}`)
  })

  it('refuses the cursor of another search', async () => {
    const { edges } = await find('ferry')
    expect(
      await service.refusal(`{ search(query: "treaty", after: "${edges[0].cursor}") { isComplete } }`),
    ).toBe(
      'BAD_USER_INPUT: after is a cursor of another list or order: page on with the same field and `orderBy`',
    )
  })

  it('completes names and aliases by the beginnings of their words', async () => {
    const suggest = async (args: string) =>
      (await service.data(`{ suggest(${args}) { name ${NODE} } }`)).suggest.map(({ name, node }: Any) => [
        name,
        node.__typename,
        node.name ?? node.topic,
      ])
    expect(await suggest('prefix: "ferra", types: [SPEAKER]')).toEqual([
      ['Ferrándiz', 'Speaker', 'Luz Ferrándiz'],
    ])
    expect(await suggest('prefix: "LUZ FÉ", types: [SPEAKER]')).toEqual([
      ['Luz Ferrándiz', 'Speaker', 'Luz Ferrándiz'],
    ])
    expect(await suggest('prefix: "errandiz"')).toEqual([])
    expect((await suggest('prefix: "topic", types: [TOPIC], limit: 3')).map(([name]: Any) => name)).toEqual([
      'Topic 1',
      'Topic 10',
      'Topic 11',
    ])
    expect(await suggest('prefix: "o\'\\\\ & | !"')).toBeInstanceOf(Array)
    expect(await service.refusal('{ suggest(prefix: "a", types: []) { name } }')).toBe(
      'BAD_USER_INPUT: types is empty: name a type, or leave it out for all',
    )
    const sql = await service.sqlOf(() => suggest('prefix: "a", limit: 50'))
    expect(sql).toHaveLength(1)
    expect(await service.refusal('{ suggest(prefix: "-") { name } }')).toBe(
      'BAD_USER_INPUT: prefix has no word: pass a word to look for',
    )
    expect(await service.refusal('{ suggest(prefix: "a", limit: 51) { name } }')).toBe(
      'BAD_USER_INPUT: limit is 51: ask for 1 to 50',
    )
  })

  it('finds speakers that may be the same by their names', async () => {
    const { speakers } = await service.data('{ speakers(filter: { name: "anand" }) { nodes { id name } } }')
    expect(speakers.nodes).toHaveLength(2)
    const [first, second] = speakers.nodes
    const { speakers: alike } = await service.data(
      `{ speakers(filter: { possibleDuplicatesOf: "${first.id}" }) { nodes { name } } }`,
    )
    expect(alike.nodes).toEqual([{ name: second.name }])
  })
})
