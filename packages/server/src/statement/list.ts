import { sql } from '../schema/filter.js'
import { type List, orderInput } from '../schema/list.js'
import { statementConditions } from './filter.js'
import { type StatementFilter, StatementFilterInput } from './filter-input.js'

export const statements: List<StatementFilter> = {
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
  orderInput: orderInput(
    'Statement',
    {
      SAID_AT:
        'When it was said: the first day it can have been, or the last when only that is known; wholly unknown dates count as the oldest.',
      CREATED_AT: 'When it came into the record.',
      UPDATED_AT: 'When it last changed.',
      REVIEW_PRIORITY:
        'What to review first. DESC: in eleven bands of confidence, the surest first (what a person wrote counts as sure); in a band article by article, those that came last first; in an article as one reads. ASC: all of it the other way round, the most doubtful first.',
      POSITION_IN_ARTICLE: 'Where it stands in its article; of several articles, one after the other.',
    },
    'DESC',
  ),
  filterInput: StatementFilterInput,
  where: statementConditions,
}
