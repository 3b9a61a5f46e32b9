import type { Transaction } from '../database/database.js'
import { raw, sql } from '../database/sql.js'
import { ConflictError, NotFoundError } from '../record/errors.js'
import { encodeGlobalId, handleOf } from '../record/global-id.js'
import { entityTypeOf, type MergeableNoun } from '../record/nouns.js'
import { amongAncestors, checkLevels, lockTree } from '../record/topic/ancestors.js'
import { pathText, uuidIn, wrong } from '../record/write/input.js'
import { checkUnmerged, type Locked, lockRows } from '../record/write/lock.js'
import { mergeObjects, splitObject } from '../record/write/merge.js'
import type { Outcome } from '../record/write/outcome.js'
import type { Write } from '../record/write/write.js'
import type { InputFields } from './builder.js'
import { mutation, type TypeOf } from './mutation.js'

const MOST = 20
const LONGEST_NOTE = 2_000

const KEEP_ID = ['input', 'keepId']
const ABSORB_IDS = ['input', 'absorbIds']
const MERGE_ID = ['input', 'mergeId']

const absorbAt = (index: number) => [...ABSORB_IDS, String(index)]

interface Row extends Locked {
  name: string
  wikidataId: string | null
}

/** Adds `speakerMerge` and `speakerSplit`, or the same for topics. */
export function mergeMutations(model: MergeableNoun, result: TypeOf<Outcome>): void {
  const noun = model.toLowerCase()
  mutation(`${noun}Merge`, {
    description: `Merges ${noun}s into one: what refers to them refers to it, their names become its aliases, and their ids stand for it for ever. \`${noun}Split\` undoes it.`,
    scope: 'reviewer',
    result,
    inputDescription: `The ${noun} that stays, and those that are merged into it.`,
    inputFields: (t) => ({
      keepId: t.id({ required: true, description: `Global id of the ${noun} that stays.` }),
      keepVersion: t.int({
        required: true,
        description: `The \`version\` of the ${noun} that stays, as you have read it; when it is another one now, the result is ConflictError.`,
      }),
      absorbIds: t.idList({
        required: true,
        description: `Global ids of those that are merged into it, 1 to ${MOST}.`,
      }),
      note: noteField(t),
    }),
    run: async (input, transact) => {
      const ids = readMerge(model, input)
      return transact((write) => merge(write, model, input, ids))
    },
  })
  mutation(`${noun}Split`, {
    description: `Undoes one merge: the ${noun} that was absorbed is there again, with what it brought. What people have changed since stays with the other.`,
    scope: 'reviewer',
    result,
    inputDescription: 'The merge that is undone.',
    inputFields: (t) => ({
      mergeId: t.id({ required: true, description: `The \`id\` of one of the ${noun}'s \`mergedFrom\`.` }),
      expectedVersion: t.int({
        required: true,
        description: `The \`version\` of the ${noun} that has the merge, as you have read it; when it is another one now, the result is ConflictError.`,
      }),
      note: noteField(t),
    }),
    run: async (input, transact) => {
      checkNote(input.note)
      const id = handleOf('Merge', input.mergeId)
      if (id === null) throw wrong(MERGE_ID, 'is not the id of a Merge: pass an `id` of `mergedFrom`')
      return transact((write) => split(write, model, id, input))
    },
  })
}

const noteField = (t: InputFields) =>
  t.string({ description: `Why, for people; at most ${LONGEST_NOTE} characters. The history has it.` })

interface MergeInput {
  /** Global id. */
  keepId: string
  keepVersion: number
  /** Global ids. */
  absorbIds: string[]
  note?: string | null | undefined
}

/** UUIDs of what is to be merged. */
interface MergeIds {
  kept: string
  absorbed: string[]
}

/** Checks what needs no database. */
function readMerge(model: MergeableNoun, { keepId, absorbIds, note }: MergeInput): MergeIds {
  checkNote(note)
  if (absorbIds.length < 1 || absorbIds.length > MOST) {
    throw wrong(ABSORB_IDS, `has ${absorbIds.length} ids: pass 1 to ${MOST}`)
  }
  const kept = uuidIn(model, keepId, KEEP_ID)
  const absorbed = absorbIds.map((id, index) => uuidIn(model, id, absorbAt(index)))
  const self = absorbed.indexOf(kept)
  if (self >= 0) throw wrong(absorbAt(self), `is the ${model.toLowerCase()} that stays: leave it out`)
  const twice = absorbed.findIndex((id, index) => absorbed.indexOf(id) < index)
  if (twice >= 0) throw wrong(absorbAt(twice), 'is there twice: leave it out')
  return { kept, absorbed }
}

async function merge(
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

interface SplitInput {
  /** Global id. */
  mergeId: string
  expectedVersion: number
  note?: string | null | undefined
}

async function split(
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

/** Locks objects and reads what a merge needs of them. */
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

/** A topic cannot end up below itself: none that is absorbed stands above the kept one. */
async function checkTree(tx: Transaction, kept: string, absorbed: readonly string[]) {
  const above = await amongAncestors(tx, kept, absorbed)
  const index = absorbed.findIndex((id) => above.has(id))
  if (index < 0) return
  throw wrong(absorbAt(index), 'stands above the topic that stays: move that one first')
}

/** What stands above the topic that is there again may have been moved, and stand below its children by now. */
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
