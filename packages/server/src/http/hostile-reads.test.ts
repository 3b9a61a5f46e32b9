import { existsSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPostgresDatabase } from '../../test/harness/databases.js'
import { giveLongText } from '../../test/harness/long-text.js'
import { repositoryMigrations } from '../../test/harness/migrations.js'
import { type ServingCommand, serveCommand } from '../../test/harness/run-process.js'
import { fill } from '../../test/worlds/synthetic.js'
import { openPostgres } from '../database/postgres.js'

/** How many distinct documents are asked. */
const DOCUMENTS = Number(process.env.HOSTILE_DOCUMENTS ?? 400)

const ORDINARY = '{ speakers(first: 1) { nodes { name } } }'

const times = (count: number, selection: string) =>
  Array.from({ length: count }, (_, i) => `a${i}: ${selection}`).join(' ')

describe('the built service, asked what is hostile', () => {
  let url: string
  let client: pg.Client
  let service: ServingCommand

  beforeAll(async () => {
    url = await createPostgresDatabase()
    const database = await openPostgres(url, repositoryMigrations)
    await fill(database, { statements: 200 })
    await database.close()
    client = new pg.Client({ connectionString: url })
    await client.connect()
    await giveLongText(client)
    service = await serveCommand([], { env: { DATABASE_URL: url, ONRECORD_PUBLIC_PROPOSALS: 'on' } })
    await service.ask(ORDINARY)
  })

  afterAll(async () => {
    await service.end('SIGTERM')
    await client.end()
  })

  /** Megabytes that the process has in memory; 0 where the system does not say. */
  function memory(): number {
    const status = `/proc/${service.pid}/status`
    return existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) / 1024 : 0
  }

  async function expectQuickAnswer(): Promise<void> {
    const started = performance.now()
    const { data } = await service.ask(ORDINARY)
    expect(data.speakers.nodes).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(1_000)
  }

  const codes = ({ errors = [] }: { errors?: { extensions: { code: string } }[] }) => [
    ...new Set(errors.map(({ extensions }) => extensions.code)),
  ]

  it.each([
    [
      'one field 1,992 times',
      `{ speakers { nodes { ${'name '.repeat(1_992)} } } }`,
      ['OPERATION_TOO_COMPLEX'],
    ],
    [
      'a document of 2,000 tokens',
      `{ speakers(first: 2) { nodes { ${'statements(first: 2) { nodes { text } } '.repeat(164)} } } }`,
      [],
    ],
    ['50,000 aliases', `{ ${times(50_000, '__typename')} }`, ['OPERATION_TOO_COMPLEX']],
    [
      '31 aliases of what has no cost',
      `{ speakers { ${times(31, '__typename')} } }`,
      ['OPERATION_TOO_COMPLEX'],
    ],
    ['many lists', `{ ${times(25, 'speakers { nodes { name } }')} }`, ['OPERATION_TOO_COMPLEX']],
    ['unknown fields', `{ ${times(40_000, 'nothing')} }`, ['OPERATION_TOO_COMPLEX']],
    ['1,000 unknown fields', `{ ${'nothing '.repeat(1_000)} }`, ['OPERATION_TOO_COMPLEX']],
    [
      'unknown fields below',
      `{ speakers { ${Array.from({ length: 1_900 }, (_, i) => `nothing${i}`).join(' ')} } }`,
      ['GRAPHQL_VALIDATION_FAILED'],
    ],
    [
      'fragments that double each other',
      `{ speakers { nodes { ...F0 } } } ${Array.from({ length: 90 }, (_, i) => `fragment F${i} on Speaker { ...F${i + 1} ...F${i + 1} name }`).join(' ')} fragment F90 on Speaker { name }`,
      [],
    ],
    [
      'fragments that multiply fields at the root',
      `{ ...F0 } ${Array.from({ length: 60 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F60 on Query { __typename }`,
      ['OPERATION_TOO_COMPLEX'],
    ],
    [
      'a string of 0.9 MB',
      `{ speakers(filter: { name: "${'x'.repeat(900_000)}" }) { nodes { id } } }`,
      ['BAD_USER_INPUT'],
    ],
    [
      'many aliases of a text of 4.5 MB',
      `{ articles { nodes { text { ${times(30, 'content')} } } } }`,
      ['ANSWER_TOO_LARGE'],
    ],
    [
      'a text of 4.5 MB in each row of a list',
      '{ statements(first: 100) { nodes { article { text { content } } } } }',
      ['ANSWER_TOO_LARGE'],
    ],
  ])('answers %s, and the next request', async (_what, query, expected) => {
    const before = memory()
    const answer = await service.ask(query)
    expect(codes(answer)).toEqual(expected)
    await expectQuickAnswer()
    expect(memory() - before).toBeLessThan(400)
  })

  it('forgets documents that come once or twice', async () => {
    const ask = async (from: number) => {
      for (let n = from; n < DOCUMENTS; n += 16) {
        const query = `{ speakers(first: ${1 + (n % 50)}) { nodes { a${n}: name statements(first: 2) { nodes { text } } } } }`
        for (const _ of [1, 2]) expect(codes(await service.ask(query))).toEqual([])
      }
    }
    const before = memory()
    await Promise.all(Array.from({ length: 16 }, (_, from) => ask(from)))
    await expectQuickAnswer()
    if (process.env.HOSTILE_DOCUMENTS) process.stderr.write(`memory: ${before} MB, then ${memory()} MB\n`)
    expect(memory() - before).toBeLessThan(300)
  })

  it('says by a code that its SQL fails, and goes on when it works again', async () => {
    await client.query('ALTER TABLE "Speaker" RENAME TO "Gone"')
    try {
      const { data, errors } = await service.ask(
        `{ s: speakers { nodes { name } } article(by: { url: "https://a.example" }) { title } }`,
      )
      expect(data).toBe(null)
      expect(codes({ errors })).toEqual(['INTERNAL_SERVER_ERROR'])
      expect(JSON.stringify(errors)).not.toContain('Gone')
    } finally {
      await client.query('ALTER TABLE "Gone" RENAME TO "Speaker"')
    }
    await expectQuickAnswer()
  })

  it('answers as before when a column was added under its prepared statements', async () => {
    const query = '{ statements(first: 3) { nodes { text speaker { name } } } }'
    const before = await service.ask(query)
    for (const _ of [1, 2, 3]) await service.ask(query)
    await client.query('ALTER TABLE "Speaker" ADD COLUMN extra text')
    for (const _ of [1, 2]) expect(await service.ask(query)).toEqual(before)
    await client.query('ALTER TABLE "Speaker" DROP COLUMN extra')
    expect(await service.ask(query)).toEqual(before)
  })
})
