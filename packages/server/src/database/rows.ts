import type { Prisma, PrismaClient } from '../generated/prisma/client.js'

/** A row that Prisma returns. */
export interface Row {
  id: string
}

interface Delegate {
  findMany(args: object): Promise<Row[]>
}

/**
 * Reads rows of one model by their ids in one query.
 *
 * @param selection Prisma's `select` or `include`.
 * @returns one entry for each id, in order; null where there is no such row.
 */
export async function readRows(
  prisma: PrismaClient,
  model: Prisma.ModelName,
  ids: readonly string[],
  selection: object,
): Promise<(Row | null)[]> {
  if (ids.length === 0) return []
  const rows = await delegate(prisma, model).findMany({
    ...selection,
    where: { id: { in: padded(ids) } },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
}

const delegate = (prisma: PrismaClient, model: Prisma.ModelName): Delegate =>
  prisma[((model[0] as string).toLowerCase() + model.slice(1)) as 'statement'] as unknown as Delegate

/** Repeats the last id until their number is a power of two, so that few different statements are prepared. */
function padded(ids: readonly string[]): string[] {
  const size = 2 ** Math.ceil(Math.log2(ids.length))
  return [...ids, ...Array<string>(size - ids.length).fill(ids.at(-1) as string)]
}
