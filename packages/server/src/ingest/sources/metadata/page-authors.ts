import type { DomElement } from '../dom-node.js'
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
  author.name`.split(/\s+/)
const AUTHOR_NAME =
  / (?:author|url author|author-name|p-author)(?= )|[ -](?:byline|by-line|bylines|authors?|autore?n?|auteurs?|writer|journalist|reporter|verfasser)(?=[ -])/
const AUTHOR = /(?:^|\s)author(?:\s|$)/i
const MAX_AUTHORS = 100

/**
 * Finds the persons who wrote an article. JSON-LD, `<meta>` and the printed byline each name some: the first that another
 * one confirms count, else the first. An organisation is the author where no person is named, and it is not the site.
 */
export function findAuthors({ linked, meta, elements, siteNames }: AuthorSources): string[] {
  const persons = (values: readonly string[]) =>
    unique(values.flatMap((value) => personNames(value, siteNames)))
  const printed = unique(printedAuthors(elements, siteNames))
  const lists = [
    persons(linked.filter(({ isOrganisation }) => !isOrganisation).map(({ name }) => name)),
    ...AUTHOR_META.map((name) => persons(meta.all(name))),
    printed,
  ].filter((names) => names.length > 0)
  const stated =
    lists.find((names) => lists.some((other) => other !== names && shareName(names, other))) ?? lists[0]
  if (stated) return stated.every((name) => hasName(printed, name)) ? fullest(stated, printed) : stated
  const organisations = [...linked.map(({ name }) => name), ...meta.all('author')]
  return unique(organisations.flatMap((name) => organisationName(name, siteNames) ?? []))
}

const unique = (names: readonly string[]) => [...new Set(names)].slice(0, MAX_AUTHORS)

const hasName = (names: readonly string[], name: string) =>
  names.some((other) => other.toLowerCase() === name.toLowerCase())

const shareName = (names: readonly string[], others: readonly string[]) =>
  names.some((name) => hasName(others, name))

/** Metadata often leaves out all but the first of the authors that the byline names. */
const fullest = (stated: string[], printed: string[]) => (printed.length > stated.length ? printed : stated)

/** The persons in the byline that stands nearest to the headline. */
function printedAuthors(elements: readonly Outlined[], siteNames: readonly string[]): string[] {
  const near = elements.filter(({ inArticle, distance }) => inArticle || (distance > -8 && distance < 15))
  const marked = near.filter(({ element }) =>
    ['rel', 'itemprop'].some((name) => AUTHOR.test(element.getAttribute(name) ?? '')),
  )
  const named = near.filter(({ names }) => AUTHOR_NAME.test(names))
  const lines = near.filter(
    ({ text, distance }) => isByline(text) && text.length < 200 && distance > -5 && distance < 8,
  )
  for (const [group, strict] of [
    [marked, false],
    [named, true],
    [lines, true],
  ] as const) {
    const read = group
      .map((one) => ({ ...one, persons: personNames(one.text, siteNames, strict) }))
      .filter(({ persons }) => persons.length > 0)
    const [first] = read
    if (!first) continue
    const inner = withoutAround(read.filter(({ distance }) => Math.abs(distance - first.distance) < 2))
    const names = inner.flatMap(({ persons }) => persons)
    // A line can name more persons than its links do.
    return names.every((name) => first.persons.includes(name)) ? first.persons : names
  }
  return []
}

/** Leaves out elements that have another one inside. */
function withoutAround<One extends Outlined>(elements: readonly One[]): One[] {
  const around = new Set<DomElement>()
  for (const { element } of elements) {
    for (let node = element.parentNode; node && !around.has(node); node = node.parentNode) around.add(node)
  }
  return elements.filter(({ element }) => !around.has(element))
}
