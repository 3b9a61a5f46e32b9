import type { Prisma } from '../../generated/prisma/client.js'

/** The columns and relations that the state of an article is read from. */
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
  currentText: { select: { sha256: true, length: true } },
  externalIds: { select: { namespace: true, value: true } },
  bylines: { select: { asWritten: true, speakerId: true }, orderBy: { position: 'asc' } },
  topics: { select: { topicId: true }, orderBy: { topicId: 'asc' } },
} as const satisfies Prisma.ArticleSelect

/** A row of "Article" with these columns and relations. */
export type ArticleRow = Prisma.ArticleGetPayload<{ select: typeof articleSelect }>
