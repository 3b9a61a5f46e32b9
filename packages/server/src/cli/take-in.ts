import { ExtractorError } from '../ingest/extractor/extractor-error.js'
import { readContents } from '../ingest/sources/read-source.js'
import type { SourceFormat } from '../ingest/sources/source-article.js'
import type { SourceContent } from '../ingest/sources/source-content.js'
import { SourceError } from '../ingest/sources/source-error.js'
import type { IngestResult } from '../ingest/store/ingest.js'
import { plural, tell } from './print.js'
import type { Progress } from './progress.js'

/** The facts of an ingest that the command prints. */
export type TakenIn = Omit<IngestResult, 'statementsUpdated' | 'statementsWithdrawn'>

/** The result of one source, or the reason why it failed. */
export type SourceOutcome =
  | { source: string; result: TakenIn; warnings?: readonly string[] | undefined }
  | { source: string; error: { code: string; message: string } }

/**
 * The callback that ingests one article, into a database of this process or through a server. It may begin the work at once,
 * and returns a function that completes it: that is called when all articles before are done, or never.
 */
export type Taker = (content: SourceContent) => () => Promise<TakenIn>

/** The number of articles whose work begins while an earlier one is completed. */
const AHEAD = 4

/**
 * Ingests sources in their order. When one fails, the next ones still follow.
 *
 * @throws an error of the database, the server or the whole extractor, for all sources that follow would fail, too.
 */
export async function* takeIn(
  sources: readonly string[],
  take: Taker,
  progress: Progress,
  format?: SourceFormat,
): AsyncGenerator<SourceOutcome> {
  for await (const { source, name, content, complete } of begunAhead(sources, take, format)) {
    if (source !== null) progress.next(source)
    if (name === null) continue
    try {
      if (!complete) throw content
      warnOf(name, content)
      yield { source: name, result: await complete(), warnings: content.warnings }
    } catch (error) {
      yield { source: name, error: failureOf(name, error) }
    }
  }
}

/** The start of a source, or an article whose work has begun. */
type Step =
  | { source: string; name: null; content?: never; complete?: never }
  | { source: null; name: string; content: SourceError; complete?: never }
  | { source: null; name: string; content: SourceContent; complete: () => Promise<TakenIn> }

/** Reads sources, and begins the work on their articles before the articles are due. */
async function* begunAhead(
  sources: readonly string[],
  take: Taker,
  format: SourceFormat | undefined,
): AsyncGenerator<Step> {
  const steps: Step[] = []
  for (const source of sources) {
    steps.push({ source, name: null })
    for await (const [name, content] of contentsOf(source, format)) {
      steps.push(
        content instanceof Error
          ? { source: null, name, content }
          : { source: null, name, content, complete: take(content) },
      )
      while (steps.filter((step) => step.name !== null).length > AHEAD) yield steps.shift() as Step
    }
  }
  yield* steps
}

/** Prints the warnings of an article to standard error. */
export function warnOf(name: string, { warnings = [] }: Pick<SourceContent, 'warnings'>): void {
  for (const line of warnings) tell(`warning: ${name}: ${line}`)
}

/**
 * Reads the articles of a source, each with the name that the command prints. In place of an article, or of the whole
 * source, it can give the error that says what is wrong.
 */
export async function* contentsOf(
  source: string,
  format?: SourceFormat,
): AsyncGenerator<[name: string, content: SourceContent | SourceError]> {
  try {
    const contents = await readContents(source, { format })
    const alone = contents.length === 1
    for (const content of contents) {
      if (content instanceof SourceError) yield [content.source ?? source, content]
      else yield [alone ? source : content.name, content]
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    yield [source, error]
  }
}

/**
 * The code and message of an error that concerns one source alone.
 *
 * @throws the error itself when all sources that follow would fail, too.
 */
export function failureOf(source: string, error: unknown): { code: string; message: string } {
  if (error instanceof SourceError) {
    // The message of a server already names the source.
    const named = error.source !== undefined || error.code === 'REFUSED'
    return { code: error.code, message: named ? error.message : `${source}: ${error.message}` }
  }
  if (!(error instanceof ExtractorError) || error.general) throw error
  return { code: error.code, message: `${source}: ${error.message}` }
}

/** The field of a result in JSON that has the warnings of its source; no field when there are none. */
export const warningsJson = (warnings: readonly string[] = []) => (warnings.length > 0 ? { warnings } : {})

/** Counts the results of sources. */
export class Tally {
  created = 0
  updated = 0
  unchanged = 0
  held = 0
  failed = 0
  statements = 0

  add(outcome: SourceOutcome): void {
    if ('error' in outcome) this.failed++
    else {
      this[outcome.result.status]++
      this.statements += outcome.result.statements
    }
  }

  /** The counts as a line: "14 articles: 12 new, 2 unchanged; 220 statements proposed". */
  toString(): string {
    const counts = [
      [this.created, 'new'],
      [this.updated, 'updated'],
      [this.unchanged, 'unchanged'],
      [this.held, 'held'],
      [this.failed, 'failed'],
    ] as const
    const all = counts.reduce((sum, [count]) => sum + count, 0)
    const parts = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
    const proposed = this.statements > 0 ? `; ${plural(this.statements, 'statement')} proposed` : ''
    return `${plural(all, 'article')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}${proposed}`
  }
}
