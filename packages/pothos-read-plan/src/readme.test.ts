import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import ReadPlanPlugin, { plannerOf, readBy, readByPlan } from '@onrecord/pothos-read-plan'
import SchemaBuilder from '@pothos/core'
import PrismaPlugin from '@pothos/plugin-prisma'
import { execute, parse } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addBook } from './testing/book.js'
import { connectionOf } from './testing/connection.js'
import { datamodel } from './testing/datamodel.js'
import { type Library, openLibrary } from './testing/library.js'
import { pageOfBooks, sql } from './testing/pages.js'
import type { Builder } from './testing/types.js'

let library: Library
beforeAll(async () => {
  library = await openLibrary()
})
afterAll(() => library?.close())

/** What a README adds to no schema by itself: books, their pages and a root field. */
function addRest(builder: Builder): void {
  const Node = builder.interfaceRef<{ id: unknown }>('Node').implement({
    fields: (t) => ({ id: t.id({ resolve: readByPlan }) }),
  })
  addBook(builder, Node)
  builder.queryType({
    fields: (t) => ({
      authors: t.field({
        type: ['Author' as never],
        ...readBy({
          rows: () => ({
            model: 'Author',
            where: [sql`t.id < 3`],
            orderBy: [{ by: sql`t.id`, direction: 'ASC' as const }],
          }),
        }),
      }),
    }),
  })
}

it('answers an operation as the README says', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const [builder, plans, answer] = [...readme.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = '']) =>
    stripTypeScriptTypes(code).replace(/^import .*$/gm, ''),
  )
  const body = `return (async () => { ${builder}; addRest(builder); const BookConnection = connectionOf(builder); ${plans};
    const schema = builder.toSchema(); ${answer}; return answer })()`
  const document = parse(
    '{ authors { name books(titled: "Tides") { title } newest { title } published shelf(first: 1) { nodes { title } total } } }',
  )
  const statements: string[] = []
  const pool = {
    async query({ text, values, rowMode }: { text: string; values: unknown[]; rowMode: 'array' }) {
      statements.push(text)
      return library.pglite.query(text, values, { rowMode })
    },
  }
  const scope = {
    ...{
      SchemaBuilder,
      PrismaPlugin,
      ReadPlanPlugin,
      plannerOf,
      readBy,
      sql,
      execute,
      addRest,
      connectionOf,
    },
    ...{
      pageOfBooks,
      pool,
      prisma: {},
      getDatamodel: () => datamodel,
      document,
      operationName: null,
      variables: {},
    },
    context: { viewer: { role: 'reader' } },
  }
  const text = await new Function(...Object.keys(scope), body)(...Object.values(scope))
  expect(JSON.parse(text).data.authors).toEqual([
    {
      ...{ name: 'Mara Lindt', books: [{ title: 'Tides' }], newest: { title: 'Quays' }, published: 3 },
      shelf: { nodes: [{ title: 'Tides' }], total: 3 },
    },
    {
      ...{ name: 'Anselm "Ans" Okafor', books: [], newest: { title: 'Nets \\ and "knots"' }, published: 1 },
      shelf: { nodes: [{ title: 'Nets \\ and "knots"' }], total: 1 },
    },
  ])
  expect(statements).toHaveLength(1)
})
