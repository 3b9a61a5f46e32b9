import { OnRecordError } from '@onrecord/sdk'
import { messagePage } from './pages/message-pages.js'
import type { Page } from './pages/page.js'
import { BadAddress } from './record/bad-address.js'

/** A failure as a reader sees it. */
export interface ShownFailure {
  status: number
  page: Page
  headers: Record<string, string>
}

/** The page that says what went wrong; null for a fault of the program, which the caller has to report. */
export function shownFailure(error: unknown): ShownFailure | null {
  if (error instanceof BadAddress) return failure(400, 'This address does not work', error.message)
  if (!(error instanceof OnRecordError)) return null
  if (error.kind === 'rate-limited') return refusalPage(429, Math.ceil((error.retryAfter ?? 1_000) / 1_000))
  if (error.kind === 'unavailable' || error.kind === 'timeout' || error.kind === 'network') {
    return refusalPage(503, 10)
  }
  if (error.code === 'BAD_USER_INPUT') {
    return failure(400, 'This address does not work', sentenceOf(error.message))
  }
  return null
}

/**
 * The page of a request that is not worked on.
 *
 * @param seconds after which it may be sent again.
 */
export function refusalPage(status: number, seconds: number): ShownFailure {
  const headers = { 'retry-after': String(Math.max(1, seconds)) }
  if (status === 413) return failure(413, 'Too long', 'That is longer than a page takes: send a part of it.')
  if (status !== 429) {
    const sentence = 'The record cannot be read at the moment. Nothing is lost: try again in a moment.'
    return failure(503, 'Back in a moment', sentence, headers)
  }
  const when = seconds > 1 ? `${seconds} seconds` : 'a second'
  return failure(
    429,
    'A moment, please',
    `Many pages were asked for from your address: try again in ${when}.`,
    headers,
  )
}

const failure = (
  status: number,
  title: string,
  sentence: string,
  headers: Record<string, string> = {},
): ShownFailure => ({ status, page: messagePage(title, sentence), headers })

/** "after is a cursor …" is written for programs; a reader gets it as a sentence. */
const sentenceOf = (message: string): string =>
  /cursor/.test(message)
    ? 'The place in the list that the address names is one of another list: begin at the first page.'
    : `The record cannot answer that: ${message}.`
