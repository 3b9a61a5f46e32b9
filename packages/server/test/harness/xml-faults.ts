import { readFileSync } from 'node:fs'
import { RelaxNGValidator, XmlDocument, XmlLibError } from 'libxml2-wasm'

const grammars = new Map<string, RelaxNGValidator>()

/** The grammar `test/grammars/<name>.rng`, which is read once. */
function grammarOf(name: 'atom' | 'sitemap'): RelaxNGValidator {
  const known = grammars.get(name)
  if (known) return known
  const source = XmlDocument.fromString(
    readFileSync(new URL(`../grammars/${name}.rng`, import.meta.url), 'utf8'),
  )
  const grammar = RelaxNGValidator.fromDoc(source)
  grammars.set(name, grammar)
  return grammar
}

/** What a document has against the rules of XML and those of a grammar; empty when it is valid. */
export function xmlFaults(xml: string, name: 'atom' | 'sitemap'): string[] {
  const grammar = grammarOf(name)
  try {
    const document = XmlDocument.fromString(xml)
    try {
      grammar.validate(document)
    } finally {
      document.dispose()
    }
    return []
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error
    return error.details.map(({ line, message }) => `line ${line}: ${message.trim()}`)
  }
}

const LISTS = ['statements', 'articles', 'speakers', 'topics', 'sites', 'events', 'documents']

/** Asks for all feeds and sitemaps of a service. @returns the paths of those that are there, and what they have against them. */
export async function servedXml(get: (path: string) => Promise<Response>) {
  const faults: string[] = []
  const paths: string[] = []
  const check = async (path: string, name: 'atom' | 'sitemap'): Promise<string> => {
    const response = await get(path)
    const xml = await response.text()
    if (name === 'atom' && response.status === 404) return ''
    paths.push(path)
    if (response.status !== 200) faults.push(`${path}: ${response.status}`)
    faults.push(...xmlFaults(xml, name).map((fault) => `${path}: ${fault}`))
    return xml
  }
  for (const name of LISTS) await check(`/${name}.atom`, 'atom')
  const index = await check('/sitemap.xml', 'sitemap')
  for (const [, path] of index.matchAll(/<loc>https?:\/\/[^/]+([^<]+)<\/loc>/g))
    await check(path as string, 'sitemap')
  return { paths, faults }
}
