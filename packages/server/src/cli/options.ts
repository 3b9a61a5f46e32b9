import { type Command, InvalidArgumentError, Option } from 'commander'
import { ALL_FORMATS, formatNamed } from '../ingest/sources/formats.js'
import { alternatives } from '../text/alternatives.js'

// Options that several commands share, and the functions that read their values.

export const dataOption = () =>
  new Option('--data <folder>', 'folder of the embedded database, instead of ONRECORD_DATA and DATABASE_URL')

export const urlOption = () =>
  new Option('--url <url>', 'work through the server there, instead of ONRECORD_URL').conflicts('data')

export const endpointOption = () =>
  new Option('--url <url>', 'ask a server, by the address of its GraphQL endpoint').argParser((value) => {
    const url = URL.parse(value)
    if (url && /^https?:$/.test(url.protocol)) {
      if (url.pathname === '/') url.pathname = '/graphql'
      return url
    }
    throw new InvalidArgumentError('Give an address such as http://127.0.0.1:4000/graphql.')
  })

export const keyOption = () =>
  new Option(
    '--key <key>',
    'key to send, instead of ONRECORD_KEY; other users of the machine can see an option, not a variable',
  )

export const withTarget = (command: Command): Command =>
  command.addOption(dataOption()).addOption(urlOption()).addOption(keyOption())

const HOURS: Record<string, number> = { h: 1, d: 24, w: 168 }

export function timeFromNow(text: string): Date {
  const [, count, unit = ''] = /^([1-9]\d{0,4})([hdw])$/.exec(text) ?? []
  if (!count) throw new InvalidArgumentError('Give hours, days or weeks: 12h, 90d, 52w.')
  return new Date(Date.now() + Number(count) * (HOURS[unit] as number) * 3_600_000)
}

export function count(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Give a whole number from 1 on.')
}

export function jsonObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // The error below says what is wrong.
  }
  throw new InvalidArgumentError('Give one JSON object: {"first": 5}.')
}

const FORMAT_NAMES = ALL_FORMATS.map(({ name }) => name)

export const formatOption = () =>
  new Option('--format <format>', `read every source as this: ${alternatives(FORMAT_NAMES)}`).argParser(
    (value) => {
      const format = formatNamed('name', value)
      if (!format) throw new InvalidArgumentError(`Allowed choices are ${FORMAT_NAMES.join(', ')}.`)
      return format
    },
  )

export const extractorOption = () =>
  new Option(
    '--extractor <name>',
    'who finds the statements, instead of ONRECORD_EXTRACTOR: rules, or the model at ONRECORD_EXTRACTOR_URL',
  ).choices(['rules', 'model'])

/** The file must end in .html, for whoever writes `extract --html story.md` means story.md as a source. */
export const htmlOption = () =>
  new Option('--html [file]', 'one HTML page of all, complete in itself, to the file or to standard output')
    .conflicts('json')
    .argParser((file) => {
      if (file === '-' || /\.html?$/i.test(file)) return file
      throw new InvalidArgumentError('Give a file that ends in .html, or put --html behind the sources.')
    })

/** Adds examples to the help of a command. @param examples what each shell line does, by the line. */
export function withExamples(command: Command, examples: Record<string, string>): Command {
  const lines = Object.entries(examples).map(([line, what]) => `  $ ${line}\n      ${what}`)
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
}
