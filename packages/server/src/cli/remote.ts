import { articleIngest, createClient, OnRecordError } from '@onrecord/sdk'
import type { FolderHolder } from '../database/folder-lock.js'
import type { IngestResult } from '../ingest/ingest.js'
import type { SourceContent } from '../ingest/read-source.js'
import { SourceError } from '../ingest/source-error.js'

/** Thrown when the server that holds the data folder does not take an article. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError'
}

/** Milliseconds that a server may take for one article: extraction of 5 MB takes seconds. */
const PATIENCE = 120_000

/**
 * Puts an article in through the server that holds the data folder, as any user of the SDK would.
 *
 * @throws SourceError when the server finds the source wrong.
 * @throws RemoteError when it does not answer as it should.
 */
export async function ingestRemotely(
  { url, key }: Required<Pick<FolderHolder, 'url' | 'key'>>,
  { content, name, format }: SourceContent,
): Promise<IngestResult> {
  const client = createClient({ url: `${url}/graphql`, apiKey: key, timeout: PATIENCE })
  const source = {
    TEXT: { plainText: content },
    MARKDOWN: { markdown: content },
    HTML: { html: content },
  }[format]
  // Ingest is idempotent, so a try whose answer got lost does no harm.
  const result = await articleIngest(client, { input: { source, name } }, { idempotent: true }).catch(
    (error: unknown) => {
      if (!(error instanceof OnRecordError)) throw error
      throw new RemoteError(`the server at ${url}, which holds the data folder: ${error.message}`, {
        cause: error,
      })
    },
  )
  if (result?.__typename === 'ValidationError') throw new SourceError('REFUSED', result.message)
  if (result?.__typename !== 'ArticleSuccess') {
    const reason = result && 'message' in result ? result.message : 'it gave no reason'
    throw new RemoteError(`the server at ${url} refused: ${reason}`)
  }
  return {
    status: result.status.toLowerCase() as IngestResult['status'],
    articleId: result.article.id,
    title: result.article.title,
    statements: result.statementsProposed,
    textChanged: result.textChanged,
  }
}
