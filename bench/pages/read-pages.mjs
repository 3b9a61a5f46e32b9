import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { inRoot } from '../../tools/workspace.mjs'

/** The options of the bench: how many of the worst pages are listed, and the folder of pages with its scorers. */
export const { values: OPTIONS } = parseArgs({
  options: {
    worst: { type: 'string', default: '0' },
    pages: { type: 'string', default: inRoot('../shared/pages') },
  },
})
export const SHARED_PAGES = OPTIONS.pages

/** @type {typeof import('../../packages/server/src/ingest/sources/read-source.ts')} */
const { parseContent } = await import(inRoot('packages/server/dist/ingest/sources/read-source.js'))
/** @type {typeof import('../../packages/server/src/ingest/sources/source-error.ts')} */
const { SourceError } = await import(inRoot('packages/server/dist/ingest/sources/source-error.js'))

/**
 * @typedef {import('../../packages/server/src/ingest/sources/source-article.ts').SourceArticle} SourceArticle
 * @typedef {import('../../packages/server/src/ingest/sources/source-error.ts').SourceError} SourceError
 * @typedef {{ id: string, read: SourceArticle | SourceError, milliseconds: number }} Page
 */

/**
 * Reads the real pages. The first ten are read twice, so that no time counts the loading of code.
 *
 * @returns {Promise<Page[]>}
 */
export async function readPages() {
  const folder = join(SHARED_PAGES, 'aeb')
  const ids = readdirSync(folder).filter((name) => name.endsWith('.html.gz'))
  const pages = []
  for (const id of [...ids.slice(0, 10), ...ids]) {
    const content = gunzipSync(readFileSync(join(folder, id))).toString('utf8')
    pages.push(await readPage(id.replace('.html.gz', ''), content))
  }
  return pages.slice(10)
}

/**
 * @param {string} id
 * @param {string} content
 * @returns {Promise<Page>}
 */
async function readPage(id, content) {
  const started = performance.now()
  const read = await parseContent({ content, name: `${id}.html`, format: 'HTML' }).catch((error) => {
    if (error instanceof SourceError) return error
    throw error
  })
  return { id, read, milliseconds: performance.now() - started }
}
