import type { Extractor, LanguageCoverage } from '@onrecord/extract'
import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { type ArticleState, readArticle } from '../../record/article/article-state.js'
import { insertArticle, saveArticle } from '../../record/article/save-article.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { byMachine } from '../../record/write/by-machine.js'
import { lockRows } from '../../record/write/lock.js'
import { runWrite, type Transact, type Write } from '../../record/write/write.js'
import type { StorableExtraction } from '../extractor/extract-text.js'
import { ruleExtractor } from '../extractor/rule-extractor.js'
import type { SourceArticle } from '../sources/source-article.js'
import { SourceError } from '../sources/source-error.js'
import { findArticle, sourceKeyOf } from './find-article.js'
import { followPublication, latestDay } from './follow-publication.js'
import { dropHeldText, holdText } from './hold-text.js'
import { linkCopies } from './link-copies.js'
import { lockIngest } from './lock-ingest.js'
import { extractionFor, type Prepared, prepare } from './prepare.js'
import { propose } from './propose.js'
import { resolveSite } from './resolve-site.js'
import { sizeProblem } from './size-problem.js'
import { fieldsAfter, hasExternalId, metadataChanges, sourceFields } from './source-fields.js'
import { newText, storeText } from './store-text.js'
import { hasText, isHeld, isUnchanged } from './stored-match.js'
import type { VanishedStatement } from './vanished.js'

/** The result of taking in one source. */
export interface IngestResult {
  /**
   * `unchanged`: the article had this text and these fields already, and nothing was written. `held`: the text is half as
   * long as the one on record or shorter. It is kept for a person to decide, and nothing else was written.
   */
  status: 'created' | 'updated' | 'unchanged' | 'held'
  articleId: string
  title: string
  /** The language in which its text was read, a BCP 47 tag; null when it is not known. */
  language: string | null
  /** What was looked for in that language; null when nothing was, or the extractor does not go by rules. */
  coverage: LanguageCoverage | null
  /** Number of new statements. */
  statements: number
  /** Number of proposals that no person has touched and that were replaced by what the extractor finds now. */
  statementsUpdated: number
  /** Number of proposals that no person has touched and that the extractor no longer finds. */
  statementsWithdrawn: number
  textChanged: boolean
  /** Verified statements with words that the new text does not have. */
  statementsVanished: VanishedStatement[]
}

export interface IngestOptions {
  /** Take a text that is half as long as the one on record or shorter, instead of holding it. */
  acceptShorter?: boolean | undefined
  /** What `prepare` gave for this source with the same `acceptShorter`; prepared now by default. */
  prepared?: Prepared | undefined
}

/**
 * Takes one source into the record: finds its article, extracts the statements, and stores everything in one
 * transaction, so that a failure leaves nothing half written.
 *
 * @param actor the name that the history gives to whoever takes it in.
 * @param extractor finds the statements. It is asked only about a new text.
 * @param transact runs the work in a transaction. A caller with an idempotency key passes a function of its own.
 * A text that is half as long as the one on record or shorter is held for a person, unless it is accepted beforehand.
 *
 * @throws SourceError TOO_COMPLEX when the article has too many statements, CONFLICT when the source's external id and
 * URL belong to two articles, IN_BIN when its article is in the bin.
 * @throws ExtractorError when the extractor fails, or gives drafts that do not fit the text.
 */
export async function ingest(
  prisma: PrismaClient,
  source: SourceArticle,
  actor: string,
  extractor: Extractor = ruleExtractor,
  transact: Transact = (work) => runWrite(prisma, actor, work),
  options: IngestOptions = {},
): Promise<IngestResult> {
  const prepared = options.prepared ?? (await prepare(prisma, source, extractor, options.acceptShorter))
  const { sha256, before } = prepared
  // What was prepared beforehand may be older than the writes before this one, so it is looked at in the transaction.
  if (!options.prepared && before && isUnchanged(before, source, sha256)) {
    return transact(async () => unchanged(before))
  }
  try {
    return await transact(async (write) => {
      await lockIngest(write.tx)
      const stored = await lockArticle(write.tx, source, sha256)
      if (stored && isUnchanged(stored, source, sha256)) return unchanged(stored)
      if (isHeld(stored, source, sha256, options.acceptShorter)) {
        await holdText(write, stored, source)
        return { ...unchanged(stored), status: 'held' as const }
      }
      if (hasText(stored, sha256)) return store(byMachine(write), source, sha256, null, stored)
      const extraction = extractionFor(prepared, source, stored)
      // The extractor runs outside of the transaction, because other writers would have to wait for it.
      if (!extraction) throw new OutdatedError()
      checkSize(extraction.statements.length)
      return store(byMachine(write), source, sha256, extraction, stored)
    })
  } catch (error) {
    if (!(error instanceof OutdatedError)) throw error
    return ingest(prisma, source, actor, extractor, transact, { ...options, prepared: undefined })
  }
}

