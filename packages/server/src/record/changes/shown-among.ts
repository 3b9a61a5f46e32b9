import { allOf, anyOf, type Sql, sql } from '../../database/sql.js'
import { conditionsOf, type List } from '../lists/list.js'
import type { NounName } from '../nouns.js'
import type { Reading, Viewer } from '../viewer.js'
import { AskedIds } from '../visibility/asked-ids.js'
import { hides, viewOf } from '../visibility/view.js'
import { visible } from '../visibility/visible.js'
import type { LoggedChange } from './logged-change.js'

type ReadingNow = Pick<Reading, 'prisma' | 'viewer'>

/** Whether a viewer saw the object of a change before it, and after it. */
export function sightOf({ shownBefore, shownAfter }: LoggedChange, viewer: Viewer) {
  const { sight } = viewOf(viewer)
  const [before, after] = [shownBefore, shownAfter].map((status) => status !== null && !hides(sight, status))
  return { before, after }
}

/** The changes among some that the viewer may know of. */
export async function shownAmong({ prisma, viewer }: ReadingNow, changes: readonly LoggedChange[]) {
  const isByStatus = ({ type }: LoggedChange) => type === 'STATEMENT' || type === 'ARTICLE'
  const others = changes.filter((change) => !isByStatus(change)).map(({ id }) => id)
  const rows =
    others.length === 0
      ? []
      : await prisma.$queryRaw<{ id: string }[]>(sql`SELECT t.id::text FROM "Change" t
          WHERE ${allOf([anyOf(sql`t.id`, others, 'uuid'), ...visible('Change', viewOf(viewer), true)])}`)
  const shown = new Set(rows.map(({ id }) => id))
  return changes.filter((change) => {
    const { before, after } = sightOf(change, viewer)
    return isByStatus(change) ? before || after : shown.has(change.id)
  })
}

/** The fields of a filter that ask whether an object is in sight: one that went out of sight fits whatever they ask. */
const OF_SIGHT = new Set([
  'reviewStatuses',
  'rejectionReasons',
  'reviewedBy',
  'updatedSince',
  'includeDeleted',
])

/**
 * The changes among those of one noun that a filter lets through, by what their objects are now. An object that went out
 * of sight is compared by what it was then; when it was changed since, which the viewer must not notice, it is let through.
 */
export async function filteredBy<Filter extends object>(
  { prisma, viewer }: ReadingNow,
  changes: readonly LoggedChange[],
  list: List<Filter>,
  filter: Filter,
): Promise<LoggedChange[]> {
  const went = changes.filter((change) => !sightOf(change, viewer).after)
  const inSight = changes.filter((change) => !went.includes(change))
  const everything: Viewer = { ...viewer, sight: 'EVERYTHING' }
  const before = Object.fromEntries(Object.entries(filter).filter(([name]) => !OF_SIGHT.has(name)))
  const asItWas = { ...before, includeDeleted: true } as unknown as Filter
  const fits = new Set([
    ...(await fitting(prisma, list, filter, viewer, inSight)),
    ...(await fitting(prisma, list, asItWas, everything, went)),
  ])
  const later = await changedSince(prisma, went)
  return changes.filter(({ id, entityId }) => fits.has(entityId) || later.has(id))
}

/** The ids of those objects that fit a filter. */
async function fitting<Filter extends object>(
  prisma: Reading['prisma'],
  list: List<Filter>,
  filter: Filter,
  viewer: Viewer,
  changes: readonly LoggedChange[],
): Promise<string[]> {
  if (changes.length === 0) return []
  const ids = [...new Set(changes.map(({ entityId }) => entityId))]
  const askedIds = new AskedIds()
  for (;;) {
    const conditions = conditionsOf(list, filter, { viewer, askedIds }, { few: true })
    const rows = await prisma.$queryRaw<{ id: string }[]>(sql`SELECT t.id::text FROM ${list.from}
      WHERE ${allOf([anyOf(sql`t.id`, ids, 'uuid'), ...conditions])}`)
    const check = askedIds.check()
    const [found] = check ? await prisma.$queryRaw<{ found: never }[]>(sql`SELECT (${check}) AS found`) : []
    if (askedIds.learn(found?.found ?? null)) return rows.map(({ id }) => id)
  }
}

/** The ids of those changes that are not the last of their object. */
async function changedSince(prisma: Reading['prisma'], changes: readonly LoggedChange[]) {
  if (changes.length === 0) return new Set<string>()
  const ids = changes.map(({ id }) => id)
  const rows = await prisma.$queryRaw<{ id: string }[]>(sql`SELECT t.id::text FROM "Change" t
    WHERE ${anyOf(sql`t.id`, ids, 'uuid')} AND EXISTS (SELECT FROM "Change" c
      WHERE c.type = t.type AND c."entityId" = t."entityId" AND c.sequence > t.sequence)`)
  return new Set(rows.map(({ id }) => id))
}

/** The condition that a row `t` of a noun is in sight of a viewer. */
export const inSight = (noun: NounName, viewer: Viewer): Sql => allOf(visible(noun, viewOf(viewer), true))
