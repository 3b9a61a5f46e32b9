import type { Transaction } from '../../database/database.js'
import { raw, sql } from '../../database/sql.js'
import { ConflictError, NotFoundError } from '../errors.js'
import { aType, encodeGlobalId } from '../global-id.js'
import { NOUNS, type VersionedNoun } from '../nouns.js'
import { uuidIn, wrong } from './input.js'

/** A row that this transaction has locked: no other transaction can write it before this one ends. */
export interface Locked {
  id: string
  version: number
  /** When it was put into the bin; null when it is not in the bin, or its noun has none. */
  deletedAt: Date | null
  /** UUID of the object that it was merged into; null when it was not merged, or its noun cannot be. */
  mergedIntoId: string | null
}

/**
 * Locks rows until the transaction ends, in the order of their ids, so that two writers of the same rows cannot
 * deadlock. Rows with foreign keys to them may be written meanwhile (FOR NO KEY UPDATE).
 *
 * Lock an article before its statements.
 *
 * @returns the rows that exist, by id.
 */
export async function lockRows(tx: Transaction, model: VersionedNoun, ids: readonly string[]) {
  const deletedAt = raw(NOUNS[model].bin ? '"deletedAt"' : 'NULL::timestamptz AS "deletedAt"')
  const mergedIntoId = raw(NOUNS[model].mergeable ? '"mergedIntoId"::text' : 'NULL AS "mergedIntoId"')
  const rows = await tx.$queryRaw<Locked[]>(sql`
    SELECT id::text, version, ${deletedAt}, ${mergedIntoId} FROM ${raw(`"${model}"`)}
    WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** An object to be written, as the caller names it. */
export interface Target {
  /** Global id. */
  id: string
  expectedVersion: number
}

/**
 * Locks the object of a write and checks that it has the version that the caller has read.
 *
 * @param path where the two fields stand: `['input']` for `input.id` and `input.expectedVersion`.
 * @throws InputError when the id is malformed or of another type, or the object is in the bin, or was merged.
 * @throws NotFoundError when no object has the id.
 * @throws ConflictError when the object has another version now.
 */
export async function lockVersion(
  tx: Transaction,
  model: VersionedNoun,
  { id, expectedVersion }: Target,
  path: string[] = ['input'],
): Promise<Locked> {
  const row = await lockObject(tx, model, id, path)
  if (row.version !== expectedVersion) {
    throw new ConflictError(row.version, expectedVersion, [...path, 'expectedVersion'].join('.'))
  }
  if (row.deletedAt !== null) {
    throw wrong([...path, 'id'], `is of ${aType(model)} in the bin: restore it first`)
  }
  return row
}

/** Locks the object of a write whatever its version, in the bin or not. @throws InputError, NotFoundError. */
export async function lockObject(
  tx: Transaction,
  model: VersionedNoun,
  id: string,
  path: string[] = ['input'],
): Promise<Locked> {
  const at = [...path, 'id']
  const row = (await lockRows(tx, model, [uuidIn(model, id, at)])).values().next().value
  if (!row) throw new NotFoundError(model, id, at.join('.'))
  checkUnmerged(model, row, at)
  return row
}

/** @throws InputError when the object was merged into another, for nobody would see what is written to it. */
export function checkUnmerged(
  model: VersionedNoun,
  { mergedIntoId }: Pick<Locked, 'mergedIntoId'>,
  path: string[],
): void {
  if (mergedIntoId === null) return
  const kept = encodeGlobalId(model, mergedIntoId)
  throw wrong(path, `was merged already: pass the id that it stands for, ${kept}`)
}
