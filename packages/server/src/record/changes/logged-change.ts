import type { Database } from '../../database/database.js'
import type { ChangeKind, EntityType, ReviewStatus } from '../../generated/prisma/enums.js'

/** An entry of the log of changes. */
export interface LoggedChange {
  sequence: number
  id: string
  at: Date
  kind: ChangeKind
  type: EntityType
  entityId: string
  shownBefore: ReviewStatus | null
  shownAfter: ReviewStatus | null
}

const COLUMNS = `sequence::text, id::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MSZ'), kind::text,
  type::text, "entityId"::text, "shownBefore"::text, "shownAfter"::text`

/** The entries behind a place, in the order of the log. */
export async function changesBehind(
  { read }: Pick<Database, 'read'>,
  place: number,
  most: number,
): Promise<LoggedChange[]> {
  const rows = (await read({
    text: `SELECT ${COLUMNS} FROM "Change" c WHERE c.sequence > $1::bigint ORDER BY c.sequence LIMIT $2::int`,
    values: [String(place), String(most)],
  })) as (string | null)[][]
  return rows.map(([sequence, id, at, kind, type, entityId, shownBefore, shownAfter]) => ({
    ...{ sequence: Number(sequence), id: id as string, at: new Date(at as string) },
    ...{ kind: kind as ChangeKind, type: type as EntityType, entityId: entityId as string },
    ...{ shownBefore: shownBefore as ReviewStatus | null, shownAfter: shownAfter as ReviewStatus | null },
  }))
}

/** The last place of the log; 0 while it is empty. */
export async function lastPlace({ read }: Pick<Database, 'read'>): Promise<number> {
  const [row] = await read({ text: 'SELECT coalesce(max(sequence), 0)::text FROM "Change"', values: [] })
  return Number(row?.[0])
}

/**
 * Finds out whether the log goes on behind a place.
 *
 * @throws an error for which `placeError` says what is wrong with the place.
 */
export async function checkPlace({ read }: Pick<Database, 'read'>, place: number): Promise<void> {
  await read({ text: 'SELECT log_reaches($1::bigint)::text', values: [String(place)] })
}
