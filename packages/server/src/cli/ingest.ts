import type { Configuration } from '../http/configuration.js'
import { expandInputs } from '../ingest/sources/expand-inputs.js'
import type { SourceFormat } from '../ingest/sources/source-article.js'
import { EXIT } from './exit-codes.js'
import { languageNote } from './language-note.js'
import { plural, printLine, tell } from './print.js'
import { createProgress } from './progress.js'
import { type SettingOptions, settingsOf } from './settings.js'
import { type SourceOutcome, type Taker, Tally, takeIn, warningsJson } from './take-in.js'
import { findTarget } from './target.js'
import { tellLeftOut } from './tell-left-out.js'
import { warnOfDropped } from './warn-of-dropped.js'

interface IngestOptions extends SettingOptions {
  json?: true
  format?: SourceFormat
  acceptShorter?: true
}

/** Runs `onrecord ingest`. @returns the exit code. */
export async function runIngest(sources: string[], options: IngestOptions): Promise<number> {
  const settings = settingsOf(options)
  const { inputs, errors, leftOut } = await expandInputs(sources)
  const tally = new Tally()
  const progress = await createProgress(inputs.length)
  const report = (outcome: SourceOutcome) => {
    tally.add(outcome)
    if (options.json) progress.line(JSON.stringify(outcomeJson(outcome)))
    else if ('error' in outcome) tell(outcome.error.message)
    else progress.line(outcomeLine(outcome))
  }
  for (const { code, message, source } of errors) report({ source: source ?? '', error: { code, message } })
  if (inputs.length > 0) {
    const { take, close } = await openTaker(settings, options.acceptShorter)
    try {
      for await (const outcome of takeIn(inputs, take, progress, options.format)) report(outcome)
    } finally {
      progress.stop()
      await close()
    }
  }
  tellLeftOut(leftOut)
  if (!options.json) printLine(String(tally))
  return tally.failed > 0 ? EXIT.failed : EXIT.done
}

/** Opens the server or database that the articles go to, and loads only the modules that this needs. */
async function openTaker(
  settings: Configuration,
  acceptShorter: true | undefined,
): Promise<{ take: Taker; close: () => Promise<void> }> {
  const target = await findTarget(settings)
  if ('server' in target) {
    const { ingestRemotely } = await import('./ingest-remotely.js')
    const take: Taker = (content) => () => ingestRemotely(target.server, content, acceptShorter ?? false)
    return { take, close: async () => {} }
  }
  const { databaseTaker } = await import('./database-taker.js')
  const { createExtractor } = await import('../ingest/extractor/create-extractor.js')
  const { createTextThreads } = await import('../ingest/threads/text-threads.js')
  const { database } = target
  const threads = createTextThreads()
  const extractor = createExtractor(settings, threads.extractor, warnOfDropped)
  const { take, settled } = databaseTaker(database.prisma, threads, extractor, { acceptShorter })
  const close = async () => {
    await threads.close()
    await settled()
    await database.close()
  }
  return { take, close }
}

function outcomeJson(outcome: SourceOutcome): object {
  if ('error' in outcome) return outcome
  const { articleId, ...rest } = outcome.result
  return { source: outcome.source, id: articleId, ...rest, ...warningsJson(outcome.warnings) }
}

const SHORTER = 'half as long as on record or shorter: see onrecord review, or pass --accept-shorter'

/** A line for people that says what happened to a source. */
export function outcomeLine({ source, result }: Extract<SourceOutcome, { result: unknown }>): string {
  const { status, title, statements, language, coverage, statementsVanished } = result
  const note = languageNote(language, coverage)
  const words = { created: 'new      ', updated: 'updated  ', unchanged: 'unchanged', held: 'held     ' }
  const counted = `, ${plural(statements, 'statement')}`
  const more = { created: counted, updated: counted, unchanged: '', held: `; ${SHORTER}` }
  const gone = statementsVanished.map(
    ({ id, text, speaker }) =>
      `\n  gone from the text, but verified: ${id}  ${speaker ?? 'nobody named'}: ${text.replace(/\s+/g, ' ')}`,
  )
  return `${words[status]}  ${source}  “${title}”${more[status]}${note ? `; ${note}` : ''}${gone.join('')}`
}