function checkSize(statements: number): void {
  const problem = sizeProblem(statements)
  if (problem) throw new SourceError('TOO_COMPLEX', problem)
}

/** The article has changed since the source was prepared, so that its extraction is missing or made with other options. */
class OutdatedError extends Error {}

/** Finds the article of a source and locks its row until the end of the transaction. */
async function lockArticle(tx: Transaction, source: SourceArticle, sha256: string) {
  const found = await findArticle(tx, source, sha256)
  if (!found) return null
  const locked = (await lockRows(tx, 'Article', [found.id])).get(found.id)
  return locked?.version === found.version ? found : readArticle(tx, found.id)
}

/** The counts of a write that changed no statement. */
export const NOTHING_DONE = {
  ...{ statements: 0, statementsUpdated: 0, statementsWithdrawn: 0 },
  statementsVanished: [] as VanishedStatement[],
}

const unchanged = ({ id, fields }: ArticleState): IngestResult => ({
  status: 'unchanged',
  articleId: id,
  title: fields.title,
  language: fields.language,
  coverage: null,
  ...NOTHING_DONE,
  textChanged: false,
})

async function store(
  write: Write,
  source: SourceArticle,
  sha256: string,
  extraction: StorableExtraction | null,
  stored: ArticleState | null,
): Promise<IngestResult> {
  const { title, canonicalUrl, externalId } = source
  const fields = fieldsAfter(source, stored)
  const { language } = fields
  const siteId = await resolveSite(write, source)
  const newExternalId = externalId && !(stored && hasExternalId(stored, source)) ? { externalId } : {}
  const articleId = stored?.id ?? newId()
  const text = extraction && newText(articleId, { ...source, language }, sha256, extraction)
  let textId = text?.id
  if (stored) {
    if (text) textId = await storeText(write.tx, articleId, sha256, text)
    const metadata = metadataChanges(stored, source)
    const changes = { ...metadata, ...(textId ? { textId: encodeGlobalId('ArticleText', textId) } : {}) }
    const address = metadata.url ? { canonicalUrl } : {}
    // The site follows from the address, which a person may have set.
    const site = siteId !== null && !stored.editedFields.includes('url') ? { siteId } : {}
    await saveArticle(write, stored, 'UPDATED', changes, { ...address, ...site, ...newExternalId })
    if (!extraction) await followPublication(write, articleId, stored.fields.publishedAt, fields.publishedAt)
  } else if (text) {
    const sourceKey =
      source.path === undefined || canonicalUrl || externalId ? null : sourceKeyOf(source.path)
    await insertArticle(
      write,
      articleId,
      { ...sourceFields(source), textId: encodeGlobalId('ArticleText', text.id) },
      { ...{ canonicalUrl, siteId, sourceKey }, ...newExternalId },
      text.rows,
    )
  }
  let counts = NOTHING_DONE
  if (extraction && textId) {
    if (stored) await dropHeldText(write.tx, articleId)
    const { text: content } = source
    const publishedLatest = latestDay(fields.publishedAt)
    const { copyIds, history } = await linkCopies(write.tx, articleId, extraction.sketch)
    write.record(...history)
    counts = await propose(write, extraction, {
      ...{ articleId, textId, content, language, publishedLatest, copyIds, isNew: !stored },
    })
  }
  return {
    status: stored ? 'updated' : 'created',
    articleId,
    title: stored && source.titleIsFileName ? stored.fields.title : title,
    language,
    coverage: extraction?.coverage ?? null,
    ...counts,
    textChanged: extraction !== null,
  }
}
