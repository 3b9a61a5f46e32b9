import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import type { HistoryEntry } from '../../record/history/record-history.js'

/** Two articles are copies when their sketches share this part of the smaller one. */
const SHARED = 0.6

/** Copies of one article that are looked at. */
const MOST_COPIES = 50

interface Candidate {
  id: string
  copyGroupId: string | null
}

/**
 * Puts an article into one group with those of which it is a copy: the same piece on other sites, cut or slightly
 * changed. A group that has come together stays together.
 *
 * @param sketch of the article's text without boilerplate, see `sketchOf`.
 * @returns the copies, by UUID, and entries for the change log, for those whose group changed.
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
        >= ${SHARED}::float8 * least(cardinality(x.sketch), ${sketch.length}::int)
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
