import { type Client, OnRecordError } from '@onrecord/sdk'
import { ExtractorError, type ExtractorErrorCode } from '../ingest/extractor/extractor-error.js'

/** Thrown when a server does not do what a command asks for; the message says what to change. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError'
}

/**
 * Waits for work that goes through a server, and translates its errors.
 *
 * @throws ExtractorError when the extractor of the server failed.
 * @throws RemoteError in place of the SDK's other errors.
 */
export async function remotely<Result>({ url }: Client, work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error
    const { code, reason } = error.errors[0]?.extensions ?? {}
    if (code === 'EXTRACTOR_FAILED') throw new ExtractorError(reason as ExtractorErrorCode, error.message)
    throw new RemoteError(`the server at ${new URL(url).origin}: ${advice(error)}`, { cause: error })
  }
}

function advice({ kind, code, message }: OnRecordError): string {
  if (code === 'UNAUTHENTICATED') return `${message}; it comes from --key, ONRECORD_KEY or the data folder`
  if (code === 'FORBIDDEN') return lacksScope(message)
  if (code === 'PERSISTED_QUERY_NOT_ALLOWED') return LISTED_ONLY
  if (kind === 'network') return 'no answer: see that it runs, and that --url or ONRECORD_URL is right'
  return message
}

const LISTED_ONLY =
  'it runs the operations of its list, which those of this command are not on: run it where DATABASE_URL names the database, or while the server is stopped'

/** Replaces the server's advice, to send a key in a header, by advice for users of the command. */
const lacksScope = (message: string) => `${message.split(':')[0]}: set ONRECORD_KEY to a key that has it`

/** Makes the failure of a command from an error of a mutation that the input did not cause. */
export function refused(result: object | null): RemoteError {
  const forbidden = result && '__typename' in result && result.__typename === 'ForbiddenError'
  const message = messageOf(result)
  return new RemoteError(`refused: ${forbidden ? lacksScope(message) : message}`)
}

/** The message of a mutation's error. The result may be of a type that this version does not know. */
export const messageOf = (result: object | null): string =>
  result && 'message' in result ? String(result.message) : 'the server gave no reason'
