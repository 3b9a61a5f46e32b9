import { HOURS_OF_PREVIOUS } from '../../record/webhook/secret.js'
import {
  createWebhook,
  deleteWebhook,
  LONGEST_DESCRIPTION,
  readWebhookPatch,
  retryDelivery,
  rotateSecret,
  testWebhook,
  updateWebhook,
  type WebhookWriter,
  type WebhookWritten,
} from '../../record/webhook/webhook-storage.js'
import type { Written } from '../../record/write/outcome.js'
import { builder, type InputFields } from '../builder.js'
import type { Context } from '../context.js'
import { mutation, resultUnion } from '../mutation.js'
import { StatementFilterInput } from '../statement/filter-input.js'
import { idField } from '../target-fields.js'
import { written } from '../written.js'

const WebhookSuccess = builder.objectRef<WebhookWritten>('WebhookSuccess').implement({
  description: 'The write succeeded: the webhook, and what is shown of it only once.',
  fields: (t) => ({
    webhook: t.field(written('Webhook', 'The webhook as it is now.')),
    secret: t.exposeString('secret', {
      nullable: true,
      description:
        'The secret that signs, `whsec_…`, shown this once; null unless it was made now. Keep it with the receiver.',
    }),
  }),
})

const DeliverySuccess = builder.objectRef<Written>('WebhookDeliverySuccess').implement({
  description: 'The delivery waits for its turn, which comes within seconds.',
  fields: (t) => ({
    delivery: t.field(written('WebhookDelivery', 'The delivery. Read it again to see what became of it.')),
  }),
})

const Deleted = builder.objectRef<{ deletedId: string }>('WebhookDeleteSuccess').implement({
  description: 'The webhook is gone, with all that waited for it.',
  fields: (t) => ({ deletedId: t.exposeID('deletedId', { description: 'The global id that it had.' }) }),
})

const WebhookResult = resultUnion('WebhookResult', WebhookSuccess, 'What came of a write to a webhook.', [
  'NotFoundError',
])
const DeliveryResult = resultUnion(
  'WebhookDeliveryResult',
  DeliverySuccess,
  'What came of asking for a delivery.',
  ['NotFoundError'],
)
const DeleteResult = resultUnion('WebhookDeleteResult', Deleted, 'What came of deleting a webhook.', [
  'NotFoundError',
])

const writerOf = ({ viewer, keyId, privateReceivers }: Context): WebhookWriter => ({
  viewer,
  keyId,
  privateReceivers,
})

/** The fields of a webhook that people set. @param required whether it is a new one. */
const patchFields = <Required extends boolean>(t: InputFields, required: Required) => ({
  url: t.string({
    required,
    description: 'Where to send to, by POST: `https://example.org/hooks`. It must be public and https.',
  }),
  events: t.stringList({
    required,
    description:
      'What is sent: `statement.created` for one event, `article.*` for all of a type, `*` for all. The types are those of `EntityType`, the events those of `ChangeKind`, in lower case.',
  }),
  description: t.string({ description: `What it is for, up to ${LONGEST_DESCRIPTION} characters.` }),
  statements: t.field({
    type: StatementFilterInput,
    description:
      'Of changes of statements, only those of the statements that this keeps after the change are sent; null or absent: all.',
  }),
})

mutation('webhookCreate', {
  description:
    'Makes a webhook, which is sent what changes from now on; needs the scope ADMIN. Its input has no `idempotencyKey`: an answer that is kept would keep the secret.',
  scope: 'admin',
  result: WebhookResult,
  inputDescription: 'A webhook to make.',
  inputFields: (t) => patchFields(t, true),
  hasIdempotencyKey: false,
  run: async (input, transact, context) => {
    const writer = writerOf(context)
    const columns = readWebhookPatch(input, writer)
    return transact(({ tx }) => createWebhook(tx, columns, writer))
  },
})

mutation('webhookUpdate', {
  description: 'Changes a webhook, disables it, or enables it again; needs the scope ADMIN.',
  scope: 'admin',
  result: WebhookResult,
  inputDescription: 'A webhook, and what to change. A field that is left out stays.',
  inputFields: (t) => ({
    ...idField(t, 'webhook'),
    ...patchFields(t, false),
    enabled: t.boolean({
      description:
        'False: nothing is sent until it is enabled. True, after it was disabled: what has waited and what has changed meanwhile is sent, with the rights of your key from now on.',
    }),
  }),
  run: async ({ id, enabled, ...input }, transact, context) => {
    const writer = writerOf(context)
    const columns = readWebhookPatch(input, writer)
    return transact(({ tx }) => updateWebhook(tx, { id, enabled, columns }, writer))
  },
})

mutation('webhookTest', {
  description: 'Sends a webhook the event `webhook.test`; needs the scope ADMIN.',
  scope: 'admin',
  result: DeliveryResult,
  inputDescription: 'The webhook to test.',
  inputFields: (t) => idField(t, 'webhook'),
  run: ({ id }, transact) => transact(({ tx }) => testWebhook(tx, id)),
})

mutation('webhookRotateSecret', {
  description: `Gives a webhook a new secret. For ${HOURS_OF_PREVIOUS} hours the one before signs, too: deliveries have two signatures. Needs the scope ADMIN. Its input has no \`idempotencyKey\`: an answer that is kept would keep the secret.`,
  scope: 'admin',
  result: WebhookResult,
  inputDescription: 'The webhook whose secret is replaced.',
  inputFields: (t) => idField(t, 'webhook'),
  hasIdempotencyKey: false,
  run: ({ id }, transact) => transact(({ tx }) => rotateSecret(tx, id)),
})

mutation('webhookDelete', {
  description: 'Deletes a webhook, and all that waits for it; needs the scope ADMIN.',
  scope: 'admin',
  result: DeleteResult,
  inputDescription: 'The webhook to delete.',
  inputFields: (t) => idField(t, 'webhook'),
  run: ({ id }, transact) => transact(async ({ tx }) => ({ deletedId: await deleteWebhook(tx, id) })),
})

mutation('webhookDeliveryRetry', {
  description: 'Sends a delivery again that was given up; needs the scope ADMIN.',
  scope: 'admin',
  result: DeliveryResult,
  inputDescription: 'The delivery, whose `status` is FAILED.',
  inputFields: (t) => idField(t, 'delivery'),
  run: ({ id }, transact) => transact(({ tx }) => retryDelivery(tx, id)),
})
