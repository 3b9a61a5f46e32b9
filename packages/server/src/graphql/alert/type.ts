import { sql } from '../../database/sql.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { statementList } from '../statement/list.js'

/** The path of an alert's feed. */
export const feedPath = ({ id, token }: { id: string; token: string }): string =>
  `/alerts/${id}.atom?token=${token}`

builder.prismaNode('Alert', {
  id: { field: 'id', description: 'Its global id, for the mutations; `node` finds no alerts.' },
  select: {},
  description:
    'A saved search of statements, of the key that made it. What newly matches goes to its feed, and to its webhook.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is called: the title of its feed.' }),
    filter: t.string({
      description: 'The filter of the statements, as JSON of the input `StatementFilter`.',
      select: { filter: true },
      resolve: ({ filter }) => JSON.stringify(filter),
    }),
    quote: t.exposeString('quote', {
      nullable: true,
      description: 'The quotation whose words the statements have; null when it looks for none.',
    }),
    minSimilarity: t.exposeFloat('minSimilarity', {
      description: 'How similar a statement is to the quotation at least, 0 to 1.',
    }),
    webhookId: t.id({
      nullable: true,
      description: 'Global id of the webhook that is sent what it finds; null for the feed alone.',
      select: { webhookId: true },
      resolve: ({ webhookId }) => (webhookId === null ? null : encodeGlobalId('Webhook', webhookId)),
    }),
    feedPath: t.string({
      description:
        'The path of its Atom feed on this service. Whoever has it can read the feed, as you could: keep it to yourself.',
      select: { id: true, token: true },
      resolve: feedPath,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The instant at which it was made.' }),
    statements: t.field(
      connection(statementList, {
        description: 'The statements that it has found since it was made, as far as you may see them now.',
        filterable: false,
        link: sql`EXISTS (SELECT FROM "AlertMatch" l
          WHERE l."alertId" = p.id AND l."statementId" = t.id AND l."foundAt" IS NOT NULL)`,
      }),
    ),
  }),
})
