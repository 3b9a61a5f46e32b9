import { createHash } from 'node:crypto'
import type { ExtractOptions, Extractor } from '@onrecord/extract'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { ArticleState } from '../../record/article/article-state.js'
import type { StorableExtraction } from '../extractor/extract-text.js'
import type { SourceArticle } from '../sources/source-article.js'
import { extractKnowing } from './extract-knowing.js'
import { articleOptions } from './extraction-options.js'
import { findArticle } from './find-article.js'
import { fieldsAfter } from './source-fields.js'
import { hasText, isHeld, isUnchanged } from './stored-match.js'

/** What an ingest needs of a source before its transaction begins. */
export interface Prepared {
  /** SHA-256 of its text. */
  sha256: string
  /** Its article, as it was when the source was prepared; null when there was none. */
  before: ArticleState | null
  /** The extraction of its text, and the options that it was made with; null when its article had the text, or holds it. */
  extracted: { extraction: StorableExtraction; options: ExtractOptions } | null
}

/**
 * Extracts the statements of a source, as far as its article does not have the text yet. It writes nothing, so that it may
 * run while earlier sources are still being taken in: `ingest` prepares a source again when these, or another writer, have
 * changed something on which the extraction depends.
 *
 * @throws SourceError CONFLICT, IN_BIN. @throws ExtractorError
 */
export async function prepare(
  prisma: PrismaClient,
  source: SourceArticle,
  extractor: Extractor,
  acceptShorter: boolean | undefined,
): Promise<Prepared> {
  const sha256 = createHash('sha256').update(source.text).digest('hex')
  const before = await findArticle(prisma, source, sha256)
  if (before) isUnchanged(before, source, sha256)
  if (hasText(before, sha256) || isHeld(before, source, sha256, acceptShorter)) {
    return { sha256, before, extracted: null }
  }
  const options = optionsFor(source, before)
  return {
    ...{ sha256, before },
    extracted: { options, extraction: await extractKnowing(prisma, extractor, source.text, options) },
  }
}

/** The extraction of the source, if it is the one for the article as it is stored now; else undefined. */
export function extractionFor({ extracted }: Prepared, source: SourceArticle, stored: ArticleState | null) {
  const isSame = JSON.stringify(extracted?.options) === JSON.stringify(optionsFor(source, stored))
  return isSame ? extracted?.extraction : undefined
}

const optionsFor = (source: SourceArticle, stored: ArticleState | null): ExtractOptions =>
  articleOptions(fieldsAfter(source, stored))
