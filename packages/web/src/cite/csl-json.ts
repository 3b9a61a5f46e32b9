import { isoDate } from '../text/fuzzy-date.js'
import type { Cited } from './cited.js'
import { noteOf } from './plain.js'

/** A statement as an item of CSL-JSON, which Zotero and Pandoc read: the article, and the words in its note. */
export function cslJson(cited: Cited): Record<string, unknown> {
  const { article, pageUrl, today, id } = cited
  const day = isoDate(article.publishedAt)
  return {
    id,
    type: 'article-newspaper',
    title: article.title,
    ...(article.authors.length > 0 ? { author: article.authors.map((literal) => ({ literal })) } : {}),
    ...(article.site ? { 'container-title': article.site } : {}),
    ...(day ? { issued: parts(day) } : {}),
    accessed: parts(today),
    URL: article.url ?? pageUrl,
    archive: 'On Record',
    archive_location: pageUrl,
    note: noteOf(cited),
  }
}

const parts = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] })
