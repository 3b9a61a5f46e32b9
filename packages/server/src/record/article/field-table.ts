import { newId } from '../../database/id.js'
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
 * How one field of an article is read, written and taken from an input.
 *
 * @typeParam Input what a patch gives; never for a field that no patch has.
 */
interface ArticleField<Value, Input> {
  read(row: ArticleRow): Value
  /** Its columns of "Article". */
  columns?(value: Value): Partial<Prisma.ArticleUncheckedCreateInput>
  /** Its rows in another table, as Prisma names the relation. */
  parts?: { relation: 'bylines' | 'topics'; rows(value: Value): object[] }
  /** The field of an input; null empties it, or is an InputError. */
  input: [Input] extends [never] ? null : (value: Input | null, path: string[]) => Value
  ids?: HeldIds<Value>
}

type FieldTable = {
  readonly [Field in keyof ArticleFields]: ArticleField<
    ArticleFields[Field],
    Field extends keyof ArticleInputs ? ArticleInputs[Field] : never
  >
}

/**
 * All fields of an article that can be edited. Reading, patching, inserting and updating take them from here: a field
 * of `ArticleFields` without an entry does not compile.
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
    parts: { relation: 'topics', rows: (ids) => ids.map((id) => ({ topicId: uuidOf(id) })) },
    input: (ids) => [...new Set(ids ?? [])],
    ids: setOfIds('Topic'),
  },
  textId: {
    read: ({ currentTextId: id }) => (id === null ? null : encodeGlobalId('ArticleText', id)),
    columns: (id) => (id === null ? {} : { currentTextId: uuidOf(id) }),
    input: null,
  },
}

/** Name and entry of every field. */
export const FIELD_ENTRIES = Object.entries(ARTICLE_FIELDS) as unknown as readonly (readonly [
  keyof ArticleFields,
  ArticleField<unknown, unknown>,
])[]

/** The fields of a row. */
export const readFields = (row: ArticleRow): ArticleFields =>
  Object.fromEntries(FIELD_ENTRIES.map(([name, { read }]) => [name, read(row)])) as unknown as ArticleFields

/**
 * What Prisma writes of the fields given.
 *
 * @param fresh the article has no parts yet.
 */
export const dataOf = (fields: Partial<ArticleFields>, fresh: boolean): object =>
  Object.assign(
    {},
    ...FIELD_ENTRIES.map(([name, { columns, parts }]) => {
      const value = fields[name]
      if (value === undefined) return {}
      const rows = parts && { createMany: { data: parts.rows(value) } }
      return {
        ...columns?.(value),
        ...(parts ? { [parts.relation]: fresh ? rows : { deleteMany: {}, ...rows } } : {}),
      }
    }),
  )
