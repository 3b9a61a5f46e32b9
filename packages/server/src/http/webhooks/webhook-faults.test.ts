import { expect, it } from 'vitest'
import type { Received } from '../../../test/harness/receiver.js'
import { ingestText } from '../../../test/harness/service.js'
import { describeWebhooks } from '../../../test/harness/webhooks.js'
import { encodeGlobalId } from '../../record/global-id.js'

const story = (title: string) => `# ${title}\n\n“We sail at noon,” said Mara Lindt of the ${title}.\n`

const PATIENT = { timeout: 30_000 }

/** The ids that a receiver has got, each with how often. */
const times = (received: Received[]) =>
  [...Map.groupBy(received, ({ id }) => id).values()].map(({ length }) => length)

describeWebhooks('a receiver that fails', ({ create, receiver, database, deliveries, write }) => {
  /** Makes a webhook, has it sent one message, and waits for what becomes of that. */
  async function fate(input: object = {}) {
    const { id } = await create({ events: ['place.*'], ...input })
    await write('webhookTest', { id })
    await expect.poll(async () => (await deliveries(id))[0].status, PATIENT).not.toBe('PENDING')
    const [delivery] = await deliveries(id)
    const webhook = await database.prisma.webhook.findFirstOrThrow()
    return { ...delivery, disabledReason: webhook.disabledReason, failingSince: webhook.failingSince }
  }

  it('gets the same message again, with the same id, until it takes it', async () => {
    receiver().does((response, _one, count) => response.writeHead(count < 3 ? 500 : 200).end())
    expect(await fate()).toMatchObject({
      ...{ status: 'DELIVERED', attempts: 3, lastStatus: 200, lastError: null, nextAttemptAt: null },
      ...{ disabledReason: null, failingSince: null },
    })
    const { received } = receiver()
    expect(times(received)).toEqual([3])
    expect(new Set(received.map(({ body }) => body)).size).toBe(1)
  })

  it('gets it so often at most; then it is given up, and sent again when somebody asks', async () => {
    receiver().does((response) => response.writeHead(503).end())
    const failed = await fate()
    expect(failed).toMatchObject({
      ...{ status: 'FAILED', attempts: 3, lastStatus: 503, lastError: 'the status is 503' },
      ...{ disabledReason: null, failingSince: expect.any(Date) },
    })
    receiver().does((response) => response.writeHead(200).end())
    await write('webhookDeliveryRetry', { id: failed.id })
    await receiver().until(({ length }) => length === 4)
    await expect
      .poll(async () => (await database.prisma.webhookDelivery.findFirstOrThrow()).status, PATIENT)
      .toBe('DELIVERED')
    expect(times(receiver().received)).toEqual([4])
    const again = await write('webhookDeliveryRetry', { id: failed.id })
    expect(again.message).toBe('input.id is of a delivery that is DELIVERED: only FAILED ones are sent again')
  })

  it('is sent no more once it says that it is gone', async () => {
    receiver().does((response) => response.writeHead(410).end())
    expect(await fate()).toMatchObject({ status: 'FAILED', attempts: 1, disabledReason: 'GONE' })
  })

  it('is sent no more when nothing has arrived for five days', async () => {
    receiver().does((response) => response.writeHead(500).end())
    const { id } = await create({ events: ['place.*'] })
    const longAgo = new Date(Date.now() - 6 * 86_400_000)
    await database.prisma.webhook.updateMany({ data: { failingSince: longAgo } })
    await write('webhookTest', { id })
    await expect
      .poll(async () => (await database.prisma.webhook.findFirstOrThrow()).disabledReason, PATIENT)
      .toBe('FAILING')
  })

  it('is not waited for when it hangs', async () => {
    receiver().does(() => {})
    expect(await fate()).toMatchObject({
      status: 'FAILED',
      lastError: 'no answer within 1 s',
      lastStatus: null,
    })
  })

  it('has not taken what it answers after the time', async () => {
    receiver().does((response) => setTimeout(() => response.writeHead(200).end(), 1_500))
    expect(await fate()).toMatchObject({ status: 'FAILED', attempts: 3, lastStatus: null })
  })

  it('is not followed when it redirects', async () => {
    const inward = { location: 'http://127.0.0.1:1/inward' }
    receiver().does((response) => response.writeHead(307, inward).end())
    expect(await fate()).toMatchObject({
      ...{ status: 'FAILED', lastStatus: 307 },
      lastError: 'the answer is a redirect, 307, which is not followed',
    })
  })

  it('is not read to the end of 2 GB', async () => {
    let sent = 0
    receiver().does((response) => {
      response.writeHead(200, { 'content-length': 2_000_000_000 })
      const chunk = Buffer.alloc(64_000)
      const more = () => {
        while (!response.destroyed && sent < 2_000_000_000) {
          sent += chunk.length
          if (!response.write(chunk)) return void response.once('drain', more)
        }
      }
      more()
    })
    expect(await fate()).toMatchObject({ status: 'DELIVERED', attempts: 1 })
    expect(sent).toBeLessThan(20_000_000)
  })

  it('is tried again when the connection breaks', async () => {
    receiver().does((response, _one, count) => {
      if (count === 1) response.socket?.destroy()
      else response.writeHead(200).end()
    })
    expect(await fate()).toMatchObject({ status: 'DELIVERED', attempts: 2 })
  })

  it('that is not there costs nothing but the tries', async () => {
    expect(await fate({ url: 'http://127.0.0.1:1/nobody' })).toMatchObject({
      ...{ status: 'FAILED', lastStatus: null, lastError: expect.stringContaining('ECONNREFUSED') },
    })
  })

  it('gets the changes of one object in their order, and does not hold up those of others', async () => {
    const one = await ingestText(database, story('one'))
    const two = await ingestText(database, story('two'))
    const [first, second] = [one, two].map(({ articleId }) => encodeGlobalId('Article', articleId))
    const failed = new Set<string>()
    receiver().does((response, { id, message }) => {
      const fails = message.data.objectId === first && !failed.has(id)
      failed.add(id)
      response.writeHead(fails ? 500 : 200).end()
    })
    await create({ events: ['article.*'] })
    for (const [index, id] of [first, second].entries()) {
      for (let step = 0; step < 3; step++) {
        const title = `${index} ${step}`
        await write('articleUpdate', { id, expectedVersion: step + 1, patch: { title } })
      }
    }
    await receiver().until(({ length }) => length === 9)
    const of = (id?: string) => receiver().received.filter(({ message }) => message.data.objectId === id)
    const instants = [...new Set(of(first).map(({ body }) => body))].map((body) => JSON.parse(body).timestamp)
    expect(instants).toEqual(instants.toSorted())
    expect(times(of(first))).toEqual([2, 2, 2])
    const others = of(second)
    expect(others).toHaveLength(3)
    expect(others.at(-1)?.at).toBeLessThan(of(first).at(-1)?.at ?? 0)
  })

  it('does not hold up other receivers', async () => {
    const { url } = receiver()
    receiver().does((response, { message }) => {
      if (message.data.kind) response.writeHead(200).end()
    })
    const { id } = await create({ events: ['place.*'], url: `${url}?hangs` })
    for (let n = 0; n < 12; n++) await write('webhookTest', { id })
    await create({ events: ['article.created'] })
    const before = Date.now()
    await ingestText(database, story('express'))
    await receiver().until((all) => all.some(({ message }) => message.type === 'article.created'))
    expect(Date.now() - before).toBeLessThan(10_000)
  })
})
