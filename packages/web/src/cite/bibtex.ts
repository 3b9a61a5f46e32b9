import { isoDate } from '../text/fuzzy-date.js'
import { slugOf } from '../text/handle.js'
import type { Cited } from './cited.js'
import { inOneLine, noteOf } from './plain.js'

/** The signs that mean something to TeX, and how they are written. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** A statement as an entry of BibTeX: the article, and the words in its note. */
export function bibtex(cited: Cited): string {
  const { article, pageUrl, today, id } = cited
  const day = isoDate(article.publishedAt)
  const fields: [string, string | null][] = [
    ['title', tex(article.title)],
    ['author', article.authors.map((author) => `{${tex(author)}}`).join(' and ') || null],
    ['howpublished', article.site && tex(article.site)],
    ['year', day?.slice(0, 4) ?? null],
    ['month', day && day.length > 4 ? String(Number(day.slice(5, 7))) : null],
    ['url', address(article.url ?? pageUrl)],
    ['urldate', today],
    ['note', `${tex(noteOf(cited))}. On Record: ${tex(pageUrl)}`],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []))
  return `@misc{${slugOf(cited.speaker ?? 'statement') || 'statement'}-${id.slice(-8)},\n${lines.join(',\n')}\n}`
}

const tex = (text: string): string =>
  inOneLine(text).replace(/[\\{}~^%$&#_]/g, (sign) => SIGNS[sign] ?? `\\${sign}`)

/** An address is written as it is, but for what would end the field. */
const address = (url: string): string => url.replace(/[{}\\\s]/g, encodeURIComponent)
