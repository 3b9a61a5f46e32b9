import type { Transaction } from '../../database/database.js'
import { raw, sql } from '../../database/sql.js'
import { encodeGlobalId } from '../global-id.js'
import { NOUNS, type NounName } from '../nouns.js'
import { uuidIn, wrong } from './input.js'

/** A global id that an input refers to something by. */
export interface IdAt {
  id: string
  path: string[]
}

/**
 * The UUIDs of the objects of one type that an input refers to, in order, with one SQL statement.
 *
 * @throws InputError naming the first id that is malformed, of another type, or of nothing that is there.
 */
export async function resolveIds(tx: Transaction, type: NounName, ids: readonly IdAt[]): Promise<string[]> {
  if (ids.length === 0) return []
  const uuids = ids.map(({ id, path }) => uuidIn(type, id, path))
  const kept = raw(NOUNS[type].mergeable ? 'COALESCE("mergedIntoId", id)' : 'id')
  const there = raw(NOUNS[type].bin ? 'AND "deletedAt" IS NULL' : '')
  const rows = await tx.$queryRaw<{ id: string; kept: string }[]>(sql`
    SELECT id::text, ${kept}::text AS kept FROM ${raw(`"${type}"`)} WHERE id = ANY(${uuids}::uuid[]) ${there}`)
  const found = new Map(rows.map((row) => [row.id, row.kept]))
  return uuids.map((uuid, index) => {
    const id = found.get(uuid)
    if (id === undefined) {
      throw wrong(ids[index]?.path ?? [], `is of no ${type} that is there: pass the id of one that is`)
    }
    return id
  })
}

/** {@link resolveIds} of one field that may be absent or null, as a global id. */
export async function resolveId(
  tx: Transaction,
  type: NounName,
  id: string | null | undefined,
  path: string[],
): Promise<string | null | undefined> {
  if (id == null) return id
  const [uuid = ''] = await resolveIds(tx, type, [{ id, path }])
  return encodeGlobalId(type, uuid)
}

/**
 * {@link resolveIds} of one field that holds a set, as global ids, sorted; undefined when it is absent.
 *
 * @throws InputError also for null.
 */
export async function resolveSet(
  tx: Transaction,
  type: NounName,
  ids: readonly string[] | null | undefined,
  path: string[],
  most: number,
): Promise<string[] | undefined> {
  if (ids === undefined) return undefined
  if (ids === null) throw wrong(path, 'is null: leave it out to keep it, or pass a list, empty for none')
  if (ids.length > most) throw wrong(path, `has ${ids.length} entries: pass at most ${most}`)
  const given = ids.map((id, index) => ({ id, path: [...path, String(index)] }))
  const uuids = await resolveIds(tx, type, given)
  return [...new Set(uuids.map((uuid) => encodeGlobalId(type, uuid)))].sort()
}
