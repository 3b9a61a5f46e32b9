/** The values that the page's JSON-LD gives for the article. None of them is checked. */
export interface LinkedArticle {
  headline: string | null
  authors: string[]
  published: string | null
  url: string | null
  publisher: string | null
  language: string | null
}

type Node = Record<string, unknown>

const MAX_NODES = 2000
const ARTICLE_TYPE = /(?:^|[/:#])(?:\w*Article|\w*Posting|Report)$/

/**
 * Finds the first schema.org article (NewsArticle, BlogPosting, Report, …) in the page's JSON-LD: at the top, in an array
 * or in `@graph`. Looks up authors and publishers that are given by `@id`. Skips scripts that are not JSON.
 */
export function findLinkedArticle(scripts: Iterable<string>): LinkedArticle | null {
  const nodes = collectNodes([...scripts].map(parseScript))
  const article = nodes.find((node) => many(node['@type']).some((type) => ARTICLE_TYPE.test(String(type))))
  if (!article) return null
  // The first node of an id counts, because references to it come later and have only the id.
  const byId = new Map(nodes.toReversed().map((node) => [node['@id'], node]))
  const names = (value: unknown) =>
    many(value).flatMap((one) => {
      if (typeof one === 'string') return [one]
      if (!isNode(one)) return []
      return many(one.name ?? byId.get(one['@id'])?.name).filter((name) => typeof name === 'string')
    })
  const page = many(article.mainEntityOfPage)[0]
  return {
    headline: text(article.headline) ?? text(article.name),
    authors: names(article.author),
    published: text(article.datePublished),
    url: text(article.url) ?? text(page) ?? (isNode(page) ? text(page['@id']) : null),
    publisher: names(article.publisher)[0] ?? null,
    language: text(article.inLanguage),
  }
}

function parseScript(script: string): unknown {
  try {
    return JSON.parse(
      script
        .replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)/, '')
        .replace(/(?:-->|(?:\/\/)?\]\]>)\s*$/, ''),
    )
  } catch {
    return null
  }
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
      queue.push(value['@graph'], value.mainEntity, value.author, value.publisher)
    }
  }
  return nodes
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const many = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value])

const text = (value: unknown): string | null => {
  const first = many(value)[0]
  return typeof first === 'string' && first.trim() !== '' ? first : null
}
