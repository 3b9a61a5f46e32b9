import { parseLenientJson } from './lenient-json.js'

/** An author as JSON-LD gives it. */
export interface LinkedAuthor {
  name: string
  isOrganisation: boolean
}

/** The values that a page's JSON-LD gives for one article. None of them is checked. */
export interface LinkedArticle {
  headline: string | null
  authors: LinkedAuthor[]
  published: string | null
  urls: string[]
  publisher: string | null
  language: string | null
}

type Node = Record<string, unknown>

const MAX_NODES = 2000
/** A page has 5 MB at most. Longer scripts hold data of the program, not of the article. */
const MAX_SCRIPT = 2_000_000
/** Types of the article itself come before types of the page that it stands on. */
const ARTICLE_TYPES = [
  /(?:Article|Posting|Report|Review|Transcript)$/,
  /(?:WebPage|ItemPage|Recording|VideoObject|AudioObject|PodcastEpisode|CreativeWork|Recipe)$/,
]

/**
 * Reads the articles in the page's JSON-LD, NewsArticle and BlogPosting before WebPage and VideoObject, each kind in the
 * order of the page: at the top, in an array, in `@graph` or as main entity. Looks up authors and publishers that are
 * given by `@id`.
 */
export function linkedArticles(scripts: Iterable<string>): LinkedArticle[] {
  const roots = [...scripts].map((script) => (script.length > MAX_SCRIPT ? null : parseLenientJson(script)))
  const nodes = collectNodes(roots)
  // The first node of an id counts, because references to it come later and have only the id.
  const byId = new Map(nodes.toReversed().map((node) => [node['@id'], node]))
  return ARTICLE_TYPES.flatMap((pattern) => nodes.filter((node) => hasType(node, pattern))).map((node) =>
    readArticle(node, byId),
  )
}

function readArticle(article: Node, byId: ReadonlyMap<unknown, Node>): LinkedArticle {
  const resolve = (value: unknown): Node[] =>
    many(value).flatMap((one) => {
      if (typeof one === 'string') return [byId.get(one) ?? { name: one }]
      return isNode(one) ? [one.name === undefined ? { ...byId.get(one['@id']), ...one } : one] : []
    })
  const authors = [article.author, article.creator].map(resolve).find((nodes) => nodes.length > 0) ?? []
  return {
    headline: text(article.headline) ?? text(article.name),
    authors: authors.slice(0, 100).flatMap((author) =>
      namesOf(author).map((name) => ({
        name,
        isOrganisation: hasType(author, /Organi[sz]ation|Corporation|WebSite/),
      })),
    ),
    published: text(article.datePublished) ?? text(article.dateCreated) ?? text(article.uploadDate),
    urls: [article.url, article.mainEntityOfPage, article['@id']].flatMap((value) =>
      many(value).flatMap((one) => text(isNode(one) ? (one['@id'] ?? one.url) : one) ?? []),
    ),
    publisher: resolve(article.publisher).flatMap(namesOf)[0] ?? null,
    language: text(article.inLanguage),
  }
}

function namesOf(node: Node): string[] {
  const names = many(node.name).filter((name): name is string => typeof name === 'string')
  if (names.length > 0) return names
  const parts = [text(node.givenName), text(node.familyName)].filter((part) => part !== null)
  return parts.length > 0 ? [parts.join(' ')] : []
}

/** Collects nodes breadth first, so that outer nodes come before the nodes inside of them. */
function collectNodes(roots: unknown[]): Node[] {
  const queue: unknown[] = roots
  const nodes: Node[] = []
  for (let index = 0; index < queue.length && index < MAX_NODES; index++) {
    const value = queue[index]
    if (Array.isArray(value)) queue.push(...value.slice(0, MAX_NODES))
    else if (isNode(value)) {
      nodes.push(value)
      queue.push(value['@graph'], value.mainEntity, value.mainEntityOfPage, value.author, value.publisher)
    }
  }
  return nodes
}

const hasType = (node: Node, pattern: RegExp) =>
  many(node['@type']).some((type) => typeof type === 'string' && pattern.test(type))

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const many = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value])

const text = (value: unknown): string | null => {
  const first = many(value)[0]
  // Only Unix time is written as a number.
  if (typeof first === 'number' && first > 1e8) return String(first)
  return typeof first === 'string' && first.trim() !== '' ? first : null
}
