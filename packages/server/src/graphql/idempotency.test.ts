import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeOnBoth } from '../../test/harness/databases.js'
import { createService, type Service } from '../../test/harness/service.js'
import { write } from '../../test/harness/writes.js'
import type { Database } from '../database/database.js'

describeOnBoth('an idempotency key', (open) => {
  let database: Database
  let service: Service
  beforeAll(async () => {
    database = await open()
    service = createService(database)
  })
  afterAll(() => database.close())

  it("belongs to the caller's API key, even when another API key has the same name", async () => {
    const [one, other] = [await service.key('editor'), await service.key('editor')]
    const ingest = (words: string, key: string) =>
      write(service, 'articleIngest', { source: { plainText: words }, idempotencyKey: 'a' }, key)
    expect(await ingest('One of them.\n', one)).toMatchObject({ status: 'CREATED' })
    expect(await ingest('Another one.\n', other)).toMatchObject({ status: 'CREATED' })
    expect(await ingest('Another one.\n', one)).toMatchObject({
      message: expect.stringMatching(/^input.idempotencyKey was used with another input/),
    })
    const actors = await database.prisma.revision.findMany({
      where: { type: 'ARTICLE' },
      distinct: ['actor'],
    })
    expect(actors.map(({ actor }) => actor)).toEqual(['editor'])
  })
})
