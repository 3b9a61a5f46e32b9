import { type Configuration, readConfiguration } from '../http/configuration.js'

/** Options that take the place of environment variables. */
export interface SettingOptions {
  data?: string
  port?: string
  host?: string
  extractor?: string
  publicProposals?: string
  url?: string
  key?: string
}

const VARIABLES = {
  data: 'ONRECORD_DATA',
  port: 'PORT',
  host: 'HOST',
  extractor: 'ONRECORD_EXTRACTOR',
  publicProposals: 'ONRECORD_PUBLIC_PROPOSALS',
  url: 'ONRECORD_URL',
  key: 'ONRECORD_KEY',
} as const

/**
 * The configuration of a command, from its options and, where an option is absent, from the environment. With the
 * option `data`, DATABASE_URL and ONRECORD_URL are ignored.
 *
 * @throws ConfigurationError naming the wrong option or variable.
 */
export function settingsOf(options: SettingOptions): Configuration {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...(options.data === undefined ? {} : { DATABASE_URL: '', ONRECORD_URL: '' }),
  }
  const names: Record<string, string> = {}
  for (const [option, variable] of Object.entries(VARIABLES)) {
    const value = options[option as keyof typeof VARIABLES]
    if (value === undefined) continue
    env[variable] = value
    names[variable] = `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  }
  return readConfiguration(env, names)
}
