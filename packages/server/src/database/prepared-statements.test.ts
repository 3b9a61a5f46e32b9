import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { keepPrepared } from './prepared-statements.js'

let pglite: PGlite
beforeAll(async () => {
  pglite = await PGlite.create()
  await pglite.exec('CREATE TABLE word (id int PRIMARY KEY, text text); CREATE TABLE other (id int)')
  keepPrepared(pglite)
})
beforeEach(() => pglite.exec('TRUNCATE word'))
afterAll(() => pglite.close())

const prepared = async () =>
  (
    await pglite.query<{ statement: string }>(
      'SELECT statement FROM pg_prepared_statements WHERE name <> $1',
      ['none'],
    )
  ).rows.map(({ statement }) => statement)

const INSERT = 'INSERT INTO word VALUES ($1, $2) RETURNING id, text'

it('gives the same results each time', async () => {
  for (const id of [1, 2, 3, 4, 5, 6, 7]) {
    const { rows, fields, affectedRows } = await pglite.query(INSERT, [id, `ä🎈 ${id}`])
    expect({ rows, names: fields.map(({ name }) => name), affectedRows }).toEqual({
      rows: [{ id, text: `ä🎈 ${id}` }],
      names: ['id', 'text'],
      affectedRows: 1,
    })
  }
  const COUNT = 'SELECT count(*)::int AS n FROM word WHERE text LIKE $1 AND id = ANY($2::int[])'
  for (const ids of [[1], [1, 2, 9], []]) {
    expect((await pglite.query(COUNT, ['ä%', ids])).rows).toEqual([{ n: ids.filter((id) => id < 8).length }])
  }
  expect((await pglite.query(COUNT, [null, [1]])).rows).toEqual([{ n: 0 }])
})

it('prepares what comes again, and nothing else', async () => {
  await pglite.query('SELECT 1 AS once')
  for (const _ of [1, 2, 3]) await pglite.query('SELECT 2 AS thrice')
  for (const _ of [1, 2, 3]) await pglite.query(`SELECT 'any_language_query(' AS searched`)
  const statements = await prepared()
  expect(statements.filter((text) => text === 'SELECT 2 AS thrice')).toHaveLength(1)
  expect(statements.filter((text) => /once|searched/.test(text))).toEqual([])
})

it('goes on after errors, in a transaction and outside', async () => {
  for (const _ of [1, 2, 3]) {
    await pglite.query('DELETE FROM word')
    await pglite.query(INSERT, [1, 'a'])
    await expect(pglite.query(INSERT, [1, 'b'])).rejects.toThrow(/duplicate key/)
    await expect(pglite.query(INSERT, ['x', 'b'])).rejects.toThrow(/invalid input syntax/)
    await expect(pglite.query('SELECT nothing')).rejects.toThrow(/column "nothing" does not exist/)
  }
  const failing = pglite.transaction(async (tx) => {
    await tx.query(INSERT, [2, 'c'])
    await tx.query(INSERT, [1, 'b'])
  })
  await expect(failing).rejects.toThrow(/duplicate key/)
  expect((await pglite.query('SELECT id FROM word ORDER BY id')).rows).toEqual([{ id: 1 }])
  expect((await pglite.query(INSERT, [2, 'c'])).rows).toEqual([{ id: 2, text: 'c' }])
})

it('follows changes of tables', async () => {
  const READ = 'SELECT text FROM word WHERE id = $1'
  for (const _ of [1, 2, 3]) await pglite.query(READ, [1])
  await pglite.exec(
    `ALTER TABLE word ADD COLUMN more text; CREATE INDEX ON word (text); INSERT INTO word VALUES (1, 'a')`,
  )
  expect((await pglite.query(READ, [1])).rows).toEqual([{ text: 'a' }])
})

it('keeps a bounded number of statements', async () => {
  for (let n = 0; n < 600; n++) for (const _ of [1, 2]) await pglite.query(`SELECT ${n} AS n`)
  const statements = await prepared()
  expect(statements.length).toBeLessThanOrEqual(500)
  expect(statements).toContain('SELECT 599 AS n')
  expect((await pglite.query('SELECT 0 AS n')).rows).toEqual([{ n: 0 }])
})
