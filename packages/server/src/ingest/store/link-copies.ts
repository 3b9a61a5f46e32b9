import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import type { HistoryEntry } from '../../record/history/record-history.js'

/** Two articles are copies when their sketches share at least this part of the smaller sketch. */
const MIN_SHARED = 0.6

/** The largest number of copies that are read for one article. */
const MOST_COPIES = 50

interface Candidate {
  id: string
  copyGroupId: string | null
}

/**
 * Puts an article and its copies into one group. A copy is the same piece on another site, cut or slightly changed.
 * Groups are only joined, never split.
 *
 * @param sketch the sketch of the article's text without boilerplate, see `sketchOf`.
 * @returns the UUIDs of the copies, and the entries for the change log of articles whose group changed.
 */
export async function linkCopies(
  tx: Transaction,
  articleId: string,
  sketch: readonly number[],
): Promise<{ copyIds: string[]; history: HistoryEntry[] }> {
  if (sketch.length === 0) return { copyIds: [], history: [] }
  const copies = await tx.$queryRaw<Candidate[]>`
    SELECT a.id, a."copyGroupId" FROM "ArticleText" x JOIN "Article" a ON a."currentTextId" = x.id
    WHERE x.sketch && ${[...sketch]}::int[] AND a.id <> ${articleId}::uuid AND a."deletedAt" IS NULL
      AND (SELECT count(*) FROM unnest(x.sketch) s WHERE s = ANY(${[...sketch]}::int[]))
        >= ${MIN_SHARED}::float8 * least(cardinality(x.sketch), ${sketch.length}::int)
    LIMIT ${MOST_COPIES}`
  if (copies.length === 0) return { copyIds: [], history: [] }
  const copyIds = copies.map(({ id }) => id)
  const self = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: { copyGroupId: true } })
  const groups = [self, ...copies].flatMap(({ copyGroupId }) => copyGroupId ?? [])
  const group = groups.toSorted()[0] ?? newId()
  const moved = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Article" SET "copyGroupId" = ${group}::uuid, "updatedAt" = now()
    WHERE (id = ANY(${[articleId, ...copyIds]}::uuid[]) OR "copyGroupId" = ANY(${groups}::uuid[]))
      AND "copyGroupId" IS DISTINCT FROM ${group}::uuid
    RETURNING id`
  const history = moved.map(({ id }) => ({
    ...{ type: 'ARTICLE' as const, entityId: id },
    ...{ action: 'UPDATED' as const, version: null },
  }))
  return { copyIds, history }
}
