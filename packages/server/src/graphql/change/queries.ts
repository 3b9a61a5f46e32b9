import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { changeList } from './list.js'

builder.queryField('changes', (t) =>
  t.field(
    connection(changeList, {
      description:
        'The log of changes, in the order in which they were committed: who asks on `after` the last cursor misses none and gets none twice. From the front it has at least the last change of every object, so that a copy of the record begins there. After a cursor that is older than the log is kept it fails with CURSOR_EXPIRED.',
    }),
  ),
)
