import type { Tables } from './datamodel.js'
import type { Execution } from './execution.js'
import type { OrderTerm, Rows } from './field-plan.js'
import { joined, type Part, quoted, type Sql } from './sql.js'

/** The name of the column that holds the value of a term of the order. */
const orderColumn = (index: number) => quoted(`$${index}`)

/** The columns of the row of an alias; null for the root. */
export const allColumns = (alias: string | null): string | null => alias && `${alias}.*`

/**
 * A sub-query of rows: `(SELECT … LIMIT 10) r1`. The values of its order are columns, for the query around it.
 *
 * @param parent the columns of the parent `p`: `r1.*`.
 */
export function subselect(
  tables: Tables,
  { model, from, where = [], orderBy = [], limit }: Rows,
  parent: string | null,
  alias: string,
): Part<Execution> {
  const values = orderBy.map(({ by }, index) => [', ', by, ` AS ${orderColumn(index)}`])
  return [
    '(SELECT t.*',
    values,
    ' FROM ',
    parent ? `(SELECT ${parent}) p CROSS JOIN ` : '',
    from ?? `${quoted(tables.table(model))} t`,
    where.length > 0 ? [' WHERE ', joined<Execution>(where, ' AND ')] : '',
    orderBy.length > 0 ? [' ORDER BY ', joined(orderBy.map(term), ', ')] : '',
    // A literal: with a parameter PostgreSQL plans the statement anew on each call.
    limit === undefined ? '' : ` LIMIT ${Math.trunc(limit)}`,
    `) ${alias}`,
  ]
}

const term = ({ by, direction, nulls }: OrderTerm): Part<Execution> => [
  by,
  ` ${direction}`,
  nulls ? ` NULLS ${nulls}` : '',
]

/** Sorts the rows of a sub-query again, because joins may change their order. */
export const inOrder = ({ orderBy = [] }: Rows, alias: string): Part<Execution> =>
  orderBy.length === 0
    ? ''
    : [
        ' ORDER BY ',
        joined(
          orderBy.map(({ direction, nulls }, index) => [
            `${alias}.${orderColumn(index)} ${direction}`,
            nulls ? ` NULLS ${nulls}` : '',
          ]),
          ', ',
        ),
      ]

/** The values of the order of a row of a sub-query, as a JSON array of texts. */
export const orderValues = ({ orderBy = [] }: Rows, alias: string): Part<Execution> => [
  'json_build_array(',
  joined(
    orderBy.map((_, index) => `${alias}.${orderColumn(index)}::text`),
    ', ',
  ),
  ')',
]

/** SQL without parameters. */
export const plain = (text: string): Sql => ({ strings: [text], values: [] })
