import { createHash } from 'node:crypto'
import type { Extractor } from '@onrecord/extract'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { StorableExtraction } from '../extractor/extract-text.js'
import type { SourceArticle } from '../sources/source-article.js'
import { SourceError } from '../sources/source-error.js'
import { extractKnowing } from './extract-knowing.js'
import { articleOptions } from './extraction-options.js'
import { findArticle } from './find-article.js'
import type { IngestOptions, IngestResult } from './ingest.js'
import { sizeProblem } from './size-problem.js'
import { fieldsAfter } from './source-fields.js'
import { isHeld, isUnchanged } from './stored-match.js'

/** What an ingest of a source would do, and what the extractor finds in it. */
export interface ArticlePreview {
  status: IngestResult['status']
  /** UUID of the article on record that the source belongs to; null when there is none. */
  articleId: string | null
  /** The fields that the article would have. */
  fields: ReturnType<typeof fieldsAfter>
  content: string
  extraction: StorableExtraction
}

/**
 * Finds out what `ingest` would do with a source now, and writes nothing. It extracts the statements also of a text that is
 * on record already or would be held, so that a person sees what is in it.
 *
 * @throws SourceError as `ingest` does. @throws ExtractorError
 */
export async function previewArticle(
  prisma: PrismaClient,
  source: SourceArticle,
  extractor: Extractor,
  { acceptShorter }: Pick<IngestOptions, 'acceptShorter'>,
): Promise<ArticlePreview> {
  const sha256 = createHash('sha256').update(source.text).digest('hex')
  const stored = await findArticle(prisma, source, sha256)
  const fields = fieldsAfter(source, stored)
  const status = !stored
    ? 'created'
    : isUnchanged(stored, source, sha256)
      ? 'unchanged'
      : isHeld(stored, source, sha256, acceptShorter)
        ? 'held'
        : 'updated'
  const extraction = await extractKnowing(prisma, extractor, source.text, articleOptions(fields))
  const problem = sizeProblem(extraction.statements.length)
  if (problem) throw new SourceError('TOO_COMPLEX', problem)
  return { status, articleId: stored?.id ?? null, fields, content: source.text, extraction }
}
