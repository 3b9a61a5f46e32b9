import type { Page } from '../field-plan.js'
import type { Sql } from '../sql.js'
import { plain } from '../subselect.js'

/** SQL with parameters, as `sql-template-tag` makes it, but without SQL in SQL. */
export const sql = (strings: TemplateStringsArray, ...values: unknown[]): Sql => ({
  strings: [...strings],
  values,
})

export interface PageArguments {
  first?: number | null | undefined
  after?: string | null | undefined
  last?: number | null | undefined
  before?: string | null | undefined
}

/** A page of books by year and id. @throws Error for a size below 1. */
export function pageOfBooks(where: readonly Sql[], { first, after, last, before }: PageArguments): Page {
  const size = first ?? last ?? 2
  if (size < 1) throw new Error(`the page has ${size} books: ask for at least 1`)
  const backwards = last != null
  const direction = backwards ? ('DESC' as const) : ('ASC' as const)
  const at = (cursor: string) => cursor.split('-').map(Number) as [number, number]
  const place = [
    ...(after == null
      ? []
      : [sql`(coalesce(t.year, 0), t.id) > (${at(after)[0]}::int, ${at(after)[1]}::int)`]),
    ...(before == null
      ? []
      : [sql`(coalesce(t.year, 0), t.id) < (${at(before)[0]}::int, ${at(before)[1]}::int)`]),
  ]
  return {
    model: 'Book',
    where,
    place,
    orderBy: [
      { by: plain('coalesce(t.year, 0)'), direction },
      { by: plain('t.id'), direction },
    ],
    limit: size,
    backwards,
    continues: (backwards ? before : after) != null,
    cursor: (values) => values.join('-'),
  }
}

/** Pieces of SQL, one behind the other. */
export const glued = (pieces: readonly Sql[]): Sql =>
  pieces.reduce((all, { strings, values }) => ({
    strings: [...all.strings.slice(0, -1), `${all.strings.at(-1)}${strings[0]}`, ...strings.slice(1)],
    values: [...all.values, ...values],
  }))
