import { beforeAll, describe, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../test/harness/databases.js'
import { TEST_KEY } from '../../test/harness/service.js'
import { fill } from '../../test/worlds/synthetic.js'

describeServiceOnBoth('a refused operation', (service, database) => {
  beforeAll(async () => {
    await fill(database, { statements: 40, speakers: 4, topics: 4 })
  })

  describe('for a page', () => {
    it.each([
      ['first: 0', 'first is 0: ask for 1 to 100, and page on with a cursor'],
      ['first: -3', 'first is -3: ask for 1 to 100, and page on with a cursor'],
      ['last: 101', 'last is 101: ask for 1 to 100, and page on with a cursor'],
      ['first: 2, last: 2', 'pass first or last, not both'],
      [
        'after: "x"',
        'after is not a cursor of this service: pass an `endCursor` or `cursor` that it returned',
      ],
      [
        'before: ""',
        'before is not a cursor of this service: pass an `endCursor` or `cursor` that it returned',
      ],
    ])('says what is wrong with %s', async (args, message) => {
      expect(await service.refusal(`{ statements(${args}) { nodes { id } } }`)).toBe(
        `BAD_USER_INPUT: ${message}`,
      )
    })

    it('has a cursor of another list or order, or a damaged one', async () => {
      const cursorOf = async (field: string) =>
        (await service.data(`{ list: ${field} { pageInfo { endCursor } } }`)).list.pageInfo
          .endCursor as string
      const speaker = await cursorOf('speakers')
      expect(await service.refusal(`{ statements(after: "${speaker}") { nodes { id } } }`)).toMatch(
        /^BAD_USER_INPUT: after is a cursor of another list or order/,
      )
      const said = await cursorOf('statements')
      const created = 'orderBy: { field: CREATED_AT, direction: DESC }'
      expect(await service.refusal(`{ statements(${created}, after: "${said}") { nodes { id } } }`)).toMatch(
        /another list or order/,
      )
      const parts = JSON.parse(Buffer.from(said, 'base64url').toString())
      for (const day of ["2026-01-01'; DROP TABLE x", '2026-02-30', '0000-01-01', 7, null]) {
        const cursor = Buffer.from(JSON.stringify(parts.with(3, day))).toString('base64url')
        expect(await service.refusal(`{ statements(after: "${cursor}") { nodes { id } } }`)).toMatch(
          /^BAD_USER_INPUT: after is a damaged cursor/,
        )
      }
    })

    it('counts up to a number out of bounds', async () => {
      expect(await service.refusal('{ statements { totalCount(upTo: 0) { value } } }')).toBe(
        'BAD_USER_INPUT: upTo is 0: pass 1 to 1000000',
      )
    })
  })

  describe('for too many objects or levels', () => {
    it('for what it costs, although it came with wrong variables before', async () => {
      const query =
        'query ($first: Int!, $kind: StatementKind!) { articles(first: $first) { nodes { statements(first: 100, filter: { kinds: [$kind] }) { nodes { topics(first: 100) { nodes { id } } } } } } }'
      const codeOf = async (kind: string) => {
        const { errors } = await service.request(query, { first: 100, kind })
        return errors?.[0]?.extensions.code
      }
      expect(await codeOf('NO_KIND')).toBe('BAD_USER_INPUT')
      expect(await codeOf('DIRECT')).toBe('OPERATION_TOO_COMPLEX')
    })

    it('reads nothing from the database', async () => {
      const wide =
        '{ articles(first: 100) { nodes { statements(first: 100) { nodes { topics(first: 100) { nodes { id } } } } } } }'
      const sql = await service.sqlOf(async () => {
        expect(await service.refusal(wide)).toMatch(
          /^OPERATION_TOO_COMPLEX: the operation could return \d+ objects and costs \d+ points, more than 1000: ask for smaller pages/,
        )
      })
      expect(sql).toEqual([])
      const deep = `{ topics(first: 1) { nodes ${'{ parent '.repeat(20)} { id } ${'}'.repeat(20)} } }`
      expect(await service.refusal(deep)).toMatch(
        /^OPERATION_TOO_COMPLEX: the operation has 22 levels, more than 10: ask for fewer levels$/,
      )
    })
  })

  describe('for a string', () => {
    it.each(['a\u0000b', 'a\uD800b'])(
      'has characters that cannot be stored, in a variable or in the document',
      async (text) => {
        const asVariable = 'query ($name: String!) { speakers(filter: { name: $name }) { nodes { id } } }'
        expect(await service.refusal(asVariable, { name: text })).toBe(
          'BAD_USER_INPUT: $name has a NUL character or half of a surrogate pair: remove it',
        )
        const literal = JSON.stringify(text).replace('"', '').slice(0, -1)
        expect(
          await service.refusal(`{ speakers(filter: { name: "${literal}" }) { nodes { id } } }`),
        ).toMatch(/^(BAD_USER_INPUT: name has a NUL|GRAPHQL_PARSE_FAILED)/)
      },
    )

    it('has too many characters in a variable', async () => {
      const query = 'query ($name: String!) { speakers(filter: { name: $name }) { nodes { id } } }'
      expect(await service.request(query, { name: 'x'.repeat(10_000) })).toEqual({
        data: { speakers: { nodes: [] } },
      })
      expect(await service.refusal(query, { name: 'x'.repeat(10_001) })).toBe(
        'BAD_USER_INPUT: $name has 10001 characters: pass at most 10000',
      )
      const nested = 'query ($filter: SpeakerFilter) { speakers(filter: $filter) { nodes { id } } }'
      expect(await service.refusal(nested, { filter: { name: '\0' } })).toMatch(
        /^BAD_USER_INPUT: \$filter.name has a NUL/,
      )
    })

    it('has its own limit for articles and quotations, whatever the variable is called', async () => {
      const quote = 'query ($q: String!) { matchQuote(text: $q) { similarity } }'
      expect(await service.refusal(quote, { q: 'word '.repeat(20_000) })).toBe(
        'BAD_USER_INPUT: text is 100000 code units long: pass at most 2000, such as its first sentences',
      )
      const search = 'query ($q: String!) { statements(filter: { text: $q }) { nodes { id } } }'
      expect(await service.refusal(search, { q: 'x'.repeat(10_001) })).toBe(
        'BAD_USER_INPUT: filter.text is 10001 characters long: pass at most 500',
      )
      const ingest = `mutation ($page: String!, $name: String) { it: articleIngest(
        input: { source: { html: $page }, name: $name }) { __typename ... on Error { message } } }`
      const long = `<article><h1>Ferry</h1><p>${'Nobody says a word of it here. '.repeat(600)}</p></article>`
      const both = `mutation ($both: String!) { articleIngest(
        input: { source: { html: $both }, name: $both }) { __typename } }`
      expect((await service.data(ingest, { page: long }, TEST_KEY)).it).toEqual({
        __typename: 'ArticleSuccess',
      })
      for (const [query, variables, name] of [
        [ingest, { page: long, name: long }, 'name'],
        [both, { both: long }, 'both'],
      ] as const) {
        expect(await service.refusal(query, variables, TEST_KEY)).toBe(
          `BAD_USER_INPUT: $${name} has ${long.length} characters: pass at most 10000`,
        )
      }
    })
  })

  it('has too many nested brackets, and is not parsed', async () => {
    const brackets = (open: string, inside: string, close: string, levels: number) =>
      open.repeat(levels) + inside + close.repeat(levels)
    for (const levels of [200, 100_000]) {
      for (const operation of [
        `{ statements(filter: { ids: ${brackets('[', '', ']', levels)} }) { nodes { id } } }`,
        `{ topics { nodes ${brackets('{ parent ', '{ id }', '}', levels)} } }`,
        `query ($filter: StatementFilter = ${brackets('{ a: ', '1', '}', levels)}) { viewer { name } }`,
      ]) {
        expect(await service.refusal(operation)).toBe(
          'OPERATION_TOO_COMPLEX: the operation has more than 200 brackets within brackets: ask for fewer levels',
        )
      }
    }
    // Brackets in comments and strings do not count.
    const text = '[({'.repeat(300)
    expect(
      await service.data(`# ${text}\n{ speakers(filter: { name: "${text}" }) { nodes { id } } }`),
    ).toEqual({
      speakers: { nodes: [] },
    })
    expect(await service.data(`{ speakers(filter: { name: """${text} " """ }) { nodes { id } } }`)).toEqual({
      speakers: { nodes: [] },
    })
  })

  it('has too deeply nested variables, which are not read', async () => {
    const query = 'query ($filter: StatementFilter) { statements(filter: $filter) { nodes { id } } }'
    const deep = (levels: number) => {
      let ids: unknown = 'x'
      for (let level = 0; level < levels; level++) ids = [ids]
      return { filter: { ids } }
    }
    for (const levels of [51, 3_000]) {
      expect(await service.refusal(query, deep(levels))).toBe(
        'BAD_USER_INPUT: variables have more than 50 levels of lists and objects: pass fewer',
      )
    }
    expect(await service.refusal(query, deep(20))).toMatch(/^BAD_USER_INPUT: Variable "\$filter"/)
  })
})
