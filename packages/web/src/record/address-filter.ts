import {
  ReviewStatus,
  type StatementFilter,
  StatementKind,
  StatementMedium,
  StatementPolarity,
} from '@onrecord/sdk'
import { FOLDERS, type Folder, idIn, wordsInHandle } from '../text/handle.js'
import { BadAddress } from './bad-address.js'

/** Most characters of what is searched for. */
export const LONGEST_SEARCH = 1_000

/** Most values of one parameter. */
const MOST_VALUES = 20

/** One parameter of an address. */
export interface Parameter {
  /** The field of the filter that it sets. */
  field: keyof StatementFilter
  /** Whether the field takes several values. */
  many: boolean
  /**
   * Reads a value of it.
   *
   * @throws BadAddress when the value cannot be.
   */
  read(parameter: string, value: string): { key: string; label: string }
  /** The value of the field for a key; the key itself by default. */
  toField?: (key: string) => unknown
}

export type ParameterTable = Readonly<Record<string, Parameter>>

/** A parameter that names objects by their handles: "anil-rao-01jx…" or the id alone. */
export const objectParameter = (
  field: Parameter['field'],
  folder: Folder,
  readId: (value: string, type: (typeof FOLDERS)[Folder]) => string | null = idIn,
): Parameter => ({
  field,
  many: true,
  read(parameter, value) {
    const key = readId(value, FOLDERS[folder])
    if (key === null)
      throw new BadAddress(`“${parameter}” in the address names nothing: follow a link of a page.`)
    return { key, label: key === value ? '' : wordsInHandle(value) }
  },
})

/** A parameter that takes values of an enum, in small letters. */
const enumParameter = (field: Parameter['field'], values: readonly string[]): Parameter => ({
  field,
  many: true,
  read(parameter, value) {
    const key = value.toUpperCase().replaceAll('-', '_')
    if (values.includes(key)) return { key, label: key }
    const known = values.map(parameterValue).join(', ')
    throw new BadAddress(`“${parameter}” in the address is none of ${known}.`)
  },
})

const dayParameter = (field: Parameter['field']): Parameter => ({
  field,
  many: false,
  read(parameter, value) {
    if (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)))
      return { key: value, label: value }
    throw new BadAddress(`“${parameter}” in the address is no day: write it as 2026-02-28.`)
  },
})

/** The parameters of an address that narrow a list of statements, in the order in which addresses have them. */
export const PARAMETERS = {
  speaker: objectParameter('speakerIds', 'speakers'),
  topic: objectParameter('topicIds', 'topics'),
  site: objectParameter('siteIds', 'sites'),
  article: objectParameter('articleIds', 'articles'),
  event: objectParameter('eventIds', 'events'),
  document: objectParameter('documentIds', 'documents'),
  kind: enumParameter('kinds', Object.values(StatementKind)),
  medium: enumParameter('mediums', Object.values(StatementMedium)),
  polarity: enumParameter('polarities', Object.values(StatementPolarity)),
  reviewed: enumParameter('reviewStatuses', Object.values(ReviewStatus)),
  from: dayParameter('saidFrom'),
  until: dayParameter('saidUntil'),
} as const satisfies ParameterTable

/** One condition of an address, for people to see and to take away. */
export interface Condition {
  parameter: string
  /** As it stands in the address. */
  value: string
  /** The global id of the object, or the value of the enum, or the day. */
  key: string
  /** What the condition is called where no better name is known. */
  label: string
}

export interface AddressFilter {
  /** What is searched for; empty for nothing. */
  text: string
  conditions: Condition[]
  /** The filter of the schema for the conditions, without the text. */
  filter: StatementFilter
  after: string | undefined
}

/**
 * Reads the filter of a list of statements in an address: `?q=treaty&speaker=anil-rao-01jx…&kind=direct&from=2026-01-01`.
 * Parameters of other names are ignored, as links from elsewhere bring some.
 *
 * @param table the parameters that the page knows.
 * @throws BadAddress when a value cannot be.
 */
