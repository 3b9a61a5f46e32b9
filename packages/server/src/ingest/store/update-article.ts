import type { ArticleFields } from '../../record/article/article-fields.js'
import { readArticle } from '../../record/article/article-state.js'
import { ARTICLE_FIELD_ENTRIES } from '../../record/article/field-table.js'
import { type ArticleColumns, saveArticle } from '../../record/article/save-article.js'
import { withKeptIds } from '../../record/write/held-ids.js'
import { wrong } from '../../record/write/input.js'
import { lockVersion, type Target } from '../../record/write/lock.js'
import type { Write } from '../../record/write/write.js'
import { followPublication } from './follow-publication.js'
import { lockIngest } from './lock-ingest.js'
import { addressOf, resolveSite } from './resolve-site.js'

const PATH = ['input', 'patch']

/** Changes fields of an article. From then on, an ingest does not change these fields. */
export async function updateArticle(write: Write, target: Target, patch: Partial<ArticleFields>) {
  const { tx } = write
  // The lock keeps two articles from getting one address. An ingest also takes it before it locks the row.
  if (patch.url) await lockIngest(tx)
  const { id } = await lockVersion(tx, 'Article', target)
  const state = await readArticle(tx, id)
  const fields = await withKeptIds(tx, ARTICLE_FIELD_ENTRIES, patch, PATH)
  const columns = patch.url === undefined ? {} : await addressColumns(write, id, patch.url)
  const editedFields = [...new Set([...state.editedFields, ...Object.keys(fields)])].sort()
  const changed = await saveArticle(write, state, 'UPDATED', fields, { ...columns, editedFields })
  const { publishedAt } = fields
  if (publishedAt !== undefined) await followPublication(write, id, state.fields.publishedAt, publishedAt)
  return { id, changed }
}

/** The columns that follow from a new address. Refuses the address of another article. */
async function addressColumns(write: Write, id: string, url: string | null): Promise<ArticleColumns> {
  if (url === null) return { canonicalUrl: null }
  const { canonicalUrl, siteDomain } = addressOf(url)
  const other = await write.tx.article.findUnique({ where: { canonicalUrl }, select: { id: true } })
  if (other && other.id !== id) {
    throw wrong([...PATH, 'url'], 'is the address of another article: correct one of them')
  }
  return { canonicalUrl, siteId: await resolveSite(write, { siteDomain, siteName: null }) }
}
