import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { lookUpField } from '../look-up-field.js'
import { eventList } from './list.js'

lookUpField('Event', { keys: {} })

builder.queryField('events', (t) =>
  t.field(connection(eventList, { description: 'All events, the latest first by default.' })),
)
