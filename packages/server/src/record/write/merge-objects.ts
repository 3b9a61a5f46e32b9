import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { raw, type Sql, sql } from '../../database/sql.js'
import { fold } from '../../text/fold.js'
import { encodeGlobalId } from '../global-id.js'
import { fieldChanges } from '../history/field-changes.js'
import { entityTypeOf, type MergeableNoun, NOUNS } from '../nouns.js'
import { type Locked, lockRows } from './lock.js'
import { MERGE_LINKS, type MergeLink } from './merge-links.js'
import { mergedFields } from './merged-fields.js'
import { raiseVersions } from './raise-versions.js'
import type { Write } from './write.js'

/** An object that is to be merged. */
interface Merging extends Locked {
  name: string
  wikidataId: string | null
}

/**
 * Merges locked objects into one of the same noun, the kept object. All foreign keys to the absorbed objects then point
 * to the kept one, their names become its aliases, and their ids lead to it. Every row that a merge moves or deletes is
 * noted in "MergedRow", so that {@link splitObject} can undo the merge.
 */
export async function mergeObjects(
  { tx, actor, record }: Write,
  model: MergeableNoun,
  kept: Merging,
  absorbed: readonly Merging[],
  note: string | null,
): Promise<void> {
  const type = entityTypeOf(model)
  const ids = [kept.id, ...absorbed.map(({ id }) => id)]
  const before = await mergedFields(tx, model, ids)
  let { wikidataId } = kept
  for (const other of absorbed) {
    const mergeId = newId()
    await tx.merge.create({
      data: {
        id: mergeId,
        type,
        keptId: kept.id,
        absorbedId: other.id,
        absorbedName: other.name,
        actor,
        note,
      },
    })
    for (const link of MERGE_LINKS[model]) await moveRows(tx, mergeId, link, other.id, kept.id)
    await addAlias(tx, model, mergeId, kept.id, other.name)
    const given = wikidataId === null ? other.wikidataId : null
    if (given !== null) await moveWikidataId(tx, model, mergeId, other.id, kept.id, given)
    wikidataId ??= given
    // Ids that led to the absorbed object now lead to the kept one, so that every old id needs only one step.
    await tx.$executeRaw(sql`UPDATE ${table(model)} SET "mergedIntoId" = ${kept.id}::uuid
      WHERE id = ${other.id}::uuid OR "mergedIntoId" = ${other.id}::uuid`)
  }
  await raiseVersions(tx, model, ids)
  const after = await mergedFields(tx, model, ids)
  const moved = (id: string) => fieldChanges(before.get(id) ?? {}, after.get(id) ?? {})
  for (const { id, version } of absorbed) {
    const change = { field: 'mergedInto', before: null, after: encodeGlobalId(model, kept.id) }
    record({
      ...{ type, entityId: id, action: 'MERGED', version: version + 1, note },
      changes: [change, ...moved(id)],
    })
  }
  record({
    ...{ type, entityId: kept.id, action: 'MERGED', version: kept.version + 1, note },
    changes: [
      ...absorbed.map(({ id }) => ({ field: 'mergedFrom', before: null, after: encodeGlobalId(model, id) })),
      ...moved(kept.id),
    ],
  })
}

const table = (model: string): Sql => raw(`"${model}"`)
const column = (name: string): Sql => raw(`"${name}"`)

