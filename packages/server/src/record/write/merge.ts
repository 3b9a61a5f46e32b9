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
 * Merges objects into one of their type, all of them locked: whatever refers to them refers to it afterwards, their
 * names become aliases of it, and their ids stand for it. Each merge is noted with every row that it moved, so that
 * {@link splitObject} can undo it.
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
    // Ids that led to it lead on, so that every old id is one step away from what it stands for.
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

/** Moves the rows of one link, removes those that would be repeats, and notes both. */
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

/** The absorbed one's name becomes an alias of the kept one, when it is none yet. */
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
 * Undoes a merge: what it moved goes back, as far as it still stands where the merge put it, and the absorbed object
 * is there again. What people have changed since stays with the kept one.
 *
 * @param kept what the absorbed id stands for now, locked.
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
  await pointAnew(tx, model, absorbedId)
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

/** Rows that were moved go back; those that were removed are made again, unless something stands in their place. */
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
    WHERE m."mergeId" = ${mergeId}::uuid AND m.link = ${name} AND m.removed AND ${stillRepeated(link, from)}
    ON CONFLICT DO NOTHING`)
}

/** Whether what made a removed row `r` a repeat still stands, or has not to: where a person took it out, both are out. */
function stillRepeated(
  { table: name, column: own, sameIn, notSelf, isShared }: MergeLink,
  kept: string,
): Sql {
  if (!isShared || !sameIn) return sql`TRUE`
  const same = all(sameIn.map((each) => sql`k.${column(each)} = r.${column(each)}`))
  const self = notSelf ? sql`r.${column(notSelf)} = ${kept}::uuid` : sql`FALSE`
  return sql`(${self} OR EXISTS (SELECT FROM ${table(name)} k WHERE k.${column(own)} = ${kept}::uuid AND ${same}))`
}

/** Gives an object that is there again, and all that were merged into it before, their own ids back. */
async function pointAnew(tx: Transaction, model: MergeableNoun, id: string) {
  await tx.$executeRaw(sql`
    WITH RECURSIVE tree AS (
      SELECT ${id}::uuid AS id
      UNION SELECT m."absorbedId" FROM "Merge" m JOIN tree ON m."keptId" = tree.id WHERE m."undoneAt" IS NULL
    )
    UPDATE ${table(model)} t SET "mergedIntoId" = CASE WHEN t.id = ${id}::uuid THEN NULL ELSE ${id}::uuid END
    FROM tree WHERE t.id = tree.id`)
}
