import { createHash } from 'node:crypto'
import type { Extractor } from '@onrecord/extract'
import type { Transaction } from '../../database/database.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { type ArticleState, readArticle } from '../../record/article/article-state.js'
import { insertArticle, saveArticle } from '../../record/article/save-article.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { lockRows } from '../../record/write/lock.js'
import { runWrite, type Transact, type Write } from '../../record/write/write.js'
import { rules } from '../extractor/rules.js'
import { type CheckedExtraction, runExtractor } from '../extractor/run-extractor.js'
import type { SourceArticle } from '../sources/source-article.js'
import { SourceError } from '../sources/source-error.js'
import { articleOptions } from './extraction-options.js'
import { findArticle } from './find-article.js'
import { followPublication, latestDay } from './follow-publication.js'
import { linkCopies } from './link-copies.js'
import { propose } from './propose.js'
import { sizeProblem } from './size-problem.js'
import {
  becoming,
  hasExternalId,
  metadataChanges,
  resolveSite,
  sourceFields,
  storeText,
} from './store-article.js'
import { takeTurn } from './take-turn.js'

/** What became of one source. */
export interface IngestResult {
  /** `unchanged`: the article was there with this text and these particulars; nothing was written. */
  status: 'created' | 'updated' | 'unchanged'
  articleId: string
  title: string
  /** Statements proposed now. */
  statements: number
  /** Proposals that no person has touched, which became what is found now. */
  statementsUpdated: number
  /** Proposals that no person has touched, and that are not found any more. */
  statementsWithdrawn: number
  textChanged: boolean
}

/**
 * Puts one source into the record: finds the article it is, extracts, and stores everything in one transaction, so
 * that a failure leaves nothing half written.
 *
 * @param actor who, for the history.
 * @param extractor who finds the statements; asked only for a text that is new.
 * @param transact runs the work in a transaction; given when the write has an idempotency key.
 * @throws SourceError TOO_COMPLEX when it has too many statements, CONFLICT when the source's external id and URL
 * belong to two articles, IN_BIN when its article is in the bin.
 * @throws ExtractorError when the extractor fails, or gives what does not fit the text.
 */
export async function ingest(
  prisma: PrismaClient,
  source: SourceArticle,
  actor: string,
  extractor: Extractor = rules,
  transact: Transact = (work) => runWrite(prisma, actor, work),
): Promise<IngestResult> {
  const sha256 = createHash('sha256').update(source.text).digest('hex')
  const before = await findArticle(prisma, source, sha256)
  if (before && isUnchanged(before, source, sha256)) return transact(async () => unchanged(before))
  // Outside of the transaction: others would wait while it runs.
  const extraction = hasText(before, sha256)
    ? null
    : await runExtractor(extractor, source.text, articleOptions(source.text, becoming(source, before)))
  checkSize(extraction?.statements.length ?? 0)
  try {
    return await transact(async (write) => {
      await takeTurn(write.tx)
      const stored = await lockArticle(write.tx, source, sha256)
      if (stored && isUnchanged(stored, source, sha256)) return unchanged(stored)
      if (!extraction && !hasText(stored, sha256)) throw new TextGone()
      return store(write, source, sha256, extraction, stored)
    })
  } catch (error) {
    if (!(error instanceof TextGone)) throw error
    return ingest(prisma, source, actor, extractor, transact)
  }
}

function checkSize(statements: number): void {
  const problem = sizeProblem(statements)
  if (problem) throw new SourceError('TOO_COMPLEX', problem)
}

/** Another writer gave the article another text meanwhile: this one's statements are wanted after all. */
class TextGone extends Error {}

const hasText = (stored: ArticleState | null, sha256: string) => stored?.sha256 === sha256

/** The article as it stays until the transaction's end. */
async function lockArticle(tx: Transaction, source: SourceArticle, sha256: string) {
  const found = await findArticle(tx, source, sha256)
  if (!found) return null
  const locked = (await lockRows(tx, 'Article', [found.id])).get(found.id)
  return locked?.version === found.version ? found : readArticle(tx, found.id)
}

function isUnchanged(stored: ArticleState, source: SourceArticle, sha256: string): boolean {
  if (stored.deletedAt !== null) {
    const id = encodeGlobalId('Article', stored.id)
    const message = `its article is in the bin: restore it to take it in again, ${id}`
    throw new SourceError('IN_BIN', message)
  }
  return (
    hasText(stored, sha256) &&
    hasExternalId(stored, source) &&
    Object.keys(metadataChanges(stored, source)).length === 0
  )
}

const NOTHING_DONE = { statements: 0, statementsUpdated: 0, statementsWithdrawn: 0 }

const unchanged = ({ id, fields }: ArticleState): IngestResult => ({
  status: 'unchanged',
  articleId: id,
  title: fields.title,
  ...NOTHING_DONE,
  textChanged: false,
})

async function store(
  write: Write,
  source: SourceArticle,
  sha256: string,
  extraction: CheckedExtraction | null,
  stored: ArticleState | null,
): Promise<IngestResult> {
  const { title, canonicalUrl, externalId } = source
  const fields = becoming(source, stored)
  const { language } = fields
  const siteId = await resolveSite(write, source)
  const own = externalId && !(stored && hasExternalId(stored, source)) ? { externalId } : {}
  const articleId =
    stored?.id ?? (await insertArticle(write, sourceFields(source), { canonicalUrl, siteId, ...own }))
  const text =
    extraction && (await storeText(write.tx, articleId, { ...source, language }, sha256, extraction))
  const textChanged = text !== null && !hasText(stored, sha256)
  if (stored) {
    const metadata = metadataChanges(stored, source)
    const changes = { ...metadata, ...(text ? { textId: encodeGlobalId('ArticleText', text.id) } : {}) }
    const address = metadata.url ? { canonicalUrl } : {}
    // The site follows from the address, which may be a person's.
    const site = siteId !== null && !stored.editedFields.includes('url') ? { siteId } : {}
    await saveArticle(write, stored, 'UPDATED', changes, { ...address, ...site, ...own })
    if (!textChanged) await followPublication(write, articleId, stored.fields.publishedAt, fields.publishedAt)
  } else if (text) {
    await write.tx.article.update({ where: { id: articleId }, data: { currentTextId: text.id } })
  }
  let counts = NOTHING_DONE
  if (text && textChanged) {
    const { text: content } = source
    const publishedLatest = latestDay(fields.publishedAt)
    const { copyIds, history } = await linkCopies(write.tx, articleId, text.sketch)
    write.record(...history)
    counts = await propose(write, extraction, {
      ...{ articleId, textId: text.id, content, language, publishedLatest, copyIds, isNew: !stored },
    })
  }
  return {
    status: stored ? 'updated' : 'created',
    articleId,
    title: stored && source.titleIsFileName ? stored.fields.title : title,
    ...counts,
    textChanged,
  }
}
