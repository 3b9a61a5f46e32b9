import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../database/database.js'
import { describeOnBoth } from '../testing/databases.js'
import { createService, type Service } from '../testing/service.js'
import { fill } from '../testing/synthetic.js'

describeOnBoth('operations that are refused', (open) => {
  let database: Database
  let service: Service
  beforeAll(async () => {
    database = await open()
    service = createService(database)
    await fill(database, { statements: 40, speakers: 4, topics: 4 })
  })
  afterAll(() => database.close())

  describe('pages', () => {
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
    ])('are refused with %s', async (args, message) => {
      expect(await service.refusal(`{ statements(${args}) { nodes { id } } }`)).toBe(
        `BAD_USER_INPUT: ${message}`,
      )
    })

    it('do not take the cursor of another list or order, nor a damaged one', async () => {
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

    it('count within bounds', async () => {
      expect(await service.refusal('{ statements { totalCount(upTo: 0) { value } } }')).toBe(
        'BAD_USER_INPUT: upTo is 0: pass 1 to 1000000',
      )
    })
  })

  describe('operations that ask for too much', () => {
    it('are refused before anything is read', async () => {
      const wide =
        '{ articles(first: 100) { nodes { statements(first: 100) { nodes { topics(first: 100) { nodes { id } } } } } } }'
      const sql = await service.sqlOf(async () => {
        expect(await service.refusal(wide)).toMatch(
          /^OPERATION_TOO_COMPLEX: the operation could return \d+ objects, more than 10000: ask for smaller pages/,
        )
      })
      expect(sql).toEqual([])
      const deep = `{ topics(first: 1) { nodes ${'{ parent '.repeat(20)} { id } ${'}'.repeat(20)} } }`
      expect(await service.refusal(deep)).toMatch(
        /^OPERATION_TOO_COMPLEX: the operation is \d+ levels deep, more than 15/,
      )
    })
  })

  describe('strings that cannot be stored', () => {
    it.each(['a\u0000b', 'a\uD800b'])('are refused in variables and in the document', async (text) => {
      const asVariable = 'query ($name: String!) { speakers(filter: { name: $name }) { nodes { id } } }'
      expect(await service.refusal(asVariable, { name: text })).toBe(
        'BAD_USER_INPUT: $name has a NUL character or half of a surrogate pair: remove it',
      )
      const literal = JSON.stringify(text).replace('"', '').slice(0, -1)
      expect(await service.refusal(`{ speakers(filter: { name: "${literal}" }) { nodes { id } } }`)).toMatch(
        /^(BAD_USER_INPUT: name has a NUL|GRAPHQL_PARSE_FAILED)/,
      )
    })

    it('nor strings that are too long for what they are', async () => {
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
  })
})
