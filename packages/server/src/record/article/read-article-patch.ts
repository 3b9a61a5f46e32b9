import { readFields } from '../write/read-fields.js'
import type { ArticleFields } from './article-fields.js'
import { type ArticlePatch, MOST } from './article-patch.js'
import { ARTICLE_FIELD_ENTRIES } from './field-table.js'

/**
 * Reads a patch and checks it as far as possible without the database. An absent field stays as it is, null empties it.
 *
 * @throws InputError naming the field.
 */
export const readArticlePatch = (patch: ArticlePatch, path: string[]): Partial<ArticleFields> =>
  readFields(ARTICLE_FIELD_ENTRIES, MOST, patch, path)
