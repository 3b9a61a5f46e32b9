import type { FolderHolder } from '../database/folder-lock.js'
import type { IngestResult } from '../ingest/ingest.js'
import type { SourceContent } from '../ingest/read-source.js'
import { SourceError } from '../ingest/source-error.js'

/** Thrown when the server that holds the data folder does not take an article. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError'
}

const INGEST = /* GraphQL */ `
  mutation Ingest($input: ArticleIngestInput!) {
    articleIngest(input: $input) {
      ... on ArticleSuccess { status textChanged statementsProposed article { id title } }
      ... on Error { code message }
    }
  }
`

/** Milliseconds that a server may take for one article: extraction of 5 MB takes seconds. */
const PATIENCE = 120_000

const FORMS = { TEXT: 'plainText', MARKDOWN: 'markdown', HTML: 'html' } as const

interface Answer {
  data?: {
    articleIngest:
      | {
          status: string
          textChanged: boolean
          statementsProposed: number
          article: { id: string; title: string }
        }
      | { code: string; message: string }
      | null
  } | null
  errors?: { message: string }[]
}

/**
 * Puts an article in through the server that holds the data folder.
 *
 * @throws SourceError when the server finds the source wrong.
 * @throws RemoteError when it does not answer as it should.
 */
export async function ingestRemotely(
  { url, key }: Required<Pick<FolderHolder, 'url' | 'key'>>,
  { content, name, format }: SourceContent,
): Promise<IngestResult> {
  const input = { source: { [FORMS[format]]: content }, name }
  const { data, errors } = await post(url, key, { query: INGEST, variables: { input } })
  const result = data?.articleIngest
  if (!result) throw new RemoteError(`the server at ${url} failed: ${errors?.[0]?.message ?? 'no answer'}`)
  if ('code' in result) {
    if (result.code === 'VALIDATION') throw new SourceError('REFUSED', result.message)
    throw new RemoteError(`the server at ${url} refused: ${result.message}`)
  }
  return {
    status: result.status.toLowerCase() as IngestResult['status'],
    articleId: result.article.id,
    title: result.article.title,
    statements: result.statementsProposed,
    textChanged: result.textChanged,
  }
}

async function post(url: string, key: string, body: object): Promise<Answer> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    })
    return (await response.json()) as Answer
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new RemoteError(`the server at ${url}, which holds the data folder, does not answer: ${reason}`, {
      cause: error,
    })
  }
}
