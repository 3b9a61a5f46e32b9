import { isoDate } from '../text/fuzzy-date.js'
import type { Cited } from './cited.js'
import { inOneLine, noteOf } from './plain.js'

/** A statement in the format of Research Information Systems: the article, and the words in its note. */
export function ris(cited: Cited): string {
  const { article, pageUrl, today } = cited
  const day = isoDate(article.publishedAt)
  const fields: [string, string | null][] = [
    ['TY', 'NEWS'],
    ['TI', article.title],
    ...article.authors.map((author): [string, string] => ['AU', author]),
    ['T2', article.site],
    ['PY', day?.slice(0, 4) ?? null],
    ['DA', day && `${day.replaceAll('-', '/')}${'/'.repeat(Math.max(0, (10 - day.length) / 3))}`],
    ['UR', article.url ?? pageUrl],
    ['Y2', today.replaceAll('-', '/')],
    ['N1', noteOf(cited)],
    ['L2', pageUrl],
    ['ER', ''],
  ]
  return fields
    .flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${inOneLine(value)}`]))
    .join('\r\n')
}
