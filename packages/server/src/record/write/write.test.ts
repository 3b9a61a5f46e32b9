import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { createService, ingestText, type Service, TEST_KEY } from '../../../test/harness/service.js'
import { globalId, write } from '../../../test/harness/writes.js'
import { empty, SAIL, story } from '../../../test/worlds/stories.js'
import type { Database } from '../../database/database.js'
import { lockRows } from './lock.js'
import { runWrite } from './write.js'

const EDITORS = 50

// Concurrent writes need more than one connection, which the embedded database does not have.
describe('concurrent writes (postgres)', () => {
  let database: Database
  let service: Service
  let ids: string[]
  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    service = createService(database)
  })
  beforeEach(async () => {
    await empty(database)
    await ingestText(
      database,
      story(
        ['Yes, it is so', 'No, never at all', 'Perhaps, we shall see']
          .map((words) => `“${words},” said Mara Lindt.`)
          .join('\n\n'),
      ),
    )
    const rows = await database.prisma.statement.findMany({ orderBy: { position: 'asc' } })
    ids = rows.map(({ id }) => globalId('Statement', id))
  })
  afterAll(() => database.close())

  it(`keep all updates when ${EDITORS} editors change the same statements`, async () => {
    const { prisma } = database
    let conflicts = 0
    // On a busy machine a write may wait too long for a connection. It is then sent again with its idempotency key,
    // for it may have been done.
    const send = async (args: object) => {
      for (;;) {
        try {
          return await write(service, 'statementUpdate', args)
        } catch (error) {
          if (!(error as Error).message.includes('"retryable":true')) throw error
        }
      }
    }
    const edit = async (editor: number) => {
      const id = ids[editor % ids.length] as string
      for (let attempt = 1; ; attempt++) {
        const { data } = await service.request(
          'query ($id: ID!) { statement(by: { id: $id }) { version saidAt { asWritten } } }',
          { id },
          TEST_KEY,
        )
        if (!data?.statement) continue
        const { version, saidAt } = data.statement
        const patch = { saidAt: { asWritten: `${saidAt.asWritten ?? ''};${editor}` } }
        const idempotencyKey = `${editor} ${attempt}`
        const result = await send({ id, expectedVersion: version, patch, idempotencyKey })
        if (result.__typename === 'StatementSuccess') return
        expect(result.__typename).toBe('ConflictError')
        conflicts++
      }
    }
    await Promise.all(Array.from({ length: EDITORS }, (_, editor) => edit(editor)))
    expect(conflicts).toBeGreaterThan(0)
    const rows = await prisma.statement.findMany()
    const written = rows.flatMap(({ saidAsWritten }) =>
      (saidAsWritten ?? '').split(';').filter(Boolean).map(Number),
    )
    expect(written.toSorted((a, b) => a - b)).toEqual(Array.from({ length: EDITORS }, (_, editor) => editor))
    const revisions = await prisma.revision.findMany({
      where: { type: 'STATEMENT' },
      orderBy: { version: 'asc' },
    })
    const log = await prisma.change.findMany({ where: { type: 'STATEMENT' }, orderBy: { sequence: 'asc' } })
    for (const { id, version } of rows) {
      const own = revisions.filter(({ entityId }) => entityId === id)
      expect(own.map((revision) => revision.version)).toEqual(
        Array.from({ length: version }, (_, index) => index + 1),
      )
      // Each revision begins where the one before it ended.
      const steps = own.flatMap(({ changes }) => changes as { before: string; after: string }[])
      for (const [index, { before }] of steps.entries()) {
        if (index > 0) expect(before).toBe(steps[index - 1]?.after)
      }
      expect(log.filter(({ entityId }) => entityId === id)).toHaveLength(version)
    }
    const order = log.filter(({ kind }) => kind === 'UPDATED').map(({ entityId }) => entityId)
    expect(order).toHaveLength(EDITORS)
  })

  it('are done once when they have the same idempotency key, and all get its answer', async () => {
    const input = {
      articleId: globalId('Article', (await database.prisma.article.findFirstOrThrow()).id),
      kind: 'DIRECT',
      anchors: [await anchorOf('Yes')],
      attributions: [],
    }
    const args = { ...input, idempotencyKey: 'once' }
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => write(service, 'statementCreate', args)),
    )
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]).toMatchObject({ __typename: 'StatementSuccess', status: 'CREATED' })
    expect(await database.prisma.statement.count({ where: { method: 'MANUAL' } })).toBe(1)
  })

  it('make one statement when they have the same external id', async () => {
    const input = {
      articleId: globalId('Article', (await database.prisma.article.findFirstOrThrow()).id),
      kind: 'DIRECT',
      anchors: [await anchorOf('Yes')],
      attributions: [],
      externalId: { namespace: 'desk', value: '1' },
    }
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => write(service, 'statementCreate', input)),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['CREATED', ...Array(7).fill('UNCHANGED')])
  })

  it('all succeed when editors and an ingest change the same article', async () => {
    const url = 'https://gazette.example/ferry'
    const { articleId } = await ingestText(database, story(SAIL, { url }))
    const [sail] = await database.prisma.statement.findMany({ where: { articleId } })
    const id = globalId('Statement', sail?.id as string)
    const works = Array.from({ length: 12 }, (_, index) => async () => {
      if (index % 3 === 0) return ingestText(database, story(`${SAIL}\n\nTake ${index}.`, { url }))
      const { version } = await database.prisma.statement.findUniqueOrThrow({
        where: { id: sail?.id as string },
      })
      const patch = { topicIds: [], medium: index % 2 === 0 ? 'SPEECH' : 'INTERVIEW', withinId: null }
      return write(service, 'statementUpdate', { id, expectedVersion: version, patch })
    })
    await Promise.all(works.map((work) => work()))
    const row = await database.prisma.statement.findUniqueOrThrow({
      where: { id: sail?.id as string },
      include: { anchors: true, article: true },
    })
    expect(row.anchors[0]?.textId).toBe(row.article.currentTextId)
    const where = { type: 'STATEMENT' as const, entityId: row.id }
    expect(await database.prisma.revision.count({ where })).toBe(row.version)
    const article = { type: 'ARTICLE' as const, entityId: articleId }
    expect(await database.prisma.revision.count({ where: article })).toBe(row.article.version)
  })

  it('both succeed after a deadlock', async () => {
    const { prisma } = database
    const [one, two] = (await prisma.statement.findMany({ take: 2 })).map(({ id }) => id) as [string, string]
    const locked = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const lockBoth = (first: string, second: string, turn: number) =>
      runWrite(prisma, 'test', async ({ tx }) => {
        await lockRows(tx, 'Statement', [first])
        locked[turn]?.resolve()
        await locked[1 - turn]?.promise
        await lockRows(tx, 'Statement', [second])
        return turn
      })
    expect(await Promise.all([lockBoth(one, two, 0), lockBoth(two, one, 1)])).toEqual([0, 1])
  })

  const anchorOf = async (exact: string) => {
    const { id, content } = await database.prisma.articleText.findFirstOrThrow()
    const start = content.indexOf(exact)
    return { articleTextId: globalId('ArticleText', id), start, end: start + exact.length, exact }
  }

  describe('an idempotency key', () => {
    const ingestOf = (words: string, idempotencyKey?: string) =>
      write(service, 'articleIngest', { source: { plainText: words }, idempotencyKey })

    it('gives the same answer for the same input, and another key gives a new one', async () => {
      const words = 'Ferry sails\n\n“We sail at noon, as ever,” said Josefa Quill.\n'
      const first = await ingestOf(words, 'a')
      expect(first).toMatchObject({ status: 'CREATED', statementsProposed: 1 })
      expect(await ingestOf(words, 'a')).toEqual(first)
      expect(await ingestOf(words, 'b')).toMatchObject({ status: 'UNCHANGED', statementsProposed: 0 })
      expect(await ingestOf(words, 'b')).toMatchObject({ status: 'UNCHANGED' })
    })

    it('is refused with another input, and when it is empty or too long', async () => {
      await ingestOf('One of them.\n', 'a')
      for (const [key, message] of [
        [
          'a',
          'input.idempotencyKey was used with another input in the last 24 hours: choose a new key for each write',
        ],
        [' ', 'input.idempotencyKey is empty: pass 1 to 200 characters, or leave it out'],
        ['x'.repeat(201), 'input.idempotencyKey has 201 characters: pass 1 to 200'],
      ]) {
        expect(await ingestOf('Another one.\n', key)).toMatchObject({
          __typename: 'ValidationError',
          message,
          fields: [{ path: ['input', 'idempotencyKey'] }],
        })
      }
    })

    it('is kept neither after a failed write nor longer than a day', async () => {
      expect(await ingestOf(' ', 'a')).toMatchObject({ __typename: 'ValidationError' })
      expect(await ingestOf('One of them.\n', 'a')).toMatchObject({ status: 'CREATED' })
      await ingestOf('Two of them.\n', 'b')
      await database.prisma.$executeRaw`UPDATE "IdempotencyKey" SET "createdAt" = now() - interval '25 hours'`
      expect(await ingestOf('Three of them.\n', 'a')).toMatchObject({ status: 'CREATED' })
      const keys = await database.prisma.idempotencyKey.findMany()
      expect(keys.map(({ key }) => key)).toEqual(['a'])
    })

    it('takes two SQL statements more, and at most four for a stored answer', async () => {
      const args = { id: ids[0], expectedVersion: 1, patch: { medium: 'SPEECH' } }
      const other = { id: ids[1], expectedVersion: 1, patch: { medium: 'SPEECH' }, idempotencyKey: 'a' }
      const sqlOf = async (given: object) =>
        (await service.sqlOf(() => write(service, 'statementUpdate', given))).length
      const plain = await sqlOf(args)
      expect(await sqlOf(other)).toBe(plain + 2)
      expect(await sqlOf(other)).toBeLessThanOrEqual(4)
    })
  })
})
