import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Configuration, readConfiguration } from '../http/configuration.js'
import type { SourceFormat } from '../ingest/source-document.js'

/** Options that stand for a variable of the environment and win over it. */
export interface SettingOptions {
  data?: string
  port?: string
  host?: string
}

const VARIABLES = { data: 'ONRECORD_DATA', port: 'PORT', host: 'HOST' } as const

/**
 * The configuration of a command: its options, else the environment. A data folder that is named outright is meant,
 * whatever DATABASE_URL says.
 *
 * @throws ConfigurationError naming the option or variable that is wrong.
 */
export function settingsOf(options: SettingOptions): Configuration {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...(options.data === undefined ? {} : { DATABASE_URL: '' }),
  }
  const names: Record<string, string> = {}
  for (const [option, variable] of Object.entries(VARIABLES)) {
    const value = options[option as keyof typeof VARIABLES]
    if (value === undefined) continue
    env[variable] = value
    names[variable] = `--${option}`
  }
  return readConfiguration(env, names)
}

export const dataOption = () =>
  new Option('--data <folder>', 'folder of the embedded database, instead of ONRECORD_DATA and DATABASE_URL')

const FORMATS: Record<string, SourceFormat> = { text: 'TEXT', markdown: 'MARKDOWN', html: 'HTML' }

export const formatOption = () =>
  new Option('--format <format>', 'read every source as this: text, markdown or html').argParser((value) => {
    const format = FORMATS[value]
    if (!format) throw new InvalidArgumentError(`Allowed choices are ${Object.keys(FORMATS).join(', ')}.`)
    return format
  })

export const jsonOption = (what: string) => new Option('--json', what)

/** Adds examples under a command's help, each with the shell line that does it. */
export const withExamples = (command: Command, examples: Record<string, string>): Command =>
  command.addHelpText(
    'after',
    `\nExamples:\n${Object.entries(examples)
      .map(([line, what]) => `  $ ${line}\n      ${what}`)
      .join('\n')}`,
  )
