import type { Transaction } from '../../database/database.js'
import { raw, sql } from '../../database/sql.js'
import { encodeGlobalId } from '../global-id.js'
import { NOUNS, type NounName } from '../nouns.js'
import { uuidIn, wrong } from './input.js'

/** A global id in an input, and its path there. */
export interface IdAt {
  id: string
  path: string[]
}

/**
 * The UUIDs of the objects of one noun that an input names, in order, with one SQL statement. For a merged object it is
 * the UUID of the object that it was merged into.
 *
 * @throws InputError naming the first id that is malformed, of another noun, or of no object that is there.
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

/** Like {@link resolveIds}, for one id that may be absent or null; gives a global id. */
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
 * Like {@link resolveIds}, for a field that holds a set; gives global ids, sorted, and undefined when it is absent.
 *
 * @throws InputError also for null, and for more than `most` ids.
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
