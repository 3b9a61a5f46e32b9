import type { Extraction } from '@onrecord/extract'
import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import type { ArticleFields } from '../../record/article/article-fields.js'
import type { ArticleState } from '../../record/article/article-state.js'
import type { Write } from '../../record/write/write.js'
import { canonicalUrl, domainOf } from '../../text/canonical-url.js'
import { fold } from '../../text/fold.js'
import { sketchOf } from '../../text/sketch.js'
import type { SourceArticle } from '../sources/source-article.js'

/** The site of a domain, made when it is new. */
export async function resolveSite(
  { tx, record }: Pick<Write, 'tx' | 'record'>,
  { siteDomain, siteName }: Pick<SourceArticle, 'siteDomain' | 'siteName'>,
): Promise<string | null> {
  if (siteDomain === null) return null
  const stored = await tx.site.findUnique({ where: { domain: siteDomain }, select: { id: true } })
  if (stored) return stored.id
  const id = newId()
  const name = siteName ?? siteDomain
  await tx.site.create({ data: { id, domain: siteDomain, name, nameFolded: fold(name) } })
  record({ type: 'SITE', entityId: id, action: 'CREATED', version: null })
  return id
}

/** What follows from an article's address. */
export const addressOf = (url: string) => ({ canonicalUrl: canonicalUrl(url), siteDomain: domainOf(url) })

/** What a source says of its article. */
export const sourceFields = ({ title, url, language, published, authors }: SourceArticle) => ({
  title,
  url,
  language,
  publishedAt: published && {
    edtf: published.edtf,
    basis: published.basis,
    asWritten: published.asWritten,
  },
  bylines: authors.map((asWritten) => ({ asWritten, speakerId: null as string | null })),
})

/**
 * What a source says otherwise than the stored article. What it does not say changes nothing, nor does what it says
 * of a field that a person has set.
 */
export function metadataChanges(stored: ArticleState, source: SourceArticle): Partial<ArticleFields> {
  const { fields, editedFields } = stored
  const { title, url, language, publishedAt, bylines } = sourceFields(source)
  const printed = (of: ArticleFields['bylines']) => of.map(({ asWritten }) => asWritten).join('\n')
  const changes: Partial<ArticleFields> = {
    ...(!source.titleIsFileName && title !== fields.title ? { title } : {}),
    ...(url !== null && source.canonicalUrl !== stored.canonicalUrl ? { url } : {}),
    ...(language !== null && language !== fields.language ? { language } : {}),
    ...(publishedAt !== null && publishedAt.edtf !== fields.publishedAt?.edtf ? { publishedAt } : {}),
    ...(bylines.length > 0 && printed(bylines) !== printed(fields.bylines) ? { bylines } : {}),
  }
  return Object.fromEntries(Object.entries(changes).filter(([field]) => !editedFields.includes(field)))
}

/** What an article's particulars are once a source has come: what a person has set, and what it does not say, stay. */
export const becoming = (source: SourceArticle, stored: ArticleState | null) =>
  stored ? { ...stored.fields, ...metadataChanges(stored, source) } : sourceFields(source)

/** Whether the stored article has the source's external id, or there is none to have. */
export const hasExternalId = ({ externalIds }: ArticleState, { externalId }: SourceArticle) =>
  externalId === null ||
  externalIds.some(({ namespace, value }) => namespace === externalId.namespace && value === externalId.value)

/** Adds the source's text, unless the article has had it before. */
export async function storeText(
  tx: Transaction,
  articleId: string,
  { text: content, language }: Pick<SourceArticle, 'text' | 'language'>,
  sha256: string,
  { segments }: Extraction,
): Promise<{ id: string; sketch: number[] }> {
  const searchText = searchable(content, segments)
  const sketch = sketchOf(searchText)
  const before = await tx.articleText.findUnique({
    where: { articleId_sha256: { articleId, sha256 } },
    select: { id: true },
  })
  const id = before?.id ?? newId()
  if (!before) {
    await tx.articleText.create({
      data: {
        id,
        articleId,
        content,
        sha256,
        length: content.length,
        language,
        searchText,
        sketch,
      },
    })
    await tx.textSegment.createMany({
      data: segments.map(({ kind, start, end }, position) => ({ textId: id, position, kind, start, end })),
    })
  }
  return { id, sketch }
}

/** The text without its boilerplate, which is never searched. */
const searchable = (content: string, segments: Extraction['segments']) =>
  segments
    .filter((segment) => segment.kind !== 'BOILERPLATE')
    .map(({ start, end }) => content.slice(start, end))
    .join('\n\n')
