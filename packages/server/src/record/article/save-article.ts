import { newId } from '../../database/id.js'
import { insertRows, type NewRows } from '../../database/insert-rows.js'
import type { RevisionAction } from '../../generated/prisma/enums.js'
import { fieldChanges } from '../history/field-changes.js'
import type { Write } from '../write/write.js'
import type { ArticleFields } from './article-fields.js'
import type { ArticleState } from './article-state.js'
import { articleColumns, articleParts, dataOf } from './field-table.js'

/** Columns that are written besides the fields, and an external id to add. */
export interface ArticleColumns {
  canonicalUrl?: string | null
  siteId?: string | null
  sourceKey?: string | null
  deletedAt?: Date | null
  editedFields?: string[]
  externalId?: { namespace: string; value: string }
}

const externalIdRow = (externalId: NonNullable<ArticleColumns['externalId']>) => ({
  ...{ id: newId(), type: 'ARTICLE' as const, ...externalId },
})

/**
 * Inserts an article with its first text, with one SQL statement.
 *
 * @param text the rows of the text, which `fields.textId` names.
 */
export async function insertArticle(
  { tx, record }: Pick<Write, 'tx' | 'record'>,
  id: string,
  fields: Omit<ArticleFields, 'topicIds'>,
  { externalId, ...columns }: ArticleColumns,
  text: readonly NewRows[],
): Promise<void> {
  await insertRows(
    tx,
    { table: 'Article', rows: [{ id, ...articleColumns(fields), ...columns }] },
    { table: 'ExternalId', rows: externalId ? [{ ...externalIdRow(externalId), articleId: id }] : [] },
    ...articleParts(id, fields),
    ...text,
  )
  record({ type: 'ARTICLE', entityId: id, action: 'CREATED', version: 1 })
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
      ...dataOf(differing),
      ...columns,
      ...(externalId ? { externalIds: { create: externalIdRow(externalId) } } : {}),
      version: { increment: 1 },
    },
  })
  record({ type: 'ARTICLE', entityId: state.id, action, version: state.version + 1, changes, note })
  return true
}

const text = (instant: Date | null) => instant?.toISOString() ?? null
