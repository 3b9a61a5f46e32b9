import { dateFromUrl, parsePrintedDate } from '../../dates/printed-date.js'
import { canonicalUrl, domainOf, httpUrl } from '../../text/canonical-url.js'
import { cleanLine } from '../../text/clean-text.js'
import type { DomDocument } from './dom-node.js'
import { findLinkedArticle } from './json-ld.js'
import { canonicalLanguage } from './language.js'
import type { SourceArticle } from './source-article.js'

/** The fields that a page's metadata can have. `title` may be missing. */
export type HtmlMetadata = Omit<
  SourceArticle,
  'text' | 'title' | 'titleIsFileName' | 'externalId' | 'format'
> & {
  title: string | null
}

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'date',
]
const TIMES = 'article time[datetime], header time[datetime], time[itemprop="datePublished"], time[pubdate]'

/**
 * Reads a page's metadata: JSON-LD first, then OpenGraph and `<meta>`, then links and elements. Skips malformed values,
 * because whoever takes in a page cannot correct it.
 */
export function readHtmlMetadata(document: DomDocument): HtmlMetadata {
  const meta = readMeta(document)
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')]
  const linked = findLinkedArticle(scripts.map((script) => script.textContent ?? ''))
  const root = document.documentElement
  const addresses = [attribute(document, 'link[rel~="canonical"]', 'href'), meta.get('og:url'), linked?.url]
  const found = first(addresses, webAddress)
  const url = found !== null && isArticlePage(found) ? found : null
  const siteName = first(
    [meta.get('og:site_name'), linked?.publisher, meta.get('application-name')],
    (name) => cleanLine(name, 200),
  )
  const title = first(
    [linked?.headline, meta.get('og:title'), meta.get('twitter:title'), heading(document)],
    (line) => withoutSite(cleanLine(line, 500), siteName),
  )
  const languages = [
    root?.getAttribute('lang'),
    root?.getAttribute('xml:lang'),
    meta.get('content-language'),
    meta.get('og:locale'),
    linked?.language,
  ]
  const dates = [
    linked?.published,
    ...PUBLISHED_META.map((name) => meta.get(name)),
    attribute(document, TIMES, 'datetime'),
  ]
  return {
    title,
    url,
    canonicalUrl: url === null ? null : canonicalUrl(url),
    siteName,
    siteDomain: found === null ? null : domainOf(found),
    authors: readAuthors(document, meta, linked?.authors ?? []),
    published: first(dates, parsePrintedDate) ?? (url === null ? null : dateFromUrl(url)),
    language: first(languages, canonicalLanguage),
  }
}

/** Reads `<meta>` elements: contents by lower-case name, property, itemprop or http-equiv. The first of a name counts. */
function readMeta(document: DomDocument): Map<string, string> {
  const meta = new Map<string, string>()
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim()
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(key)?.trim().toLowerCase()
      if (name && content && !meta.has(name)) meta.set(name, content)
    }
  }
  return meta
}

function readAuthors(document: DomDocument, meta: Map<string, string>, linked: readonly string[]): string[] {
  const elements = [...document.querySelectorAll('[rel~="author"], [itemprop~="author"], .byline')].slice(
    0,
    10,
  )
  const lists = [
    linked,
    [meta.get('author') ?? ''],
    [meta.get('article:author') ?? ''],
    elements.map((e) => e.textContent ?? ''),
  ]
  for (const list of lists) {
    const authors = list
      .flatMap((author) => cleanLine(author, 200) ?? [])
      .filter((author) => !/^https?:/i.test(author))
    if (authors.length > 0) return [...new Set(authors)].slice(0, 100)
  }
  return []
}

/** The text of the only `<h1>`; when there is none or several, the `<title>`. */
function heading(document: DomDocument): string | null {
  const [h1, second] = [...document.querySelectorAll('h1')]
  const only = second ? undefined : h1?.textContent?.trim()
  return only || (document.querySelector('title')?.textContent ?? null)
}

/** Removes the name of the site from a title such as "Harbour reopens | The Post". */
function withoutSite(title: string | null, siteName: string | null): string | null {
  if (title === null || siteName === null || !title.toLowerCase().endsWith(siteName.toLowerCase()))
    return title
  return (
    title
      .slice(0, -siteName.length)
      .replace(/\s+[|–—·:»-]\s+$/, '')
      .trimEnd() || title
  )
}

/** Whether a URL is more than a front page. Some sites name their front page as the canonical URL of every article. */
const isArticlePage = (url: string) => /^https?:\/\/[^/]+(?:\/[^?]|\/?\?.)/.test(canonicalUrl(url))

function webAddress(value: string): string | null {
  try {
    return httpUrl(value)
  } catch {
    return null
  }
}

const attribute = (document: DomDocument, selector: string, name: string) =>
  document.querySelector(selector)?.getAttribute(name) ?? null

function first<T>(
  values: readonly (string | null | undefined)[],
  read: (value: string) => T | null,
): T | null {
  for (const value of values) {
    const result = value ? read(value) : null
    if (result !== null) return result
  }
  return null
}
