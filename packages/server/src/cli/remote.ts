import { type Client, OnRecordError } from '@onrecord/sdk'
import { ExtractorError, type ExtractorErrorCode } from '../ingest/extractor/extractor-error.js'

/** Thrown when a server does not do what a command asks of it; the message says what to change. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError'
}

/**
 * Does something through a server.
 *
 * @throws ExtractorError when its extractor failed.
 * @throws RemoteError in place of the SDK's other errors.
 */
export async function remotely<Result>({ options }: Client, work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error
    const { code, reason } = error.errors[0]?.extensions ?? {}
    if (code === 'EXTRACTOR_FAILED') throw new ExtractorError(reason as ExtractorErrorCode, error.message)
    throw new RemoteError(`the server at ${new URL(options.url).origin}: ${advice(error)}`, { cause: error })
  }
}

function advice({ kind, code, message }: OnRecordError): string {
  if (code === 'UNAUTHENTICATED') return `${message}; it comes from --key, ONRECORD_KEY or the data folder`
  if (code === 'FORBIDDEN') return lacksScope(message)
  if (kind === 'network') return 'no answer: see that it runs, and that --url or ONRECORD_URL is right'
  return message
}

/** Programs send a key in a header, commands take it from a variable. */
const lacksScope = (message: string) => `${message.split(':')[0]}: set ONRECORD_KEY to a key that has it`

/** A write's error that the input did not cause, as a command's failure. */
export function refused(result: object | null): RemoteError {
  const forbidden = result && '__typename' in result && result.__typename === 'ForbiddenError'
  const message = messageOf(result)
  return new RemoteError(`refused: ${forbidden ? lacksScope(message) : message}`)
}

/** What a write's error says; the result of a newer server may be one that we do not know. */
export const messageOf = (result: object | null): string =>
  result && 'message' in result ? String(result.message) : 'the server gave no reason'
