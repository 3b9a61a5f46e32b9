import type { Database } from '../../../src/database/database.js'
import { readNameLikeness, readTextMatches, type TextMatches } from './words.js'

/** Nothing was removed from the log of changes of the world. */
const HORIZON = ` || '{"horizon": 0}'`

// biome-ignore lint/suspicious/noExplicitAny: rows of any table
export type Row = any

/**
 * All tables of a database in memory. Days are texts such as "2026-03-02", instants texts such as
 * "2026-03-02T09:30:00.12+00:00", so that both compare as texts.
 */
export class Store {
  readonly #tables: ReadonlyMap<string, Row[]>
  readonly #indexes = new Map<string, Map<unknown, Row[]>>()
  /** What PostgreSQL's text search and trigrams say of the texts and names, which have no plain rule. */
  readonly words: TextMatches
  readonly likeness: (one: string, other: string) => number

  private constructor(tables: ReadonlyMap<string, Row[]>, words: TextMatches, likeness: Store['likeness']) {
    this.#tables = tables
    this.words = words
    this.likeness = likeness
  }

  static async read({ prisma }: Database): Promise<Store> {
    const named = await prisma.$queryRawUnsafe<{ name: string }[]>(
      `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    const tables = new Map<string, Row[]>()
    for (const { name } of named) {
      const rows = await prisma.$queryRawUnsafe<{ row: Row }[]>(
        `SELECT to_jsonb(t)${name === 'Change' ? HORIZON : ''} AS row FROM "${name}" t`,
      )
      // GraphQL's executor reads the type of an object of an interface or a union from this property.
      tables.set(
        name,
        rows.map(({ row }) => ({ ...row, __typename: name })),
      )
    }
    return new Store(tables, await readTextMatches(prisma), await readNameLikeness(prisma))
  }

  all(table: string): readonly Row[] {
    return this.#tables.get(table) ?? []
  }

  /** The rows of a table that have a value in a column. */
  where(table: string, column: string, value: unknown): readonly Row[] {
    const name = `${table}.${column}`
    const index = this.#indexes.get(name) ?? Map.groupBy(this.all(table), (row) => row[column])
    this.#indexes.set(name, index)
    return index.get(value) ?? []
  }

  get(table: string, id: string | null): Row | null {
    return id === null ? null : (this.where(table, 'id', id)[0] ?? null)
  }

  /** The id of the object that an object stands for now, through any number of merges. */
  kept(table: string, id: string): string {
    const into = this.get(table, id)?.mergedIntoId
    return into ? this.kept(table, into) : id
  }
}
