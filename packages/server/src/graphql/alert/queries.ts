import { readBy } from '@onrecord/pothos-read-plan'
import { sql } from '../../database/sql.js'
import { MOST_ALERTS } from '../../record/alert/alert-storage.js'
import { builder } from '../builder.js'
import type { Context } from '../context.js'

builder.queryField('alerts', (t) =>
  t.field({
    type: ['Alert'],
    description: `The alerts of your key, the oldest first; at most ${MOST_ALERTS}, and none without a key.`,
    complexity: { field: 1, multiplier: MOST_ALERTS },
    ...readBy<object, Context>({
      rows: (_args, { keyId, viewer }) => ({
        model: 'Alert',
        where: [
          keyId === null
            ? sql`${viewer.scopes.has('admin')} AND t."ownerKeyId" IS NULL`
            : sql`t."ownerKeyId" = ${keyId}`,
        ],
        orderBy: [
          { by: sql`t."createdAt"`, direction: 'ASC' },
          { by: sql`t.id`, direction: 'ASC' },
        ],
        limit: MOST_ALERTS,
        varies: true,
      }),
    }),
  } as never),
)
