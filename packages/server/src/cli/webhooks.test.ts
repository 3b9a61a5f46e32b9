import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDataFolders, type DataFolders } from '../../test/harness/data-folder.js'
import { type Receiver, startReceiver } from '../../test/harness/receiver.js'
import { runCommand } from '../../test/harness/run-command.js'
import { type ServingCommand, serveCommand } from '../../test/harness/run-process.js'

let folders: DataFolders
let receiver: Receiver
let server: ServingCommand
let env: Record<string, string>

beforeEach(async () => {
  folders = createDataFolders()
  receiver = await startReceiver()
  env = { ONRECORD_DATA: folders.create('webhooks') }
  server = await serveCommand([], { env })
})
afterEach(async () => {
  await server.end('SIGTERM')
  await receiver.close()
  folders.remove()
})

const run = (...args: string[]) => runCommand(['webhooks', ...args], { env })
const json = (stdout: string) => JSON.parse(stdout)

it('makes, lists, tests, rotates and removes a webhook, and shows what it was sent', async () => {
  const made = await run(
    'create',
    receiver.url,
    '--event',
    'place.*',
    'topic.created',
    '--description',
    'Desk',
  )
  expect([made.code, made.stdout]).toEqual([0, expect.stringMatching(/^whsec_[\w+/=]{44}\n$/)])
  expect(made.stderr).toMatch(
    /^onrecord: this signs what webhook \S+ is sent; keep it: it is not shown again\n$/,
  )
  const { id, ...webhook } = json((await run('list', '--json')).stdout)
  expect(webhook).toMatchObject({
    url: receiver.url,
    events: ['place.*', 'topic.created'],
    description: 'Desk',
  })
  expect((await run('list')).stdout).toBe(`${id}  good         place.*,topic.created  ${receiver.url}\n`)

  expect((await run('test', id)).stdout).toMatch(/^\S{36} waits to be sent\n$/)
  await receiver.until(({ length }) => length === 1)
  const messageId = receiver.received[0]?.id
  await expect
    .poll(async () => (await run('deliveries', id)).stdout, { timeout: 20_000, interval: 500 })
    .toBe(`${messageId}  delivered  1×  webhook.test\n`)
  expect((await run('deliveries', id, '--status', 'failed', 'pending', '--json')).stdout).toBe('')

  const rotated = await run('rotate', id)
  expect(rotated.stdout).toMatch(/^whsec_/)
  expect(rotated.stdout).not.toBe(made.stdout)
  expect((await run('remove', id)).stdout).toBe(`removed ${id}\n`)
  expect(await run('remove', id)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no Webhook with this id'),
  })
  expect(await run('deliveries', id)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('there is no webhook'),
  })
}, 120_000)

it('says what is wrong', async () => {
  expect(await run('create', 'not-an-address', '--event', '*')).toMatchObject({
    ...{ code: 1, stderr: expect.stringContaining('input.url is no address') },
  })
  expect(await run('create', receiver.url, '--event', 'statement.said')).toMatchObject({
    ...{ code: 1, stderr: expect.stringContaining('input.events[0] is no event') },
  })
  expect(await run('create', receiver.url)).toMatchObject({
    ...{ code: 2, stderr: expect.stringContaining("required option '--event") },
  })
})
