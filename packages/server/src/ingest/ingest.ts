import { createHash } from 'node:crypto'
import type { Extractor } from '@onrecord/extract'
import { type ChangeEntry, recordChanges } from '../changes/record-changes.js'
import type { Transaction } from '../database/database.js'
import { rules } from '../extractor/rules.js'
import { type CheckedExtraction, runExtractor } from '../extractor/run-extractor.js'
import type { PrismaClient } from '../generated/prisma/client.js'
import { extractionOptions } from './extraction-options.js'
import { findArticle, type StoredArticle } from './find-article.js'
import { keepStatements, newDrafts } from './keep-statements.js'
import { linkCopies } from './link-copies.js'
import { noteAffiliations, resolveSpeakers } from './resolve-speakers.js'
import { resolveTopics } from './resolve-topics.js'
import type { SourceDocument } from './source-document.js'
import { hasExternalId, metadataChanges, resolveSite, storeArticle, storeText } from './store-article.js'
import { storeStatements } from './store-statements.js'

/** What became of one document. */
export interface IngestResult {
  /** `unchanged`: the article was there with this text and these particulars; nothing was written. */
  status: 'created' | 'updated' | 'unchanged'
  articleId: string
  title: string
  /** Statements proposed now. */
  statements: number
  textChanged: boolean
}

/** Every writer of articles takes this turn, so that two that bring the same speaker do not make two of them. */
const INGEST_LOCK = 4771983320

/**
 * Puts one document into the record: finds the article it is, extracts, and stores everything in one transaction, so
 * that a failure leaves nothing half written.
 *
 * @param actor who, for the change log.
 * @param extractor who finds the statements; asked only for a text that is new.
 * @throws SourceError CONFLICT when the document's external id and URL belong to two articles.
 * @throws ExtractorError when the extractor fails, or gives what does not fit the text.
 */
export async function ingest(
  prisma: PrismaClient,
  document: SourceDocument,
  actor: string,
  extractor: Extractor = rules,
): Promise<IngestResult> {
  const sha256 = createHash('sha256').update(document.text).digest('hex')
  const before = await findArticle(prisma, document, sha256)
  if (before && isUnchanged(before, document, sha256)) return unchanged(before)
  const extraction = hasText(before, sha256)
    ? null
    : await runExtractor(extractor, document.text, extractionOptions(document))
  const result = await prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${INGEST_LOCK}::bigint)`
    const stored = await findArticle(tx, document, sha256)
    if (stored && isUnchanged(stored, document, sha256)) return unchanged(stored)
    if (!extraction && !hasText(stored, sha256)) return null
    return store(tx, document, sha256, extraction, stored, actor)
  })
  // Another writer gave the article another text meanwhile: this one's statements are wanted after all.
  return result ?? ingest(prisma, document, actor, extractor)
}

const hasText = (stored: StoredArticle | null, sha256: string) => stored?.currentText?.sha256 === sha256

const isUnchanged = (stored: StoredArticle, document: SourceDocument, sha256: string) =>
  hasText(stored, sha256) &&
  hasExternalId(stored, document) &&
  Object.keys(metadataChanges(stored, document)).length === 0

const unchanged = ({ id, title }: StoredArticle): IngestResult => ({
  status: 'unchanged',
  articleId: id,
  title,
  statements: 0,
  textChanged: false,
})

async function store(
  tx: Transaction,
  document: SourceDocument,
  sha256: string,
  extraction: CheckedExtraction | null,
  stored: StoredArticle | null,
  actor: string,
): Promise<IngestResult> {
  const site = await resolveSite(tx, document)
  const articleId = await storeArticle(tx, document, site.id, stored)
  const changes: ChangeEntry[] = [
    ...site.changes,
    { kind: stored ? 'UPDATED' : 'CREATED', type: 'ARTICLE', entityId: articleId },
  ]
  const textChanged = !hasText(stored, sha256)
  let statements = 0
  if (textChanged && extraction) {
    const { id: textId, sketch } = await storeText(tx, articleId, document, sha256, extraction)
    const text = { articleId, textId, content: document.text, language: document.language }
    const proposed = await propose(tx, document, extraction, text)
    changes.push(...proposed)
    changes.push(...(await linkCopies(tx, articleId, sketch)))
    statements = proposed.filter((change) => change.type === 'STATEMENT' && change.kind === 'CREATED').length
  }
  await recordChanges(tx, actor, changes)
  return {
    status: stored ? 'updated' : 'created',
    articleId,
    title: stored && document.titleIsFileName ? stored.title : document.title,
    statements,
    textChanged,
  }
}

interface StoredText {
  articleId: string
  textId: string
  content: string
  language: string | null
}

/** Keeps the statements of the text before and proposes what is new in this one. */
async function propose(
  tx: Transaction,
  document: SourceDocument,
  extraction: CheckedExtraction,
  text: StoredText,
): Promise<ChangeEntry[]> {
  const { articleId, textId, content } = text
  const { kept, changes } = await keepStatements(tx, articleId, textId, content)
  const drafts = newDrafts(extraction.statements, kept)
  const speakers = await resolveSpeakers(tx, articleId, extraction.speakers)
  const topics = await resolveTopics(tx, extraction.topics)
  const publishedLatest = document.published ? new Date(document.published.latest) : null
  await noteAffiliations(tx, extraction.speakers, speakers.ids, publishedLatest)
  const target = { ...text, publishedLatest, speakerIds: speakers.ids, topicIds: topics.ids }
  const made = await storeStatements(tx, extraction, drafts, target)
  await tx.articleSpeaker.createMany({
    data: [...speakers.ids.values()].map((speakerId) => ({ articleId, speakerId })),
    skipDuplicates: true,
  })
  await tx.articleTopic.createMany({
    data: extraction.topics.flatMap(({ slug }) => {
      const topicId = topics.ids.get(slug)
      return topicId ? [{ articleId, topicId }] : []
    }),
    skipDuplicates: true,
  })
  return [...speakers.changes, ...topics.changes, ...changes, ...made]
}
