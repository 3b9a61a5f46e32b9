import { type GraphQLInputObjectType, isListType } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../test/harness/databases.js'
import { TEST_KEY } from '../../test/harness/service.js'
import { CASES, ids, LISTS, type ListName, type Row, VARIETY } from '../../test/oracles/filter-cases.js'
import { fill } from '../../test/worlds/synthetic.js'
import { encodeGlobalId } from '../record/global-id.js'
import { schema } from './service-schema.js'

const inputOf = (list: ListName) =>
  schema
    .getQueryType()
    ?.getFields()
    [list]?.args.find(({ name }) => name === 'filter')?.type as GraphQLInputObjectType

/** The distances in the list of cases at which two cases are combined. */
const STEPS = { embedded: [1], postgres: [1, 3, 7] }

describeServiceOnBoth('a filter', (service, database, kind) => {
  beforeAll(async () => {
    await fill(database, { statements: 100, speakers: 12, topics: 12 })
    for (const sql of VARIETY) await database.prisma.$executeRawUnsafe(sql)
  })

  const read = async (list: ListName, filter: object): Promise<Row[]> => {
    const lineage = LISTS[list].includes('Lineage')
      ? 'fragment Lineage on Topic { id parent { id parent { id parent { id } } } }'
      : ''
    const { data, errors } = await service.request(
      `query ($filter: ${inputOf(list).name}!) {
         rows: ${list}(first: 100, filter: $filter) { nodes { ${LISTS[list]} } totalCount { value } } } ${lineage}`,
      { filter },
      // An editor also sees rejected statements.
      TEST_KEY,
    )
    expect(errors).toBeUndefined()
    expect(data.rows.totalCount.value).toBe(data.rows.nodes.length)
    return data.rows.nodes
  }

  describe.each(Object.keys(LISTS) as ListName[])('of %s', (list) => {
    it('keeps exactly the rows that meet each of its fields', async () => {
      const rows = await read(list, {})
      const tried = new Set<string>()
      for (const [make, keeps] of CASES[list]) {
        const filter = make(rows)
        for (const field of Object.keys(filter)) tried.add(field)
        const expected = ids(rows.filter((row) => keeps(row, filter)))
        expect(expected.length, JSON.stringify(filter)).toBeGreaterThan(0)
        expect(expected.length, JSON.stringify(filter)).toBeLessThan(rows.length)
        expect(ids(await read(list, filter)), JSON.stringify(filter)).toEqual(expected)
      }
      const fields = Object.keys(inputOf(list).getFields())
      expect([...tried].toSorted()).toEqual(fields.toSorted())
    })

    it('keeps exactly the rows that meet two of its fields', async () => {
      const rows = await read(list, {})
      const cases = CASES[list].map(([make, keeps]) => ({ filter: make(rows), keeps }))
      const pairs = cases.flatMap((one, index) =>
        STEPS[kind].flatMap((step) => {
          const other = cases[(index + step) % cases.length] ?? one
          return Object.keys(one.filter).some((field) => field in other.filter) ? [] : [[one, other] as const]
        }),
      )
      for (const [one, other] of pairs) {
        const filter: Row = { ...one.filter, ...other.filter }
        // A range that ends before it begins is refused.
        if (filter.saidFrom > filter.saidUntil) continue
        const expected = ids(rows.filter((row) => one.keeps(row, filter) && other.keeps(row, filter)))
        expect(ids(await read(list, filter)), JSON.stringify(filter)).toEqual(expected)
      }
    })

    it('finds nothing for an empty list, and refuses null and too many values', async () => {
      const input = inputOf(list)
      const query = (filter: string) => `{ ${list}(filter: ${filter}) { nodes { id } } }`
      expect(await service.refusal(query('null'))).toMatch(/^BAD_USER_INPUT: filter is null/)
      for (const { name, type, defaultValue } of Object.values(input.getFields())) {
        if (defaultValue !== undefined) continue
        expect(await service.refusal(query(`{ ${name}: null }`))).toBe(
          `BAD_USER_INPUT: filter.${name} is null: leave the field out to not filter by it`,
        )
        if (!isListType(type)) continue
        expect(await read(list, { [name]: [] }), name).toEqual([])
        const value = { ids: '"x"', kinds: 'DIRECT' }[name]
        if (list !== 'statements' || !value) continue
        expect(await service.refusal(query(`{ ${name}: [${Array(501).fill(value)}] }`))).toBe(
          `BAD_USER_INPUT: filter.${name} has 501 values: pass at most 500`,
        )
      }
    })
  })

  it.each([
    ['statements', 'Statement'],
    ['articles', 'Article'],
  ])('of %s leaves out the bin, unless an editor asks for it', async (list, table) => {
    const { prisma } = database
    const bin = (value: string) =>
      prisma.$executeRawUnsafe(`UPDATE "${table}" SET "deletedAt" = ${value}
      WHERE id = (SELECT id FROM "${table}" ORDER BY id LIMIT 1)`)
    const count = `totalCount { value }`
    const all = `{ a: ${list} { ${count} } b: ${list}(filter: { includeDeleted: true }) { ${count} } }`
    const before = (await service.request(all, {}, TEST_KEY)).data
    await bin('now()')
    const { a, b } = (await service.request(all, {}, TEST_KEY)).data
    expect([a.totalCount.value, b.totalCount.value]).toEqual([
      before.a.totalCount.value - 1,
      before.a.totalCount.value,
    ])
    expect(await service.refusal(all)).toMatch(/^FORBIDDEN: this needs the scope EDITOR/)
    await bin('NULL')
  })

  it.each([
    ['statements(filter: { text: " …" })', 'filter.text has no word: pass a word to look for'],
    ['articles(filter: { text: "" })', 'filter.text has no word: pass a word to look for'],
    [
      'statements(filter: { affiliation: {} })',
      'filter.affiliation is empty: name a role, an organisation or a country',
    ],
    [
      'statements(filter: { affiliation: { role: null } })',
      'filter.affiliation.role is null: leave the field out to not filter by it',
    ],
    [
      'speakers(filter: { affiliation: { role: " " } })',
      'filter.affiliation.role is empty: pass a part of the role',
    ],
    [
      'speakers(filter: { affiliation: { countryCode: "GBR" } })',
      'filter.affiliation.countryCode is not two letters: pass a code of ISO 3166-1 such as "GB"',
    ],
    [
      'statements(filter: { text: "the \\"of\\" AND" })',
      'filter.text has only words that nearly every text has, such as "the": add a rarer one',
    ],
    [
      'articles(filter: { text: "Thé of -the" })',
      'filter.text has only words that nearly every text has, such as "the": add a rarer one',
    ],
    ...['speakers', 'topics', 'sites', 'events', 'places'].map((list): [string, string] => [
      `${list}(filter: { name: " " })`,
      'filter.name is empty: pass a part of the name',
    ]),
    ['documents(filter: { title: "" })', 'filter.title is empty: pass a part of the title'],
    [
      'places(filter: { countryCodes: ["CH", "Swiss"] })',
      'filter.countryCodes[1] is not two letters: pass a code of ISO 3166-1 such as "GB"',
    ],
    [
      `statements(filter: { ids: ["${encodeGlobalId('Statement', '00000000-0000-7000-8000-000000000000')} "] })`,
      'filter.ids[0] is not an id of this service: pass an `id` that it returned',
    ],
    [
      'statements(filter: { eventIds: ["x"] })',
      'filter.eventIds[0] is not an id of this service: pass an `id` that it returned',
    ],
    [
      `statements(filter: { documentIds: ["${encodeGlobalId('Event', '00000000-0000-7000-8000-000000000000')}"] })`,
      'filter.documentIds[0] is the id of an Event: pass the id of a Document',
    ],
    [
      'statements(filter: { saidFrom: "2026-02-01", saidUntil: "2026-01-01" })',
      'filter.saidFrom … saidUntil is a range that ends before it begins: swap the two dates',
    ],
  ])('refuses %s', async (field, message) => {
    expect(await service.refusal(`{ ${field} { nodes { id } } }`)).toBe(`BAD_USER_INPUT: ${message}`)
  })

  it('of statements finds nothing for unknown ids', async () => {
    const id = (type: string) => encodeGlobalId(type, '00000000-0000-7000-8000-000000000000')
    for (const [field, type] of Object.entries({
      eventIds: 'Event',
      placeIds: 'Place',
      documentIds: 'Document',
      mentionedSpeakerIds: 'Speaker',
    })) {
      expect(await read('statements', { [field]: [id(type)] })).toEqual([])
    }
  })

  it('of statements refuses a confidence below 0 or above 1', async () => {
    for (const field of ['minConfidence', 'maxConfidence']) {
      for (const bound of [-0.1, 1.01, 2]) {
        expect(await service.refusal(`{ statements(filter: { ${field}: ${bound} }) { nodes { id } } }`)).toBe(
          `BAD_USER_INPUT: filter.${field} is ${bound}: pass a number from 0 to 1`,
        )
      }
    }
  })

  it('of statements refuses a length below 0', async () => {
    for (const field of ['minLength', 'maxLength']) {
      expect(await service.refusal(`{ statements(filter: { ${field}: -1 }) { nodes { id } } }`)).toBe(
        `BAD_USER_INPUT: filter.${field} is -1: pass a number of characters, 0 or more`,
      )
    }
  })
})
