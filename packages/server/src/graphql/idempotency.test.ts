import { expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../test/harness/databases.js'
import { write } from '../../test/harness/writes.js'

describeServiceOnBoth('an idempotency key', (service, database) => {
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
