import { canonicalUrl, httpUrl } from '../../../text/canonical-url.js'
import type { DomDocument } from '../dom-node.js'
import type { MetaTags } from './meta-tags.js'

/** The addresses of a page. */
export interface PageAddress {
  /** Of the article; null when the page names only the front page of its site. */
  url: string | null
  /** An address on the site of the page, to tell its domain by; null when the page names none. */
  site: string | null
}

/**
 * Finds the address of a page: canonical link, Open Graph, JSON-LD, the comment that browsers write when they save a page.
 * Relative addresses are resolved against `<base>`, else against the first whole address.
 *
 * @param linked the addresses in the JSON-LD of the article.
 */
export function findAddress(document: DomDocument, meta: MetaTags, linked: readonly string[]): PageAddress {
  const link = (selector: string) => document.querySelector(selector)?.getAttribute('href') ?? null
  const values = [
    link('link[rel~="canonical"]'),
    ...['og:url', 'twitter:url', 'parsely-link', 'dc.identifier', 'dcterms.identifier'].map((name) =>
      meta.first(name),
    ),
    ...linked,
    savedFrom(document.comments),
    link('link[rel~="alternate"][hreflang="x-default"]'),
  ]
  const base =
    readAddress(link('base[href]'), null) ??
    values.map((value) => readAddress(value, null)).find((url) => url !== null)
  const found = values.flatMap((value) => readAddress(value, base ?? null) ?? [])
  return { url: found.find(isArticlePage) ?? null, site: found[0] ?? base ?? null }
}

/** "saved from url=(0035)https://…" of browsers, "Page saved with SingleFile url: https://…" of an extension. */
function savedFrom(comments: readonly string[]): string | null {
  const pattern = /saved (?:from url=\(\d+\)|with SingleFile\s+url: )(https?:\S+)/
  return comments.flatMap((comment) => pattern.exec(comment.slice(0, 3000))?.[1] ?? [])[0] ?? null
}

/** Whether a URL is more than a front page. Some sites name their front page as the canonical URL of every article. */
const isArticlePage = (url: string) => /^https?:\/\/[^/]+(?:\/[^?]|\/?\?.)/.test(canonicalUrl(url))

function readAddress(value: string | null, base: string | null): string | null {
  if (!value) return null
  const written = value.trim()
  const isRelative = /^(?:\/|\.{1,2}\/|[\w-]+\/)/.test(written)
  const whole =
    isRelative && base !== null && URL.canParse(written, base) ? new URL(written, base).href : written
  try {
    return httpUrl(whole)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return null
  }
}
