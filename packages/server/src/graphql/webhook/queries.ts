import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { lookUpField } from '../look-up-field.js'
import { webhookList } from './list.js'

lookUpField('Webhook', { hint: 'Only admins find one.', keys: {} })

builder.queryField('webhooks', (t) =>
  t.field({
    ...(connection(webhookList, {
      description: 'All webhooks, newest first; needs the scope ADMIN.',
    }) as object),
    // Null for a caller without the scope: a non-null field would take the answers of the other fields with it.
    nullable: true,
    authScopes: { admin: true },
  } as never),
)
