import type { Transaction } from '../../database/database.js'
import { encodeGlobalId, uuidOf } from '../global-id.js'
import type { Storage } from '../write/upsert.js'

/** The fields of an utterance that a person can edit, as revisions hold them: ids are global, sets are sorted. */
export type UtteranceFields = {
  /** Null when no person has written one. */
  canonicalText: string | null
  primarySourceId: string | null
  statementIds: string[]
}

/** How the fields of an utterance are stored. */
export function utteranceStorage(tx: Transaction): Storage<UtteranceFields> {
  const link = async (id: string, statementIds: string[] | undefined) => {
    if (!statementIds) return
    const ids = statementIds.map(uuidOf)
    // A statement reports one utterance: this link replaces the one that it had before.
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
