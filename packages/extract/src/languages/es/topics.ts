import { topicEntries } from '../topic-entries.js'

export const TOPICS = topicEntries('')
