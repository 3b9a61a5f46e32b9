import { readBy, readByPlan, type WholeList } from '@onrecord/pothos-read-plan'
import type { Sql } from '../sql.js'
import { plain } from '../subselect.js'
import { glued } from './pages.js'
import type { Builder, Context } from './types.js'

/** The arguments of a page. */
export const pageArguments = (builder: Builder) =>
  builder.args((t) => ({ first: t.int(), after: t.string(), last: t.int(), before: t.string() }))

const connections = new WeakMap<Builder, unknown>()

/** The type of a page of books. */
export function connectionOf(builder: Builder) {
  const made = connections.get(builder) ?? makeConnection(builder)
  connections.set(builder, made)
  return made as never
}

function makeConnection(builder: Builder) {
  const PageInfo = builder.objectRef<{ hasNextPage: boolean }>('PageInfo').implement({
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage'),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage' as never),
      startCursor: t.exposeString('startCursor' as never, { nullable: true }),
      endCursor: t.exposeString('endCursor' as never, { nullable: true }),
    }),
  })
  const Edge = builder.objectRef<object>('BookEdge').implement({
    fields: (t) => ({
      cursor: t.string({ resolve: readByPlan }),
      node: t.field({ type: 'Book' as never, resolve: readByPlan }),
    }),
  })
  return builder.objectRef<object>('BookConnection').implement({
    fields: (t) => ({
      edges: t.field({ type: [Edge], resolve: readByPlan }),
      nodes: t.field({ type: ['Book' as never], resolve: readByPlan }),
      pageInfo: t.field({ type: PageInfo, resolve: readByPlan }),
      total: t.int({
        args: { upTo: t.arg.int({ required: true, defaultValue: 100 }) },
        ...readBy<{ upTo: number }, Context>({
          whole: ({ upTo }, _context, { from, where, lists }) => {
            if (lists > 1000) throw new Error(`${lists} lists are too many`)
            return { select: countOf(from, where, upTo), read: (count: number) => count }
          },
        }),
      }),
      dated: t.int({
        ...readBy<object, Context>({ whole: (_args, _context, list) => yearsOf(list, 'count') }),
      }),
      oldest: t.int({
        nullable: true,
        ...readBy<object, Context>({ whole: (_args, _context, list) => yearsOf(list, 'min') }),
      }),
    }),
  })
}

/** Something of the years of all books of a list, from a table of them. */
function yearsOf({ from, where, table }: WholeList, of: 'count' | 'min') {
  const { before, name } = table(
    glued([plain('SELECT t.year FROM '), from, plain(' WHERE t.year IS NOT NULL'), ...where.flatMap(and)]),
  )
  return {
    select: glued([before, plain(`SELECT to_json(${of}(y.year)) FROM `), name, plain(' y')]),
    read: (year: number | null) => year,
  }
}

const and = (condition: Sql): Sql[] => [plain(' AND '), condition]

const countOf = (from: Sql, where: readonly Sql[], upTo: number): Sql =>
  glued([
    plain('SELECT to_json(count(*)) FROM (SELECT FROM '),
    from,
    ...where.flatMap((one, index) => [plain(index === 0 ? ' WHERE ' : ' AND '), one]),
    plain(` LIMIT ${Math.trunc(upTo)}) c`),
  ])
