import { type ArticleSource, articleIngest, type Client } from '@onrecord/sdk'
import { formatOf } from '../ingest/sources/formats.js'
import type { SourceContent } from '../ingest/sources/source-content.js'
import { SourceError } from '../ingest/sources/source-error.js'
import { refused, remotely } from './remote.js'
import type { TakenIn } from './take-in.js'

/**
 * Ingests an article through a server.
 *
 * @throws SourceError when the server refuses the source.
 * @throws ExtractorError when the extractor of the server failed.
 * @throws RemoteError when the server does not answer, or answers with another error.
 */
export async function ingestRemotely(
  client: Client,
  { content, name, format, path }: SourceContent,
  acceptShorter: boolean,
): Promise<TakenIn> {
  // The SDK is generated from the built server, so its types do not have a new format yet when this file is compiled.
  const source = { [formatOf(format).field]: content } as unknown as ArticleSource
  const input = { source, name, acceptShorter, ...(path === undefined ? {} : { path }) }
  // Ingest is idempotent, so the client may try again when an answer is lost.
  const result = await remotely(client, articleIngest(client, { input }, { idempotent: true }))
  if (result?.__typename === 'ValidationError') throw new SourceError('REFUSED', result.message)
  if (result?.__typename !== 'ArticleSuccess') throw refused(result)
  return {
    status: result.status.toLowerCase() as TakenIn['status'],
    articleId: result.article.id,
    title: result.article.title,
    language: result.article.language,
    coverage: result.article.languageCoverage as TakenIn['coverage'],
    statements: result.statementsProposed,
    textChanged: result.textChanged,
    statementsVanished: result.statementsVanished.map(({ id, text, attributions: [by] }) => ({
      ...{ id, text, speaker: by?.asWritten ?? null },
    })),
  }
}
