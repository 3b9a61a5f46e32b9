import type { ArticleState } from '../../record/article/article-state.js'
import { encodeGlobalId } from '../../record/global-id.js'
import type { SourceArticle } from '../sources/source-article.js'
import { SourceError } from '../sources/source-error.js'
import { isMuchShorter } from './hold-text.js'
import { hasExternalId, metadataChanges } from './source-fields.js'

/** Whether the text of the stored article has this SHA-256. */
export const hasText = (stored: ArticleState | null, sha256: string): boolean => stored?.sha256 === sha256

/**
 * Whether the stored article has the text and the fields of the source already.
 *
 * @throws SourceError IN_BIN when the stored article is in the bin.
 */
export function isUnchanged(stored: ArticleState, source: SourceArticle, sha256: string): boolean {
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

/** Whether the text of the source is kept for a person to decide, because it is much shorter than the stored one. */
export const isHeld = (
  stored: ArticleState | null,
  source: SourceArticle,
  sha256: string,
  acceptShorter: boolean | undefined,
): stored is ArticleState =>
  !acceptShorter && stored !== null && !hasText(stored, sha256) && isMuchShorter(source, stored)
