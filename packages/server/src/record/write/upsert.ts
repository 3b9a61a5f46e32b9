import { newId } from '../../database/id.js'
import { raw, type Sql, sql } from '../../database/sql.js'
import { ConflictError } from '../errors.js'
import { type Fields, fieldChanges } from '../history/field-changes.js'
import { entityTypeOf, isIdentified, type VersionedNoun } from '../nouns.js'
import { addExternalId, claimExternalId, type ExternalIdValue } from './external-ids.js'
import { pathText, wrong } from './input.js'
import { checkUnmerged, type Locked, lockRows, lockVersion } from './lock.js'
import type { Outcome } from './outcome.js'
import { raiseVersions } from './raise-versions.js'
import type { Write } from './write.js'

/** The fields by which the input of an upsert names its object, besides the unique columns of its noun. */
export interface UpsertKeys {
  id?: string | null | undefined
  expectedVersion?: number | null | undefined
  externalId?: ExternalIdValue | null | undefined
}

/** A condition that at most one row of the table meets. */
export interface UniqueKey {
  /** Null when the input does not have the value. */
  where: Sql | null
  /** Where the value stands in the input. */
  path: string[]
}

/** The condition that a column has the value; null without a value. */
export const equals = (column: string, value: string | null | undefined): Sql | null =>
  value == null ? null : sql`${raw(`"${column}"`)} = ${value}`

const PATH = ['input']

/**
 * Finds and locks the object of an upsert by id, external id or a unique column.
 *
 * @returns null when no object has any of the keys: the upsert makes one.
 * @throws InputError when the keys name different objects, or a merged object.
 * @throws NotFoundError when no object has the id.
 * @throws ConflictError when the object has another version now.
 */
export async function lockUpsert(
  { tx }: Pick<Write, 'tx'>,
  model: VersionedNoun,
  { id, expectedVersion, externalId }: UpsertKeys,
  unique: readonly UniqueKey[] = [],
): Promise<Locked | null> {
  if (id != null && expectedVersion == null) {
    throw wrong([...PATH, 'expectedVersion'], 'is missing: with `id`, pass the `version` that you read')
  }
  const named: { id: string; path: string[] }[] = []
  if (externalId != null && isIdentified(model)) {
    const path = [...PATH, 'externalId']
    const known = await claimExternalId(tx, model, externalId, path)
    if (known !== null) named.push({ id: known, path })
  }
  for (const { where, path } of unique) {
    if (!where) continue
    const table = raw(`"${model}"`)
    const [row] = await tx.$queryRaw<{ id: string }[]>(
      sql`SELECT id::text FROM ${table} WHERE ${where} LIMIT 1`,
    )
    if (row) named.push({ id: row.id, path })
  }
  const locked =
    id == null ? null : await lockVersion(tx, model, { id, expectedVersion: expectedVersion ?? 0 })
  const target = locked?.id ?? named[0]?.id
  const other = named.find((one) => one.id !== target)
  if (other) throw wrong(other.path, `belongs to another ${model}: merge the two, or correct it`)
  if (!locked && target === undefined && expectedVersion != null) {
    throw wrong([...PATH, 'expectedVersion'], `is of no ${model} that is there: leave it out to make one`)
  }
  if (locked || target === undefined) return locked
  const row = (await lockRows(tx, model, [target])).get(target) ?? null
  if (row) checkUnmerged(model, row, named[0]?.path ?? PATH)
  if (row && expectedVersion != null && expectedVersion !== row.version) {
    throw new ConflictError(row.version, expectedVersion, pathText([...PATH, 'expectedVersion']))
  }
  return row
}

/** The fields that an input gives; a field that is absent or undefined stays as it is. */
export type Given<All extends Fields> = { [Field in keyof All]?: All[Field] | undefined }

/** How the fields of one noun are stored. */
export interface Storage<All extends Fields> {
  noun: VersionedNoun
  /** The fields of a stored object. */
  read(id: string): Promise<All>
  /**
   * Adjusts the given fields before they are stored, for a noun whose fields depend on each other.
   *
   * @param stored null for a new object.
   */
  settle?(given: Given<All>, stored: All | null): Given<All>
  create(id: string, fields: Given<All>): Promise<void>
  /** Writes the fields that differ from what is stored. */
  update(id: string, changed: Given<All>): Promise<void>
}

/**
 * Makes an object, or changes the locked one. A change makes one version, one revision and one entry of the change log;
 * when no field differs, nothing is written.
 */
export async function saveUpsert<All extends Fields>(
  { tx, record }: Pick<Write, 'tx' | 'record'>,
  { noun, read, settle = (given) => given, create, update }: Storage<All>,
  locked: Locked | null,
  fields: Given<All>,
  externalId?: ExternalIdValue | null | undefined,
): Promise<Outcome> {
  const type = entityTypeOf(noun)
  const passed = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const id = locked?.id ?? newId()
  const stored = locked && (await read(id))
  const given = settle(passed as Given<All>, stored)
  if (!locked) await create(id, given)
  const ids = externalId && isIdentified(noun) ? await addExternalId(tx, noun, id, externalId) : null
  if (!locked) {
    record({ type, entityId: id, action: 'CREATED', version: 1 })
    return { id, status: 'CREATED' }
  }
  const changes = fieldChanges({ ...stored }, given)
  const changed = Object.fromEntries(changes.map(({ field }) => [field, given[field]]))
  if (ids) changes.push(...fieldChanges({ externalIds: ids.before }, { externalIds: ids.after }))
  if (changes.length > 0) {
    await update(id, changed as Given<All>)
    await raiseVersions(tx, noun, [id])
    record({ type, entityId: id, action: 'UPDATED', version: locked.version + 1, changes })
  }
  return { id, status: changes.length > 0 ? 'UPDATED' : 'UNCHANGED' }
}
