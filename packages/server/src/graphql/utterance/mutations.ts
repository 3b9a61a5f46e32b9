import type { Transaction } from '../../database/database.js'
import { uuidOf } from '../../record/global-id.js'
import { membersInBin, noteMoves } from '../../record/utterance/move-reports.js'
import { MOST_REPORTS } from '../../record/utterance/report.js'
import { utteranceStorage } from '../../record/utterance/utterance-storage.js'
import { given, wrong } from '../../record/write/input.js'
import { resolveId, resolveSet } from '../../record/write/references.js'
import { lockUpsert, saveUpsert } from '../../record/write/upsert.js'
import { hasWords } from '../../text/clean-text.js'
import type { InputFields } from '../builder.js'
import { mutation, resultUnion } from '../mutation.js'
import { success } from '../written.js'

const LONGEST = 10_000

const UtteranceResult = resultUnion(
  'UtteranceResult',
  success('Utterance'),
  'What came of a write to an utterance.',
)

const inputFields = (t: InputFields) => ({
  id: t.id({
    description: 'Global id of the utterance to change, with its `expectedVersion`; absent: one is made.',
  }),
  expectedVersion: t.int({
    description:
      'The `version` of the utterance that you have read, with its `id`; when it is another one now, the result is ConflictError.',
  }),
  canonicalText: t.string({
    description: `The words as they were most likely said, at most ${LONGEST} characters, instead of those of the fullest report. Needed for a new one.`,
  }),
  primarySourceId: t.id({
    description: 'The document that is the official text; null when there is none.',
  }),
  statementIds: t.idList({
    description: `All statements that report it, instead of those stored; they report no other one any more. At most ${MOST_REPORTS}.`,
  }),
})

mutation('utteranceUpsert', {
  description:
    'Says that statements report the same act of speech, and what was most likely said. Statements that it puts in or takes out stay so: an ingest does not join them anew.',
  scope: 'editor',
  result: UtteranceResult,
  inputDescription: 'An act of speech to be made or changed. What is absent stays as it is.',
  inputFields,
  run: async (input, transact) => {
    const canonicalText = given(input.canonicalText, ['input', 'canonicalText'], readWords)
    return transact(async ({ tx, record }) => {
      const locked = await lockUpsert({ tx }, 'Utterance', input)
      if (!locked && canonicalText === undefined) {
        throw wrong(['input', 'canonicalText'], 'is missing: a new utterance needs it')
      }
      const source = await resolveId(tx, 'Document', input.primarySourceId, ['input', 'primarySourceId'])
      const path = ['input', 'statementIds']
      const named = await resolveSet(tx, 'Statement', input.statementIds, path, MOST_REPORTS)
      const inBin = named && locked ? await membersInBin(tx, locked.id) : []
      const statementIds = named && [...named, ...inBin].sort()
      const uuids = named?.map(uuidOf) ?? []
      if (statementIds) await noteMoves({ tx, record }, locked?.id ?? null, statementIds.map(uuidOf))
      const fields = { canonicalText, primarySourceId: source, statementIds }
      const outcome = await saveUpsert({ tx, record }, utteranceStorage(tx), locked, fields)
      await markChosen(tx, uuids)
      return outcome
    })
  },
})

/**
 * Marks statements as linked by a person, so that an ingest does not move them; also those that an ingest had linked to
 * the utterance before.
 */
const markChosen = (tx: Transaction, statementIds: readonly string[]) =>
  tx.$executeRaw`UPDATE "Statement" SET "utteranceSetAt" = now()
    WHERE id = ANY(${[...statementIds]}::uuid[]) AND "utteranceSetAt" IS NULL`

function readWords(value: string, path: string[]): string {
  const text = value.normalize('NFC').trim()
  if (!hasWords(text)) throw wrong(path, 'has no word: pass the words that were said')
  if (text.length > LONGEST) throw wrong(path, `has ${text.length} characters: pass at most ${LONGEST}`)
  return text
}
