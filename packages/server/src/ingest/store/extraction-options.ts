import type { ExtractOptions } from '@onrecord/extract'
import { dateBounds } from '../../dates/fuzzy-date.js'
import type { ArticleFields } from '../../record/article/article-fields.js'
import type { SourceArticle } from '../sources/source-article.js'

/** Makes the extractor's options of a source's metadata. */
export function extractionOptions({
  title,
  authors,
  language,
  publishedDay,
}: Pick<SourceArticle, 'title' | 'authors' | 'language'> & {
  /** The day of publication, when it is known. */
  publishedDay?: string | null
}): ExtractOptions {
  const [byline] = authors
  return {
    ...(title ? { title } : {}),
    ...(byline ? { byline } : {}),
    ...(language ? { language } : {}),
    ...(publishedDay ? { publishedAt: publishedDay } : {}),
  }
}

/** The {@link extractionOptions} of an article on record. */
export const articleOptions = ({
  title,
  bylines,
  language,
  publishedAt,
}: Pick<ArticleFields, 'title' | 'bylines' | 'language' | 'publishedAt'>): ExtractOptions =>
  extractionOptions({
    ...{ title, language, publishedDay: dayOf(dateBounds(publishedAt)) },
    authors: bylines.map(({ asWritten }) => asWritten),
  })

/** The day of a date, from which words such as "on Tuesday" are counted; null when the date is less exact. */
export const dayOf = (date: { earliest: string | null; latest: string | null } | null): string | null =>
  date !== null && date.earliest === date.latest ? date.earliest : null
