import { plannerOf, readBy } from '@onrecord/pothos-read-plan'
import { plain } from '../subselect.js'
import { sql } from './pages.js'
import type { Builder, Node } from './types.js'

interface Named {
  name: string
}

/** Adds books and shelves. */
export function addBook(builder: Builder, Node: Node): void {
  const Binding = builder.enumType('Binding', { values: ['CLOTH', 'PAPER'] as const })
  const Shelf = builder.prismaObject('Shelf', {
    select: { label: true },
    fields: (t) => ({
      label: t.exposeString('label'),
      sign: t.string({ resolve: ({ label }) => label.toUpperCase() }),
    }),
  })
  builder.prismaObject('Book', {
    interfaces: [Node as never],
    fields: (t) => ({
      title: t.exposeString('title'),
      year: t.exposeInt('year', { nullable: true }),
      price: t.exposeFloat('price', { nullable: true }),
      copies: t.string({ select: { copies: true }, resolve: ({ copies }) => String(copies) }),
      inPrint: t.exposeBoolean('inPrint'),
      binding: t.expose('binding', { type: Binding }),
      author: t.relation('author', { nullable: true }),
      shelves: t.field({
        type: [Shelf],
        ...readBy({
          rows: () => ({
            model: 'Shelf',
            from: plain('"OnShelf" o JOIN "shelves ""of wood""" t ON t.id = o."shelfId"'),
            where: [plain('o."bookId" = p.id')],
            orderBy: [{ by: plain('t.label'), direction: 'ASC' as const }],
          }),
        }),
      }),
      byline: t.string({
        select: { title: true, author: { select: { name: true } } },
        resolve: (book) =>
          `${book.title}, by ${(book as never as { author: Named | null }).author?.name ?? 'nobody'}`,
      }),
      isOld: t.boolean({ resolve: ({ year }) => year !== null && year < 1985 }),
      ofGerman: t.boolean({
        select: { author: true },
        resolve: (book) =>
          (book as never as { author: { languages: string[] } }).author.languages.includes('de'),
      }),
      later: t.string({ select: { title: true }, resolve: async ({ title }) => `${title}, later` }),
      writer: t.field({
        type: 'Author' as never,
        nullable: true,
        select: { authorId: true },
        plan: { code: true },
        async resolve({ authorId }, _args, context, info) {
          const where = sql`t.id = ${authorId}::int`
          const found = await plannerOf(info.schema).rows(context, info, { type: 'Author', path: [] }, where)
          return (found.get(String(authorId)) ?? null) as never
        },
      }),
      askedAs: t.string({
        select: { title: true },
        plan: { code: true },
        resolve: ({ title }, _args, _context, info) => `${title} as ${info.path.key}`,
      }),
    }),
  })
}
