import { readBy } from '@onrecord/pothos-read-plan'
import { raw, sql } from '../database/sql.js'
import type { Parts } from '../record/lists/parts.js'
import type { NounName } from '../record/nouns.js'
import { viewOf } from '../record/visibility/view.js'
import { visible } from '../record/visibility/visible.js'
import type { Context } from './context.js'

/**
 * The options of a field that gives the object that a foreign key of its row points to; null when the viewer may not see
 * it. Use it where a visible row can point to a hidden one; elsewhere `t.relation` does.
 */
export const linkedBy = (column: string, noun: NounName) =>
  readBy<object, Context>({
    rows: (_args, { viewer }) => ({
      model: noun,
      where: [sql`t.id = p.${raw(`"${column}"`)}`, ...visible(noun, viewOf(viewer), true)],
    }),
  })

/** The options of a field that gives the parts of its row: all of them as a list, or the first. */
export const partsOf = ({ model, from, where, orderBy, most }: Parts, limit: number = most) =>
  readBy<object, Context>({
    rows: (_args, { viewer }) => ({ model, from, where: [where(viewOf(viewer))], orderBy, limit }),
  })
