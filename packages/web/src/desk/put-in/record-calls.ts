import { type ArticleSource, type Client, mutate, query, subscribe, type TypedDocument } from '@onrecord/sdk'
import { DATE, POSITION } from '../../record/selections.js'
import { RefusedError } from '../failure.js'
import { messageOf } from '../review/message-of.js'

/** What the record is given of an article: the text, and what a person has set right of what was read. */
export interface Given {
  source: ArticleSource
  name?: string
  title?: string
  url?: string
  publishedAt?: { edtf: string }
}

/** What the record would take of an article, and what it would do with it. @throws RefusedError */
export async function look(client: Client, input: Given) {
  const { articlePreview: result } = await query(
    client,
    {
      articlePreview: {
        $: { input },
        $on: {
          ArticlePreview: {
            status: true,
            article: { id: true, title: true, text: { length: true } },
            title: true,
            url: true,
            language: true,
            languageCoverage: true,
            publishedAt: { edtf: true, ...DATE },
            bylines: true,
            content: true,
            segments: { kind: true, position: POSITION },
            statements: {
              ...{ text: true, kind: true, polarity: true, speakerName: true, confidence: true },
              positions: POSITION,
            },
          },
          ForbiddenError: { message: true },
          ValidationError: { message: true },
        },
      },
    },
    // A long text takes its time.
    { operationName: 'DeskPreview', timeout: 60_000 },
  )
  if (result?.__typename !== 'ArticlePreview') throw new RefusedError(messageOf(result))
  return result
}

export type Preview = Awaited<ReturnType<typeof look>>

/** Puts an article in. With the same key, it is put in once, however often it is sent. @throws RefusedError */
export async function put(client: Client, given: Given, idempotencyKey: string) {
  const { articleIngest: result } = await mutate(
    client,
    {
      articleIngest: {
        $: { input: { ...given, idempotencyKey } },
        $on: {
          ArticleSuccess: {
            status: true,
            statementsProposed: true,
            statementsVanished: { id: true },
            article: { id: true, title: true },
          },
          ConflictError: { message: true },
          ForbiddenError: { message: true },
          NotFoundError: { message: true },
          ValidationError: { message: true },
        },
      },
    },
    { retry: 0, timeout: 300_000 },
  )
  if (result?.__typename !== 'ArticleSuccess') throw new RefusedError(messageOf(result))
  return result
}

export type PutResult = Awaited<ReturnType<typeof put>>

const PROGRESS = `subscription DeskProgress($key: String!) {
  ingestProgress(idempotencyKey: $key) { stage }
}` as unknown as TypedDocument<{ ingestProgress: { stage: string } }, { key: string }, 'subscription'>

/** Tells how far a long text has come, as long as the service tells. */
export async function followProgress(
  client: Client,
  key: string,
  tell: (stage: string) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const { ingestProgress } of subscribe(client, PROGRESS, { key }, { signal, retry: 0 }))
      tell(ingestProgress.stage)
  } catch {
    // Where streams are refused, the text comes in all the same.
  }
}
