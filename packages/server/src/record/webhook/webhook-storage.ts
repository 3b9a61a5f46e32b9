import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { sql } from '../../database/sql.js'
import { Prisma } from '../../generated/prisma/client.js'
import { NotFoundError } from '../errors.js'
import type { StatementFilter } from '../statement/filter.js'
import { filterToStore } from '../statement/stored-filter.js'
import type { Viewer } from '../viewer.js'
import { given, uuidIn, wrong } from '../write/input.js'
import { line } from '../write/line.js'
import type { Written } from '../write/outcome.js'
import { readEvents, TEST_EVENT } from './events.js'
import { receiverAddress } from './receiver-address.js'
import { HOURS_OF_PREVIOUS, newSecret } from './secret.js'

/** The largest number of webhooks. */
export const MOST_WEBHOOKS = 100

/** Most characters of a description. */
export const LONGEST_DESCRIPTION = 200

/** Whoever writes to a webhook, and what the service allows. */
export interface WebhookWriter {
  viewer: Viewer
  keyId: string | null
  /** Whether receivers may be in private networks, or use http. */
  privateReceivers: boolean
}

/** The fields of a webhook that people set. */
export interface WebhookPatch {
  url?: string | null | undefined
  description?: string | null | undefined
  events?: readonly string[] | null | undefined
  statements?: StatementFilter | null | undefined
  enabled?: boolean | null | undefined
}

/** What a write to a webhook did. The secret is shown this once. */
export interface WebhookWritten extends Written {
  secret: string | null
}

type Columns = Pick<Prisma.WebhookUncheckedUpdateInput, 'url' | 'description' | 'statementFilter'> & {
  events?: string[]
}

/** Checks the fields of a patch, and gives their columns. @throws InputError */
export function readWebhookPatch(patch: WebhookPatch, { viewer, privateReceivers }: WebhookWriter): Columns {
  const { url, description, events, statements } = patch
  const path = (field: string) => ['input', field]
  return {
    url: given(url, path('url'), (value, at) => receiverAddress(value, at, privateReceivers)) as string,
    events: given(events, path('events'), readEvents) as string[],
    ...(description === undefined
      ? {}
      : { description: description && line(description, path('description'), LONGEST_DESCRIPTION) }),
    ...(statements === undefined
      ? {}
      : {
          statementFilter: statements ? filterToStore(statements, viewer, path('statements')) : Prisma.DbNull,
        }),
  }
}

/** Makes a webhook, which is sent what changes from now on. @throws InputError when there are too many. */
export async function createWebhook(
  tx: Transaction,
  columns: Columns,
  { viewer, keyId: ownerKeyId }: WebhookWriter,
): Promise<WebhookWritten> {
  if ((await tx.webhook.count()) >= MOST_WEBHOOKS) {
    throw wrong(['input'], `is one too many: delete one of the ${MOST_WEBHOOKS} webhooks first`)
  }
  const secret = newSecret()
  const [log] = await tx.$queryRaw<{ last: bigint }[]>(
    sql`SELECT coalesce(max(sequence), 0) AS last FROM "Change"`,
  )
  const { id } = await tx.webhook.create({
    data: {
      ...(columns as { url: string; events: string[] }),
      ...{ id: newId(), secret, ownerKeyId, cursor: log?.last ?? 0n, createdBy: viewer.name },
    },
  })
  return { id, secret }
}

/**
 * Changes a webhook. Enabled again, it is sent what has waited and what has changed meanwhile, with the rights of who
 * enables it.
 */
export async function updateWebhook(
  tx: Transaction,
  { id: globalId, enabled, columns }: { id: string; enabled?: boolean | null | undefined; columns: Columns },
  { keyId: ownerKeyId }: WebhookWriter,
): Promise<WebhookWritten> {
  const webhook = await lockWebhook(tx, globalId)
  const { id } = webhook
  const isOn = given(enabled, ['input', 'enabled'], (value) => value) ?? webhook.disabledAt === null
  await tx.webhook.update({ where: { id }, data: columns })
  if (isOn && webhook.disabledAt) {
    const enabledNow = { disabledAt: null, disabledReason: null, failingSince: null, ownerKeyId }
    await tx.webhook.update({ where: { id }, data: enabledNow })
    await tx.webhookDelivery.updateMany({
      where: { webhookId: id, status: 'PENDING' },
      data: { queuedAt: null, nextAttemptAt: null },
    })
  } else if (!isOn && !webhook.disabledAt) {
    await tx.webhook.update({
      where: { id },
      data: { disabledAt: new Date(), disabledReason: 'REQUESTED' },
    })
  }
  return { id, secret: null }
}

/** Gives a webhook a new secret. The one before signs, too, for some hours. */
export async function rotateSecret(tx: Transaction, globalId: string): Promise<WebhookWritten> {
  const { id, secret: previousSecret } = await lockWebhook(tx, globalId)
  const secret = newSecret()
  const previousUntil = new Date(Date.now() + HOURS_OF_PREVIOUS * 3_600_000)
  await tx.webhook.update({ where: { id }, data: { secret, previousSecret, previousUntil } })
  return { id, secret }
}

/** Deletes a webhook, and all that waits for it. @returns its global id. */
export async function deleteWebhook(tx: Transaction, globalId: string): Promise<string> {
  const { id } = await lockWebhook(tx, globalId)
  await tx.webhook.delete({ where: { id } })
  return globalId
}

/** Makes a delivery that tells of nothing, to see whether it arrives. */
export async function testWebhook(tx: Transaction, globalId: string): Promise<Written> {
  const { id: webhookId, disabledAt } = await lockWebhook(tx, globalId)
  if (disabledAt) throw wrong(['input', 'id'], 'is of a webhook that is disabled: enable it first')
  return tx.webhookDelivery.create({
    data: { id: newId(), webhookId, event: TEST_EVENT, at: new Date() },
    select: { id: true },
  })
}

/** Has a delivery that was given up sent again. @throws NotFoundError, InputError when it was not given up. */
export async function retryDelivery(tx: Transaction, globalId: string): Promise<Written> {
  const id = uuidIn('WebhookDelivery', globalId, ['input', 'id'])
  const delivery = await tx.webhookDelivery.findUnique({ where: { id } })
  if (!delivery) throw new NotFoundError('WebhookDelivery', globalId)
  if (delivery.status !== 'FAILED') {
    throw wrong(
      ['input', 'id'],
      `is of a delivery that is ${delivery.status}: only FAILED ones are sent again`,
    )
  }
  await tx.webhookDelivery.update({
    where: { id },
    data: { status: 'PENDING', finishedAt: null, queuedAt: null, attempts: 0 },
  })
  return { id }
}

/** Locks a webhook until the transaction ends. @throws InputError, NotFoundError */
async function lockWebhook(tx: Transaction, globalId: string) {
  const id = uuidIn('Webhook', globalId, ['input', 'id'])
  await tx.$queryRaw(sql`SELECT FROM "Webhook" WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
  const webhook = await tx.webhook.findUnique({ where: { id } })
  if (!webhook) throw new NotFoundError('Webhook', globalId)
  return webhook
}
