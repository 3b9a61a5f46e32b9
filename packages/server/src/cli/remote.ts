import { articleIngest, type Client, OnRecordError } from '@onrecord/sdk'
import type { IngestResult } from '../ingest/ingest.js'
import type { SourceContent } from '../ingest/read-source.js'
import { SourceError } from '../ingest/source-error.js'

/** Thrown when a server does not do what a command asks of it; the message says what to change. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError'
}

/**
 * Does something through a server.
 *
 * @throws RemoteError in place of the SDK's own.
 */
export async function remotely<Result>({ options }: Client, work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error
    throw new RemoteError(`the server at ${new URL(options.url).origin}: ${advice(error)}`, { cause: error })
  }
}

function advice({ kind, code, message }: OnRecordError): string {
  if (code === 'UNAUTHENTICATED') return `${message}; it comes from --key, ONRECORD_KEY or the data folder`
  if (code === 'FORBIDDEN') return `${message.split(':')[0]}: set ONRECORD_KEY to a key that has it`
  if (kind === 'network') return 'no answer: see that it runs, and that --url or ONRECORD_URL is right'
  return message
}

/** The message of a write's error that the input did not cause, as a command's failure. */
export const refused = (message: string | undefined): RemoteError =>
  new RemoteError(`refused: ${message ?? 'the server gave no reason'}`)

/**
 * Puts an article in through a server.
 *
 * @throws SourceError when the server finds the source wrong.
 * @throws RemoteError when it does not answer as it should.
 */
export async function ingestRemotely(
  client: Client,
  { content, name, format }: SourceContent,
): Promise<IngestResult> {
  const source = {
    TEXT: { plainText: content },
    MARKDOWN: { markdown: content },
    HTML: { html: content },
  }[format]
  // Ingest is idempotent, so a try whose answer got lost does no harm.
  const ingesting = articleIngest(client, { input: { source, name } }, { idempotent: true })
  const result = await remotely(client, ingesting)
  if (result?.__typename === 'ValidationError') throw new SourceError('REFUSED', result.message)
  if (result?.__typename !== 'ArticleSuccess') throw refused(result?.message)
  return {
    status: result.status.toLowerCase() as IngestResult['status'],
    articleId: result.article.id,
    title: result.article.title,
    statements: result.statementsProposed,
    textChanged: result.textChanged,
  }
}