/** Moves the rows of one link, deletes the rows that would be repeats, and notes both in "MergedRow". */
async function moveRows(tx: Transaction, mergeId: string, link: MergeLink, from: string, to: string) {
  const repeats = (link.sameIn ?? []).map((name) => sql`k.${column(name)} = t.${column(name)}`)
  const repeated =
    repeats.length > 0
      ? sql`EXISTS (SELECT FROM ${table(link.table)} k WHERE k.${column(link.column)} = ${to}::uuid AND ${all(repeats)})`
      : sql`FALSE`
  const self = link.notSelf ? sql`t.${column(link.notSelf)} IS NOT DISTINCT FROM ${to}::uuid` : sql`FALSE`
  const name = `${link.table}.${link.column}`
  const removes = link.sameIn || link.notSelf
  const gone = sql`DELETE FROM ${table(link.table)} t
    WHERE t.${column(link.column)} = ${from}::uuid AND (${repeated} OR ${self}) RETURNING t.*`
  const moved = sql`UPDATE ${table(link.table)} t SET ${column(link.column)} = ${to}::uuid
    WHERE t.${column(link.column)} = ${from}::uuid AND NOT (${repeated} OR ${self}) RETURNING t.${column(link.key)} AS key`
  await tx.$executeRaw(sql`
    WITH moved AS (${moved}) ${removes ? sql`, gone AS (${gone})` : raw('')}
    INSERT INTO "MergedRow" ("mergeId", link, "rowId", removed, content)
    SELECT ${mergeId}::uuid, ${name}, key, false, NULL::jsonb FROM moved
    ${removes ? sql`UNION ALL SELECT ${mergeId}::uuid, ${name}, gone.${column(link.key)}, true, to_jsonb(gone) FROM gone` : raw('')}`)
}

const all = (conditions: readonly Sql[]): Sql => conditions.reduce((left, right) => sql`${left} AND ${right}`)

/** Makes the name of the absorbed object an alias of the kept one, unless it is its name or alias already. */
async function addAlias(tx: Transaction, model: MergeableNoun, mergeId: string, to: string, name: string) {
  const { table: aliases, column: owner } = NOUNS[model].aliases
  const id = newId()
  const added = await tx.$executeRaw(sql`
    INSERT INTO ${table(aliases)} (id, ${column(owner)}, name, "nameFolded")
    SELECT ${id}::uuid, id, ${name}, ${fold(name)} FROM ${table(model)}
    WHERE id = ${to}::uuid AND "nameFolded" <> ${fold(name)} ON CONFLICT DO NOTHING`)
  if (added === 0) return
  await tx.mergedRow.create({ data: { mergeId, link: `${aliases}.added`, rowId: id } })
}

async function moveWikidataId(
  tx: Transaction,
  model: MergeableNoun,
  mergeId: string,
  from: string,
  to: string,
  wikidataId: string,
) {
  const set = (id: string, value: string | null) =>
    tx.$executeRaw(sql`UPDATE ${table(model)} SET "wikidataId" = ${value} WHERE id = ${id}::uuid`)
  await set(from, null)
  await set(to, wikidataId)
  await tx.mergedRow.create({
    data: { mergeId, link: `${model}.wikidataId`, rowId: from, content: { wikidataId } },
  })
}

/** A merge that is to be undone. */
interface StoredMerge {
  id: string
  absorbedId: string
}

/**
 * Undoes a merge: the absorbed object is visible again, and gets back the rows that still stand where the merge put
 * them. What people have changed since stays with the kept object.
 *
 * @param kept the object that the absorbed id leads to now, locked.
 */