export function readFilter(parameters: URLSearchParams, table: ParameterTable = PARAMETERS): AddressFilter {
  const text = (parameters.get('q') ?? '').trim()
  if (text.length > LONGEST_SEARCH) {
    throw new BadAddress(
      `The search has ${text.length} characters, and may have ${LONGEST_SEARCH}. To look up a long quotation, check it instead.`,
    )
  }
  const filter: Record<string, unknown> = {}
  const conditions = Object.entries(table).flatMap(([parameter, { field, many, read, toField }]) => {
    const values = [...new Set(parameters.getAll(parameter).filter((value) => value !== ''))]
    if (values.length > MOST_VALUES)
      throw new BadAddress(`“${parameter}” may be given ${MOST_VALUES} times at most.`)
    const found = values.map((value) => ({ parameter, value, ...read(parameter, value) }))
    const keys = found.map(({ key }) => (toField ? toField(key) : key))
    const before = (filter[field] ?? []) as readonly unknown[]
    if (keys.length > 0) filter[field] = many ? [...new Set([...before, ...keys])] : keys[0]
    return found
  })
  return { text, conditions, filter, after: parameters.get('after') || undefined }
}

/** The value of an enum as it stands in an address: "press-conference". */
export const parameterValue = (key: string): string => key.toLowerCase().replaceAll('_', '-')

/**
 * An address with other parameters: those that are null are taken away, and the place in the list, which belongs to the old
 * ones, always is.
 */
export function addressWith(
  url: URL,
  change: Readonly<Record<string, string | readonly string[] | null>>,
): string {
  const parameters = new URLSearchParams(url.search)
  parameters.delete('after')
  for (const [name, values] of Object.entries(change)) {
    parameters.delete(name)
    for (const value of [values ?? []].flat()) parameters.append(name, value)
  }
  const search = parameters.toString()
  return search === '' ? url.pathname : `${url.pathname}?${search}`
}

/** The parameter that stands for the subject of a page, which its own address does not have. */
export type ListBase = Readonly<Record<string, string>>

/**
 * The filter of a list of other things than statements, from the conditions of an address.
 *
 * @param names the fields of the filter by the parameters that it knows; "q" is what is searched for.
 */
export function narrowed(
  { text, conditions }: AddressFilter,
  names: Readonly<Record<string, string>>,
): Record<string, string | string[]> {
  const filter: Record<string, string | string[]> = {}
  if (text !== '' && names.q) filter[names.q] = text
  for (const { parameter, key } of conditions) {
    const field = names[parameter]
    if (!field) continue
    const { many } = PARAMETERS[parameter as keyof typeof PARAMETERS]
    filter[field] = many ? [...(filter[field] ?? []), key] : key
  }
  return filter
}

/** The addresses of the lists that have no page of the same name. */
const PAGES: Readonly<Record<string, string>> = { statements: '/search' }

/**
 * The address of a list in another form, under the same filter.
 *
 * @param name "statements", "speakers"
 * @param form html for its page.
 * @param more further parameters: what the page of the list stands for, or where it begins.
 */
export function listAddress(
  name: string,
  form: 'html' | 'csv' | 'json' | 'atom',
  { text, conditions }: AddressFilter,
  more: ListBase = {},
): string {
  const parameters = new URLSearchParams(more)
  if (text !== '') parameters.set('q', text)
  for (const { parameter, value } of conditions) parameters.append(parameter, value)
  const search = parameters.toString()
  const path = form === 'html' ? (PAGES[name] ?? `/${name}`) : `/${name}.${form}`
  return search === '' ? path : `${path}?${search}`
}

/** The feed of a list, for the head of its page. */
export const feedOf = (baseUrl: string, name: string, address: AddressFilter, base?: ListBase) => [
  {
    type: 'application/atom+xml',
    href: baseUrl + listAddress(name, 'atom', address, base),
    title: `New ${name}`,
  },
]
