import { isCalendarDay } from '../../dates/calendar-day.js'
import { badUserInput } from '../errors.js'

/** Types that a list can be sorted by, as PostgreSQL names them. */
export type SortType = 'timestamptz' | 'date' | 'text' | 'int4' | 'int8' | 'float8' | 'uuid'

/** The list and order that a cursor belongs to. It is refused by every other. */
export interface CursorScope {
  /** Name of the node's type. */
  list: string
  /** Name of the order, or "DEFAULT". */
  order: string
  /** Types of the sort values in order. The last is that of the id. */
  types: readonly SortType[]
}

const VERSION = 1

// PostgreSQL fails on a value of another form, and the caller would get INTERNAL_SERVER_ERROR for a damaged cursor.
const FORMS: Record<SortType, RegExp> = {
  // The time zone of every connection is UTC.
  timestamptz: /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/,
  date: /^\d{4}-\d\d-\d\d$/,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what PostgreSQL cannot hold
  text: /^[^\u0000\p{Surrogate}]*$/u,
  int4: /^-?\d{1,9}$/,
  int8: /^-?\d{1,18}$/,
  float8: /^-?\d{1,15}(\.\d{1,17})?(e-?\d{1,2})?$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
}

const fits = (value: unknown, type: SortType): boolean =>
  typeof value === 'string' &&
  FORMS[type].test(value) &&
  (!['timestamptz', 'date'].includes(type) || isCalendarDay(value.slice(0, 10)))

/**
 * Encodes the place of a row in an order. The cursor holds the sort values of the row, so that it stays valid when rows
 * are inserted or deleted, its own row included.
 *
 * @param values each sort value as PostgreSQL's text, the id last.
 */
export function encodeCursor({ list, order }: CursorScope, values: readonly string[]): string {
  return Buffer.from(JSON.stringify([VERSION, list, order, ...values])).toString('base64url')
}

/**
 * The sort values in a cursor.
 *
 * @param name the name of the argument, for messages: "after".
 * @throws RequestError BAD_USER_INPUT when the cursor is malformed, or of another list or order.
 */
export function decodeCursor(cursor: string, scope: CursorScope, name: string): string[] {
  const parts = parse(cursor)
  if (!parts || parts[0] !== VERSION) {
    throw badUserInput(
      `${name} is not a cursor of this service: pass an \`endCursor\` or \`cursor\` that it returned`,
    )
  }
  const [, list, order, ...values] = parts
  if (list !== scope.list || order !== scope.order) {
    throw badUserInput(
      `${name} is a cursor of another list or order: page on with the same field and \`orderBy\``,
    )
  }
  const { types } = scope
  const whole = values.length === types.length && types.every((type, index) => fits(values[index], type))
  if (!whole) {
    throw badUserInput(`${name} is a damaged cursor: pass it as the service returned it`)
  }
  return values as string[]
}

function parse(cursor: string): unknown[] | null {
  try {
    const bytes = Buffer.from(cursor, 'base64url')
    // Node ignores characters that are not Base64URL. Encoding again shows whether the cursor had any.
    const value: unknown = bytes.toString('base64url') === cursor ? JSON.parse(bytes.toString('utf8')) : null
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}
