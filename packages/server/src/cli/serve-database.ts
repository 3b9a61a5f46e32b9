import { type Configuration, isLoopback } from '../http/configuration.js'
import { createLogger } from '../http/logger.js'
import { startServer } from '../http/server.js'
import { createExtractor } from '../ingest/extractor/create-extractor.js'
import { ExtractorError } from '../ingest/extractor/extractor-error.js'
import { expandInputs } from '../ingest/sources/expand-inputs.js'
import { createTextThreads } from '../ingest/threads/text-threads.js'
import { ensureLocalKey } from '../record/api-key/local-key.js'
import { trimLog } from '../record/changes/trim-log.js'
import { databaseTaker } from './database-taker.js'
import { hourly } from './hourly.js'
import { outcomeLine } from './ingest.js'
import { listedOperations } from './listed-operations.js'
import type { OpenDatabase } from './open-database.js'
import { printLine, tell } from './print.js'
import { createProgress } from './progress.js'
import type { SettingOptions } from './settings.js'
import { type Taker, Tally, takeIn } from './take-in.js'
import { untilStopped } from './until-stopped.js'
import { welcome } from './welcome.js'
import { letYoungSpaceGrow } from './young-space.js'

/** Milliseconds. */
const DAY = 86_400_000

export interface ServeOptions extends SettingOptions {
  ingest?: string[]
  queries?: string
  json?: true
}

/** Ingests the sources that the options name while it serves a database, until SIGTERM or SIGINT. */
export async function serveDatabase(
  database: OpenDatabase,
  settings: Configuration,
  options: ServeOptions,
): Promise<void> {
  const logger = createLogger(settings.logLevel)
  const threads = createTextThreads()
  const extractor = createExtractor(settings, threads.extractor, (dropped) =>
    logger.warn({ dropped }, 'the text does not bear out statements of the model: left out'),
  )
  if (settings.model) {
    const { url, model } = settings.model
    logger.info({ url, model }, 'new articles are sent to a model')
  }
  const stopped = untilStopped()
  const taker = databaseTaker(database.prisma, threads, extractor)
  const localKey = database.lock ? await ensureLocalKey(database.prisma, settings.dataFolder) : null
  const server = await startServer({
    ...settings,
    database,
    logger,
    extractor,
    parse: threads.parse,
    queries: options.queries ?? null,
    operations: listedOperations(settings),
  })
  const stopTrimming = hourly('trimming the log of changes', logger, () =>
    trimLog(database.prisma, new Date(Date.now() - settings.changesDays * DAY)),
  )
  letYoungSpaceGrow()
  try {
    database.lock?.announce({ url: server.url })
    if (options.ingest) await load(options.ingest, taker.take, stopped.signal, options.json)
    if (options.json) printLine(JSON.stringify({ url: server.url }))
    else if (!stopped.signal.aborted) {
      // On an open network, who reads the terminal's log must not be let in by it.
      const link = localKey && isLoopback(settings.host) ? server.signInLink(localKey) : null
      printLine(welcome(server.url, settings, link))
    }
    await stopped
  } finally {
    await server.stop()
    await stopTrimming()
    await threads.close()
    await taker.settled()
  }
}

async function load(
  sources: string[],
  take: Taker,
  signal: AbortSignal,
  quiet: true | undefined,
): Promise<void> {
  const { inputs, errors } = await expandInputs(sources)
  const tally = new Tally()
  const progress = await createProgress(inputs.length)
  const complain = (message: string) => tell(message)
  for (const { message } of errors) complain(message)
  try {
    for await (const outcome of takeIn(inputs, take, progress)) {
      tally.add(outcome)
      if ('error' in outcome) complain(outcome.error.message)
      else if (!quiet && outcome.result.status !== 'unchanged') progress.line(outcomeLine(outcome))
      if (signal.aborted) break
    }
  } catch (error) {
    // When the extractor fails, the server still serves what the record has.
    if (!(error instanceof ExtractorError)) throw error
    complain(error.message)
  } finally {
    progress.stop()
  }
  if (!quiet) printLine(String(tally))
}
