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

type IdField = 'speakerIds' | 'topicIds' | 'siteIds' | 'articleIds' | 'eventIds' | 'documentIds'
type EnumField = 'kinds' | 'mediums' | 'polarities' | 'reviewStatuses'

/** The parameters that name objects by their handles: "anil-rao-01jx…" or the id alone. */
const OBJECTS: Readonly<Record<string, { field: IdField; folder: Folder }>> = {
  speaker: { field: 'speakerIds', folder: 'speakers' },
  topic: { field: 'topicIds', folder: 'topics' },
  site: { field: 'siteIds', folder: 'sites' },
  article: { field: 'articleIds', folder: 'articles' },
  event: { field: 'eventIds', folder: 'events' },
  document: { field: 'documentIds', folder: 'documents' },
}

/** The parameters that take values of an enum, in small letters. */
const ENUMS: Readonly<Record<string, { field: EnumField; values: readonly string[] }>> = {
  kind: { field: 'kinds', values: Object.values(StatementKind) },
  medium: { field: 'mediums', values: Object.values(StatementMedium) },
  polarity: { field: 'polarities', values: Object.values(StatementPolarity) },
  reviewed: { field: 'reviewStatuses', values: Object.values(ReviewStatus) },
}

const DAYS = { from: 'saidFrom', until: 'saidUntil' } as const

/** The parameters of an address that narrow a list of statements, in the order in which addresses have them. */
export const FILTER_PARAMETERS = [...Object.keys(OBJECTS), ...Object.keys(ENUMS), ...Object.keys(DAYS)]

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
 * @throws BadAddress when a value cannot be.
 */
export function readFilter(parameters: URLSearchParams): AddressFilter {
  const text = (parameters.get('q') ?? '').trim()
  if (text.length > LONGEST_SEARCH) {
    throw new BadAddress(
      `The search has ${text.length} characters, and may have ${LONGEST_SEARCH}. To look up a long quotation, check it instead.`,
    )
  }
  const conditions = FILTER_PARAMETERS.flatMap((parameter) => {
    const values = [...new Set(parameters.getAll(parameter).filter((value) => value !== ''))]
    if (values.length > MOST_VALUES)
      throw new BadAddress(`“${parameter}” may be given ${MOST_VALUES} times at most.`)
    return values.map((value) => readCondition(parameter, value))
  })
  const keysOf = (parameter: string) =>
    conditions.filter((condition) => condition.parameter === parameter).map(({ key }) => key)
  const filter: Record<string, unknown> = {}
  for (const [parameter, { field }] of [...Object.entries(OBJECTS), ...Object.entries(ENUMS)]) {
    const keys = keysOf(parameter)
    if (keys.length > 0) filter[field] = keys
  }
  for (const [parameter, field] of Object.entries(DAYS)) {
    const [day] = keysOf(parameter)
    if (day) filter[field] = day
  }
  return { text, conditions, filter, after: parameters.get('after') || undefined }
}

function readCondition(parameter: string, value: string): Condition {
  const object = OBJECTS[parameter]
  if (object) {
    const key = idIn(value, FOLDERS[object.folder])
    if (key === null)
      throw new BadAddress(`“${parameter}” in the address names nothing: follow a link of a page.`)
    return { parameter, value, key, label: wordsInHandle(value) }
  }
  const choice = ENUMS[parameter]
  if (choice) {
    const key = value.toUpperCase().replaceAll('-', '_')
    if (!choice.values.includes(key)) {
      const known = choice.values.map(parameterValue).join(', ')
      throw new BadAddress(`“${parameter}” in the address is none of ${known}.`)
    }
    return { parameter, value, key, label: key }
  }
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(Date.parse(value))) {
    throw new BadAddress(`“${parameter}” in the address is no day: write it as 2026-02-28.`)
  }
  return { parameter, value, key: value, label: value }
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
 * The address of a list of statements in another form, under the same filter.
 *
 * @param ending csv, json or atom.
 * @param base what the page of the list stands for.
 */
export function listAddress(
  ending: string,
  { text, conditions }: AddressFilter,
  base: ListBase = {},
): string {
  const parameters = new URLSearchParams(base)
  if (text !== '') parameters.set('q', text)
  for (const { parameter, value } of conditions) parameters.append(parameter, value)
  const search = parameters.toString()
  return `/statements.${ending}${search === '' ? '' : `?${search}`}`
}

/** The feed of a list, for the head of its page. */
export const feedOf = (baseUrl: string, address: AddressFilter, base?: ListBase) => [
  {
    type: 'application/atom+xml',
    href: baseUrl + listAddress('atom', address, base),
    title: 'New statements',
  },
]
