import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnBoth } from '../../../test/harness/databases.js'
import { createService } from '../../../test/harness/service.js'
import { follow, serveStreams } from '../../../test/harness/streams.js'
import { write } from '../../../test/harness/writes.js'
import { type QuotedStory, takeQuotedStory } from '../../../test/worlds/quoted-story.js'
import type { RunningServer } from '../server.js'

const CHANGED = `subscription ($filter: StatementFilter, $after: String) {
  statementChanged(filter: $filter, after: $after) { cursor kind statementId statement { text medium } } }`

interface Event {
  cursor: string
  kind: string
  statementId: string
  statement: { text: string; medium: string } | null
}

const followStatements = (server: RunningServer, variables: object = {}, key?: string) =>
  follow<Event>(server, CHANGED, { variables, ...(key ? { key } : {}) })

describeOnBoth('a stream of changes', (database) => {
  let server: RunningServer
  let desk: QuotedStory
  let editor: string
  const service = () => createService(database, { publicProposals: true })
  const edit = (id: string, expectedVersion: number, medium: string) =>
    write(service(), 'statementUpdate', { id, expectedVersion, patch: { medium } }, editor)

  beforeEach(async () => {
    desk = await takeQuotedStory(database)
    editor = await service().key('editor', 'reviewer')
    server = await serveStreams(database)
  })
  afterEach(() => server.stop())

  it('tells of changes as they are made, each once', async () => {
    const stream = followStatements(server)
    await expect.poll(() => server.openStreams()).toBe(1)
    await edit(desk.sail.id, 1, 'SPEECH')
    await edit(desk.quay.id, 1, 'SPEECH')
    await edit(desk.sail.id, 2, 'INTERVIEW')
    await expect.poll(() => stream.events.length).toBe(3)
    expect(stream.events.map(({ statementId, kind: what }) => [statementId, what])).toEqual([
      [desk.sail.id, 'UPDATED'],
      [desk.quay.id, 'UPDATED'],
      [desk.sail.id, 'UPDATED'],
    ])
    stream.close()
    await expect.poll(() => server.openStreams()).toBe(0)
  })

  it('goes on behind a cursor, without gap or repeat', async () => {
    const first = followStatements(server)
    await expect.poll(() => server.openStreams()).toBe(1)
    await edit(desk.sail.id, 1, 'SPEECH')
    await expect.poll(() => first.events.length).toBe(1)
    first.close()
    await edit(desk.sail.id, 2, 'INTERVIEW')
    await edit(desk.quay.id, 1, 'INTERVIEW')
    const second = followStatements(server, { after: first.events[0]?.cursor })
    await expect.poll(() => second.events.length).toBe(2)
    expect(second.events.map(({ statementId }) => statementId)).toEqual([desk.sail.id, desk.quay.id])
    second.close()
  })

  it('is filtered, and tells that one went out of sight', async () => {
    const stream = followStatements(server, { filter: { speakerIds: [desk.sail.speakerId] } })
    await expect.poll(() => server.openStreams()).toBe(1)
    await edit(desk.quay.id, 1, 'SPEECH')
    await edit(desk.sail.id, 1, 'SPEECH')
    await write(service(), 'statementDelete', { id: desk.quay.id, expectedVersion: 2 }, editor)
    await write(service(), 'statementDelete', { id: desk.sail.id, expectedVersion: 2 }, editor)
    await expect.poll(() => stream.events.length).toBe(2)
    expect(stream.events).toMatchObject([
      { statementId: desk.sail.id, kind: 'UPDATED' },
      { statementId: desk.sail.id, kind: 'DELETED', statement: null },
    ])
    stream.close()
  })

  it('ends within 5 s when its key is revoked', async () => {
    const key = await service().key('reader')
    const stream = followStatements(server, {}, key)
    await expect.poll(() => server.openStreams()).toBe(1)
    const begun = Date.now()
    await database.prisma.apiKey.updateMany({
      where: { scopes: { has: 'reader' } },
      data: { revokedAt: new Date() },
    })
    await stream.ended
    expect(stream.errors).toEqual(['UNAUTHENTICATED'])
    expect(Date.now() - begun).toBeLessThan(5_000)
  })

  it('is completed when the server stops', async () => {
    const stream = followStatements(server)
    await expect.poll(() => server.openStreams()).toBe(1)
    const begun = Date.now()
    await server.stop()
    await stream.ended
    expect([stream.errors, Date.now() - begun < 2_000]).toEqual([[], true])
    server = await serveStreams(database)
  })

  it.each([
    ['a filter that is wrong', { filter: { minConfidence: 2 } }, 'BAD_USER_INPUT'],
    ['a cursor that is none', { after: 'x' }, 'BAD_USER_INPUT'],
  ])('refuses %s at once', async (_what, variables, code) => {
    const stream = followStatements(server, variables)
    await stream.ended
    expect(stream.errors).toEqual([code])
    expect(server.openStreams()).toBe(0)
  })
})
