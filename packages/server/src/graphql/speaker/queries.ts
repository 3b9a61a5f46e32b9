import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { lookUpField, wikidataKey } from '../look-up-field.js'
import { speakerList } from './list.js'

lookUpField('Speaker', {
  hint: 'To find one by name: `speakers(filter: { name: … })`.',
  keys: { wikidataId: wikidataKey('Speaker') },
})

builder.queryField('speakers', (t) =>
  t.field(connection(speakerList, { description: 'All speakers, by name by default.' })),
)
