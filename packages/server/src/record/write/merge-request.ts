import type { Transaction } from '../../database/database.js'
import { raw, sql } from '../../database/sql.js'
import { ConflictError, NotFoundError } from '../errors.js'
import { encodeGlobalId } from '../global-id.js'
import { entityTypeOf, type MergeableNoun } from '../nouns.js'
import { amongAncestors, checkLevels, lockTree } from '../topic/ancestors.js'
import { pathText, uuidIn, wrong } from './input.js'
import { checkUnmerged, type Locked, lockRows } from './lock.js'
import { mergeObjects, splitObject } from './merge-objects.js'
import type { Outcome } from './outcome.js'
import type { Write } from './write.js'

/** The largest number of objects that one merge absorbs. */
export const MOST_ABSORBED = 20
/** The largest number of characters that the note of a merge may have. */
export const LONGEST_NOTE = 2_000

const KEEP_ID = ['input', 'keepId']
const ABSORB_IDS = ['input', 'absorbIds']
const MERGE_ID = ['input', 'mergeId']

const absorbAt = (index: number) => [...ABSORB_IDS, String(index)]

interface Row extends Locked {
  name: string
  wikidataId: string | null
}

/** The input of a merge. */
export interface MergeInput {
  /** Global id. */
  keepId: string
  keepVersion: number
  /** Global ids. */
  absorbIds: string[]
  note?: string | null | undefined
}

/** The UUIDs of the objects of a merge. */
export interface MergeIds {
  kept: string
  absorbed: string[]
}

/** Checks the input of a merge as far as it needs no database. @throws InputError naming the field. */
export function readMerge(model: MergeableNoun, { keepId, absorbIds, note }: MergeInput): MergeIds {
  checkNote(note)
  if (absorbIds.length < 1 || absorbIds.length > MOST_ABSORBED) {
    throw wrong(ABSORB_IDS, `has ${absorbIds.length} ids: pass 1 to ${MOST_ABSORBED}`)
  }
  const kept = uuidIn(model, keepId, KEEP_ID)
  const absorbed = absorbIds.map((id, index) => uuidIn(model, id, absorbAt(index)))
  const self = absorbed.indexOf(kept)
  if (self >= 0) throw wrong(absorbAt(self), `is the ${model.toLowerCase()} that stays: leave it out`)
  const twice = absorbed.findIndex((id, index) => absorbed.indexOf(id) < index)
  if (twice >= 0) throw wrong(absorbAt(twice), 'is there twice: leave it out')
  return { kept, absorbed }
}

/** Locks and checks all objects, then merges them. @throws InputError, NotFoundError, ConflictError. */
export async function runMerge(
  write: Write,
  model: MergeableNoun,
  { keepId, keepVersion, note }: MergeInput,
  { kept, absorbed }: MergeIds,
): Promise<Outcome> {
  const { tx } = write
  if (model === 'Topic') await lockTree(tx)
  const rows = await lockAll(tx, model, [kept, ...absorbed])
  const keep = rows.get(kept)
  if (!keep) throw new NotFoundError(model, keepId, pathText(KEEP_ID))
  checkUnmerged(model, keep, KEEP_ID)
  if (keep.version !== keepVersion) throw new ConflictError(keep.version, keepVersion, 'input.keepVersion')
  const others = absorbed.map((id, index) => {
    const row = rows.get(id)
    if (!row) throw wrong(absorbAt(index), `is of no ${model} that is there: pass the id of one that is`)
    checkUnmerged(model, row, absorbAt(index))
    return row
  })
  checkWikidata([keep, ...others], model.toLowerCase())
  if (model === 'Topic') await checkTree(tx, kept, absorbed)
  await mergeObjects(write, model, keep, others, note ?? null)
  if (model === 'Topic') await checkLevels(tx, kept, ABSORB_IDS)
  return { id: kept, status: 'UPDATED' }
}

