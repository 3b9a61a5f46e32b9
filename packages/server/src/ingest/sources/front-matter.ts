import { parseDocument } from 'yaml'
import { parsePartialDate } from '../../dates/partial-date.js'
import { dateFromUrl } from '../../dates/printed-date.js'
import { canonicalUrl, domainOf, httpUrl } from '../../text/canonical-url.js'
import { cleanLine } from '../../text/clean-text.js'
import { canonicalLanguage } from './language.js'
import type { ExternalId, SourceArticle } from './source-article.js'
import { SourceError } from './source-error.js'

/** The fields that front matter can have. `title` may be missing. */
export type FrontMatter = Omit<SourceArticle, 'text' | 'title' | 'titleIsFileName' | 'format'> & {
  title: string | null
}

const MAX_LENGTH = 65_536
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i

/**
 * Splits front matter from the body. Front matter begins with `---` in the first line, followed by a line that is not
 * blank, and ends with `---` or `...` on a line of its own.
 *
 * @throws SourceError INVALID_FRONT_MATTER when front matter begins and does not end.
 */
export function splitFrontMatter(content: string, name: string): { yaml: string; body: string } {
  const opening = /^---[ \t]*\n(?=[ \t]*\S)/.exec(content)
  if (!opening) return { yaml: '', body: content }
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/gm
  closing.lastIndex = opening[0].length
  const end = closing.exec(content)
  if (!end) {
    if (!/^[\w-]+:(?:\s|$)/.test(content.slice(opening[0].length))) return { yaml: '', body: content }
    throw invalid('begins with --- in line 1 and does not end: close it with a line ---', name)
  }
  if (end.index > MAX_LENGTH) throw invalid(`is longer than ${MAX_LENGTH} characters`, name)
  return { yaml: content.slice(opening[0].length, end.index), body: content.slice(end.index + end[0].length) }
}

/**
 * Reads front matter. Keys: `title`, `url`, `site`, `authors` or `author`, `published` or `date`, `language`,
 * `external_id` as `namespace:value`. Keys without a value and unknown keys are ignored.
 *
 * @throws SourceError INVALID_FRONT_MATTER. The message names the key and says what its value must be.
 */
export function readFrontMatter(yaml: string, name: string): FrontMatter {
  const values = parseYaml(yaml, name)
  const read = <T>(key: string, reader: (value: unknown) => T): T | null => {
    const value = values[key]
    if (value === undefined || value === null) return null
    try {
      return reader(value)
    } catch (error) {
      throw invalid(`${key} ${error instanceof RangeError ? error.message : 'is not valid'}`, name)
    }
  }
  const url = read('url', (value) => httpUrl(line(value)))
  const site = read('site', (value) => line(value, 200))
  const date = (value: unknown) => parsePartialDate(value)
  return {
    title: read('title', (value) => line(value, 500)),
    url,
    canonicalUrl: url === null ? null : canonicalUrl(url),
    siteName: site,
    siteDomain:
      url !== null ? domainOf(url) : site !== null && DOMAIN.test(site) ? domainOf(`http://${site}`) : null,
    authors: read('authors', authors) ?? read('author', authors) ?? [],
    published: read('published', date) ?? read('date', date) ?? (url === null ? null : dateFromUrl(url)),
    language: read('language', language),
    externalId: read('external_id', externalId),
  }
}

const invalid = (what: string, name: string) =>
  new SourceError('INVALID_FRONT_MATTER', `front matter: ${what}`, name)

function parseYaml(yaml: string, name: string): Record<string, unknown> {
  let value: unknown
  try {
    const document = parseDocument(yaml, { logLevel: 'silent', prettyErrors: false })
    const [error] = document.errors
    if (error) {
      const line = yaml.slice(0, error.pos[0]).split('\n').length + 1
      throw new SourceError('INVALID_FRONT_MATTER', `line ${line}: ${error.message}`)
    }
    value = document.toJS()
  } catch (error) {
    if (error instanceof SourceError) throw invalid(error.message, name)
    throw invalid('cannot be read: it is nested too deeply or repeats itself too often', name)
  }
  if (value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw invalid(
      'must be lines of the form "key: value"; if no front matter is meant, begin with a blank line',
      name,
    )
  }
  return value as Record<string, unknown>
}

function line(value: unknown, limit = 10_000): string {
  if (typeof value !== 'string') throw new RangeError('must be text: put it in quotation marks')
  if (!value.isWellFormed() || /[\0\uFFFF]/.test(value))
    throw new RangeError('has a character that no text can hold')
  const clean = cleanLine(value, value.length + 1)
  if (clean === null) throw new RangeError('is empty: fill it in or remove it')
  if (clean.length > limit) throw new RangeError(`is longer than ${limit} characters`)
  return clean
}

function authors(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value]
  if (list.length > 100) throw new RangeError('has more than 100 names')
  if (list.some((author) => typeof author !== 'string'))
    throw new RangeError('must be a name or a list of names')
  return list.map((author) => line(author, 200))
}

function language(value: unknown): string {
  const tag = canonicalLanguage(line(value))
  if (tag === null) throw new RangeError('must be a language tag like en or pt-BR')
  return tag
}

function externalId(value: unknown): ExternalId {
  const [, namespace, id] =
    /^([a-z0-9][\w.-]{0,99}):\s*(\S.{0,499})$/iu.exec(typeof value === 'string' ? line(value) : '') ?? []
  if (!namespace || !id)
    throw new RangeError('must be text of the form namespace:value, like doi:10.1000/182')
  return { namespace, value: id }
}
