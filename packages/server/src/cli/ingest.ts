import type { Extractor } from '@onrecord/extract'
import type { Configuration } from '../http/configuration.js'
import { createExtractor } from '../ingest/extractor/create-extractor.js'
import { expandInputs } from '../ingest/sources/expand-inputs.js'
import { parseContent } from '../ingest/sources/read-source.js'
import type { SourceFormat } from '../ingest/sources/source-article.js'
import { ingest } from '../ingest/store/ingest.js'
import { encodeGlobalId } from '../record/global-id.js'
import { EXIT } from './exit-codes.js'
import { plural, printLine } from './print.js'
import { createProgress } from './progress.js'
import { ingestRemotely } from './remote.js'
import { type SettingOptions, settingsOf } from './settings.js'
import { type Outcome, type Taker, Tally, takeIn } from './take-in.js'
import { findTarget } from './target.js'
import { warnOfDropped } from './warn-of-dropped.js'

interface IngestOptions extends SettingOptions {
  json?: true
  format?: SourceFormat
}

/** `onrecord ingest`; gives the exit code. */
export async function runIngest(sources: string[], options: IngestOptions): Promise<number> {
  const settings = settingsOf(options)
  const { inputs, errors } = await expandInputs(sources)
  const tally = new Tally()
  const progress = createProgress(inputs.length)
  const report = (outcome: Outcome) => {
    tally.add(outcome)
    if (options.json) progress.line(JSON.stringify(outcomeJson(outcome)))
    else if ('error' in outcome) process.stderr.write(`onrecord: ${outcome.error.message}\n`)
    else progress.line(outcomeLine(outcome))
  }
  for (const { code, message, source } of errors) report({ source: source ?? '', error: { code, message } })
  if (inputs.length > 0) {
    const { take, close } = await openTaker(settings)
    try {
      for await (const outcome of takeIn(inputs, take, progress, options.format)) report(outcome)
    } finally {
      progress.stop()
      await close()
    }
  }
  if (!options.json) printLine(String(tally))
  return tally.failed > 0 ? EXIT.failed : EXIT.done
}

async function openTaker(settings: Configuration): Promise<{ take: Taker; close: () => Promise<void> }> {
  const target = await findTarget(settings)
  if ('server' in target) {
    return { take: (content) => ingestRemotely(target.server, content), close: async () => {} }
  }
  const { prisma, close } = target.database
  return { take: databaseTaker(prisma, createExtractor(settings, warnOfDropped)), close }
}

/** Takes articles into a database of this process. */
export const databaseTaker =
  (prisma: Parameters<typeof ingest>[0], extractor: Extractor): Taker =>
  async (content) => {
    const result = await ingest(prisma, parseContent(content), 'local', extractor)
    return { ...result, articleId: encodeGlobalId('Article', result.articleId) }
  }

function outcomeJson(outcome: Outcome): object {
  if ('error' in outcome) return outcome
  const { articleId, ...rest } = outcome.result
  return { source: outcome.source, id: articleId, ...rest }
}

/** One line for people: what happened to which source. */
export function outcomeLine({ source, result }: Extract<Outcome, { result: unknown }>): string {
  const { status, title, statements } = result
  const words = { created: 'new      ', updated: 'updated  ', unchanged: 'unchanged' }
  return `${words[status]}  ${source}  “${title}”${status === 'unchanged' ? '' : `, ${plural(statements, 'statement')}`}`
}
