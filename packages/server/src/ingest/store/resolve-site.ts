import { newId } from '../../database/id.js'
import { insertRows } from '../../database/insert-rows.js'
import type { Write } from '../../record/write/write.js'
import { canonicalUrl, domainOf } from '../../text/canonical-url.js'
import { fold } from '../../text/fold.js'
import type { SourceArticle } from '../sources/source-article.js'

/** Finds the site of a domain, or creates it. Gives its UUID; null when the source names no domain. */
export async function resolveSite(
  { tx, record }: Pick<Write, 'tx' | 'record'>,
  { siteDomain, siteName }: Pick<SourceArticle, 'siteDomain' | 'siteName'>,
): Promise<string | null> {
  if (siteDomain === null) return null
  const stored = await tx.site.findUnique({ where: { domain: siteDomain }, select: { id: true } })
  if (stored) return stored.id
  const id = newId()
  const name = siteName ?? siteDomain
  const rows = [{ id, domain: siteDomain, name, nameFolded: fold(name) }]
  await insertRows(tx, { table: 'Site', rows })
  record({ type: 'SITE', entityId: id, action: 'CREATED', version: null })
  return id
}

/** The values that are computed from the URL of an article. */
export const addressOf = (url: string) => ({ canonicalUrl: canonicalUrl(url), siteDomain: domainOf(url) })
