import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import { ingestText } from '../../../test/harness/service.js'
import { describeWebhooks } from '../../../test/harness/webhooks.js'
import { encodeGlobalId } from '../../record/global-id.js'

const PATIENT = { timeout: 30_000 }

const STORY = '# Ferry\n\n“We sail at noon,” said Mara Lindt.\n'

describeWebhooks('webhooks', ({ create, receiver, service, database, deliveries, write }) => {
  it('are sent what changes, signed as Standard Webhooks says', async () => {
    const { secret } = await create({ events: ['statement.*'] })
    const { articleId } = await ingestText(database, STORY)
    await receiver().until(({ length }) => length === 1)
    const [{ headers, body, message } = {} as never] = receiver().received
    expect(new Webhook(secret).verify(body, headers)).toEqual(message)
    const change = await database.prisma.change.findFirstOrThrow({ where: { type: 'STATEMENT' } })
    expect(message).toEqual({
      ...{ type: 'statement.created', timestamp: change.at.toISOString() },
      data: {
        ...{ cursor: expect.any(String), kind: 'CREATED', objectType: 'STATEMENT' },
        objectId: encodeGlobalId('Statement', change.entityId),
        object: expect.objectContaining({
          text: '“We sail at noon,”',
          speaker: expect.objectContaining({ name: 'Mara Lindt' }),
          article: expect.objectContaining({ id: encodeGlobalId('Article', articleId), title: 'Ferry' }),
        }),
      },
    })
    const behind = `{ changes(after: "${message.data.cursor}") { nodes { objectId } } }`
    const { changes } = await service().data(behind)
    expect(changes.nodes.map(({ objectId }: { objectId: string }) => objectId)).not.toContain(
      message.data.objectId,
    )
  })

  it('are sent the events that they name, and what their filter keeps', async () => {
    await create({ events: ['statement.created', 'article.*'], statements: { text: 'herring' } })
    await ingestText(
      database,
      '# Quay\n\n“No herring today,” said Ewa Park.\n\n“We sail at one,” said Mara Lindt.\n',
    )
    await receiver().until(({ length }) => length === 2)
    expect(
      receiver()
        .received.map(({ message }) => message.type)
        .sort(),
    ).toEqual(['article.created', 'statement.created'])
    expect(receiver().received.flatMap(({ message }) => message.data.object.text ?? [])).toEqual([
      '“No herring today,”',
    ])
  })

  it('are told of an object in the bin, without its fields', async () => {
    const { articleId } = await ingestText(database, '# Bin\n\n“Out it goes,” said Ole Dahl.\n')
    await create({ events: ['article.deleted', 'article.restored'] })
    const id = encodeGlobalId('Article', articleId)
    await write('articleDelete', { id, expectedVersion: 1 })
    await receiver().until(({ length }) => length === 1)
    await write('articleRestore', { id })
    await receiver().until(({ length }) => length === 2)
    const [first, second] = receiver().received
    expect(first?.message).toMatchObject({ type: 'article.deleted', data: { objectId: id, object: null } })
    expect(second?.message).toMatchObject({ type: 'article.restored', data: { object: { title: 'Bin' } } })
  })

  it('are tested', async () => {
    const { id, secret } = await create({ events: ['place.*'] })
    await write('webhookTest', { id })
    await receiver().until(({ length }) => length === 1)
    const [{ headers, body, message } = {} as never] = receiver().received
    expect(new Webhook(secret).verify(body, headers)).toEqual(message)
    expect(message).toMatchObject({ type: 'webhook.test', data: {} })
    await expect
      .poll(() => deliveries(id), PATIENT)
      .toMatchObject([{ event: 'webhook.test', status: 'DELIVERED' }])
  })

  it('have two signatures after a rotation, until the old secret is no longer good', async () => {
    const { id, secret } = await create({ events: ['place.*'] })
    const { secret: next } = await write('webhookRotateSecret', { id })
    expect(next).not.toBe(secret)
    await write('webhookTest', { id })
    await receiver().until(({ length }) => length === 1)
    await database.prisma.webhook.updateMany({ data: { previousUntil: new Date(Date.now() - 1) } })
    await write('webhookTest', { id })
    await receiver().until(({ length }) => length === 2)
    const [both, one] = receiver().received
    for (const good of [secret, next]) {
      expect(new Webhook(good).verify(both?.body ?? '', both?.headers ?? {})).toBeTruthy()
    }
    expect(new Webhook(next).verify(one?.body ?? '', one?.headers ?? {})).toBeTruthy()
    expect(() => new Webhook(secret).verify(one?.body ?? '', one?.headers ?? {})).toThrow('No matching')
  })

  it('wait while they are disabled, and miss nothing', async () => {
    const { id } = await create({ events: ['article.*'] })
    await write('webhookUpdate', { id, enabled: false })
    await ingestText(database, '# While it was off\n\n“Nobody hears,” said Ole Dahl.\n')
    await write('webhookUpdate', { id, enabled: true })
    await receiver().until(({ length }) => length === 1)
    expect(receiver().received[0]?.message.data.object.title).toBe('While it was off')
  })

  it('are disabled when the key that made them is revoked', async () => {
    const key = await service().key('admin')
    const { id } = await create({}, key)
    const { keyId } = await database.prisma.webhook.findFirstOrThrow().then(({ ownerKeyId }) => ({
      keyId: ownerKeyId,
    }))
    await write('apiKeyRevoke', { keyId })
    await ingestText(database, '# Revoked\n\n“Not for you,” said Ole Dahl.\n')
    await expect
      .poll(async () => (await database.prisma.webhook.findFirstOrThrow()).disabledReason, PATIENT)
      .toBe('KEY_INVALID')
    expect(receiver().received).toEqual([])
    expect(await deliveries(id)).toEqual([])
  })

  it('can be changed and deleted while they are sent to', async () => {
    receiver().does((response, _one, count) => response.writeHead(count % 2 ? 500 : 200).end())
    for (let round = 0; round < 4; round++) {
      const { id } = await create({ events: ['place.*'] })
      for (let n = 0; n < 20; n++) await write('webhookTest', { id })
      await receiver().until(({ length }) => length > 0)
      for (const enabled of [false, true]) {
        expect(await write('webhookUpdate', { id, enabled })).toMatchObject({ __typename: 'WebhookSuccess' })
      }
      expect(await write('webhookDelete', { id })).toMatchObject({ __typename: 'WebhookDeleteSuccess' })
      receiver().received.length = 0
    }
    expect(await database.prisma.webhookDelivery.count()).toBe(0)
  })

  it('are gone once they are deleted', async () => {
    const { id } = await create({ events: ['*'] })
    expect(await write('webhookDelete', { id })).toEqual({
      __typename: 'WebhookDeleteSuccess',
      deletedId: id,
    })
    const { webhook } = await service().data(`{ webhook(by: { id: "${id}" }) { id } }`, {}, undefined)
    expect(webhook).toBe(null)
    expect(await write('webhookDelete', { id })).toMatchObject({ __typename: 'NotFoundError' })
  })
})
