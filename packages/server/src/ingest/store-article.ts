import type { Extraction } from '@onrecord/extract'
import type { ChangeEntry } from '../changes/record-changes.js'
import type { Transaction } from '../database/database.js'
import { fold } from '../database/fold.js'
import { newId } from '../database/id.js'
import type { StoredArticle } from './find-article.js'
import { sketchOf } from './sketch.js'
import type { PartialDate, SourceDocument } from './source-document.js'

/** The site of a document, made when its domain is new. */
export async function resolveSite(
  tx: Transaction,
  { siteDomain, siteName }: SourceDocument,
): Promise<{ id: string | null; changes: ChangeEntry[] }> {
  if (siteDomain === null) return { id: null, changes: [] }
  const stored = await tx.site.findUnique({ where: { domain: siteDomain }, select: { id: true } })
  if (stored) return { id: stored.id, changes: [] }
  const id = newId()
  const name = siteName ?? siteDomain
  await tx.site.create({ data: { id, domain: siteDomain, name, nameFolded: fold(name) } })
  return { id, changes: [{ kind: 'CREATED', type: 'SITE', entityId: id }] }
}

const publishedColumns = (published: PartialDate) => ({
  publishedEdtf: published.edtf,
  publishedEarliest: new Date(published.earliest),
  publishedLatest: new Date(published.latest),
  publishedInstant: published.instant === null ? null : new Date(published.instant),
  publishedPrecision: published.precision,
  publishedBasis: published.basis,
  publishedAsWritten: published.asWritten,
})

/** What a document says otherwise than the stored article. What it does not say changes nothing. */
export function metadataChanges(stored: StoredArticle, document: SourceDocument) {
  const { title, titleIsFileName, url, canonicalUrl, language, published, authors } = document
  const bylines = stored.bylines.map((byline) => byline.asWritten)
  return {
    ...(!titleIsFileName && title !== stored.title ? { title, titleFolded: fold(title) } : {}),
    ...(canonicalUrl !== null && canonicalUrl !== stored.canonicalUrl ? { url, canonicalUrl } : {}),
    ...(language !== null && language !== stored.language ? { language } : {}),
    ...(published !== null && published.edtf !== stored.publishedEdtf ? publishedColumns(published) : {}),
    ...(authors.length > 0 && authors.join('\n') !== bylines.join('\n')
      ? { bylines: bylineRows(authors) }
      : {}),
  }
}

/** Whether the stored article has the document's external id, or there is none to have. */
export const hasExternalId = ({ externalIds }: StoredArticle, { externalId }: SourceDocument) =>
  externalId === null ||
  externalIds.some(({ namespace, value }) => namespace === externalId.namespace && value === externalId.value)

const bylineRows = (authors: readonly string[]) => ({
  deleteMany: {},
  create: authors.map((asWritten, position) => ({ id: newId(), position, asWritten })),
})

/** Makes the article's row, or brings it up to date. */
export async function storeArticle(
  tx: Transaction,
  document: SourceDocument,
  siteId: string | null,
  stored: StoredArticle | null,
): Promise<string> {
  const { title, url, canonicalUrl, language, published, externalId } = document
  const externalIds = externalId
    ? { create: { id: newId(), type: 'ARTICLE' as const, ...externalId } }
    : undefined
  if (stored) {
    await tx.article.update({
      where: { id: stored.id },
      data: {
        ...metadataChanges(stored, document),
        ...(siteId ? { siteId } : {}),
        ...(externalIds && !hasExternalId(stored, document) ? { externalIds } : {}),
        version: { increment: 1 },
      },
    })
    return stored.id
  }
  const id = newId()
  await tx.article.create({
    data: {
      id,
      siteId,
      title,
      titleFolded: fold(title),
      url,
      canonicalUrl,
      language,
      ...(published ? publishedColumns(published) : {}),
      bylines: { create: bylineRows(document.authors).create },
      ...(externalIds ? { externalIds } : {}),
    },
  })
  return id
}

/** Adds the document's text, unless the article has had it before, and makes it the article's current one. */
export async function storeText(
  tx: Transaction,
  articleId: string,
  { text: content, language }: SourceDocument,
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
  await tx.article.update({ where: { id: articleId }, data: { currentTextId: id } })
  return { id, sketch }
}

/** The text without its boilerplate, which is never searched. */
const searchable = (content: string, segments: Extraction['segments']) =>
  segments
    .filter((segment) => segment.kind !== 'BOILERPLATE')
    .map(({ start, end }) => content.slice(start, end))
    .join('\n\n')
