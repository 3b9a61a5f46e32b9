import type { Transaction } from '../../database/database.js'
import { raw, sql } from '../../database/sql.js'
import type { VersionedNoun } from '../nouns.js'

/** Raises the versions of objects by one, with one SQL statement. @returns the new versions, by UUID. */
export async function raiseVersions(
  tx: Transaction,
  model: VersionedNoun,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ id: string; version: number }[]>(sql`
    UPDATE ${raw(`"${model}"`)} SET version = version + 1, "updatedAt" = now()
    WHERE id = ANY(${[...ids]}::uuid[]) RETURNING id::text, version`)
  return new Map(rows.map(({ id, version }) => [id, version]))
}
