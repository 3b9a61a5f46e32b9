import type { DomDocument } from '../dom-node.js'
import { parseHtml } from '../html-dom.js'
import { parseLenientJson } from '../metadata/lenient-json.js'
import { readBlocks } from './page-blocks.js'

/** The most objects of JSON-LD that are looked through. */
const MAX_NODES = 2000
/** The longest script that is read. Longer ones hold data of the program, not of the article. */
const MAX_SCRIPT = 2_000_000

/**
 * Reads the text of the article from the page's JSON-LD (`articleBody`), which sites with a paywall give to search
 * engines: the longest, for a page can name others. Its markup becomes paragraphs.
 */
export function readLinkedBody(document: DomDocument): string[] {
  let longest = ''
  for (const script of document.querySelectorAll('script[type*="ld+json"]')) {
    const json = script.textContent
    if (json.length > MAX_SCRIPT || !json.includes('articleBody')) continue
    for (const body of bodiesIn(parseLenientJson(json))) if (body.length > longest.length) longest = body
  }
  return paragraphsOf(longest)
}

function bodiesIn(root: unknown): string[] {
  const queue = [root]
  const bodies: string[] = []
  for (let place = 0; place < queue.length && place < MAX_NODES; place++) {
    const node = queue[place]
    if (typeof node !== 'object' || node === null) continue
    if ('articleBody' in node && typeof node.articleBody === 'string') bodies.push(node.articleBody)
    else queue.push(...(Array.isArray(node) ? node : Object.values(node)).slice(0, MAX_NODES))
  }
  return bodies
}

/** The markup of a body can be escaped, too. */
function paragraphsOf(body: string): string[] {
  if (body === '') return []
  const unescaped = /&lt;(?:p|br|div)\b/i.test(body) ? parseHtml(body, '').body.textContent : body
  const lines = unescaped.replace(/\r\n?|\n/g, '<br><br>')
  return readBlocks(parseHtml(lines, '').body).map((block) => block.text)
}
