import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDataFolders, type DataFolders } from '../../../test/harness/data-folder.js'
import { createPostgresDatabase } from '../../../test/harness/databases.js'
import { type Received, type Receiver, startReceiver } from '../../../test/harness/receiver.js'
import { runCommand } from '../../../test/harness/run-command.js'
import { type ServingCommand, serveCommand } from '../../../test/harness/run-process.js'

const [PLACES, EDITS] = [6, 5]

let receiver: Receiver
let folders: DataFolders
let serving: ServingCommand[] = []

beforeEach(async () => {
  folders = createDataFolders()
  receiver = await startReceiver()
})
afterEach(async () => {
  await Promise.all(serving.map((one) => one.end('SIGKILL')))
  serving = []
  await receiver.close()
  folders.remove()
})

/** What came for each object: the instants of its changes, each once, in the order in which they came first. */
const firsts = (received: Received[]) =>
  [...Map.groupBy(received, ({ message }) => message.data.objectId).values()].map((all) => [
    ...new Set(all.map(({ message }) => message.timestamp as string)),
  ])

/** Whether all changes of all places have come. */
const isAll = (received: Received[]) =>
  new Set(received.map(({ id }) => id)).size === PLACES * (EDITS + 1) && firsts(received).length === PLACES

async function start(env: Record<string, string>): Promise<ServingCommand> {
  const server = await serveCommand([], { env: { ...env, ONRECORD_WEBHOOK_PRIVATE: 'on' } })
  serving.push(server)
  return server
}

const makeWebhook = (server: ServingCommand, key: string) =>
  server.ask(
    `mutation { webhookCreate(input: { url: "${receiver.url}", events: ["place.*"] }) { __typename } }`,
    key,
  )

/** Makes places and edits them, by turns through the servers, and tells how far it is. */
async function edit(servers: ServingCommand[], key: string, after: (step: number) => Promise<void>) {
  for (let step = 0; step <= EDITS; step++) {
    for (let place = 0; place < PLACES; place++) {
      const server = servers[(step + place) % servers.length] as ServingCommand
      const input = `name: "Place ${place}", wikidataId: "Q${1000 + place * 10 + step}"`
      const { data } = await server.ask(`mutation { placeUpsert(input: { ${input} }) { __typename } }`, key)
      expect(data.placeUpsert.__typename).toBe('PlaceSuccess')
    }
    await after(step)
  }
}

function expectAllInOrder() {
  for (const instants of firsts(receiver.received)) {
    expect(instants).toHaveLength(EDITS + 1)
    expect(instants).toEqual(instants.toSorted())
  }
}

describe('several processes', () => {
  it('deliver every change of one database, in order per object, though one of them is killed', async () => {
    const env = { DATABASE_URL: await createPostgresDatabase() }
    const { stdout } = await runCommand(['keys', 'create', '--name', 'a', '--role', 'admin'], { env })
    const key = stdout.trim()
    const [one, two] = [await start(env), await start(env)]
    await makeWebhook(one, key)
    receiver.does((response) => void setTimeout(30).then(() => response.writeHead(204).end()))
    await edit([one, two], key, async (step) => {
      if (step !== EDITS) return
      await receiver.until(({ length }) => length > 5)
      await one.end('SIGKILL')
    })
    await receiver.until(isAll, 80_000)
    expectAllInOrder()
  }, 180_000)

  it('deliver what was committed before a kill, once they are started again', async () => {
    const env = { ONRECORD_DATA: folders.create('killed') }
    const first = await start(env)
    const { stdout } = await runCommand(['keys', 'create', '--name', 'a', '--role', 'admin'], { env })
    const key = stdout.trim()
    await makeWebhook(first, key)
    receiver.does((response) => response.writeHead(500).end())
    await edit([first], key, async (step) => {
      if (step === EDITS) await first.end('SIGKILL')
    })
    receiver.received.length = 0
    receiver.does((response) => response.writeHead(204).end())
    await start(env)
    await receiver.until(isAll, 80_000)
    expectAllInOrder()
  }, 180_000)
})
