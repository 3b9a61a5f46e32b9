import { sql } from '../../database/sql.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { NOUN_OF } from '../../record/nouns.js'
import { HOURS_OF_PREVIOUS } from '../../record/webhook/secret.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { DeliveryStatus, DisabledReason } from './enums.js'
import { deliveryList } from './list.js'

builder.prismaNode('Webhook', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  description: 'A receiver that is sent what changes, signed as Standard Webhooks says. For admins.',
  fields: (t) => ({
    url: t.exposeString('url', { description: 'The address that it is sent to, by POST.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'What it is for, in the words of who made it; null when they said nothing.',
    }),
    events: t.exposeStringList('events', {
      description: 'What is sent: `statement.created`, `statement.*` for all of a type, or `*` for all.',
    }),
    statements: t.string({
      nullable: true,
      description:
        'The filter of the statements whose changes are sent, as JSON of the input `StatementFilter`; null when all are.',
      select: { statementFilter: true },
      resolve: ({ statementFilter }) => (statementFilter === null ? null : JSON.stringify(statementFilter)),
    }),
    keyId: t.exposeString('ownerKeyId', {
      nullable: true,
      description:
        'The `keyId` of the key whose rights it has; null when it was made on the database itself.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The instant at which it was made.' }),
    createdBy: t.exposeString('createdBy', { description: 'Who made it: the name of their key.' }),
    failingSince: t.expose('failingSince', {
      type: 'DateTime',
      nullable: true,
      description: 'The instant since which every try failed; null when the last one did not.',
    }),
    disabledAt: t.expose('disabledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The instant since which nothing is sent; null while it is enabled.',
    }),
    disabledReason: t.expose('disabledReason', {
      type: DisabledReason,
      nullable: true,
      description: 'Why nothing is sent; null while it is enabled.',
    }),
    previousSecretUntil: t.expose('previousUntil', {
      type: 'DateTime',
      nullable: true,
      description: `Until when the secret before signs, too: ${HOURS_OF_PREVIOUS} hours from its rotation; null when there was none.`,
    }),
    deliveries: t.field(
      connection(deliveryList, {
        description: 'What was sent and what waits, newest first; those done are kept for 30 days.',
        link: sql`t."webhookId" = p.id`,
      }),
    ),
  }),
})

builder.prismaNode('WebhookDelivery', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  description: 'One message to a webhook, with what became of it. For admins.',
  fields: (t) => ({
    messageId: t.exposeString('id', {
      description: 'The header `webhook-id`, the same on each try: by it a receiver knows what it has got.',
    }),
    event: t.exposeString('event', { description: 'What it tells of: `statement.created`.' }),
    objectId: t.id({
      nullable: true,
      description: 'Global id of the object that it tells of; null for a test.',
      select: { type: true, entityId: true },
      resolve: ({ type, entityId }) => (type && entityId ? encodeGlobalId(NOUN_OF[type], entityId) : null),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'The instant of the change that it tells of.' }),
    status: t.expose('status', { type: DeliveryStatus, description: 'What became of it.' }),
    attempts: t.exposeInt('attempts', { description: 'How often it was sent.' }),
    lastAttemptAt: t.expose('lastAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The instant of the last try; null before the first.',
    }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The earliest instant of the next try; null when none failed, or none will follow.',
    }),
    lastStatus: t.exposeInt('lastStatus', {
      nullable: true,
      description: 'The HTTP status of the answer to the last try; null when none came.',
    }),
    lastError: t.exposeString('lastError', {
      nullable: true,
      description: 'What went wrong with the last try; null when nothing did.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The instant at which it was made.' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The instant at which it arrived or was given up; null while it waits.',
    }),
  }),
})