/** The input of a split, which undoes a merge. */
export interface SplitInput {
  /** Global id. */
  mergeId: string
  expectedVersion: number
  note?: string | null | undefined
}

/**
 * Checks the input of a split as far as it needs no database.
 *
 * @returns the UUID of the merge.
 * @throws InputError naming the field.
 */
export function readSplit({ mergeId, note }: SplitInput): string {
  checkNote(note)
  return uuidIn('Merge', mergeId, MERGE_ID)
}

/** Locks and checks a merge and its objects, then undoes it. @throws InputError, NotFoundError, ConflictError. */
export async function runSplit(
  write: Write,
  model: MergeableNoun,
  id: string,
  { mergeId, expectedVersion, note }: SplitInput,
): Promise<Outcome> {
  const { tx } = write
  const type = entityTypeOf(model)
  if (model === 'Topic') await lockTree(tx)
  const merge = await tx.merge.findUnique({ where: { id } })
  if (merge?.type !== type) throw new NotFoundError('Merge', mergeId, pathText(MERGE_ID))
  if (merge.undoneAt) throw wrong(MERGE_ID, 'is of a merge that was undone already: read `mergedFrom` again')
  const absorbed = (await lockAll(tx, model, [merge.absorbedId])).get(merge.absorbedId)
  const kept = (await lockRows(tx, model, [absorbed?.mergedIntoId ?? merge.keptId])).values().next().value
  if (!kept) throw new NotFoundError(model, encodeGlobalId(model, merge.keptId), pathText(MERGE_ID))
  if (kept.version !== expectedVersion) throw new ConflictError(kept.version, expectedVersion)
  await splitObject(write, model, kept, merge, note ?? null)
  if (model === 'Topic') await checkSplit(tx, merge.absorbedId)
  return { id: merge.absorbedId, status: 'UPDATED' }
}

/** Locks objects and reads the fields of them that a merge needs. */
async function lockAll(
  tx: Transaction,
  model: MergeableNoun,
  ids: readonly string[],
): Promise<Map<string, Row>> {
  await lockRows(tx, model, ids)
  const rows = await tx.$queryRaw<Row[]>(sql`
    SELECT id::text, version, name, "wikidataId", "mergedIntoId"::text, NULL::timestamptz AS "deletedAt"
    FROM ${raw(`"${model}"`)} WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

function checkWikidata(rows: readonly Row[], noun: string) {
  const items = new Set(rows.flatMap(({ wikidataId }) => wikidataId ?? []))
  if (items.size < 2) return
  const list = [...items].join(' and ')
  throw wrong(
    ABSORB_IDS,
    `have different Wikidata items, ${list}: correct the ${noun} whose item is wrong first`,
  )
}

/** Refuses to absorb a topic that stands above the kept one, for the kept topic would then stand below itself. */
async function checkTree(tx: Transaction, kept: string, absorbed: readonly string[]) {
  const above = await amongAncestors(tx, kept, absorbed)
  const index = absorbed.findIndex((id) => above.has(id))
  if (index < 0) return
  throw wrong(absorbAt(index), 'stands above the topic that stays: move that one first')
}

/**
 * Refuses a split that would put the topic below itself: since the merge, its parent may have been moved below its
 * children.
 */
async function checkSplit(tx: Transaction, id: string) {
  const { parentId } = await tx.topic.findUniqueOrThrow({ where: { id }, select: { parentId: true } })
  if (parentId !== null && (await amongAncestors(tx, parentId, [id])).size > 0) {
    const above = encodeGlobalId('Topic', parentId)
    throw wrong(
      MERGE_ID,
      `would put the topic below itself: first move the topic that it was under, ${above}`,
    )
  }
  await checkLevels(tx, id, MERGE_ID)
}

function checkNote(note: string | null | undefined) {
  if (note && note.length > LONGEST_NOTE) {
    throw wrong(['input', 'note'], `has ${note.length} characters: pass at most ${LONGEST_NOTE}`)
  }
}
