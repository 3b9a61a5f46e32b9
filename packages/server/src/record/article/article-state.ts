import type { Transaction } from '../../database/database.js'
import { storedDate } from '../../dates/date-columns.js'
import type { DateFields } from '../../dates/fuzzy-date.js'
import type { Prisma } from '../../generated/prisma/client.js'
import { encodeGlobalId } from '../global-id.js'

export interface BylineFields {
  asWritten: string
  speakerId: string | null
}

/** What a person can edit of an article, as revisions hold it: ids are global, sets are sorted. */
export interface ArticleFields {
  title: string
  url: string | null
  language: string | null
  publishedAt: DateFields | null
  bylines: BylineFields[]
  topicIds: string[]
  /** The newest captured text; an ingest alone changes it. */
  textId: string | null
}

/** An article as it is stored. */
export interface ArticleState {
  id: string
  version: number
  canonicalUrl: string | null
  siteId: string | null
  deletedAt: Date | null
  /** Fields that a person set. */
  editedFields: string[]
  /** Of its newest text. */
  sha256: string | null
  externalIds: { namespace: string; value: string }[]
  fields: ArticleFields
}

/** What {@link articleState} reads. */
export const articleSelect = {
  id: true,
  version: true,
  title: true,
  url: true,
  canonicalUrl: true,
  siteId: true,
  language: true,
  publishedEdtf: true,
  publishedBasis: true,
  publishedAsWritten: true,
  currentTextId: true,
  deletedAt: true,
  editedFields: true,
  currentText: { select: { sha256: true } },
  externalIds: { select: { namespace: true, value: true } },
  bylines: { select: { asWritten: true, speakerId: true }, orderBy: { position: 'asc' } },
  topics: { select: { topicId: true }, orderBy: { topicId: 'asc' } },
} as const satisfies Prisma.ArticleSelect

type ArticleRow = Prisma.ArticleGetPayload<{ select: typeof articleSelect }>

export function articleState(row: ArticleRow): ArticleState {
  const { id, version, canonicalUrl, siteId, deletedAt, editedFields, externalIds } = row
  return {
    ...{ id, version, canonicalUrl, siteId, deletedAt, editedFields, externalIds },
    sha256: row.currentText?.sha256 ?? null,
    fields: {
      title: row.title,
      url: row.url,
      language: row.language,
      publishedAt: storedDate(row.publishedEdtf, row.publishedBasis, row.publishedAsWritten),
      bylines: row.bylines.map(({ asWritten, speakerId }) => ({
        asWritten,
        speakerId: speakerId === null ? null : encodeGlobalId('Speaker', speakerId),
      })),
      topicIds: row.topics.map(({ topicId }) => encodeGlobalId('Topic', topicId)),
      textId: row.currentTextId === null ? null : encodeGlobalId('ArticleText', row.currentTextId),
    },
  }
}

/** Reads an article that this transaction has locked. */
export const readArticle = async (tx: Transaction, id: string): Promise<ArticleState> =>
  articleState(await tx.article.findUniqueOrThrow({ where: { id }, select: articleSelect }))
