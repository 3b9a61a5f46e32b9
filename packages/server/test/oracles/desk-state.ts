import { storedDate } from '../../src/dates/date-columns.js'
import type { PrismaClient } from '../../src/generated/prisma/client.js'
import type { EntityType } from '../../src/generated/prisma/enums.js'
import { articleSelect } from '../../src/record/article/article-row.js'
import { articleState } from '../../src/record/article/article-state.js'
import { encodeGlobalId } from '../../src/record/global-id.js'
import type { NounName } from '../../src/record/nouns.js'
import { storedOffices } from '../../src/record/speaker/offices.js'
import { loadStatements, type StatementState } from '../../src/record/statement/statement-state.js'

/** An object as its history has it. */
export interface Kept {
  type: EntityType
  id: string
  version: number
  fields: Record<string, unknown>
}

/** Everything of the record that has versions, by "TYPE id", and what besides has a bearing on decisions. */
export interface DeskState {
  kept: Map<string, Kept>
  statements: StatementState[]
  /** Utterances by statement, and which of them a person chose. */
  utterances: Map<string, { utteranceId: string | null; chosen: boolean }>
  /** Fields of articles that a person set. */
  editedFields: Map<string, string[]>
  /** Where ids of merged objects lead, global ids. */
  redirects: Map<string, string>
}

const name = (type: NounName) => (id: string) => encodeGlobalId(type, id)
const set = (type: NounName, ids: readonly string[]) => ids.map(name(type)).sort()
const one = (type: NounName, id: string | null) => id && encodeGlobalId(type, id)
const text = (at: Date | null) => at?.toISOString() ?? null

/** Reads all that revisions tell of, in their form. */
export async function readDesk(prisma: PrismaClient): Promise<DeskState> {
  return prisma.$transaction(async (tx) => {
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
    const rows = await tx.statement.findMany({
      select: { id: true, utteranceId: true, utteranceSetAt: true },
    })
    const statements = await loadStatements(tx, { ids: ids(rows) })
    const articles = (await tx.article.findMany({ select: articleSelect })).map(articleState)
    const speakers = await tx.speaker.findMany({ include: { aliases: true, members: true } })
    const offices = await storedOffices(tx, ids(speakers))
    const topics = await tx.topic.findMany({ include: { aliases: true } })
    const events = await tx.event.findMany({ include: { participants: true } })
    const documents = await tx.document.findMany({ include: { issuers: true } })
    const utterances = await tx.utterance.findMany({ include: { statements: { select: { id: true } } } })
    const names = (aliases: readonly { name: string }[]) => aliases.map((alias) => alias.name).sort()
    const kept: Kept[] = [
      ...statements.map(({ id, version, fields, facts }) => ({
        ...{ type: 'STATEMENT' as const, id, version },
        fields: { ...fields, ...facts, deletedAt: text(facts.deletedAt) },
      })),
      ...articles.map(({ id, version, fields, deletedAt }) => ({
        ...{ type: 'ARTICLE' as const, id, version },
        fields: { ...fields, deletedAt: text(deletedAt) },
      })),
      ...speakers.map(({ id, version, kind, name, wikidataId, aliases, members }) => ({
        ...{ type: 'SPEAKER' as const, id, version },
        fields: {
          ...{ kind, name, wikidataId, aliases: names(aliases), affiliations: offices(id) },
          memberIds: set(
            'Speaker',
            members.map(({ memberId }) => memberId),
          ),
        },
      })),
      ...topics.map(({ id, version, slug, name, wikidataId, parentId, aliases }) => ({
        ...{ type: 'TOPIC' as const, id, version },
        fields: { slug, name, wikidataId, aliases: names(aliases), parentId: one('Topic', parentId) },
      })),
      ...events.map((row) => ({
        ...{ type: 'EVENT' as const, id: row.id, version: row.version },
        fields: {
          ...{ name: row.name, medium: row.medium, placeId: one('Place', row.placeId) },
          date: storedDate(row.dateEdtf, row.dateBasis, row.dateAsWritten),
          participantIds: set(
            'Speaker',
            row.participants.map(({ speakerId }) => speakerId),
          ),
        },
      })),
      ...documents.map((row) => ({
        ...{ type: 'DOCUMENT' as const, id: row.id, version: row.version },
        fields: {
          ...{ title: row.title, identifier: row.identifier, url: row.url },
          date: storedDate(row.dateEdtf, row.dateBasis, row.dateAsWritten),
          issuerIds: set(
            'Speaker',
            row.issuers.map(({ speakerId }) => speakerId),
          ),
        },
      })),
      ...utterances.map(({ id, version, canonicalText, primarySourceId, statements }) => ({
        ...{ type: 'UTTERANCE' as const, id, version },
        fields: {
          ...{ canonicalText, primarySourceId: one('Document', primarySourceId) },
          statementIds: set('Statement', ids(statements)),
        },
      })),
    ]
    const merged = [
      ...speakers.map((row) => ['Speaker', row] as const),
      ...topics.map((row) => ['Topic', row] as const),
    ]
    return {
      statements,
      kept: new Map(kept.map((each) => [`${each.type} ${each.id}`, each])),
      utterances: new Map(
        rows.map(({ id, utteranceId, utteranceSetAt }) => [
          id,
          { utteranceId, chosen: utteranceSetAt !== null },
        ]),
      ),
      editedFields: new Map(articles.map(({ id, editedFields }) => [id, editedFields])),
      redirects: new Map(
        merged.flatMap(([type, { id, mergedIntoId }]) =>
          mergedIntoId === null ? [] : [[name(type)(id), name(type)(mergedIntoId)] as const],
        ),
      ),
    }
  })
}
