import { type ArticleSource, articleIngest, type Client } from '@onrecord/sdk'
import { formatOf } from '../ingest/sources/formats.js'
import type { SourceContent } from '../ingest/sources/source-content.js'
import { SourceError } from '../ingest/sources/source-error.js'
import { refused, remotely } from './remote.js'
import type { TakenIn } from './take-in.js'

/**
 * Puts an article in through a server.
 *
 * @throws SourceError when the server finds the source wrong.
 * @throws ExtractorError when its extractor failed.
 * @throws RemoteError when it does not answer as it should.
 */
export async function ingestRemotely(
  client: Client,
  { content, name, format }: SourceContent,
): Promise<TakenIn> {
  // The SDK is generated after the server is built: a new format is in its types one build later.
  const source = { [formatOf(format).field]: content } as unknown as ArticleSource
  // Ingest is idempotent, so a try whose answer got lost does no harm.
  const ingesting = articleIngest(client, { input: { source, name } }, { idempotent: true })
  const result = await remotely(client, ingesting)
  if (result?.__typename === 'ValidationError') throw new SourceError('REFUSED', result.message)
  if (result?.__typename !== 'ArticleSuccess') throw refused(result)
  return {
    status: result.status.toLowerCase() as TakenIn['status'],
    articleId: result.article.id,
    title: result.article.title,
    statements: result.statementsProposed,
    textChanged: result.textChanged,
  }
}
