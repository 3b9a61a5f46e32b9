import { newId } from '../../database/id.js'
import type { Prisma } from '../../generated/prisma/client.js'
import type { RevisionAction } from '../../generated/prisma/enums.js'
import { fieldChanges } from '../history/field-changes.js'
import type { Write } from '../write/write.js'
import type { ArticleFields } from './article-fields.js'
import type { ArticleState } from './article-state.js'
import { dataOf } from './field-table.js'

/** Columns that are written besides the fields, and an external id to add. */
export interface ArticleColumns {
  canonicalUrl?: string | null
  siteId?: string | null
  sourceKey?: string | null
  deletedAt?: Date | null
  editedFields?: string[]
  externalId?: { namespace: string; value: string }
}

const externalIdRow = (externalId: ArticleColumns['externalId']) =>
  externalId ? { externalIds: { create: { id: newId(), type: 'ARTICLE' as const, ...externalId } } } : {}

/** Inserts the row of an article. Its text is inserted afterwards, because the text refers to this row. */
export async function insertArticle(
  { tx, record }: Pick<Write, 'tx' | 'record'>,
  fields: Omit<ArticleFields, 'topicIds' | 'textId'>,
  { externalId, ...columns }: ArticleColumns,
): Promise<string> {
  const id = newId()
  await tx.article.create({
    data: {
      ...{ id, ...dataOf(fields, true), ...columns, ...externalIdRow(externalId) },
    } as Prisma.ArticleUncheckedCreateInput,
  })
  record({ type: 'ARTICLE', entityId: id, action: 'CREATED', version: 1 })
  return id
}

/**
 * Changes an article that this transaction has locked. The article gets a new version, a revision and an entry in the
 * change log, unless nothing differs: then nothing is written.
 *
 * @returns whether something differed.
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
  const differing = Object.fromEntries(Object.entries(fields).filter(([field]) => changed.has(field)))
  await tx.article.update({
    where: { id: state.id },
    data: {
      ...dataOf(differing, false),
      ...columns,
      ...externalIdRow(externalId),
      version: { increment: 1 },
    },
  })
  record({ type: 'ARTICLE', entityId: state.id, action, version: state.version + 1, changes, note })
  return true
}

const text = (instant: Date | null) => instant?.toISOString() ?? null
