import { allOf, raw, type Sql, sql } from '../../database/sql.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { isMergeable, type NounName } from '../nouns.js'
import { chainOf } from './merge-chain.js'
import type { View } from './view.js'
import { visible } from './visible.js'

/** Which objects of a noun to find. */
export interface Wanted {
  /** The condition on the rows `t`. */
  where: Sql
}

/**
 * SQL that finds the objects that meet a condition and that a viewer may see. For an object that was merged, through any
 * number of merges, what counts is whether the viewer may see the object that it stands for now.
 *
 * Its rows have the UUID of each object that meets the condition as `id`, and in `kept` that of the object that it stands
 * for.
 */
export function shownChain(noun: NounName, view: View, { where }: Wanted): Sql {
  const table = raw(`"${noun}"`)
  const shown = allOf(visible(noun, view, true))
  return isMergeable(noun)
    ? sql`SELECT c.id, c.kept FROM (${chainOf(noun, where)}) c JOIN ${table} t ON t.id = c.kept WHERE ${shown}`
    : sql`SELECT t.id, t.id AS kept FROM ${table} t WHERE ${where} AND ${shown}`
}

/** Runs {@link shownChain}. */
export const shownIds = (
  prisma: PrismaClient,
  noun: NounName,
  view: View,
  wanted: Wanted,
): Promise<{ id: string; kept: string }[]> =>
  prisma.$queryRaw(sql`SELECT n.id::text, n.kept::text FROM (${shownChain(noun, view, wanted)}) n`)