export async function splitObject(
  { tx, record }: Write,
  model: MergeableNoun,
  kept: Locked,
  { id: mergeId, absorbedId }: StoredMerge,
  note: string | null,
): Promise<void> {
  const before = await mergedFields(tx, model, [kept.id, absorbedId])
  for (const link of MERGE_LINKS[model]) await moveBack(tx, mergeId, link, kept.id, absorbedId)
  const { table: aliases } = NOUNS[model].aliases
  await tx.$executeRaw(sql`DELETE FROM ${table(aliases)} a USING "MergedRow" m
    WHERE m."mergeId" = ${mergeId}::uuid AND m.link = ${`${aliases}.added`} AND a.id = m."rowId"`)
  await tx.$executeRaw(sql`UPDATE ${table(model)} t SET "wikidataId" = NULL FROM "MergedRow" m
    WHERE m."mergeId" = ${mergeId}::uuid AND m.link = ${`${model}.wikidataId`} AND t.id = ${kept.id}::uuid
      AND t."wikidataId" = m.content->>'wikidataId'`)
  await tx.$executeRaw(sql`UPDATE ${table(model)} t SET "wikidataId" = m.content->>'wikidataId' FROM "MergedRow" m
    WHERE m."mergeId" = ${mergeId}::uuid AND m.link = ${`${model}.wikidataId`} AND t.id = m."rowId"
      AND NOT EXISTS (SELECT FROM ${table(model)} o WHERE o."wikidataId" = m.content->>'wikidataId')`)
  await tx.merge.update({ where: { id: mergeId }, data: { undoneAt: new Date() } })
  await restorePointers(tx, model, absorbedId)
  const other = (await lockRows(tx, model, [absorbedId])).get(absorbedId)
  await raiseVersions(tx, model, [kept.id, absorbedId])
  const after = await mergedFields(tx, model, [kept.id, absorbedId])
  const moved = (id: string) => fieldChanges(before.get(id) ?? {}, after.get(id) ?? {})
  const type = entityTypeOf(model)
  const action = 'SPLIT' as const
  const [from, into] = [encodeGlobalId(model, absorbedId), encodeGlobalId(model, kept.id)]
  record(
    {
      ...{ type, entityId: kept.id, action, version: kept.version + 1, note },
      changes: [{ field: 'mergedFrom', before: from, after: null }, ...moved(kept.id)],
    },
    {
      ...{ type, entityId: absorbedId, action, version: (other?.version ?? 0) + 1, note },
      changes: [{ field: 'mergedInto', before: into, after: null }, ...moved(absorbedId)],
    },
  )
}

/** Moves rows of one link back, and inserts the deleted rows again where they break no unique index. */
async function moveBack(tx: Transaction, mergeId: string, link: MergeLink, from: string, to: string) {
  const name = `${link.table}.${link.column}`
  await tx.$executeRaw(sql`
    UPDATE ${table(link.table)} t SET ${column(link.column)} = ${to}::uuid FROM "MergedRow" m
    WHERE m."mergeId" = ${mergeId}::uuid AND m.link = ${name} AND NOT m.removed
      AND t.${column(link.key)} = m."rowId" AND t.${column(link.column)} = ${from}::uuid`)
  if (!link.sameIn && !link.notSelf) return
  await tx.$executeRaw(sql`
    INSERT INTO ${table(link.table)} SELECT r.* FROM "MergedRow" m,
      jsonb_populate_record(NULL::${table(link.table)}, m.content) r
    WHERE m."mergeId" = ${mergeId}::uuid AND m.link = ${name} AND m.removed AND ${comesBack(link, from)}
    ON CONFLICT DO NOTHING`)
}

/**
 * The condition that a row `r`, which the merge deleted as a repeat, comes back. A row that is also part of another
 * object comes back only while that object still has the row that `r` repeated: when a person has deleted that row
 * since, `r` counts as deleted, too.
 */
function comesBack({ table: name, column: own, sameIn, notSelf, isShared }: MergeLink, kept: string): Sql {
  if (!isShared || !sameIn) return sql`TRUE`
  const same = all(sameIn.map((each) => sql`k.${column(each)} = r.${column(each)}`))
  const self = notSelf ? sql`r.${column(notSelf)} = ${kept}::uuid` : sql`FALSE`
  return sql`(${self} OR EXISTS (SELECT FROM ${table(name)} k WHERE k.${column(own)} = ${kept}::uuid AND ${same}))`
}

/** Clears "mergedIntoId" of an object, and points all objects that were merged into it to it again. */
async function restorePointers(tx: Transaction, model: MergeableNoun, id: string) {
  await tx.$executeRaw(sql`
    WITH RECURSIVE tree AS (
      SELECT ${id}::uuid AS id
      UNION SELECT m."absorbedId" FROM "Merge" m JOIN tree ON m."keptId" = tree.id WHERE m."undoneAt" IS NULL
    )
    UPDATE ${table(model)} t SET "mergedIntoId" = CASE WHEN t.id = ${id}::uuid THEN NULL ELSE ${id}::uuid END
    FROM tree WHERE t.id = tree.id`)
}
