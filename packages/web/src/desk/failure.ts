import { OnRecordError } from '@onrecord/sdk'

/** Why something could not be read or written, for people. */
export interface Failure {
  says: string
  /** Whether signing in again helps. */
  isSignedOut: boolean
}

/** What a failed request means to whoever sits at the desk. @throws what is no failure of a request. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof OnRecordError)) throw error
  const { kind, message, status } = error
  if (kind === 'unauthorized' && status !== 403) return { says: 'Your session has ended.', isSignedOut: true }
  return { says: SENTENCES[kind] ?? `The record refused it: ${message}.`, isSignedOut: false }
}

const AWAY = 'The record cannot be reached.'

const SENTENCES: Readonly<Record<string, string>> = {
  network: AWAY,
  timeout: AWAY,
  http: AWAY,
  unavailable: AWAY,
  'invalid-response': AWAY,
  'rate-limited': 'The record has much to do.',
}
