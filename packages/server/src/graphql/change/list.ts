import { type ChangeFilter, changes } from '../../record/changes/list.js'
import { filterInput, whichOf } from '../filter-input.js'
import { listType } from '../list-type.js'
import { ChangedType } from './type.js'

const ChangeFilterInput = filterInput<ChangeFilter>('Change', whichOf('changes'), (t) => ({
  types: t.field({ type: [ChangedType], description: 'Changes of objects of one of these types.' }),
}))

export const changeList = listType(changes, { filter: ChangeFilterInput })
