import { decodeHTML } from 'entities'
import { cleanLine } from '../../../text/clean-text.js'

/** The titles that a page gives, by where they stand. */
export interface TitleSources {
  linked: string | null
  openGraph: string | null
  twitter: string | null
  /** The texts of `<h1>`, in the order of the page. */
  headings: readonly string[]
  /** The text of the first `<h2>` in the article. */
  subheading: string | null
  window: string | null
}

/** Between a title and the name of its site: "Ferry stays | Quay News", "Ferry stays - Quay News", "Ferry stays: Quay News". */
const SEPARATOR = /\s+[|–—·•:»«›‹/~-]+\s+|\s*[|»]\s*|(?<=[\p{L}\p{N}”"]): +/u

/**
 * Finds the title of an article: the first of JSON-LD, Open Graph, Twitter, heading and window title that another one
 * confirms, else the first. Takes off the name of the site before or after it.
 *
 * @param siteNames the names that the site gives itself.
 */
export function findTitle(sources: TitleSources, siteNames: readonly string[]): string | null {
  const { linked, openGraph, twitter, headings, subheading, window } = sources
  const read = (line: string | null) => (line === null ? null : plainLine(line))
  const own = [linked, openGraph, twitter, ...headings, window].map(read).filter((line) => line !== null)
  const all = [...own, read(subheading)].filter((line) => line !== null)
  const sites = new Set(siteNames.map(key))
  // The name of the site stands above the title.
  const logo = headings.find((heading) => isLogo(heading, window, all, sites))
  if (logo !== undefined) sites.add(key(logo))
  const titles = all.map((line) => withoutSite(line, all, sites))
  const candidates = titles
    .slice(0, own.length)
    .filter((title) => !sites.has(key(title)) && !isCutOff(title, titles))
  const isConfirmed = (title: string) => titles.filter((other) => key(other) === key(title)).length > 1
  return candidates.find(isConfirmed) ?? candidates[0] ?? titles[0] ?? null
}

/** Reads the text of a title that has entities or tags written into it, perhaps twice. */
export function plainLine(value: string): string | null {
  const decoded = /&[#\w]+;/.test(value) ? decodeHTML(decodeHTML(value)) : value
  return cleanLine(decoded.replace(/<\/?[a-z][^<>]{0,200}>/gi, ''), 500)
}

/** What equal titles have in common: their letters and digits. */
const key = (line: string) => line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const words = (line: string) => line.split(/\s+/).length

/** Whether a heading is the name of the site: the window title has it beside the real title. */
function isLogo(
  heading: string,
  window: string | null,
  lines: readonly string[],
  sites: ReadonlySet<string>,
): boolean {
  const parts = window?.split(SEPARATOR) ?? []
  const rest = parts.filter((part) => key(part) !== key(heading))
  if (parts.length < 2 || rest.length === parts.length || rest.some((part) => sites.has(key(part))))
    return false
  const isConfirmed = rest.some((part) => lines.some((line) => key(line) === key(part)))
  return isConfirmed || (words(heading) < 4 && rest.some((part) => words(part) > 3))
}

/** Whether a title ends with "…" where another one goes on. */
const isCutOff = (title: string, titles: readonly string[]) =>
  /(?:…|\.\.\.)$/.test(title) &&
  titles.some((other) => other.length > title.length && key(other).startsWith(key(title)))

/** Removes the name of the site from either end of a title: a name that is known, or all that another title does not have. */
function withoutSite(line: string, lines: readonly string[], sites: ReadonlySet<string>): string {
  const parts = [...line.matchAll(new RegExp(SEPARATOR, 'gu'))].map(({ index, 0: sign }) => ({
    head: line.slice(0, index),
    tail: line.slice(index + sign.length),
    sign,
  }))
  const isTitle = (part: string) => lines.some((other) => other !== line && key(other) === key(part))
  for (const { head, tail } of parts) {
    if (sites.has(key(head))) return tail
    if (sites.has(key(tail)) || isTitle(head)) return withoutSite(head, lines, sites)
    if (isTitle(tail) && words(head) < 5) return tail
  }
  const last = parts.at(-1)
  const isAlone = last && !lines.some((other) => other !== line && key(other) === key(line))
  return isAlone && isSiteLike(last.tail, last.sign) && words(last.head) > 1 ? last.head : line
}

/** Whether what follows a separator reads as the name of a site: a few words with capitals after a bar or a dash. */
const isSiteLike = (tail: string, sign: string) =>
  /[|»–—·•-]/.test(sign) &&
  words(tail) < 5 &&
  (sign.includes('|') || /^(?:(?:the|of|and|der|die|das|le|la|el|\p{Lu}\S*|\S+\.\p{L}{2,})\s*)+$/u.test(tail))
