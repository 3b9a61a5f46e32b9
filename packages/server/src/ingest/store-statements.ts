import type { StatementDraft } from '@onrecord/extract'
import type { ChangeEntry } from '../changes/record-changes.js'
import type { Transaction } from '../database/database.js'
import { newId } from '../database/id.js'
import type { CheckedExtraction } from '../extractor/run-extractor.js'
import type { Prisma } from '../generated/prisma/client.js'
import { placeOf } from './reanchor.js'

/** What the drafts' rows refer to. */
export interface StatementTarget {
  articleId: string
  textId: string
  content: string
  language: string | null
  /** Last day that the article can have been published: nothing in it was said later. */
  publishedLatest: Date | null
  speakerIds: ReadonlyMap<string, string>
  topicIds: ReadonlyMap<string, string>
}

/** Between the parts of a broken quotation: the reporter's words are left out. */
const GAP = ' […] '

/** Stores drafts as proposed statements, a handful of SQL statements for all of them together. */
export async function storeStatements(
  tx: Transaction,
  extraction: Pick<CheckedExtraction, 'extractor' | 'method'>,
  drafts: readonly StatementDraft[],
  target: StatementTarget,
): Promise<ChangeEntry[]> {
  const withIds = drafts.map((draft) => ({ id: newId(), draft }))
  await tx.statement.createMany({
    data: withIds.map(({ id, draft }) => statementRow(id, draft, extraction, target)),
  })
  await tx.anchor.createMany({ data: withIds.flatMap(({ id, draft }) => anchorRows(id, draft, target)) })
  await tx.attribution.createMany({
    data: withIds.flatMap(({ id, draft }) => attributionRows(id, draft, target.speakerIds)),
  })
  await tx.statementTopic.createMany({
    data: withIds.flatMap(({ id, draft }) =>
      draft.topics.flatMap((slug) => {
        const topicId = target.topicIds.get(slug)
        return topicId ? [{ statementId: id, topicId }] : []
      }),
    ),
    skipDuplicates: true,
  })
  return withIds.map(({ id }) => ({ kind: 'CREATED', type: 'STATEMENT', entityId: id }))
}

function statementRow(
  id: string,
  draft: StatementDraft,
  { extractor: agent, method }: Pick<CheckedExtraction, 'extractor' | 'method'>,
  { articleId, content, language, publishedLatest }: StatementTarget,
): Prisma.StatementCreateManyInput {
  return {
    id,
    articleId,
    kind: draft.kind,
    medium: draft.medium,
    text: draft.segments.map(({ start, end }) => content.slice(start, end)).join(GAP),
    language,
    position: draft.start,
    ...(publishedLatest
      ? {
          saidEdtf: `../${publishedLatest.toISOString().slice(0, 10)}`,
          saidLatest: publishedLatest,
          saidBasis: 'INFERRED',
        }
      : {}),
    method,
    agent,
    confidence: draft.confidence,
  }
}

const anchorRows = (statementId: string, draft: StatementDraft, { textId, content }: StatementTarget) =>
  draft.segments.map(({ start, end }, position) => ({
    id: newId(),
    statementId,
    textId,
    position,
    ...placeOf(content, start, end),
  }))

function attributionRows(
  statementId: string,
  draft: StatementDraft,
  speakerIds: ReadonlyMap<string, string>,
) {
  const speakerId = draft.speaker === null ? null : (speakerIds.get(draft.speaker) ?? null)
  if (speakerId === null && draft.mention === null) return []
  const { mention: asWritten, cue, basis, confidence } = draft
  return [{ id: newId(), statementId, position: 0, speakerId, asWritten, cue, basis, confidence }]
}
