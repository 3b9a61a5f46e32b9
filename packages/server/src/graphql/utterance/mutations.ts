import type { Transaction } from '../../database/database.js'
import { encodeGlobalId, uuidOf } from '../../record/global-id.js'
import { membersInBin, noteMoves } from '../../record/utterance/move-reports.js'
import { MOST_REPORTS } from '../../record/utterance/report.js'
import { given, wrong } from '../../record/write/input.js'
import { resolveId, resolveSet } from '../../record/write/references.js'
import { lockUpsert, type Storage, saveUpsert } from '../../record/write/upsert.js'
import { hasWords } from '../../text/clean-text.js'
import type { InputFields } from '../builder.js'
import { mutation, resultUnion } from '../mutation.js'
import { success } from '../written.js'

const LONGEST = 10_000

/** What a person can edit of an utterance, as revisions hold it: ids are global, sets are sorted. */
type UtteranceFields = {
  /** Null when no person wrote it. */
  canonicalText: string | null
  primarySourceId: string | null
  statementIds: string[]
}

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

/** Also those that a machine had joined to it: a person has said now that they report it. */
const markChosen = (tx: Transaction, statementIds: readonly string[]) =>
  tx.$executeRaw`UPDATE "Statement" SET "utteranceSetAt" = now()
    WHERE id = ANY(${[...statementIds]}::uuid[]) AND "utteranceSetAt" IS NULL`

function readWords(value: string, path: string[]): string {
  const text = value.normalize('NFC').trim()
  if (!hasWords(text)) throw wrong(path, 'has no word: pass the words that were said')
  if (text.length > LONGEST) throw wrong(path, `has ${text.length} characters: pass at most ${LONGEST}`)
  return text
}

function utteranceStorage(tx: Transaction): Storage<UtteranceFields> {
  const link = async (id: string, statementIds: string[] | undefined) => {
    if (!statementIds) return
    const ids = statementIds.map(uuidOf)
    // A statement reports one act of speech: what it reported before, it does not report any more.
    const utteranceSetAt = new Date()
    await tx.statement.updateMany({
      where: { utteranceId: id, id: { notIn: ids } },
      data: { utteranceId: null, utteranceSetAt },
    })
    await tx.statement.updateMany({
      where: { id: { in: ids }, OR: [{ utteranceId: null }, { utteranceId: { not: id } }] },
      data: { utteranceId: id, utteranceSetAt },
    })
  }
  const source = (id: string | null | undefined) =>
    id === undefined ? {} : { primarySourceId: id && uuidOf(id) }
  return {
    noun: 'Utterance',
    async read(id) {
      const { canonicalText, primarySourceId, statements } = await tx.utterance.findUniqueOrThrow({
        where: { id },
        select: { canonicalText: true, primarySourceId: true, statements: { select: { id: true } } },
      })
      return {
        canonicalText,
        primarySourceId: primarySourceId && encodeGlobalId('Document', primarySourceId),
        statementIds: statements.map((statement) => encodeGlobalId('Statement', statement.id)).sort(),
      }
    },
    async create(id, { canonicalText = null, primarySourceId, statementIds }) {
      await tx.utterance.create({ data: { id, canonicalText, ...source(primarySourceId) } })
      await link(id, statementIds)
    },
    async update(id, { canonicalText, primarySourceId, statementIds }) {
      const text = canonicalText === undefined ? {} : { canonicalText }
      await tx.utterance.update({ where: { id }, data: { ...text, ...source(primarySourceId) } })
      await link(id, statementIds)
    },
  }
}
