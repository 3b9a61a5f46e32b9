import type { Transaction } from '../database/database.js'
import { raw, sql } from '../database/sql.js'
import { ConflictError, NotFoundError } from '../record/errors.js'
import { encodeGlobalId, handleOf } from '../record/global-id.js'
import { entityTypeOf, type MergeableNoun } from '../record/nouns.js'
import { amongAncestors, checkLevels, lockTree } from '../record/topic/ancestors.js'
import { uuidIn, wrong } from '../record/write/input.js'
import { checkUnmerged, type Locked, lockRows } from '../record/write/lock.js'
import { mergeObjects, splitObject } from '../record/write/merge.js'
import type { Outcome } from '../record/write/outcome.js'
import type { Write } from '../record/write/write.js'
import { builder } from './builder.js'
import { mutation, type TypeOf } from './mutation.js'

const MOST = 20
const LONGEST_NOTE = 2_000

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
    args: builder.args((t) => ({
      keepId: t.id({ required: true, description: `The ${noun} that stays.` }),
      keepVersion: t.int({ required: true, description: 'The `version` of it that you read.' }),
      absorbIds: t.idList({ required: true, description: `Those that are merged into it, 1 to ${MOST}.` }),
      note: t.string({ description: `Why, for people; at most ${LONGEST_NOTE} characters.` }),
    })),
    run: async ({ keepId, keepVersion, absorbIds, note }, write) => {
      checkNote(note)
      if (absorbIds.length < 1 || absorbIds.length > MOST) {
        throw wrong(['absorbIds'], `has ${absorbIds.length} ids: pass 1 to ${MOST}`)
      }
      const kept = uuidIn(model, keepId, ['keepId'])
      const absorbed = absorbIds.map((id, index) => uuidIn(model, id, ['absorbIds', String(index)]))
      const self = absorbed.indexOf(kept)
      if (self >= 0) throw wrong(['absorbIds', String(self)], `is the ${noun} that stays: leave it out`)
      const twice = absorbed.findIndex((id, index) => absorbed.indexOf(id) < index)
      if (twice >= 0) throw wrong(['absorbIds', String(twice)], 'is there twice: leave it out')
      return write(async (work) => {
        if (model === 'Topic') await lockTree(work.tx)
        const rows = await lockAll(work.tx, model, [kept, ...absorbed])
        const keep = rows.get(kept)
        if (!keep) throw new NotFoundError(model, keepId, 'keepId')
        checkUnmerged(model, keep, ['keepId'])
        if (keep.version !== keepVersion) throw new ConflictError(keep.version, keepVersion, 'keepVersion')
        const others = absorbed.map((id, index) => {
          const path = ['absorbIds', String(index)]
          const row = rows.get(id)
          if (!row) throw wrong(path, `is of no ${model} that is there: pass the id of one that is`)
          checkUnmerged(model, row, path)
          return row
        })
        checkWikidata([keep, ...others], noun)
        if (model === 'Topic') await checkTree(work.tx, kept, absorbed)
        await mergeObjects(work, model, keep, others, note ?? null)
        if (model === 'Topic') await checkLevels(work.tx, kept, ['absorbIds'])
        return { id: kept, status: 'UPDATED' }
      })
    },
  })
  mutation(`${noun}Split`, {
    description: `Undoes one merge: the ${noun} that was absorbed is there again, with what it brought. What people have changed since stays with the other.`,
    scope: 'reviewer',
    result,
    args: builder.args((t) => ({
      mergeId: t.id({ required: true, description: `The \`id\` of one of the ${noun}'s \`mergedFrom\`.` }),
      expectedVersion: t.int({ required: true, description: `The \`version\` of the ${noun} that has it.` }),
      note: t.string({ description: `Why, for people; at most ${LONGEST_NOTE} characters.` }),
    })),
    run: async ({ mergeId, expectedVersion, note }, write) => {
      checkNote(note)
      const id = handleOf('Merge', mergeId)
      if (id === null) throw wrong(['mergeId'], 'is not the id of a Merge: pass an `id` of `mergedFrom`')
      return write((work) => split(work, model, id, mergeId, expectedVersion, note ?? null))
    },
  })
}

async function split(
  work: Write,
  model: MergeableNoun,
  id: string,
  mergeId: string,
  expectedVersion: number,
  note: string | null,
): Promise<Outcome> {
  const { tx } = work
  const type = entityTypeOf(model)
  if (model === 'Topic') await lockTree(tx)
  const merge = await tx.merge.findUnique({ where: { id } })
  if (merge?.type !== type) throw new NotFoundError('Merge', mergeId, 'mergeId')
  if (merge.undoneAt)
    throw wrong(['mergeId'], 'is of a merge that was undone already: read `mergedFrom` again')
  const absorbed = (await lockAll(tx, model, [merge.absorbedId])).get(merge.absorbedId)
  const kept = (await lockRows(tx, model, [absorbed?.mergedIntoId ?? merge.keptId])).values().next().value
  if (!kept) throw new NotFoundError(model, encodeGlobalId(model, merge.keptId), 'mergeId')
  if (kept.version !== expectedVersion)
    throw new ConflictError(kept.version, expectedVersion, 'expectedVersion')
  await splitObject(work, model, kept, merge, note)
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
    ['absorbIds'],
    `have different Wikidata items, ${list}: correct the ${noun} whose item is wrong first`,
  )
}

/** A topic cannot end up below itself: none that is absorbed stands above the kept one. */
async function checkTree(tx: Transaction, kept: string, absorbed: readonly string[]) {
  const above = await amongAncestors(tx, kept, absorbed)
  const index = absorbed.findIndex((id) => above.has(id))
  if (index < 0) return
  throw wrong(['absorbIds', String(index)], 'stands above the topic that stays: move that one first')
}

/** What stands above the topic that is there again may have been moved, and stand below its children by now. */
async function checkSplit(tx: Transaction, id: string) {
  const { parentId } = await tx.topic.findUniqueOrThrow({ where: { id }, select: { parentId: true } })
  if (parentId !== null && (await amongAncestors(tx, parentId, [id])).size > 0) {
    const above = encodeGlobalId('Topic', parentId)
    throw wrong(
      ['mergeId'],
      `would put the topic below itself: first move the topic that it was under, ${above}`,
    )
  }
  await checkLevels(tx, id, ['mergeId'])
}

function checkNote(note: string | null | undefined) {
  if (note && note.length > LONGEST_NOTE) {
    throw wrong(['note'], `has ${note.length} characters: pass at most ${LONGEST_NOTE}`)
  }
}
