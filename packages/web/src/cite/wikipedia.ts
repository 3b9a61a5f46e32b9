import { isoDate } from '../text/fuzzy-date.js'
import type { Cited } from './cited.js'
import { inOneLine, quoted, saidBy } from './plain.js'

/** A statement as Wikipedia's template {{cite news}}. */
export function wikipedia(cited: Cited): string {
  const { article, text, pageUrl, today } = cited
  const words = quoted(text).slice(1, -1)
  const fields: [string, string | null][] = [
    ['title', article.title],
    ...article.authors.map((author, index): [string, string] => [`author${index + 1}`, author]),
    ['work', article.site],
    ['date', isoDate(article.publishedAt)],
    ['url', article.url ?? pageUrl],
    ['access-date', today],
    ['quote', `${saidBy(cited)}: ${words}`],
    ['via', 'On Record'],
  ]
  const parts = fields.flatMap(([name, value]) => (value ? [`|${name}=${wiki(value)}`] : []))
  return `{{cite news ${parts.join(' ')}}}`
}

/** A value in which no sign means anything to MediaWiki. */
const wiki = (value: string): string =>
  inOneLine(value)
    .replace(/[{}[\]<>|]/g, (sign) => (sign === '|' ? '{{!}}' : `&#${sign.charCodeAt(0)};`))
    .replace(/'{2,}/g, (marks) => '&#39;'.repeat(marks.length))
    .replace(/~{3,}/g, (marks) => '&#126;'.repeat(marks.length))
