import { statements } from '../../record/statement/list.js'
import { listType } from '../list-type.js'
import { StatementFilterInput } from './filter-input.js'

export const statementList = listType(statements, {
  filter: StatementFilterInput,
  orders: {
    SAID_AT:
      'When it was said: the first day it can have been, or the last when only that is known; wholly unknown dates count as the oldest.',
    CREATED_AT: 'When it came into the record.',
    UPDATED_AT: 'When it last changed.',
    REVIEW_PRIORITY:
      'What to review first. DESC: in eleven bands of confidence, the surest first (what a person wrote counts as sure); in a band by article, the newest first; in an article by position. ASC: the exact reverse, the most doubtful first.',
    POSITION_IN_ARTICLE: 'Where it stands in its article; of several articles, one after the other.',
  },
})
