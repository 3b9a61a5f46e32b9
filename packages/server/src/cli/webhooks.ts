import { type Client, mutate, paginate, query } from '@onrecord/sdk'
import { EXIT } from './exit-codes.js'
import { printLine, tell } from './print.js'
import { messageOf, RemoteError, refused, remotely } from './remote.js'
import { type SettingOptions, settingsOf } from './settings.js'
import { withClient } from './target.js'

interface WebhookOptions extends SettingOptions {
  json?: true
}

interface DeliveryOptions extends WebhookOptions {
  limit: number
  status?: string[]
}

const FIELDS = {
  id: true,
  url: true,
  description: true,
  events: true,
  createdAt: true,
  createdBy: true,
  failingSince: true,
  disabledAt: true,
  disabledReason: true,
} as const

const ERRORS = {
  ValidationError: { message: true },
  NotFoundError: { message: true },
  ForbiddenError: { message: true },
} as const

const WRITTEN = { $on: { WebhookSuccess: { secret: true, webhook: FIELDS }, ...ERRORS } } as const

const DELIVERY = {
  messageId: true,
  event: true,
  objectId: true,
  status: true,
  attempts: true,
  lastStatus: true,
  lastError: true,
  nextAttemptAt: true,
  finishedAt: true,
} as const

interface NewWebhook {
  url: string
  events: string[]
  description?: string
}

/** Runs `onrecord webhooks create`. It prints only the secret to standard output, so that a shell can store it. */
export async function createWebhook(input: NewWebhook, options: WebhookOptions): Promise<void> {
  const { secret, webhook } = await withClient(settingsOf(options), async (client) => {
    const selection = { webhookCreate: { $: { input }, ...WRITTEN } } as const
    const { webhookCreate: result } = await remotely(client, mutate(client, selection))
    if (result?.__typename !== 'WebhookSuccess') throw refused(result)
    return result
  })
  if (options.json) return printLine(JSON.stringify({ secret, ...webhook }))
  printLine(secret ?? '')
  tell(`this signs what webhook ${webhook.id} is sent; keep it: it is not shown again`)
}

/** Runs `onrecord webhooks list`: one line for each webhook, the newest first. */
export async function listWebhooks(options: WebhookOptions): Promise<void> {
  await withClient(settingsOf(options), async (client) => {
    const selection = { webhooks: { $: { first: 100 }, nodes: FIELDS } } as const
    const { webhooks } = await remotely(client, query(client, selection))
    for (const webhook of webhooks?.nodes ?? []) {
      const { id, url, events, disabledReason, failingSince } = webhook
      const state = disabledReason ? disabledReason.toLowerCase() : failingSince ? 'failing' : 'good'
      printLine(
        options.json ? JSON.stringify(webhook) : `${id}  ${state.padEnd(11)}  ${events.join(',')}  ${url}`,
      )
    }
  })
}

/** Runs `onrecord webhooks test`, `rotate` and `remove`. @returns the exit code. */
export async function onWebhook(
  name: 'test' | 'rotate' | 'remove',
  id: string,
  options: WebhookOptions,
): Promise<number> {
  return withClient(settingsOf(options), async (client) => {
    const done = await ACTIONS[name](client, id)
    if ('message' in done) {
      tell(done.message)
      return EXIT.failed
    }
    printLine(options.json ? JSON.stringify(done.json) : done.line)
    return EXIT.done
  })
}

type Done = { json: object; line: string } | { message: string }

const ACTIONS: Record<'test' | 'rotate' | 'remove', (client: Client, id: string) => Promise<Done>> = {
  async test(client, id) {
    const members = { $on: { WebhookDeliverySuccess: { delivery: DELIVERY }, ...ERRORS } } as const
    const selection = { webhookTest: { $: { input: { id } }, ...members } } as const
    const { webhookTest: result } = await remotely(client, mutate(client, selection))
    if (result?.__typename !== 'WebhookDeliverySuccess') return failure(result)
    return { json: result.delivery, line: `${result.delivery.messageId} waits to be sent` }
  },
  async rotate(client, id) {
    const selection = { webhookRotateSecret: { $: { input: { id } }, ...WRITTEN } } as const
    const { webhookRotateSecret: result } = await remotely(client, mutate(client, selection))
    if (result?.__typename !== 'WebhookSuccess') return failure(result)
    const { secret, webhook } = result
    return { json: { secret, ...webhook }, line: secret ?? '' }
  },
  async remove(client, id) {
    const members = { $on: { WebhookDeleteSuccess: { deletedId: true }, ...ERRORS } } as const
    const selection = { webhookDelete: { $: { input: { id } }, ...members } } as const
    const { webhookDelete: result } = await remotely(client, mutate(client, selection))
    if (result?.__typename !== 'WebhookDeleteSuccess') return failure(result)
    return { json: result, line: `removed ${result.deletedId}` }
  },
}

/** What is said of a webhook that is not there. @throws RemoteError for a caller who may not do this. */
function failure(result: { __typename: string } | null): { message: string } {
  if (result?.__typename === 'ForbiddenError' || result === null) throw refused(result)
  return { message: messageOf(result) }
}

/** Runs `onrecord webhooks deliveries`: one line for each, the newest first. */
export async function listDeliveries(
  id: string,
  { limit, status, ...options }: DeliveryOptions,
): Promise<void> {
  const filter = status ? { statuses: status.map((one) => one.toUpperCase() as 'FAILED') } : {}
  await withClient(settingsOf(options), async (client) => {
    const page = async (after: string | null) => {
      const { webhook } = await remotely(
        client,
        query(client, {
          webhook: {
            $: { by: { id } },
            deliveries: {
              $: { first: 100, filter, ...(after ? { after } : {}) },
              nodes: DELIVERY,
              pageInfo: { hasNextPage: true, endCursor: true },
            },
          },
        }),
      )
      if (!webhook) throw new RemoteError(`there is no webhook ${id}: see onrecord webhooks list`)
      return webhook.deliveries
    }
    for await (const delivery of paginate(page, { limit })) {
      const { messageId, event, status: state, attempts, lastError } = delivery
      const line = `${messageId}  ${state.toLowerCase().padEnd(9)}  ${attempts}×  ${event}`
      printLine(options.json ? JSON.stringify(delivery) : lastError ? `${line}  ${lastError}` : line)
    }
  })
}
