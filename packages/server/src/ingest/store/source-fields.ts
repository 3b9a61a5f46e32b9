import type { ArticleFields } from '../../record/article/article-fields.js'
import type { ArticleState } from '../../record/article/article-state.js'
import type { SourceArticle } from '../sources/source-article.js'

/** The fields of an article as its source gives them. */
export const sourceFields = ({ title, url, language, published, authors }: SourceArticle) => ({
  title,
  url,
  language,
  publishedAt: published && {
    edtf: published.edtf,
    basis: published.basis,
    asWritten: published.asWritten,
  },
  bylines: authors.map((asWritten) => ({ asWritten, speakerId: null as string | null })),
})

/**
 * The fields that a source gives differently from the stored article. A field that the source leaves out stays, and so
 * does a field that a person has set.
 */
export function metadataChanges(stored: ArticleState, source: SourceArticle): Partial<ArticleFields> {
  const { fields, editedFields } = stored
  const { title, url, language, publishedAt, bylines } = sourceFields(source)
  const printed = (of: ArticleFields['bylines']) => of.map(({ asWritten }) => asWritten).join('\n')
  const changes: Partial<ArticleFields> = {
    ...(!source.titleIsFileName && title !== fields.title ? { title } : {}),
    ...(url !== null && source.canonicalUrl !== stored.canonicalUrl ? { url } : {}),
    ...(language !== null && language !== fields.language ? { language } : {}),
    ...(publishedAt !== null && publishedAt.edtf !== fields.publishedAt?.edtf ? { publishedAt } : {}),
    ...(bylines.length > 0 && printed(bylines) !== printed(fields.bylines) ? { bylines } : {}),
  }
  return Object.fromEntries(Object.entries(changes).filter(([field]) => !editedFields.includes(field)))
}

/** The fields that an article has after a source was taken in, see {@link metadataChanges}. */
export const fieldsAfter = (source: SourceArticle, stored: ArticleState | null) =>
  stored ? { ...stored.fields, ...metadataChanges(stored, source) } : sourceFields(source)

/** Whether the stored article has the external id of the source, or the source has none. */
export const hasExternalId = ({ externalIds }: ArticleState, { externalId }: SourceArticle) =>
  externalId === null ||
  externalIds.some(({ namespace, value }) => namespace === externalId.namespace && value === externalId.value)
