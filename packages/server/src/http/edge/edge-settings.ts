import { z } from 'zod'
import { onOrOff } from '../on-or-off.js'
import type { PersistedMode } from '../persisted/persisted-operations.js'
import type { Origins } from './cors.js'

const MODES = ['off', 'allow', 'only'] as const

/** The variables of what strangers may do, and of what comes before GraphQL. */
export const edgeVariables = {
  ONRECORD_CORS: z.string().transform(readOrigins).optional(),
  ONRECORD_COMPRESSION: onOrOff(),
  ONRECORD_GRAPHIQL: onOrOff(),
  ONRECORD_PAGES: onOrOff(),
  ONRECORD_DESK: onOrOff(),
  ONRECORD_PUBLIC_URL: z.string().transform(readBaseUrl).optional(),
  ONRECORD_INTROSPECTION: onOrOff(),
  ONRECORD_SUGGESTIONS: onOrOff(),
  ONRECORD_PERSISTED: z.enum(MODES, 'is neither "off" nor "allow" nor "only"').optional(),
  ONRECORD_OPERATIONS: z.string().transform(readPaths).optional(),
  ONRECORD_LOCKED: onOrOff(),
  NODE_ENV: z.string().optional(),
}

const schema = z.object(edgeVariables)
type EdgeData = z.infer<typeof schema>

/** What {@link edgeVariables} set. */
export interface EdgeSettings {
  /** The origins whose pages may read answers. */
  origins: Origins
  /** Whether answers are compressed for who takes that. */
  compression: boolean
  /** Whether `/graphql` shows GraphiQL to a browser. */
  graphiql: boolean
  /** Whether there are pages for readers at `/`. */
  pages: boolean
  /** Whether there is a desk for reviewers at `/desk`. */
  desk: boolean
  /** The origin that links to pages have; null for that of each request. */
  baseUrl: string | null
  /** Whether anybody may ask for the schema. */
  introspection: boolean
  /** Whether errors name fields that are like a wrong one. */
  suggestions: boolean
  /** Which operations run. */
  persisted: PersistedMode
  /** Files and folders of the operations that `persisted` is about; `sdk` for those of the SDK. */
  operationSources: readonly string[]
}

/** What locked mode sets. */
const LOCKED = {
  ONRECORD_GRAPHIQL: false,
  ONRECORD_INTROSPECTION: false,
  ONRECORD_SUGGESTIONS: false,
  ONRECORD_PERSISTED: 'only',
} as const

export function edgeSettings(data: EdgeData): EdgeSettings {
  const set: EdgeData = data.ONRECORD_LOCKED ? { ...data, ...LOCKED } : data
  return {
    origins: set.ONRECORD_CORS ?? [],
    compression: set.ONRECORD_COMPRESSION ?? true,
    graphiql: set.ONRECORD_GRAPHIQL ?? set.NODE_ENV !== 'production',
    pages: set.ONRECORD_PAGES ?? true,
    desk: set.ONRECORD_DESK ?? true,
    baseUrl: set.ONRECORD_PUBLIC_URL ?? null,
    introspection: set.ONRECORD_INTROSPECTION ?? true,
    suggestions: set.ONRECORD_SUGGESTIONS ?? true,
    persisted: set.ONRECORD_PERSISTED ?? 'off',
    operationSources: set.ONRECORD_OPERATIONS ?? ['sdk'],
  }
}

/** A line for each variable that says something else than locked mode. */
export const againstLock = (data: EdgeData): string[] =>
  Object.entries(LOCKED)
    .filter(([name, value]) => data.ONRECORD_LOCKED && (data[name as keyof EdgeData] ?? value) !== value)
    .map(([name]) => `${name} is set against ONRECORD_LOCKED: unset one of them`)

/** The parts of a list with commas between them. */
const partsOf = (list: string): string[] =>
  list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

function readPaths(list: string, context: z.RefinementCtx): string[] {
  const paths = partsOf(list)
  if (paths.length === 0) context.addIssue({ code: 'custom', message: 'names no file: give a path, or sdk' })
  return paths
}

function readOrigins(list: string, context: z.RefinementCtx): Origins {
  const origins = partsOf(list)
  if (origins.length === 1 && origins[0] === '*') return '*'
  for (const origin of origins) {
    const message = problemOf(origin)
    if (message) context.addIssue({ code: 'custom', message })
  }
  return origins
}

function readBaseUrl(address: string, context: z.RefinementCtx): string {
  const origin = address.replace(/\/$/, '')
  if (problemOf(origin) !== null) {
    context.addIssue({ code: 'custom', message: 'is no origin: give one such as https://record.example' })
  }
  return origin
}

function problemOf(origin: string): string | null {
  if (origin === '*') return 'has * beside origins: give * alone, or the origins'
  if (/^https?:\/\/[^/]*\*/.test(origin)) {
    return `has a pattern: give each origin by itself, as https://app.example, or * alone`
  }
  const url = URL.parse(origin)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    return 'has what is no origin: give origins such as https://app.example, with commas between them'
  }
  if (url.origin === origin) return null
  return `has an origin that no browser sends: give ${url.origin} for it`
}
