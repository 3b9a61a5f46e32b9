import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { articleIngest, createClient, getSpeaker, listStatements, type OnRecordError } from '@onrecord/sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataFolders, type DataFolders } from '../../test/harness/data-folder.js'
import { openTestDatabase } from '../../test/harness/databases.js'
import { runCommand } from '../../test/harness/run-command.js'
import { serveCommand } from '../../test/harness/run-process.js'
import { ingestText } from '../../test/harness/service.js'
import type { Database } from '../database/database.js'
import { createLogger } from '../http/logger.js'
import type { PersistedMode } from '../http/persisted/persisted-operations.js'
import { readOperations } from '../http/persisted/read-operations.js'
import { type RunningServer, startServer } from '../http/server.js'
import { createKey } from '../record/api-key/keys.js'

const OWN = 'query Own { statements(first: 1) { nodes { id } } }'

let database: Database
let key: string
const servers = new Map<PersistedMode, RunningServer>()

beforeAll(async () => {
  database = await openTestDatabase('postgres')
  await ingestText(
    database,
    readFileSync(new URL('../../../../examples/articles/ferry-strike-ends.md', import.meta.url), 'utf8'),
  )
  ;({ key } = await createKey(database.prisma, {
    ...{ name: 'desk', roles: ['editor'], expiresAt: null, environment: 'live', createdBy: 'test' },
  }))
  const operations = readOperations([fileURLToPath(import.meta.resolve('@onrecord/sdk/operations.json'))])
  for (const persisted of ['off', 'allow', 'only'] as const) {
    const server = await startServer({
      ...{ database, logger: createLogger('silent'), host: '127.0.0.1', port: 0, graphiql: false },
      ...{ publicProposals: true, persisted, operations, limits: { rate: null } },
    })
    servers.set(persisted, server)
  }
}, 120_000)
afterAll(async () => {
  await Promise.all([...servers.values()].map((server) => server.stop()))
  await database.close()
})

/** A client, and the bodies that it sends. */
function clientOf(service: PersistedMode, persisted: 'off' | 'auto' | 'only') {
  const sent: { query?: string }[] = []
  const client = createClient({
    url: `${servers.get(service)?.url}/graphql`,
    apiKey: key,
    persisted,
    fetch: (url, init) => {
      sent.push(JSON.parse(String(init?.body)))
      return fetch(url, init)
    },
  })
  /** How many requests had the text of their operation, and how many had not. */
  const counts = () => {
    const texts = sent.filter(({ query }) => query !== undefined).length
    return { texts, hashes: sent.length - texts }
  }
  return { client, counts }
}

describe.each([
  ['off', 'off', { texts: 3, hashes: 0 }],
  ['off', 'auto', { texts: 3, hashes: 3 }],
  ['allow', 'off', { texts: 3, hashes: 0 }],
  ['allow', 'auto', { texts: 0, hashes: 3 }],
  ['allow', 'only', { texts: 0, hashes: 3 }],
  ['only', 'off', { texts: 3, hashes: 0 }],
  ['only', 'auto', { texts: 0, hashes: 3 }],
  ['only', 'only', { texts: 0, hashes: 3 }],
] as const)('a service with "%s" and the SDK with "%s"', (service, persisted, expected) => {
  it('read and write with the ready-made operations', async () => {
    const { client, counts } = clientOf(service, persisted)
    const page = await listStatements(client, { first: 2 })
    expect(page.nodes).toHaveLength(2)
    const id = page.nodes.flatMap(({ speaker }) => speaker?.id ?? [])[0] as string
    expect(await getSpeaker(client, { by: { id } })).toMatchObject({ id })
    const plainText = `Quay ${service} ${persisted}\n\n“No,” said Anselm Okafor.`
    const result = await articleIngest(client, { input: { source: { plainText } } })
    expect(result).toMatchObject({ __typename: 'ArticleSuccess' })
    expect(counts()).toEqual(expected)
  })
})

describe('an operation of one’s own', () => {
  const run = (service: PersistedMode, persisted: 'off' | 'auto' | 'only') => {
    const { client, counts } = clientOf(service, persisted)
    const work = client.request(OWN).then(
      () => 'answered',
      ({ code }: OnRecordError) => code,
    )
    return work.then((outcome) => ({ outcome, ...counts() }))
  }

  it('runs by its text, which a service that allows hashes learns', async () => {
    expect(await run('off', 'auto')).toEqual({ outcome: 'answered', texts: 1, hashes: 1 })
    expect(await run('off', 'only')).toMatchObject({ outcome: 'PERSISTED_QUERY_NOT_SUPPORTED', texts: 0 })
    expect(await run('allow', 'only')).toMatchObject({ outcome: 'PERSISTED_QUERY_NOT_FOUND', texts: 0 })
    expect(await run('allow', 'auto')).toEqual({ outcome: 'answered', texts: 1, hashes: 1 })
    expect(await run('allow', 'only')).toEqual({ outcome: 'answered', texts: 0, hashes: 1 })
  })

  it('does not run where only the list does', async () => {
    expect(await run('only', 'off')).toMatchObject({ outcome: 'PERSISTED_QUERY_NOT_ALLOWED' })
    expect(await run('only', 'auto')).toMatchObject({ outcome: 'PERSISTED_QUERY_NOT_ALLOWED' })
    expect(await run('only', 'only')).toMatchObject({ outcome: 'PERSISTED_QUERY_NOT_FOUND' })
  })
})

it('knows every operation of the SDK by the hash that the SDK sends', () => {
  const file = fileURLToPath(import.meta.resolve('@onrecord/sdk/operations.json'))
  expect([...readOperations([file]).keys()]).toEqual(Object.keys(JSON.parse(readFileSync(file, 'utf8'))))
})

describe('onrecord serve, locked', () => {
  let folders: DataFolders
  beforeAll(() => {
    folders = createDataFolders()
  })
  afterAll(() => folders.remove())

  it('takes articles in, and says where other commands work', async () => {
    const data = folders.create('locked')
    const server = await serveCommand(['--data', data], { env: { ONRECORD_LOCKED: 'on' } })
    try {
      const refused = await server.ask('{ __typename }')
      expect(refused.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_ALLOWED')
      const stdin = 'Quay\n\n“No,” said Anselm Okafor.\n'
      const ingest = await runCommand(['ingest', '--data', data, '-'], { stdin })
      expect([ingest.code, ingest.stdout]).toEqual([0, expect.stringContaining('1 new')])
      const list = await runCommand(['keys', 'list', '--data', data])
      expect([list.code, list.stderr]).toEqual([1, expect.stringContaining('where DATABASE_URL names')])
    } finally {
      await server.end('SIGTERM')
    }
  }, 60_000)

  it('does not start with a list that is wrong, and says why', async () => {
    const env = { ONRECORD_LOCKED: 'on', ONRECORD_OPERATIONS: join(folders.root, 'nowhere.json') }
    const { code, stderr } = await runCommand(['serve', '--data', folders.create('wrong'), '--port', '0'], {
      env,
    })
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^onrecord: the operations at .*: does not exist: check the path\n$/),
    ])
  }, 60_000)
})
