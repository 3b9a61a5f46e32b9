import { fold } from '../../../src/text/fold.js'
import { type Asking, badInput, globalId, parseId, uuidOf } from './asking.js'
import type { Row } from './store.js'
import { EMPTY_SEARCHES } from './words.js'

/** What a filter may need besides the value of a field. */
export interface Filtering extends Asking {
  // biome-ignore lint/suspicious/noExplicitAny: filters of any list
  filter: any
  /** Whether the filter asks for what is in the bin. */
  bin: boolean
}

export type Keeps = (row: Row) => boolean

// biome-ignore lint/suspicious/noExplicitAny: values of any field
export type FilterRules = Record<string, (value: any, filtering: Filtering) => Keeps>

const MOST_VALUES = 500

/** Refuses a null and a list that is too long, in any field. */
export function checkFilter(filter: object | null): void {
  if (filter === null) throw badInput()
  for (const value of Object.values(filter)) {
    if (value === null || (Array.isArray(value) && value.length > MOST_VALUES)) throw badInput()
  }
}

/** Makes one condition of all fields of a filter. */
export function keepsAll(rules: FilterRules, filtering: Filtering): Keeps {
  const conditions = Object.entries(filtering.filter).map(([name, value]) => {
    const rule = rules[name]
    if (!rule) throw new Error(`there is no rule for the filter's field ${name}`)
    return rule(value, filtering)
  })
  return (row) => conditions.every((keeps) => keeps(row))
}

/** A field that only changes what other fields mean. */
export const noRule = (): Keeps => () => true

/** The UUIDs of global ids of one type. The ids of merged objects become those that they stand for. */
export const uuids = ({ store }: Asking, type: string, ids: readonly string[]): Set<string> =>
  new Set(ids.map((id) => store.kept(type, uuidOf(type, id))))

/** A column holds one of the ids. */
export const idIn = (type: string, column: string) => (ids: string[], asking: Asking) => {
  const wanted = uuids(asking, type, ids)
  return (row: Row) => wanted.has(row[column])
}

/** A row of another table links the row to one of the ids. */
export const linked =
  (type: string, [table, own, other]: readonly [string, string, string]) =>
  (ids: string[], asking: Asking): Keeps => {
    const wanted = uuids(asking, type, ids)
    return (row) => asking.store.where(table, own, row.id).some((link) => wanted.has(link[other]))
  }

/** The topics, with all topics below them when these count, too. */
export function topicsBelow(asking: Filtering, ids: readonly string[]): Set<string> {
  const found = uuids(asking, 'Topic', ids)
  if (!asking.filter.includeSubtopics) return found
  for (const id of found) for (const child of asking.store.where('Topic', 'parentId', id)) found.add(child.id)
  return found
}

/** One of some values is in a column. */
export const oneOf = (column: string) => (values: string[]) => (row: Row) => values.includes(row[column])

/** The folded part of a name. */
export function part(text: string): string {
  const folded = fold(text)
  if (folded === '') throw badInput()
  return folded
}

/** The name or another name contains a part. */
export const named =
  (table: string, column: string) =>
  (text: string, { store }: Asking): Keeps => {
    const wanted = part(text)
    return (row) =>
      [row, ...store.where(table, column, row.id)].some(({ nameFolded }) => nameFolded.includes(wanted))
  }

/** The ids of the rows of a table that have the words of a search. */
export function matches({ store }: Asking, table: string, search: string): ReadonlySet<string> {
  if (EMPTY_SEARCHES.includes(search)) throw badInput()
  const found = store.words.get(`${table} ${search}`)
  if (!found) throw new Error(`"${search}" is not among the searches whose matches were read`)
  return found
}

export function country(code: string): string {
  if (!/^[A-Za-z]{2}$/.test(code)) throw badInput()
  return code.toUpperCase()
}

/** A date that may be partial lies between two days, whichever day it was. */
export const between =
  (prefix: string, names: readonly [string, string]) =>
  (_value: string, { filter }: Filtering): Keeps => {
    const [from, until] = names.map((name) => filter[name] as string | undefined)
    if (from !== undefined && until !== undefined && until < from) throw badInput()
    return (row) => {
      const [earliest, latest] = [row[`${prefix}Earliest`], row[`${prefix}Latest`]]
      if (earliest === null && latest === null) return filter.includeUndated === true
      const begins = from === undefined || (earliest ?? latest) >= from
      return begins && (until === undefined || (latest !== null && latest <= until))
    }
  }

export const updatedSince = (instant: Date) => (row: Row) => new Date(row.updatedAt) >= instant

/** An office is one of those that an affiliation filter means. */
export function officeRule(filtering: Filtering): Keeps {
  const { filter, store, eyes } = filtering
  checkFilter(filter)
  if (Object.keys(filter).length === 0) throw badInput()
  return keepsAll(
    {
      role: (text: string) => {
        const wanted = part(text)
        return (office) => office.roleFolded?.includes(wanted) ?? false
      },
      organizationId: (id: string) => {
        const kept = store.kept('Speaker', uuidOf('Speaker', id))
        const organization = store.get('Speaker', kept)
        const isShown =
          organization !== null && (eyes.sight === 'EVERYTHING' || eyes.sees('Speaker', organization))
        return (office) => isShown && office.organizationId === kept
      },
      countryCode: (code: string) => {
        const wanted = country(code)
        return ({ placeId }) => {
          const place = store.get('Place', placeId)
          return place !== null && place.countryCode === wanted && eyes.sees('Place', place)
        }
      },
    },
    filtering,
  )
}

/** The global id of what a global id stands for now. */
export function followed({ store }: Asking, id: string): string {
  const parsed = parseId(id)
  return parsed ? globalId(parsed.type, store.kept(parsed.type, parsed.id)) : id
}
