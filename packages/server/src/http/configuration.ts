import { z } from 'zod'
import type { ChatEndpoint } from '../ingest/extractor/chat-completion.js'
import { againstLock, type EdgeSettings, edgeSettings, edgeVariables } from './edge/edge-settings.js'
import { limitsOf, limitVariables } from './limit-settings.js'
import type { Limits } from './limits.js'
import { onOrOff } from './on-or-off.js'
import { numberWithin, wholeNumberWithin } from './setting-types.js'

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const environment = z.object({
  PORT: wholeNumberWithin(0, 65535, 'a port from 0 to 65535').default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  DATABASE_POOL_SIZE: wholeNumberWithin(1, 200, '1 to 200').default(10),
  LOG_LEVEL: z.enum(LEVELS, `is not a log level: give one of ${LEVELS.join(', ')}`).default('info'),
  ONRECORD_DATA: z.string().default('.onrecord/data'),
  ONRECORD_PUBLIC_PROPOSALS: onOrOff(),
  ONRECORD_DIRECT: onOrOff(),
  ONRECORD_WEBHOOK_PRIVATE: onOrOff(),
  ONRECORD_TRUST_PROXY: z
    .union([z.literal('off').transform(() => 0), wholeNumberWithin(0, 20, '0 to 20')], {
      error: 'is neither "off" nor a number of proxies: give 1 to 20',
    })
    .default(0),
  ...limitVariables,
  ONRECORD_CHANGES_DAYS: wholeNumberWithin(1, 36_500, '1 to 36500 days').default(90),
  ONRECORD_URL: z
    .string()
    .regex(/^https?:\/\/[^/]/, 'must begin with http:// or https:// and a host')
    .optional(),
  ONRECORD_KEY: z
    .string()
    .regex(/^or_\S+$/, 'is no key: give one that begins with or_')
    .optional(),
  ONRECORD_EXTRACTOR: z.enum(['rules', 'model'], 'is neither "rules" nor "model"').optional(),
  ONRECORD_EXTRACTOR_URL: z
    .string()
    .refine(
      isBaseAddress,
      'is not the base address of an endpoint: give one such as https://api.openai.com/v1',
    )
    .refine((url) => !hasCredentials(url), 'must not hold a password: set ONRECORD_EXTRACTOR_KEY')
    .refine((url) => !/\/chat\/completions\/*$/.test(url), 'is a base address: leave out /chat/completions')
    .optional(),
  ONRECORD_EXTRACTOR_MODEL: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, "is not a model's name: give up to 200 ASCII characters without blanks")
    .optional(),
  ONRECORD_EXTRACTOR_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'has characters that no HTTP header can hold: copy the key alone')
    .optional(),
  ONRECORD_EXTRACTOR_TIMEOUT: numberWithin(1, 280, '1 to 280 seconds').default(60),
  ...edgeVariables,
})

function isBaseAddress(url: string): boolean {
  const { protocol, search, hash } = URL.parse(url) ?? {}
  return /^https?:$/.test(protocol ?? '') && search === '' && hash === ''
}

function hasCredentials(url: string): boolean {
  const { username, password } = URL.parse(url) ?? {}
  return Boolean(username || password)
}

/** What the environment sets; `docs/configuration.md` lists the variables. */
export interface Configuration extends EdgeSettings {
  port: number
  host: string
  /** Null for the embedded database in `dataFolder`. */
  databaseUrl: string | null
  poolSize: number
  logLevel: (typeof LEVELS)[number]
  dataFolder: string
  /** The endpoint of the model that finds statements; null when the rules find them. */
  model: Required<Omit<ChatEndpoint, 'retryDelay'>> | null
  /** Whether everybody sees statements that no person has reviewed. */
  publicProposals: boolean
  /** Whether queries are answered without Yoga where they can. */
  direct: boolean
  /** Whether webhooks may be sent to private networks, or by http. */
  privateReceivers: boolean
  /** How many proxies stand before the service, each of which adds an address to `X-Forwarded-For`. */
  trustProxy: number
  limits: Limits
  /** Days that every entry of the log of changes is kept. */
  changesDays: number
  /** The server that commands work through; null for the database itself, or the server that holds it. */
  serverUrl: string | null
  /** The key that commands send. */
  apiKey: string | null
}

/** Thrown when variables are wrong. Each line of the message names one variable and the value that it needs. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

/**
 * Reads the configuration. An empty variable counts as unset.
 *
 * @param names the names to show in errors for variables that an option has set: { PORT: "--port" }.
 * @throws ConfigurationError naming every wrong variable.
 */
export function readConfiguration(
  env: Record<string, string | undefined>,
  names: Record<string, string> = {},
): Configuration {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(set)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => {
      const variable = path.join('.')
      return `${names[variable] ?? variable} ${message}`
    })
    throw new ConfigurationError(lines.join('\n'))
  }
  const { data } = parsed
  const contradictions = againstLock(data)
  if (contradictions.length > 0) throw new ConfigurationError(contradictions.join('\n'))
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL ?? null,
    poolSize: data.DATABASE_POOL_SIZE,
    logLevel: data.LOG_LEVEL,
    dataFolder: data.ONRECORD_DATA,
    model: modelOf(data),
    // An embedded database is for its user alone, who wants to see what they have just put in.
    publicProposals: data.ONRECORD_PUBLIC_PROPOSALS ?? data.DATABASE_URL === undefined,
    direct: data.ONRECORD_DIRECT ?? true,
    privateReceivers: data.ONRECORD_WEBHOOK_PRIVATE ?? isOfOneUser(data),
    trustProxy: data.ONRECORD_TRUST_PROXY,
    limits: limitsOf(data),
    changesDays: data.ONRECORD_CHANGES_DAYS,
    serverUrl: data.ONRECORD_URL ?? null,
    apiKey: data.ONRECORD_KEY ?? null,
    ...edgeSettings(data),
  }
}

/** Whether only a user of this machine can reach the service: only they have an embedded database on a loopback address. */
const isOfOneUser = ({ DATABASE_URL, HOST }: z.infer<typeof environment>): boolean =>
  DATABASE_URL === undefined && isLoopback(HOST)

/** Whether only this machine reaches an address to listen on. */
export const isLoopback = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host)

function modelOf(data: z.infer<typeof environment>): Configuration['model'] {
  const {
    ONRECORD_EXTRACTOR_URL: url,
    ONRECORD_EXTRACTOR_MODEL: model,
    ONRECORD_EXTRACTOR: extractor = url ? 'model' : 'rules',
  } = data
  if (extractor === 'rules') return null
  if (url && model) {
    const { ONRECORD_EXTRACTOR_KEY: key = null, ONRECORD_EXTRACTOR_TIMEOUT: seconds } = data
    return { url, model, key, timeout: seconds * 1000 }
  }
  const missing = [
    ...(url ? [] : ['ONRECORD_EXTRACTOR_URL is unset: give the base address of the endpoint with the model']),
    ...(model ? [] : ['ONRECORD_EXTRACTOR_MODEL is unset: give the name of the model to ask']),
  ]
  throw new ConfigurationError(missing.join('\n'))
}
