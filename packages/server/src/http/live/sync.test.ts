import {
  createClient,
  listChanges,
  OnRecordError,
  StatementChangedDocument,
  type SyncedChange,
  subscribe,
  sync,
} from '@onrecord/sdk'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnBoth } from '../../../test/harness/databases.js'
import { createService } from '../../../test/harness/service.js'
import { serveStreams } from '../../../test/harness/streams.js'
import { write } from '../../../test/harness/writes.js'
import { type QuotedStory, takeQuotedStory } from '../../../test/worlds/quoted-story.js'
import type { RunningServer } from '../server.js'

describeOnBoth('the SDK, on a stream of changes', (database) => {
  let server: RunningServer
  let desk: QuotedStory
  let editor: string
  let start: string | null
  const end = () => new AbortController()
  const service = () => createService(database, { publicProposals: true })
  const client = (url = server.url) => createClient({ url: `${url}/graphql` })
  const edit = (id: string, expectedVersion: number, medium: string) =>
    write(service(), 'statementUpdate', { id, expectedVersion, patch: { medium } }, editor)

  beforeEach(async () => {
    editor = await service().key('editor', 'reviewer')
    server = await serveStreams(database)
    start = (await listChanges(client(), { last: 1 })).pageInfo.endCursor
    desk = await takeQuotedStory(database)
  })
  afterEach(() => server.stop())

  /** Collects the events of a stream until the test ends it. */
  function collect<Event>(events: AsyncIterable<Event>) {
    const seen: Event[] = []
    const ended = (async () => {
      for await (const event of events) seen.push(event)
    })()
    return { seen, ended }
  }
  const statementsOf = (seen: SyncedChange[]) =>
    seen.map(({ change: { kind, object } }) =>
      object?.__typename === 'Statement' ? `${kind} ${object.text} ${object.medium}` : `${kind} gone`,
    )

  it('catches up, follows, and goes on when the service restarts, each change once', async () => {
    const over = end()
    const { seen, ended } = collect(
      sync(client(), { after: start, types: ['STATEMENT'], signal: over.signal }),
    )
    await expect.poll(() => server.openStreams(), { timeout: 10_000 }).toBe(1)
    const before = seen.length
    expect(before).toBeGreaterThan(1)
    await edit(desk.sail.id, 1, 'SPEECH')
    await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(before + 1)
    const port = Number(new URL(server.url).port)
    await server.stop()
    await edit(desk.sail.id, 2, 'INTERVIEW')
    server = await serveStreams(database, {}, port)
    await write(service(), 'statementDelete', { id: desk.sail.id, expectedVersion: 3 }, editor)
    await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(before + 3)
    over.abort()
    await ended
    expect(statementsOf(seen).slice(before)).toEqual([
      expect.stringMatching(/^UPDATED .* SPEECH$/),
      // An object is as it is when it is read.
      expect.stringMatching(/^UPDATED (gone|.* INTERVIEW)$/),
      'DELETED gone',
    ])
    const log = await listChanges(client(), { after: start, filter: { types: ['STATEMENT'] } })
    expect(seen.map(({ cursor }) => cursor)).toEqual(log.edges.map(({ cursor }) => cursor))
    await expect.poll(() => server.openStreams(), { timeout: 10_000 }).toBe(0)
  }, 30_000)

  it('subscribes to the statements of a filter, typed, and resumes behind a cursor', async () => {
    const filter = { speakerIds: [desk.sail.speakerId] }
    const first = subscribe(client(), StatementChangedDocument, { filter, after: start })
    const { value } = await first.next()
    expect(value?.statementChanged).toMatchObject({ kind: 'CREATED', statementId: desk.sail.id })
    const text: string | undefined = value?.statementChanged.statement?.text
    expect(text).toBe('“We sail at noon,”')
    await first.return()
    await edit(desk.quay.id, 1, 'SPEECH')
    await edit(desk.sail.id, 1, 'SPEECH')
    const after = value?.statementChanged.cursor
    for await (const { statementChanged } of subscribe(client(), StatementChangedDocument, {
      filter,
      after,
    })) {
      expect(statementChanged).toMatchObject({ kind: 'UPDATED', statementId: desk.sail.id })
      break
    }
  })

  it('rejects with the advice when the cursor is older than the log is kept', async () => {
    await database.prisma.changeHorizon.update({ where: { id: 1 }, data: { sequence: 2 ** 40 } })
    const failure = await sync(client(), { after: start })
      .next()
      .catch((error: unknown) => error)
    await database.prisma.changeHorizon.update({ where: { id: 1 }, data: { sequence: 0 } })
    expect(failure).toBeInstanceOf(OnRecordError)
    expect(failure).toMatchObject({
      code: 'CURSOR_EXPIRED',
      message: expect.stringContaining('begin again without after'),
    })
  })
})
