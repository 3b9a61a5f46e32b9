import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createPostgresDatabase, openTestDatabase } from '../../test/harness/databases.js'
import { repositoryMigrations } from '../../test/harness/migrations.js'
import { createService, ingestText } from '../../test/harness/service.js'
import type { Database } from './database.js'
import { DatabaseUnavailableError } from './errors.js'
import { openPostgres } from './postgres.js'
import { isDatabaseUnavailable } from './unavailable.js'

describe('openPostgres', () => {
  it.each([
    [
      'a port where nothing listens',
      () => 'postgresql://me:hunter2@127.0.0.1:1/record',
      /127\.0\.0\.1:1\/record: .*ECONNREFUSED/,
    ],
    [
      'a wrong password',
      () => `${inject('databases').postgres.replace(/:\w+@/, ':hunter2@')}/template`,
      /password authentication failed/,
    ],
    [
      'a database that is not there',
      () => `${inject('databases').postgres}/nowhere`,
      /database "nowhere" does not exist/,
    ],
    ['a text that is not a URL', () => 'postgresql://me:hunter2@[', /DATABASE_URL/],
  ])('says in one line, without the password, that it cannot use %s', async (_what, url, message) => {
    const error = await openPostgres(url(), repositoryMigrations).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(DatabaseUnavailableError)
    const text = (error as Error).message
    expect(text).toMatch(message)
    expect(text).not.toContain('hunter2')
    expect(text).not.toContain('\n')
  })

  it('gives up on a server that never answers', async () => {
    const sockets: Socket[] = []
    const silent = createServer((socket) => sockets.push(socket))
    await new Promise<void>((resolve) => {
      silent.listen(0, '127.0.0.1', resolve)
    })
    const { port } = silent.address() as AddressInfo
    await expect(openPostgres(`postgresql://me@127.0.0.1:${port}/x`, repositoryMigrations)).rejects.toThrow(
      DatabaseUnavailableError,
    )
    for (const socket of sockets) socket.destroy()
    silent.close()
  })
})

describe('a database that is not in UTF-8', () => {
  it('is refused, and the message says what to do', async () => {
    const { postgres } = inject('databases')
    const client = new pg.Client({ connectionString: `${postgres}/postgres` })
    await client.connect()
    await client.query(
      `CREATE DATABASE ascii ENCODING 'SQL_ASCII' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0`,
    )
    await client.end()
    await expect(openPostgres(`${postgres}/ascii`, repositoryMigrations)).rejects.toThrow(
      /\/ascii has the encoding SQL_ASCII: make one with ENCODING 'UTF8' TEMPLATE template0$/,
    )
  })
})

describe('an open PostgreSQL', () => {
  let database: Database
  beforeAll(async () => {
    database = await openTestDatabase('postgres')
  })
  afterAll(() => database.close())

  it('prepares a statement once for each connection, and sets every timeout', async () => {
    const one = await openPostgres(await createPostgresDatabase(), repositoryMigrations, 1)
    try {
      for (let run = 0; run < 3; run++) await one.prisma.site.findMany({ where: { domain: 'a.example' } })
      const prepared = await one.prisma.$queryRaw<
        { statement: string }[]
      >`SELECT statement FROM pg_prepared_statements`
      expect(prepared.filter(({ statement }) => statement.includes('"Site"'))).toHaveLength(1)
      const [row] = await one.prisma.$queryRaw<Record<string, string>[]>`
        SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
          current_setting('idle_in_transaction_session_timeout') AS idle`
      expect(row).toEqual({ statement: '15s', lock: '10s', idle: '1min' })
    } finally {
      await one.close()
    }
  })

  it('reads instants and pages alike when the server has another time zone and date style', async () => {
    const url = await createPostgresDatabase()
    const name = new URL(url).pathname.slice(1)
    await database.prisma.$executeRawUnsafe(`ALTER DATABASE ${name} SET TimeZone = 'America/New_York'`)
    await database.prisma.$executeRawUnsafe(`ALTER DATABASE ${name} SET DateStyle = 'SQL, DMY'`)
    const foreign = await openPostgres(url, repositoryMigrations)
    try {
      for (const title of ['a', 'b']) await ingestText(foreign, `# ${title}\n\nNothing is said.\n`)
      const createdAt = new Date('2026-03-02T23:30:00.123Z')
      await foreign.prisma.article.updateMany({ data: { createdAt } })
      expect(await foreign.prisma.article.findFirst({ select: { createdAt: true } })).toEqual({ createdAt })
      const service = createService(foreign)
      const { articles } = await service.data('{ articles(first: 1) { pageInfo { endCursor } } }')
      const next = await service.data(
        `{ articles(after: "${articles.pageInfo.endCursor}") { nodes { createdAt publishedAt { edtf } } } }`,
      )
      expect(next.articles.nodes).toEqual([
        { createdAt: createdAt.toISOString(), publishedAt: { edtf: null } },
      ])
    } finally {
      await foreign.close()
    }
  })

  it('works again after its connections were cut', async () => {
    await database.prisma.$queryRaw`SELECT 1`
    const cut = await database.prisma
      .$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()`
      .then(() => null)
      .catch((error: unknown) => error)
    expect(isDatabaseUnavailable(cut)).toBe(true)
    await expect.poll(() => database.prisma.site.count().catch(String)).toBe(0)
  })
})
