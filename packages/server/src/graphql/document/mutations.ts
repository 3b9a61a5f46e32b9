import { documentStorage } from '../../record/document/document-storage.js'
import { given, wrong } from '../../record/write/input.js'
import { line } from '../../record/write/line.js'
import { readDate } from '../../record/write/read-date.js'
import { resolveSet } from '../../record/write/references.js'
import { equals, lockUpsert, saveUpsert } from '../../record/write/upsert.js'
import { fold } from '../../text/fold.js'
import type { InputFields } from '../builder.js'
import { FuzzyDateInput } from '../fuzzy-date-input.js'
import { mutation, resultUnion } from '../mutation.js'
import { upsertKeys } from '../upsert-keys.js'
import { success } from '../written.js'

const MOST_ISSUERS = 50

const DocumentResult = resultUnion(
  'DocumentResult',
  success('Document'),
  'What came of a write to a document.',
)

const inputFields = (t: InputFields) => ({
  ...upsertKeys(
    t,
    'document',
    'the document with the `identifier` is changed, if there is one; else one is made',
  ),
  title: t.string({ description: 'Its title. Needed for a new one.' }),
  identifier: t.string({
    description: 'What it is cited by, unique whatever the case: `S/RES/2231`; null removes it.',
  }),
  url: t.field({ type: 'URL', description: 'Where it can be read; null removes it.' }),
  date: t.field({
    type: FuzzyDateInput,
    description: 'When it was issued; null when it is not known any more.',
  }),
  issuerIds: t.idList({
    description: `All who issued it, instead of those stored; at most ${MOST_ISSUERS}.`,
  }),
})

mutation('documentUpsert', {
  description: 'Makes a document, or changes the one that the input names.',
  scope: 'editor',
  result: DocumentResult,
  inputDescription: 'A document to be made or changed. What is absent stays as it is.',
  inputFields,
  run: async (input, transact) => {
    const { url, date, externalId } = input
    const identifier =
      input.identifier == null ? input.identifier : line(input.identifier, ['input', 'identifier'])
    const fields = {
      ...{ url, identifier },
      title: given(input.title, ['input', 'title'], line),
      date: date === undefined ? undefined : readDate(date, ['input', 'date']),
    }
    return transact(async ({ tx, record }) => {
      const where = equals('identifierFolded', identifier && fold(identifier))
      const unique = [{ where, path: ['input', 'identifier'] }]
      const locked = await lockUpsert({ tx }, 'Document', input, unique)
      if (!locked && fields.title === undefined)
        throw wrong(['input', 'title'], 'is missing: a new document needs one')
      const issuerIds = await resolveSet(tx, 'Speaker', input.issuerIds, ['input', 'issuerIds'], MOST_ISSUERS)
      return saveUpsert({ tx, record }, documentStorage(tx), locked, { ...fields, issuerIds }, externalId)
    })
  },
})
