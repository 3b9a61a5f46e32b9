import type { ChatEndpoint } from '../ingest/extractor/chat-completion.js'
import {
  numberWithin,
  oneOf,
  onOrOff,
  textLike,
  textThat,
  type VariableReader,
  wholeNumberWithin,
} from './variable-readers.js'

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

// Does not use zod, unlike the rest of the service: every command reads its configuration, and loading zod would double
// the time that a command takes to start.
const READERS = {
  PORT: wholeNumberWithin({ least: 0, most: 65535, give: 'a port from 0 to 65535' }),
  HOST: String,
  DATABASE_URL: textLike(/^postgres(ql)?:\/\//, 'must begin with postgresql://'),
  DATABASE_POOL_SIZE: wholeNumberWithin({ least: 1, most: 200, give: '1 to 200' }),
  LOG_LEVEL: oneOf(LEVELS, `is not a log level: give one of ${LEVELS.join(', ')}`),
  ONRECORD_DATA: String,
  ONRECORD_GRAPHIQL: onOrOff,
  ONRECORD_PUBLIC_PROPOSALS: onOrOff,
  ONRECORD_URL: textLike(/^https?:\/\/[^/]/, 'must begin with http:// or https:// and a host'),
  ONRECORD_KEY: textLike(/^or_\S+$/, 'is no key: give one that begins with or_'),
  ONRECORD_EXTRACTOR: oneOf(['rules', 'model'], 'is neither "rules" nor "model"'),
  ONRECORD_EXTRACTOR_URL: textThat(
    [isBaseAddress, 'is not the base address of an endpoint: give one such as https://api.openai.com/v1'],
    [(url) => !hasCredentials(url), 'must not hold a password: set ONRECORD_EXTRACTOR_KEY'],
    [(url) => !/\/chat\/completions\/*$/.test(url), 'is a base address: leave out /chat/completions'],
  ),
  ONRECORD_EXTRACTOR_MODEL: textLike(
    /^[\x21-\x7e]{1,200}$/,
    "is not a model's name: give up to 200 ASCII characters without blanks",
  ),
  ONRECORD_EXTRACTOR_KEY: textLike(
    /^[\x21-\x7e]+$/,
    'has characters that no HTTP header can hold: copy the key alone',
  ),
  ONRECORD_EXTRACTOR_TIMEOUT: numberWithin({ least: 1, most: 280, give: '1 to 280 seconds' }),
  NODE_ENV: String,
} satisfies Record<string, VariableReader<unknown>>

type Variable = keyof typeof READERS
type Values = { [Name in Variable]?: ReturnType<(typeof READERS)[Name]> }

function isBaseAddress(url: string): boolean {
  const { protocol, search, hash } = URL.parse(url) ?? {}
  return /^https?:$/.test(protocol ?? '') && search === '' && hash === ''
}

function hasCredentials(url: string): boolean {
  const { username, password } = URL.parse(url) ?? {}
  return Boolean(username || password)
}

/** What the environment sets; `docs/configuration.md` lists the variables. */
export interface Configuration {
  port: number
  host: string
  /** Null for the embedded database in `dataFolder`. */
  databaseUrl: string | null
  poolSize: number
  logLevel: (typeof LEVELS)[number]
  dataFolder: string
  graphiql: boolean
  /** The endpoint of the model that finds statements; null when the rules find them. */
  model: Required<Omit<ChatEndpoint, 'retryDelay'>> | null
  /** Whether everybody sees statements that no person has reviewed. */
  publicProposals: boolean
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
  const values = readValues(env, names)
  return {
    port: values.PORT ?? 4000,
    host: values.HOST ?? '127.0.0.1',
    databaseUrl: values.DATABASE_URL ?? null,
    poolSize: values.DATABASE_POOL_SIZE ?? 10,
    logLevel: values.LOG_LEVEL ?? 'info',
    dataFolder: values.ONRECORD_DATA ?? '.onrecord/data',
    graphiql: values.ONRECORD_GRAPHIQL ?? values.NODE_ENV !== 'production',
    model: modelOf(values),
    // An embedded database is for its user alone, who wants to see what they have just put in.
    publicProposals: values.ONRECORD_PUBLIC_PROPOSALS ?? values.DATABASE_URL === undefined,
    serverUrl: values.ONRECORD_URL ?? null,
    apiKey: values.ONRECORD_KEY ?? null,
  }
}

/** Reads all variables that are set. @throws ConfigurationError naming all wrong variables at once. */
function readValues(env: Record<string, string | undefined>, names: Record<string, string>): Values {
  const values: Record<string, unknown> = {}
  const wrong: string[] = []
  for (const [variable, read] of Object.entries(READERS)) {
    const text = env[variable]
    if (!text) continue
    try {
      values[variable] = read(text)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      wrong.push(`${names[variable] ?? variable} ${error.message}`)
    }
  }
  if (wrong.length > 0) throw new ConfigurationError(wrong.join('\n'))
  return values
}

function modelOf(values: Values): Configuration['model'] {
  const {
    ONRECORD_EXTRACTOR_URL: url,
    ONRECORD_EXTRACTOR_MODEL: model,
    ONRECORD_EXTRACTOR: extractor = url ? 'model' : 'rules',
  } = values
  if (extractor === 'rules') return null
  if (url && model) {
    const { ONRECORD_EXTRACTOR_KEY: key = null, ONRECORD_EXTRACTOR_TIMEOUT: seconds = 60 } = values
    return { url, model, key, timeout: seconds * 1000 }
  }
  const missing = [
    ...(url ? [] : ['ONRECORD_EXTRACTOR_URL is unset: give the base address of the endpoint with the model']),
    ...(model ? [] : ['ONRECORD_EXTRACTOR_MODEL is unset: give the name of the model to ask']),
  ]
  throw new ConfigurationError(missing.join('\n'))
}
