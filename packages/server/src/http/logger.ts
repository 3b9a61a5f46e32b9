import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'

export type { Logger }

/** Logs to standard error: readable lines on a terminal, otherwise JSON. */
export function createLogger(level: string): Logger {
  return process.stderr.isTTY
    ? pino(
        { level },
        pretty({ destination: 2, ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true }),
      )
    : pino({ level }, pino.destination(2))
}
