import { expect, it } from 'vitest'
import { describeOnBoth } from '../../../test/harness/databases.js'
import { createService } from '../../../test/harness/service.js'
import { follow, serveStreams } from '../../../test/harness/streams.js'

const PROGRESS = `subscription ($key: String!) { ingestProgress(idempotencyKey: $key) {
  stage message article { title } } }`
const INGEST = `mutation ($input: ArticleIngestInput!) { articleIngest(input: $input) { __typename } }`

interface Step {
  stage: string
  message: string | null
  article: { title: string } | null
}

const long = `# Ferry\n\n“We sail at noon,” said Mara Lindt.\n\n${'The quay was full of people and of gulls. '.repeat(600)}\n`

describeOnBoth('the progress of an ingest', (database) => {
  const start = async () => {
    const service = createService(database)
    const server = await serveStreams(database)
    const [editor, other] = [await service.key('editor'), await service.key('editor', 'reviewer')]
    const put = (key: string, markdown: string) =>
      service.data(INGEST, { input: { source: { markdown }, idempotencyKey: key } }, editor)
    return { server, editor, other, put }
  }
  // The service of the test and the server have nothing in common but the database, as two processes.
  it('is told to whoever ingests, and to nobody else', async () => {
    const { server, editor, other, put } = await start()
    const own = follow<Step>(server, PROGRESS, { variables: { key: 'ferry' }, key: editor })
    const others = follow<Step>(server, PROGRESS, { variables: { key: 'ferry' }, key: other })
    await expect.poll(() => server.openStreams()).toBe(2)
    await put('ferry', long)
    await own.ended
    expect(own.errors).toEqual([])
    const stages = own.events.map(({ stage }) => stage)
    expect(stages.at(-1)).toBe('DONE')
    expect(own.events.at(-1)?.article).toEqual({ title: 'Ferry' })
    if (database.kind === 'postgres') expect(stages).toEqual(['READING', 'EXTRACTING', 'STORING', 'DONE'])
    expect(others.events).toEqual([])
    others.close()
    const late = follow<Step>(server, PROGRESS, { variables: { key: 'ferry' }, key: editor })
    await late.ended
    expect(late.events.map(({ stage }) => stage)).toEqual(['DONE'])
    await server.stop()
  })

  it('says why an ingest was refused', async () => {
    const { server, editor, put } = await start()
    const stream = follow<Step>(server, PROGRESS, { variables: { key: 'empty' }, key: editor })
    await expect.poll(() => server.openStreams()).toBe(1)
    await put('empty', ' ')
    if (database.kind === 'postgres') {
      await stream.ended
      expect(stream.events).toMatchObject([{ stage: 'FAILED', article: null }])
      expect(stream.events[0]?.message).toMatch(/no text/)
    }
    stream.close()
    await server.stop()
  })

  it('refuses whoever may not ingest', async () => {
    const { server } = await start()
    const stream = follow<Step>(server, PROGRESS, { variables: { key: 'ferry' } })
    await stream.ended
    expect(stream.errors).toEqual(['FORBIDDEN'])
    await server.stop()
  })
})
