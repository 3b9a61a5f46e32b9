import type { LinkedAuthor } from './json-ld.js'
import type { MetaTags } from './meta-tags.js'
import type { Outlined } from './page-outline.js'
import { isByline, organisationName, personNames } from './person-names.js'

/** What can tell the authors of an article. */
export interface AuthorSources {
  /** The authors in the article's JSON-LD. */
  linked: readonly LinkedAuthor[]
  meta: MetaTags
  elements: readonly Outlined[]
  /** Names of the site, which are no authors. */
  siteNames: readonly string[]
}

const AUTHOR_META =
  `author article:author article:author_name og:article:author og:author parsely-author sailthru.author
  cxenseparse:author dc.creator dcterms.creator dc.contributor citation_author byl byline creator authors article.author
  twitter:data1`.split(/\s+/)
const AUTHOR_NAME =
  / (?:author|url author|author-name|p-author)(?= )|[ -](?:byline|by-line|bylines|authors?|autore?n?|auteurs?|writer|journalist|reporter|verfasser)(?=[ -])/
const MAX_AUTHORS = 100

/**
 * Finds the persons who wrote an article: those of JSON-LD, else of `<meta>`, else of a printed byline. An organisation is
 * the author where no person is named, and it is not the site itself.
 */
export function findAuthors({ linked, meta, elements, siteNames }: AuthorSources): string[] {
  const persons = (values: readonly string[]) => values.flatMap((value) => personNames(value, siteNames))
  const candidates = [
    () => persons(linked.filter(({ isOrganisation }) => !isOrganisation).map(({ name }) => name)),
    ...AUTHOR_META.map((name) => () => persons(meta.all(name))),
    () => printedAuthors(elements, siteNames),
    () => linked.flatMap(({ name }) => organisationName(name, siteNames) ?? []),
    () => meta.all('author').flatMap((name) => organisationName(name, siteNames) ?? []),
  ]
  for (const read of candidates) {
    const names = [...new Set(read())].slice(0, MAX_AUTHORS)
    if (names.length > 0) return names
  }
  return []
}

/** The persons in the byline that stands nearest to the headline. */
function printedAuthors(elements: readonly Outlined[], siteNames: readonly string[]): string[] {
  const near = elements.filter(({ inArticle, distance }) => inArticle || (distance > -8 && distance < 15))
  const marked = near.filter(({ names }) => / author(?= )/.test(names) && /rel|itemprop/.test(names))
  const named = near.filter(({ names }) => AUTHOR_NAME.test(names))
  const lines = near.filter(
    ({ text, distance }) => isByline(text) && text.length < 200 && distance > -5 && distance < 8,
  )
  for (const [group, strict] of [
    [marked, false],
    [named, true],
    [lines, true],
  ] as const) {
    const first = group.find(({ text }) => personNames(text, siteNames, strict).length > 0)
    if (!first) continue
    const together = group.filter(({ distance }) => Math.abs(distance - first.distance) < 3)
    return together.flatMap(({ text }) => personNames(text, siteNames, strict))
  }
  return []
}
