import { type ArticlePatch, MOST } from '../../record/article/article-patch.js'
import { type ArticleFields, readArticle } from '../../record/article/article-state.js'
import { type ArticleColumns, saveArticle } from '../../record/article/save-article.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { notNull, wrong } from '../../record/write/input.js'
import { line, words } from '../../record/write/line.js'
import { lockVersion, type Target } from '../../record/write/lock.js'
import { readDate } from '../../record/write/read-date.js'
import { type IdAt, resolveIds } from '../../record/write/references.js'
import type { Write } from '../../record/write/write.js'
import { httpUrl } from '../../text/canonical-url.js'
import { followPublication } from './follow-publication.js'
import { addressOf, resolveSite } from './store-article.js'
import { takeTurn } from './take-turn.js'

type ReadPatch = Partial<Omit<ArticleFields, 'textId'>>

const PATH = ['input', 'patch']

/**
 * Reads a patch, as far as it can be checked without the database: absent leaves as is, null empties.
 *
 * @throws InputError naming the field.
 */
export function readPatch(patch: ArticlePatch): ReadPatch {
  const fields: ReadPatch = {}
  const at = (field: string) => [...PATH, field]
  for (const [field, most] of Object.entries(MOST)) {
    const list = patch[field as keyof typeof MOST]
    if (list && list.length > most) throw wrong(at(field), `has ${list.length} values: pass at most ${most}`)
  }
  if (patch.title !== undefined) {
    fields.title = line(notNull(patch.title, at('title')), at('title'))
  }
  if (patch.url !== undefined) fields.url = patch.url === null ? null : address(patch.url)
  if (patch.language !== undefined) fields.language = patch.language
  if (patch.publishedAt !== undefined) fields.publishedAt = readDate(patch.publishedAt, at('publishedAt'))
  if (patch.topicIds !== undefined) fields.topicIds = [...new Set(patch.topicIds ?? [])]
  if (patch.bylines !== undefined) {
    fields.bylines = (patch.bylines ?? []).map(({ asWritten, speakerId = null }, index) => {
      const path = [...at('bylines'), String(index), 'asWritten']
      const printed = words(asWritten, path)
      if (printed === null) throw wrong(path, 'is empty: pass the author as printed')
      return { asWritten: printed, speakerId }
    })
  }
  return fields
}

function address(url: string): string {
  try {
    return httpUrl(url)
  } catch (error) {
    if (error instanceof RangeError) throw wrong([...PATH, 'url'], error.message)
    throw error
  }
}

/** Changes an article's particulars; an ingest leaves those that are changed here as they are, from then on. */
export async function updateArticle(write: Write, target: Target, patch: ReadPatch) {
  const { tx } = write
  // Whoever brings an article waits, so that no two get one address; before the row is locked, as an ingest does.
  if (patch.url) await takeTurn(tx)
  const { id } = await lockVersion(tx, 'Article', target)
  const state = await readArticle(tx, id)
  const fields = await resolved(write, patch)
  const columns = patch.url === undefined ? {} : await addressColumns(write, id, patch.url)
  const editedFields = [...new Set([...state.editedFields, ...Object.keys(fields)])].sort()
  const changed = await saveArticle(write, state, 'UPDATED', fields, { ...columns, editedFields })
  const { publishedAt } = fields
  if (publishedAt !== undefined) await followPublication(write, id, state.fields.publishedAt, publishedAt)
  return { id, changed }
}

/** Ids of merged objects become those of what they stand for. */
async function resolved({ tx }: Write, patch: ReadPatch): Promise<ReadPatch> {
  const { topicIds, bylines } = patch
  const at = (field: string, index: number, ...rest: string[]) => [...PATH, field, String(index), ...rest]
  const topics = (topicIds ?? []).map((id, index): IdAt => ({ id, path: at('topicIds', index) }))
  const authors = (bylines ?? []).flatMap(({ speakerId: id }, index): IdAt[] =>
    id === null ? [] : [{ id, path: at('bylines', index, 'speakerId') }],
  )
  const speakers = await resolveIds(tx, 'Speaker', authors)
  const topicUuids = [...new Set(await resolveIds(tx, 'Topic', topics))].sort()
  return {
    ...patch,
    ...(topicIds ? { topicIds: topicUuids.map((id) => encodeGlobalId('Topic', id)) } : {}),
    ...(bylines
      ? {
          bylines: bylines.map(({ asWritten, speakerId }) => ({
            asWritten,
            speakerId: speakerId === null ? null : encodeGlobalId('Speaker', speakers.shift() ?? ''),
          })),
        }
      : {}),
  }
}

/** What follows from an address, which is that of one article only. */
async function addressColumns(write: Write, id: string, url: string | null): Promise<ArticleColumns> {
  if (url === null) return { canonicalUrl: null }
  const { canonicalUrl, siteDomain } = addressOf(url)
  const other = await write.tx.article.findUnique({ where: { canonicalUrl }, select: { id: true } })
  if (other && other.id !== id) {
    throw wrong([...PATH, 'url'], 'is the address of another article: correct one of them')
  }
  return { canonicalUrl, siteId: await resolveSite(write, { siteDomain, siteName: null }) }
}
