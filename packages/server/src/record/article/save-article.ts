import { newId } from '../../database/id.js'
import { fuzzyColumns } from '../../dates/date-columns.js'
import { dateBounds } from '../../dates/fuzzy-date.js'
import type { RevisionAction } from '../../generated/prisma/enums.js'
import { fold } from '../../text/fold.js'
import { uuidOf } from '../global-id.js'
import { fieldChanges } from '../history/field-changes.js'
import type { Write } from '../write/write.js'
import type { ArticleFields, ArticleState } from './article-state.js'

/** What is to become of an article besides its fields. */
export interface ArticleColumns {
  canonicalUrl?: string | null
  siteId?: string | null
  deletedAt?: Date | null
  editedFields?: string[]
  externalId?: { namespace: string; value: string }
}

/** The columns of the fields given. */
function columnsOf({ title, url, language, publishedAt, textId }: Partial<ArticleFields>) {
  return {
    ...(title === undefined ? {} : { title, titleFolded: fold(title) }),
    ...(url === undefined ? {} : { url }),
    ...(language === undefined ? {} : { language }),
    ...(textId ? { currentTextId: uuidOf(textId) } : {}),
    ...(publishedAt === undefined ? {} : publishedColumns(publishedAt)),
  }
}

function publishedColumns(date: ArticleFields['publishedAt']) {
  const { instant } = dateBounds(date)
  return {
    ...fuzzyColumns('published', date),
    publishedInstant: instant === null ? null : new Date(instant),
    publishedAsWritten: date?.asWritten ?? null,
  }
}

const bylineRows = (bylines: ArticleFields['bylines']) =>
  bylines.map(({ asWritten, speakerId }, position) => ({
    id: newId(),
    position,
    asWritten,
    speakerId: speakerId === null ? null : uuidOf(speakerId),
  }))

const externalIdRow = (externalId: ArticleColumns['externalId']) =>
  externalId ? { externalIds: { create: { id: newId(), type: 'ARTICLE' as const, ...externalId } } } : {}

/** Makes an article's row; its text comes after it. */
export async function insertArticle(
  { tx, record }: Pick<Write, 'tx' | 'record'>,
  { title, bylines, ...fields }: Omit<ArticleFields, 'topicIds' | 'textId'>,
  { externalId, ...columns }: ArticleColumns,
): Promise<string> {
  const id = newId()
  await tx.article.create({
    data: {
      id,
      title,
      titleFolded: fold(title),
      ...columnsOf(fields),
      ...columns,
      bylines: { createMany: { data: bylineRows(bylines) } },
      ...externalIdRow(externalId),
    },
  })
  record({ type: 'ARTICLE', entityId: id, action: 'CREATED', version: 1 })
  return id
}

/**
 * Changes an article that this transaction has locked: one version, one revision and one entry of the log. Nothing is
 * written when nothing differs.
 *
 * @returns whether something did.
 */
export async function saveArticle(
  { tx, record }: Pick<Write, 'tx' | 'record'>,
  state: ArticleState,
  action: RevisionAction,
  fields: Partial<ArticleFields>,
  { externalId, ...columns }: ArticleColumns = {},
  note: string | null = null,
): Promise<boolean> {
  const changes = [
    ...fieldChanges({ ...state.fields }, { ...fields }),
    ...(columns.deletedAt === undefined
      ? []
      : fieldChanges({ deletedAt: text(state.deletedAt) }, { deletedAt: text(columns.deletedAt) })),
    ...(externalId ? [{ field: 'externalIds', before: null, after: JSON.stringify(externalId) }] : []),
  ]
  if (changes.length === 0) return false
  const changed = new Set(changes.map(({ field }) => field))
  const { bylines, topicIds } = fields
  await tx.article.update({
    where: { id: state.id },
    data: {
      ...columnsOf(Object.fromEntries(Object.entries(fields).filter(([field]) => changed.has(field)))),
      ...columns,
      ...externalIdRow(externalId),
      ...(bylines && changed.has('bylines')
        ? { bylines: { deleteMany: {}, createMany: { data: bylineRows(bylines) } } }
        : {}),
      ...(topicIds && changed.has('topicIds')
        ? {
            topics: { deleteMany: {}, createMany: { data: topicIds.map((id) => ({ topicId: uuidOf(id) })) } },
          }
        : {}),
      version: { increment: 1 },
    },
  })
  record({ type: 'ARTICLE', entityId: state.id, action, version: state.version + 1, changes, note })
  return true
}

const text = (instant: Date | null) => instant?.toISOString() ?? null
