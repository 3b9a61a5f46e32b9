import {
  deleteAlert,
  LONGEST_NAME,
  LONGEST_QUOTE,
  MOST_ALERTS,
  MOST_MATCHING,
  prepareAlert,
  saveAlert,
} from '../../record/alert/alert-storage.js'
import type { Written } from '../../record/write/outcome.js'
import { builder, type InputFields } from '../builder.js'
import { mutation, resultUnion } from '../mutation.js'
import { StatementFilterInput } from '../statement/filter-input.js'
import { idField } from '../target-fields.js'
import { written } from '../written.js'

const AlertSuccess = builder.objectRef<Written>('AlertSuccess').implement({
  description: 'The write succeeded: the alert as it is now.',
  fields: (t) => ({ alert: t.field(written('Alert', 'The alert as it is now.')) }),
})

const Deleted = builder.objectRef<{ deletedId: string }>('AlertDeleteSuccess').implement({
  description: 'The alert is gone, with its feed.',
  fields: (t) => ({ deletedId: t.exposeID('deletedId', { description: 'The global id that it had.' }) }),
})

const AlertResult = resultUnion('AlertResult', AlertSuccess, 'What came of a write to an alert.', [
  'NotFoundError',
])
const DeleteResult = resultUnion('AlertDeleteResult', Deleted, 'What came of deleting an alert.', [
  'NotFoundError',
])

const patchFields = <Required extends boolean>(t: InputFields, required: Required) => ({
  name: t.string({ required, description: `What it is called, 1 to ${LONGEST_NAME} characters.` }),
  statements: t.field({
    type: StatementFilterInput,
    description: `The statements to look for; null: all. At most ${MOST_MATCHING} may match already.`,
  }),
  quote: t.string({
    description: `A quotation that they have, or nearly have, as \`matchQuote\` finds it; at most ${LONGEST_QUOTE} code units. Null: none.`,
  }),
  minSimilarity: t.float({
    description: 'How similar a statement is to the quotation at least, 0 to 1; 0.8 by default.',
  }),
  webhookId: t.id({
    description:
      'Global id of a webhook that is sent `alert.matched`, besides the feed; needs the scope ADMIN. Null: none.',
  }),
})

mutation('alertCreate', {
  description: `Saves a search of statements, whose new matches come in a feed. It belongs to your key, which has at most ${MOST_ALERTS}. What matches already is not told of.`,
  scope: 'reader',
  result: AlertResult,
  inputDescription: 'An alert to make.',
  inputFields: (t) => patchFields(t, true),
  run: async (input, transact, context) => {
    const prepared = await prepareAlert(null, input, context)
    return transact(({ tx }) => saveAlert(tx, prepared))
  },
})

mutation('alertUpdate', {
  description: 'Changes an alert of your key. What matches already is not told of.',
  scope: 'reader',
  result: AlertResult,
  inputDescription: 'An alert, and what to change. A field that is left out stays.',
  inputFields: (t) => ({ ...idField(t, 'alert'), ...patchFields(t, false) }),
  run: async ({ id, ...input }, transact, context) => {
    const prepared = await prepareAlert(id, input, context)
    return transact(({ tx }) => saveAlert(tx, prepared))
  },
})

mutation('alertDelete', {
  description: 'Deletes an alert of your key, with its feed.',
  scope: 'reader',
  result: DeleteResult,
  inputDescription: 'The alert to delete.',
  inputFields: (t) => idField(t, 'alert'),
  run: ({ id }, transact, context) =>
    transact(async ({ tx }) => ({ deletedId: await deleteAlert(tx, id, context) })),
})
