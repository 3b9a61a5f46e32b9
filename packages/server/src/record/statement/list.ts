import { sql } from '../../database/sql.js'
import type { List } from '../lists/list.js'
import { type StatementFilter, statementFilter } from './filter.js'

export const statements: List<
  StatementFilter,
  'SAID_AT' | 'CREATED_AT' | 'UPDATED_AT' | 'POSITION_IN_ARTICLE' | 'REVIEW_PRIORITY'
> = {
  model: 'Statement',
  from: sql`"Statement" t`,
  orders: {
    SAID_AT: [{ column: sql`t."saidSort"`, type: 'date' }],
    CREATED_AT: [{ column: sql`t."createdAt"`, type: 'timestamptz' }],
    UPDATED_AT: [{ column: sql`t."updatedAt"`, type: 'timestamptz' }],
    POSITION_IN_ARTICLE: [
      { column: sql`t."articleId"`, type: 'uuid' },
      { column: sql`t.position`, type: 'int4' },
    ],
    REVIEW_PRIORITY: [
      { column: sql`t."reviewPriority"`, type: 'int4' },
      { column: sql`t."articleId"`, type: 'uuid' },
      { column: sql`t."readingOrder"`, type: 'int4' },
    ],
  },
  defaultOrder: { field: 'SAID_AT', direction: 'DESC' },
  filter: statementFilter,
}
