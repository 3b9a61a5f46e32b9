import type { Execution } from './execution.js'
import type { Raw } from './planned-object.js'
import { flattened, joined, type Part } from './sql.js'

/** Most arguments of a function in PostgreSQL. */
const MOST_ARGUMENTS = 100

/**
 * One SELECT of a statement, whose rows become arrays. Each expression has a slot in them; every value but JSON is taken
 * as PostgreSQL's text, so that it reads the same from a column and from within JSON.
 */
export class Level {
  readonly joins: Part<Execution>[] = []
  readonly #slots: Part<Execution>[] = []
  readonly #known = new Map<string, number>()
  readonly #json: number[] = []
  readonly #joined = new Map<string, string>()
  #columns: Part<Execution> | undefined
  #array: Part<Execution> | undefined

  /** The slot of an expression whose text is wanted. The same expression has one slot. */
  text(expression: string): number {
    const known = this.#known.get(expression)
    if (known !== undefined) return known
    this.#known.set(expression, this.#slots.length)
    return this.#slots.push(`(${expression})::text`) - 1
  }

  /** The slot of an expression of the type json. */
  json(expression: Part<Execution>): number {
    const slot = this.#slots.push(expression) - 1
    this.#json.push(slot)
    return slot
  }

  /** The alias of a row that is joined; it is joined once for each key. */
  join(key: string, make: () => { alias: string; join: Part<Execution> }): string {
    const known = this.#joined.get(key)
    if (known) return known
    const { alias, join } = make()
    this.#joined.set(key, alias)
    this.joins.push(join)
    return alias
  }

  get width(): number {
    return this.#slots.length
  }

  /** The slots as the columns of a result, JSON as its text. Call it when all slots are there. */
  columns(): Part<Execution> {
    this.#columns ??= flattened(this.#makeColumns())
    return this.#columns
  }

  #makeColumns(): Part<Execution> {
    const columns = this.#slots.map((slot, index) =>
      this.#json.includes(index) ? ['(', slot, ')::text'] : slot,
    )
    return joined(columns, ', ')
  }

  /** The slots as a JSON array; in several arrays when they are more than a function takes. See {@link columns}. */
  array(): Part<Execution> {
    this.#array ??= flattened(this.#makeArray())
    return this.#array
  }

  #makeArray(): Part<Execution> {
    if (!this.#isChunked) return ['json_build_array(', joined(this.#slots, ', '), ')']
    const chunks: Part<Execution>[] = []
    for (let i = 0; i < this.#slots.length; i += MOST_ARGUMENTS) {
      chunks.push(['json_build_array(', joined(this.#slots.slice(i, i + MOST_ARGUMENTS), ', '), ')'])
    }
    return ['json_build_array(', joined(chunks, ', '), ')']
  }

  /** The row of an array that {@link array} wrote. */
  rowOf(json: unknown): Raw {
    return this.#isChunked ? (json as unknown[][]).flat() : (json as Raw)
  }

  /** The rows of a list of such arrays; null stands for an empty list. */
  rowsOf(json: unknown): readonly Raw[] {
    if (json === null) return []
    return this.#isChunked ? (json as unknown[]).map((row) => this.rowOf(row)) : (json as Raw[])
  }

  /** Reads the JSON in a row of columns, in place. @param from the first column of this level. */
  parse(row: unknown[], from: number): void {
    for (const slot of this.#json) {
      const text = row[from + slot]
      if (text !== null) row[from + slot] = JSON.parse(text as string)
    }
  }

  get #isChunked(): boolean {
    return this.#slots.length > MOST_ARGUMENTS
  }
}
