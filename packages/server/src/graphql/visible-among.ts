import { anyOf, sql } from '../database/sql.js'
import type { NounName } from '../record/nouns.js'
import { shownIds } from '../record/visibility/shown-ids.js'
import { viewOf } from '../record/visibility/view.js'
import type { Context } from './context.js'

/** Those of the UUIDs whose objects the viewer may see; of a merged object, the one that it was merged into counts. */
export async function visibleAmong(
  { prisma, viewer }: Context,
  noun: NounName,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const where = anyOf(sql`t.id`, ids, 'uuid')
  const shown = await shownIds(prisma, noun, viewOf(viewer), { where })
  return new Set(shown.map(({ id }) => id))
}
