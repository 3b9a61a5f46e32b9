import { readFields } from '../write/read-fields.js'
import type { ArticleFields } from './article-fields.js'
import { type ArticlePatch, MOST } from './article-patch.js'
import { FIELD_ENTRIES } from './field-table.js'

/**
 * Reads a patch, as far as it can be checked without the database: absent leaves as is, null empties.
 *
 * @throws InputError naming the field.
 */
export const readPatch = (patch: ArticlePatch, path: string[]): Partial<ArticleFields> =>
  readFields(FIELD_ENTRIES, MOST, patch, path)
