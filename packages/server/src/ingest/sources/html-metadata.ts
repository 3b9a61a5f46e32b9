import { canonicalUrl, domainOf } from '../../text/canonical-url.js'
import { cleanLine } from '../../text/clean-text.js'
import type { DomDocument, DomElement } from './dom-node.js'
import { canonicalLanguage } from './language.js'
import { type LinkedArticle, linkedArticles } from './metadata/json-ld.js'
import { MetaTags } from './metadata/meta-tags.js'
import { findAddress } from './metadata/page-address.js'
import { findAuthors } from './metadata/page-authors.js'
import { findDate } from './metadata/page-date.js'
import { outlinePage } from './metadata/page-outline.js'
import { findTitle, plainLine } from './metadata/page-title.js'
import type { SourceArticle } from './source-article.js'

/** The fields that a page's metadata can have. `title` may be missing. */
export type HtmlMetadata = Omit<
  SourceArticle,
  'text' | 'title' | 'titleIsFileName' | 'externalId' | 'format'
> & {
  title: string | null
}

/**
 * Reads a page's metadata from JSON-LD, OpenGraph, `<meta>`, links and elements. Skips malformed values, because whoever
 * takes in a page cannot correct it.
 *
 * @param now dates after it are no dates of publication.
 */
export function readHtmlMetadata(document: DomDocument, now = new Date()): HtmlMetadata {
  const meta = new MetaTags(document)
  const scripts = [...document.querySelectorAll('script[type*="ld+json"]')]
  const articles = linkedArticles(scripts.map((script) => script.textContent ?? ''))
  const stated = findAddress(document, meta, [])
  const headings = [...document.querySelectorAll('h1')].slice(0, 10)
  const linked = ownArticle(articles, stated.url, headings)
  const { url, site } = stated.url === null ? findAddress(document, meta, linked?.urls ?? []) : stated
  const siteDomain = site === null ? null : domainOf(site)
  const siteName =
    [meta.first('og:site_name'), linked?.publisher, meta.first('application-name')]
      .map((name) => (name ? plainLine(name)?.slice(0, 200) : null))
      .find((name) => name) ?? null
  const siteNames = [
    siteName,
    linked?.publisher,
    meta.first('og:site_name'),
    siteDomain,
    siteDomain?.split('.').at(-2),
  ].filter((name) => name != null)
  const title = findTitle(
    {
      linked: linked?.headline ?? null,
      openGraph: meta.first('og:title'),
      twitter: meta.first('twitter:title'),
      headings: headings.map(textOf),
      subheading: textOf(document.querySelector('article h2') ?? document.querySelector('main h2')),
      window: document.querySelector('title')?.textContent ?? null,
    },
    siteNames,
  )
  const elements = outlinePage(document, headlineElement(document, headings, title))
  const language = findLanguage(document, meta, linked)
  return {
    title,
    url,
    canonicalUrl: url === null ? null : canonicalUrl(url),
    siteName,
    siteDomain,
    authors: findAuthors({ linked: linked?.authors ?? [], meta, elements, siteNames }),
    published: findDate({
      ...{ linked: [linked?.published ?? null], meta, elements, url, now },
      language: dateLanguage(language, meta.first('og:locale'), siteDomain),
    }),
    language,
  }
}

const textOf = (element: DomElement | null): string => cleanLine(element?.textContent ?? '', 500) ?? ''

const same = (a: string, b: string) =>
  a.toLowerCase().replace(/\W+/g, '') === b.toLowerCase().replace(/\W+/g, '')

/** Of several articles in JSON-LD the one with the address or the headline of the page, else the first. */
function ownArticle(
  articles: readonly LinkedArticle[],
  url: string | null,
  headings: readonly DomElement[],
): LinkedArticle | null {
  const isHere = ({ urls }: LinkedArticle) =>
    url !== null &&
    urls.some((one) => URL.canParse(one, url) && pathOf(new URL(one, url)) === pathOf(new URL(url)))
  const isHeaded = ({ headline }: LinkedArticle) =>
    headline !== null && headings.some((heading) => same(textOf(heading), plainLine(headline) ?? ''))
  return articles.find(isHere) ?? articles.find(isHeaded) ?? articles[0] ?? null
}

const pathOf = ({ host, pathname }: URL) => host.replace(/^(?:www|m|amp)\./, '') + pathname.replace(/\/$/, '')

/** The element with the title of the article; the only heading where none has it. */
function headlineElement(
  document: DomDocument,
  headings: readonly DomElement[],
  title: string | null,
): DomElement | null {
  const others = [...document.querySelectorAll('h2, [itemprop~="headline"], .headline, .entry-title')].slice(
    0,
    50,
  )
  const titled = title === null ? undefined : [...headings, ...others].find((one) => same(textOf(one), title))
  return titled ?? headings[0] ?? null
}

function findLanguage(document: DomDocument, meta: MetaTags, linked: LinkedArticle | null): string | null {
  const root = document.documentElement
  const tags = [
    root?.getAttribute('lang'),
    root?.getAttribute('xml:lang'),
    meta.first('content-language'),
    meta.first('og:locale'),
    linked?.language,
  ]
  return tags.map((tag) => (tag ? canonicalLanguage(tag) : null)).find((tag) => tag !== null) ?? null
}

/** The tag of the page's language, with the country where only the locale or the domain tells it. */
function dateLanguage(language: string | null, locale: string | null, domain: string | null): string | null {
  if (language !== null && language !== 'en') return language
  const region = locale === null ? null : canonicalLanguage(locale)
  if (region?.includes('-') && (language === null || region.startsWith('en-'))) return region
  const [, country] = /\.(uk|au|nz|ie|in|za|us|gov|mil|edu)$/.exec(domain ?? '') ?? []
  if (country === undefined) return language
  return /us|gov|mil|edu/.test(country) ? 'en-US' : 'en-GB'
}
