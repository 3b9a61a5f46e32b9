import { readBy, readByPlan } from '@onrecord/pothos-read-plan'
import { plain } from '../subselect.js'
import { connectionOf, pageArguments } from './connection.js'
import { type PageArguments, pageOfBooks, sql } from './pages.js'
import type { Builder, Context, Node } from './types.js'

/** Adds authors, with a field for each kind of plan. */
export function addAuthor(builder: Builder, Node: Node): void {
  const Life = builder.objectRef<object>('Life').implement({
    fields: (t) => ({
      from: t.field({ type: 'DateTime', nullable: true, resolve: readByPlan }),
      to: t.field({ type: 'DateTime', nullable: true, resolve: readByPlan }),
    }),
  })
  builder.prismaObject('Author', {
    interfaces: [Node as never],
    fields: (t) => ({
      name: t.exposeString('name'),
      born: t.expose('born', { type: 'DateTime', nullable: true }),
      languages: t.exposeStringList('languages'),
      notes: t.expose('notes', { type: 'Json', nullable: true }),
      dearest: t.relation('dearest', { nullable: true }),
      dearestTitle: t.string({
        select: { dearest: { select: { title: true } } },
        resolve: (author) =>
          (author as never as { dearest: { title: string } | null }).dearest?.title ?? 'none',
      }),
      joined: t.expose('joined', { type: 'DateTime', nullable: true }),
      years: t.stringList({ resolve: ({ visits }) => visits.map((at) => at?.toISOString() ?? 'unknown') }),
      numbers: t.stringList({ resolve: ({ numbers }) => numbers.map(String) }),
      seal: t.string({ resolve: ({ seal }) => seal?.join() ?? 'none' }),
      called: t.string({
        args: { as: t.arg.string({ required: true }) },
        select: { name: true },
        resolve: ({ name }, { as }) => `${as} ${name}`,
      }),
      titles: t.stringList({
        select: { books: { select: { title: true }, orderBy: { title: 'desc' }, take: 2 } } as never,
        resolve: (author) =>
          (author as never as { books: { title: string }[] }).books.map(({ title }) => title),
      }),
      life: t.field({ type: Life, ...readBy({ columns: { from: 'born', to: null } }) }),
      books: t.relation('books', {
        args: { titled: t.arg.string(), most: t.arg.int() },
        query: ({ most }: { most?: number | null }) => ({
          orderBy: [{ year: 'desc' }, { id: 'asc' }],
          take: most ?? 10,
        }),
        plan: { relation: { where: ({ titled }) => (titled == null ? null : sql`t.title = ${titled}`) } },
      }),
      newest: t.field({
        type: 'Book' as never,
        nullable: true,
        ...readBy({
          rows: () => ({
            model: 'Book',
            where: [plain('t."authorId" = p.id')],
            orderBy: [
              { by: plain('t.year'), direction: 'DESC' as const, nulls: 'LAST' as const },
              { by: plain('t.id'), direction: 'ASC' as const },
            ],
            limit: 1,
          }),
        }),
      }),
      shelf: t.field({
        type: connectionOf(builder),
        args: { ...pageArguments(builder), since: t.arg.int() },
        ...readBy<PageArguments & { since?: number | null }, Context>({
          page: ({ since, ...args }) =>
            since == null
              ? pageOfBooks([plain('t."authorId" = p.id')], args)
              : {
                  ...pageOfBooks([plain('t.id = ANY(p."once")')], args),
                  once: sql`SELECT array_agg(b.id) FROM "Book" b WHERE b."authorId" = p.id AND b.year >= ${since}::int`,
                },
        }),
      }),
      published: t.int({
        args: { before: t.arg.int() },
        ...readBy<{ before?: number | null }, Context>({
          value: ({ before }) => ({
            select: sql`SELECT to_json(count(*)) FROM "Book" b WHERE b."authorId" = p.id AND b.year < ${before ?? 3000}::int`,
            read: (count: number) => count,
          }),
        }),
      }),
    }),
  })
}
