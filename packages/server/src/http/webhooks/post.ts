import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { receiverAddress } from '../../record/webhook/receiver-address.js'
import { publicLookup } from './checked-lookup.js'

/** Most bytes of an answer that are read, and with that most of its headers. */
const MOST_READ = 64_000

/** What came of sending a message. */
export interface Posted {
  /** The HTTP status of the answer; null when none came. */
  status: number | null
  /** What went wrong; null when the status is from 200 to 299. */
  error: string | null
}

export interface PostOptions {
  /** Whether the receiver may be in a private network, or use http. */
  mayBePrivate: boolean
  /** Milliseconds within which the answer has to begin. */
  timeout: number
  /** Aborted when the process stops: the try has failed then. */
  signal: AbortSignal
}

/**
 * Sends a message by POST. No redirect is followed, and of the answer only the status counts: its body is read to 64 kB,
 * and for no longer than the answer may take.
 */
export async function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  { mayBePrivate, timeout, signal: stopping }: PostOptions,
): Promise<Posted> {
  const late = AbortSignal.timeout(timeout)
  const signal = AbortSignal.any([late, stopping])
  try {
    const response = await answerTo(receiverAddress(url, ['url'], mayBePrivate), {
      ...{ headers, body, signal },
      lookup: mayBePrivate ? undefined : publicLookup,
    })
    const status = response.statusCode ?? 0
    await readSome(response)
    return { status, error: errorOf(status) }
  } catch (error) {
    if (late.aborted) return { status: null, error: `no answer within ${timeout / 1000} s` }
    if (stopping.aborted) return { status: null, error: 'the service stopped before the answer' }
    return { status: null, error: reason(error) }
  }
}

function errorOf(status: number): string | null {
  if (status >= 200 && status < 300) return null
  const isRedirect = status >= 300 && status < 400
  return isRedirect ? `the answer is a redirect, ${status}, which is not followed` : `the status is ${status}`
}

interface Message {
  headers: Record<string, string>
  body: string
  signal: AbortSignal
  lookup: typeof publicLookup | undefined
}

/** Sends a message over a connection of its own, and waits for the head of the answer. */
const answerTo = (url: string, { headers, body, signal, lookup }: Message): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? httpsRequest : httpRequest
    const length = String(Buffer.byteLength(body))
    const options = { method: 'POST', agent: false as const, signal, maxHeaderSize: MOST_READ }
    const request = send(url, {
      ...{ ...options, headers: { ...headers, 'content-length': length } },
      ...(lookup ? { lookup } : {}),
    })
    request.on('response', resolve)
    request.on('error', reject)
    request.end(body)
  })

/** Reads an answer to its end, or to so many bytes, and closes the connection. What fails here changes nothing. */
async function readSome(response: IncomingMessage): Promise<void> {
  let read = 0
  try {
    for await (const chunk of response) {
      read += (chunk as Buffer).length
      if (read > MOST_READ) break
    }
  } catch {
    // The status has come, and says what the receiver made of the message.
  } finally {
    response.destroy()
  }
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ')
  return error instanceof Error ? error.message : String(error)
}
