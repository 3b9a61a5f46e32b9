import { Choices, seeded } from '../choices.js'

// biome-ignore lint/suspicious/noExplicitAny: rows of any table
export type Row = any

/** The rows of a record, table by table, before they are written. */
export class Draft {
  readonly choices = new Choices(seeded(20_261_129))
  readonly tables = new Map<string, Row[]>()

  /** Adds a row to a table, and gives it back. */
  add(table: string, row: Row): Row {
    this.rows(table).push(row)
    return row
  }

  rows(table: string): Row[] {
    const rows = this.tables.get(table) ?? []
    this.tables.set(table, rows)
    return rows
  }

  /** A new UUID. */
  id(): string {
    const hex = Array.from({ length: 32 }, () => this.choices.below(16).toString(16)).join('')
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }

  /** One of few instants, so that rows share them. */
  instant(): Date {
    const milliseconds = this.choices.pick([0, 0, 120, 7, 123, 500])
    return new Date(
      Date.UTC(2026, 2, 1 + this.choices.below(5), this.choices.pick([0, 9, 23]), 30, 5, milliseconds),
    )
  }

  /** What every noun that people edit has. */
  edited() {
    return { version: 1, createdAt: this.instant(), updatedAt: this.instant() }
  }

  maybe<T>(percent: number, value: () => T): T | null {
    return this.choices.chance(percent) ? value() : null
  }
}

/** How far the objects that a statement names may be hidden. */
export type Shade = 'PUBLIC' | 'PROPOSED' | 'HIDDEN'

/**
 * The rows that a statement may name. The last quarter of each table is named by hidden statements only, and the quarter
 * before by these and by proposed ones, so that objects of each shade come about.
 */
export function within(rows: readonly Row[], shade: Shade): Row[] {
  const share = { PUBLIC: 0.5, PROPOSED: 0.75, HIDDEN: 1 }[shade]
  return rows.slice(0, Math.max(1, Math.floor(rows.length * share)))
}
