import { type TopicFilter, topics } from '../../record/topic/list.js'
import { filterInput, whichOf } from '../filter-input.js'
import { listType } from '../list-type.js'

const TopicFilterInput = filterInput<TopicFilter>('Topic', whichOf('topics'), (t) => ({
  name: t.string({ description: 'Part of the name or an alias; case and diacritics do not matter.' }),
  parentIds: t.idList({ description: 'Directly below one of these topics.' }),
}))

export const topicList = listType(topics, {
  filter: TopicFilterInput,
  orders: { NAME: 'The name, case and diacritics folded.', UPDATED_AT: 'When it last changed.' },
})
