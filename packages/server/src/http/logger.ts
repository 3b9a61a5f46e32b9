import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import { printable } from '../text/printable.js'

export type { Logger }

/** Escapes of JSON that stand for what a terminal obeys, and all others, so that a backslash never counts twice. */
const ESCAPES = /\\(?:u(00[01][0-9a-f]|00[7-9][0-9a-f]|202[a-e]|206[6-9])|.)/gi

/** Logs to standard error: readable lines on a terminal, otherwise JSON. */
export function createLogger(level: string): Logger {
  if (!process.stderr.isTTY) return pino({ level }, pino.destination(2))
  const lines = pretty({ destination: 2, ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true })
  return pino({ level }, { write: (line) => void lines.write(forTerminal(line)) })
}

/** A line of JSON whose texts have nothing that a terminal obeys, also once they are read. */
export const forTerminal = (line: string): string =>
  printable(line).replace(ESCAPES, (whole, code) => (code ? `\\\\u${code}` : whole))
