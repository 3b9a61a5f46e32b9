import type { Database } from '../../database/database.js'
import type { ChangeKind, EntityType, ReviewStatus } from '../../generated/prisma/enums.js'

/** A place in the log, and that from which on the log was whole when the place was told. */
export type Place = Pick<LoggedChange, 'sequence' | 'horizon'>

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
  /** The place from which on the log was whole when the entry was read. */
  horizon: number
}

const COLUMNS = `sequence::text, id::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MSZ'), kind::text,
  type::text, "entityId"::text, "shownBefore"::text, "shownAfter"::text,
  (SELECT h.sequence FROM "ChangeHorizon" h)::text`

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
  return rows.map(([sequence, id, at, kind, type, entityId, shownBefore, shownAfter, horizon]) => ({
    ...{ sequence: Number(sequence), id: id as string, at: new Date(at as string) },
    ...{ kind: kind as ChangeKind, type: type as EntityType, entityId: entityId as string },
    ...{ shownBefore: shownBefore as ReviewStatus | null, shownAfter: shownAfter as ReviewStatus | null },
    horizon: Number(horizon),
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
export async function checkPlace(
  { read }: Pick<Database, 'read'>,
  { sequence, horizon }: Place,
): Promise<void> {
  const values = [String(sequence), String(horizon)]
  await read({ text: 'SELECT log_reaches($1::bigint, $2::bigint)::text', values })
}
