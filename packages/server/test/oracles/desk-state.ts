import type { Transaction } from '../../src/database/database.js'
import { storedDate } from '../../src/dates/date-columns.js'
import type { PrismaClient } from '../../src/generated/prisma/client.js'
import type { EntityType } from '../../src/generated/prisma/enums.js'
import { articleSelect } from '../../src/record/article/article-row.js'
import { articleState } from '../../src/record/article/article-state.js'
import { encodeGlobalId } from '../../src/record/global-id.js'
import type { NounName } from '../../src/record/nouns.js'
import { storedOffices } from '../../src/record/speaker/offices.js'
import { loadStatements, type StatementState } from '../../src/record/statement/statement-state.js'

/** An object with versions, with its fields in the form of the history. */
export interface Kept {
  type: EntityType
  id: string
  version: number
  fields: Record<string, unknown>
}

/** All objects with versions, by "TYPE id", and other facts that decisions of people depend on. */
export interface DeskState {
  kept: Map<string, Kept>
  statements: StatementState[]
  /** The utterance of each statement, and whether a person chose it. */
  utterances: Map<string, { utteranceId: string | null; chosen: boolean }>
  /** The fields of each article that a person has set. */
  editedFields: Map<string, string[]>
  /** For the global id of a merged object, the global id to which it leads. */
  redirects: Map<string, string>
}

const name = (type: NounName) => (id: string) => encodeGlobalId(type, id)
const set = (type: NounName, ids: readonly string[]) => ids.map(name(type)).sort()
const one = (type: NounName, id: string | null) => id && encodeGlobalId(type, id)
const text = (at: Date | null) => at?.toISOString() ?? null
const namesOf = (aliases: readonly { name: string }[]) => aliases.map((alias) => alias.name).sort()
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

/** Reads everything that revisions tell of, in the form of the history. */
export async function readDesk(prisma: PrismaClient): Promise<DeskState> {
  return prisma.$transaction(async (tx) => {
    const rows = await tx.statement.findMany({
      select: { id: true, utteranceId: true, utteranceSetAt: true },
    })
    const statements = await loadStatements(tx, { ids: idsOf(rows) })
    const articles = (await tx.article.findMany({ select: articleSelect })).map(articleState)
    const kept: Kept[] = [
      ...statements.map(({ id, version, fields, facts }) => ({
        ...{ type: 'STATEMENT' as const, id, version },
        fields: { ...fields, ...facts, deletedAt: text(facts.deletedAt) },
      })),
      ...articles.map(({ id, version, fields, deletedAt }) => ({
        ...{ type: 'ARTICLE' as const, id, version },
        fields: { ...fields, deletedAt: text(deletedAt) },
      })),
      ...(await readSpeakers(tx)),
      ...(await readTopics(tx)),
      ...(await readEvents(tx)),
      ...(await readDocuments(tx)),
      ...(await readUtterances(tx)),
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
      redirects: new Map(await readRedirects(tx)),
    }
  })
}

async function readSpeakers(tx: Transaction): Promise<Kept[]> {
  const speakers = await tx.speaker.findMany({ include: { aliases: true, members: true } })
  const offices = await storedOffices(tx, idsOf(speakers))
  return speakers.map(({ id, version, kind, name, wikidataId, aliases, members }) => {
    const memberIds = set(
      'Speaker',
      members.map(({ memberId }) => memberId),
    )
    const fields = { kind, name, wikidataId, aliases: namesOf(aliases), affiliations: offices(id), memberIds }
    return { type: 'SPEAKER', id, version, fields }
  })
}

async function readTopics(tx: Transaction): Promise<Kept[]> {
  const topics = await tx.topic.findMany({ include: { aliases: true } })
  return topics.map(({ id, version, slug, name, wikidataId, parentId, aliases }) => {
    const fields = { slug, name, wikidataId, aliases: namesOf(aliases), parentId: one('Topic', parentId) }
    return { type: 'TOPIC', id, version, fields }
  })
}

async function readEvents(tx: Transaction): Promise<Kept[]> {
  const events = await tx.event.findMany({ include: { participants: true } })
  return events.map((row) => {
    const participantIds = set(
      'Speaker',
      row.participants.map(({ speakerId }) => speakerId),
    )
    const date = storedDate(row.dateEdtf, row.dateBasis, row.dateAsWritten)
    const fields = {
      ...{ name: row.name, medium: row.medium, placeId: one('Place', row.placeId) },
      ...{ date, participantIds },
    }
    return { type: 'EVENT', id: row.id, version: row.version, fields }
  })
}

async function readDocuments(tx: Transaction): Promise<Kept[]> {
  const documents = await tx.document.findMany({ include: { issuers: true } })
  return documents.map((row) => {
    const issuerIds = set(
      'Speaker',
      row.issuers.map(({ speakerId }) => speakerId),
    )
    const date = storedDate(row.dateEdtf, row.dateBasis, row.dateAsWritten)
    const fields = { title: row.title, identifier: row.identifier, url: row.url, date, issuerIds }
    return { type: 'DOCUMENT', id: row.id, version: row.version, fields }
  })
}

async function readUtterances(tx: Transaction): Promise<Kept[]> {
  const utterances = await tx.utterance.findMany({ include: { statements: { select: { id: true } } } })
  return utterances.map(({ id, version, canonicalText, primarySourceId, statements }) => {
    const statementIds = set('Statement', idsOf(statements))
    const fields = { canonicalText, primarySourceId: one('Document', primarySourceId), statementIds }
    return { type: 'UTTERANCE', id, version, fields }
  })
}

/** The global ids of merged speakers and topics, each with the global id to which it leads. */
async function readRedirects(tx: Transaction): Promise<[from: string, to: string][]> {
  const select = { id: true, mergedIntoId: true }
  const [speakers, topics] = [await tx.speaker.findMany({ select }), await tx.topic.findMany({ select })]
  return (
    [
      ['Speaker', speakers],
      ['Topic', topics],
    ] as const
  ).flatMap(([type, rows]) =>
    rows.flatMap(({ id, mergedIntoId }): [string, string][] =>
      mergedIntoId === null ? [] : [[name(type)(id), name(type)(mergedIntoId)]],
    ),
  )
}
