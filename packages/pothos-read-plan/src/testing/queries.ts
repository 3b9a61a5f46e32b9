import { readBy } from '@onrecord/pothos-read-plan'
import type { Embed, EmbeddedReader } from '../field-plan.js'
import { plain } from '../subselect.js'
import { connectionOf, pageArguments } from './connection.js'
import { glued, type PageArguments, pageOfBooks, sql } from './pages.js'
import type { Builder, Context, Node } from './types.js'

type FoundRow = ['Author' | 'Book', unknown]

/** Authors by name and books by title, as rows that stand in one value. */
const found = (embed: Embed, text: string) => ({
  select: glued([
    plain(`SELECT json_agg(f.v) FROM (SELECT json_build_array('Author', `),
    embed.row(0, 'Author', plain('t.id = a.id')),
    sql`) FROM "Author" a WHERE a.name = ${text} UNION ALL SELECT json_build_array('Book', `,
    embed.row(0, 'Book', plain('t.id = b.id')),
    sql`) FROM "Book" b WHERE b.title = ${text}) f(v)`,
  ]),
  read: (json: FoundRow[] | null, rows: EmbeddedReader) =>
    (json ?? []).map(([type, row]) => rows.row(0, type, row)),
})

/** Adds the root fields. */
export function addQueries(builder: Builder, Node: Node): void {
  const Found = builder.unionType('Found', { types: ['Author', 'Book'] as never })
  const embeds = [{ path: [], types: ['Author', 'Book'] }]
  builder.queryType({
    fields: (t) => ({
      authors: t.field({
        type: ['Author' as never],
        args: { named: t.arg.string(), first: t.arg.int() },
        ...readBy<{ named?: string | null; first?: number | null }, Context>({
          rows: ({ named, first }) => ({
            model: 'Author',
            where: named == null ? [] : [sql`t.name = ${named}`],
            orderBy: [{ by: plain('t.id'), direction: 'ASC' }],
            limit: first ?? 10,
          }),
        }),
      }),
      author: t.field({
        type: 'Author' as never,
        nullable: true,
        args: { id: t.arg.int({ required: true }) },
        ...readBy<{ id: number }, Context>({
          rows({ id }, { moved }) {
            if (id < 1) throw new Error(`id is ${id}: pass 1 or more`)
            return { model: 'Author', where: [sql`t.id = ${moved.get(id) ?? id}::int`], varies: true }
          },
        }),
      }),
      books: t.field({
        type: connectionOf(builder),
        args: { ...pageArguments(builder), titled: t.arg.string() },
        ...readBy<PageArguments & { titled?: string | null }, Context>({
          page: ({ titled, ...args }) => pageOfBooks(titled == null ? [] : [sql`t.title = ${titled}`], args),
        }),
      }),
      found: t.field({
        type: [Found],
        args: { text: t.arg.string({ required: true }) },
        ...readBy<{ text: string }, Context>({
          embeds,
          value: ({ text }, _context, embed) => found(embed, text),
        }),
      }),
      node: t.field({
        type: Node as never,
        nullable: true,
        args: { named: t.arg.string({ required: true }) },
        ...readBy<{ named: string }, Context>({
          embeds,
          value({ named }, _context, embed) {
            const { select, read } = found(embed, named)
            return { select, read: (json: FoundRow[] | null, rows) => read(json, rows)[0] ?? null }
          },
        }),
      }),
      sum: t.int({
        ...readBy({
          value: () => ({ select: plain('SELECT to_json(1 / 0)'), read: (sum: number) => sum }),
        }),
      }),
    }),
  })
}
