import { newId } from '../../database/id.js'
import type { NewRows } from '../../database/insert-rows.js'
import { fuzzyColumns, storedDate } from '../../dates/date-columns.js'
import { dateBounds } from '../../dates/fuzzy-date.js'
import type { Prisma } from '../../generated/prisma/client.js'
import { fold } from '../../text/fold.js'
import { encodeGlobalId, uuidOf } from '../global-id.js'
import { type HeldIds, setOfIds } from '../write/held-ids.js'
import { notNull } from '../write/input.js'
import { line } from '../write/line.js'
import { readDate } from '../write/read-date.js'
import type { ArticleFields } from './article-fields.js'
import type { ArticleInputs } from './article-patch.js'
import type { ArticleRow } from './article-row.js'
import { readAddress, readBylines } from './read-parts.js'

/**
 * Says how one field of an article is read, written and taken from an input.
 *
 * @typeParam Input the type of the field in a patch; `never` for a field that no patch has.
 */
interface ArticleField<Value, Input> {
  read(row: ArticleRow): Value
  /** The values of the columns of "Article" that hold it. */
  columns?(value: Value): Partial<Prisma.ArticleUncheckedCreateInput>
  /** The rows of another table that hold it, without their `articleId`, and the name of Prisma's relation. */
  parts?: { table: 'Byline' | 'ArticleTopic'; relation: 'bylines' | 'topics'; rows(value: Value): object[] }
  /** Reads it from a patch. Null empties the field, or throws an InputError when it cannot be empty. */
  input: [Input] extends [never] ? null : (value: Input | null, path: string[]) => Value
  /** The global ids in the value, if it holds any. */
  ids?: HeldIds<Value>
}

type FieldTable = {
  readonly [Field in keyof ArticleFields]: ArticleField<
    ArticleFields[Field],
    Field extends keyof ArticleInputs ? ArticleInputs[Field] : never
  >
}

/**
 * All editable fields of an article. Reading, patching, inserting and updating use this table, so that a field of
 * `ArticleFields` without an entry does not compile.
 */
export const ARTICLE_FIELDS: FieldTable = {
  title: {
    read: (row) => row.title,
    columns: (title) => ({ title, titleFolded: fold(title) }),
    input: (title, path) => line(notNull(title, path), path),
  },
  url: {
    read: (row) => row.url,
    columns: (url) => ({ url }),
    input: (url, path) => (url === null ? null : readAddress(url, path)),
  },
  language: {
    read: (row) => row.language,
    columns: (language) => ({ language }),
    input: (language) => language,
  },
  publishedAt: {
    read: (row) => storedDate(row.publishedEdtf, row.publishedBasis, row.publishedAsWritten),
    columns(date) {
      const { instant } = dateBounds(date)
      return {
        ...fuzzyColumns('published', date),
        publishedInstant: instant === null ? null : new Date(instant),
        publishedAsWritten: date?.asWritten ?? null,
      }
    },
    input: readDate,
  },
  bylines: {
    read: ({ bylines }) =>
      bylines.map(({ asWritten, speakerId }) => {
        return { asWritten, speakerId: speakerId === null ? null : encodeGlobalId('Speaker', speakerId) }
      }),
    parts: {
      table: 'Byline',
      relation: 'bylines',
      rows: (bylines) =>
        bylines.map(({ asWritten, speakerId }, position) => ({
          ...{ id: newId(), position, asWritten },
          speakerId: speakerId === null ? null : uuidOf(speakerId),
        })),
    },
    input: (bylines, path) => readBylines(bylines ?? [], path),
    ids: {
      noun: 'Speaker',
      of: (bylines, path) =>
        bylines.flatMap(({ speakerId: id }, index) =>
          id === null ? [] : [{ id, path: [...path, String(index), 'speakerId'] }],
        ),
      with(bylines, ids) {
        const left = [...ids]
        return bylines.map(({ asWritten, speakerId }) => {
          return { asWritten, speakerId: speakerId === null ? null : (left.shift() ?? null) }
        })
      },
    },
  },
  topicIds: {
    read: ({ topics }) => topics.map(({ topicId }) => encodeGlobalId('Topic', topicId)),
    parts: {
      table: 'ArticleTopic',
      relation: 'topics',
      rows: (ids) => ids.map((id) => ({ topicId: uuidOf(id) })),
    },
    input: (ids) => [...new Set(ids ?? [])],
    ids: setOfIds('Topic'),
  },
  textId: {
    read: ({ currentTextId: id }) => (id === null ? null : encodeGlobalId('ArticleText', id)),
    columns: (id) => (id === null ? {} : { currentTextId: uuidOf(id) }),
    input: null,
  },
}

/** The table as pairs of name and entry. */
export const ARTICLE_FIELD_ENTRIES = Object.entries(ARTICLE_FIELDS) as unknown as readonly (readonly [
  keyof ArticleFields,
  ArticleField<unknown, unknown>,
])[]

/** Reads all fields from a row. */
export const readArticleFields = (row: ArticleRow): ArticleFields =>
  Object.fromEntries(
    ARTICLE_FIELD_ENTRIES.map(([name, { read }]) => [name, read(row)]),
  ) as unknown as ArticleFields

/** The columns of "Article" that hold the given fields. */
export const articleColumns = (fields: Partial<ArticleFields>): object =>
  Object.assign(
    {},
    ...ARTICLE_FIELD_ENTRIES.map(([name, { columns }]) =>
      fields[name] === undefined ? {} : columns?.(fields[name]),
    ),
  )

/** The rows of other tables that hold the given fields of a new article. */
export const articleParts = (articleId: string, fields: Partial<ArticleFields>): NewRows[] =>
  ARTICLE_FIELD_ENTRIES.flatMap(([name, { parts }]) =>
    parts && fields[name] !== undefined
      ? [{ table: parts.table, rows: parts.rows(fields[name]).map((row) => ({ articleId, ...row })) }]
      : [],
  )

/** The `data` with which Prisma changes the given fields of a stored article. */
export const dataOf = (fields: Partial<ArticleFields>): object =>
  Object.assign(
    articleColumns(fields),
    ...ARTICLE_FIELD_ENTRIES.map(([name, { parts }]) => {
      const value = fields[name]
      if (!parts || value === undefined) return {}
      return { [parts.relation]: { deleteMany: {}, createMany: { data: parts.rows(value) } } }
    }),
  )
