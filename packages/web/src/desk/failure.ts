import { type ErrorKind, OnRecordError } from '@onrecord/sdk'

/** The record has said no: the same would be refused again. Its message says why, without a full stop. */
export class RefusedError extends Error {}

/** Why something does not reach the record at the moment. */
export type Hindrance = 'signed-out' | 'busy' | 'unreachable'

/** Why something could not be read or written, for people. */
export interface Failure {
  kind: 'refused' | Hindrance
  /** A clause: "the record cannot be reached". */
  reason: string
}

const REASONS: Readonly<Record<Hindrance, string>> = {
  'signed-out': 'your session has ended',
  busy: 'the record has much to do',
  unreachable: 'the record cannot be reached',
}

/** What somebody at the desk can do about it. */
const ADVICE: Readonly<Record<Hindrance, string>> = {
  'signed-out': 'Sign in again in another tab, then do it again.',
  busy: 'Do it again in a moment.',
  unreachable: 'Do it again in a moment.',
}

const HINDRANCES: Readonly<Partial<Record<ErrorKind, Hindrance>>> = {
  network: 'unreachable',
  timeout: 'unreachable',
  http: 'unreachable',
  unavailable: 'unreachable',
  'invalid-response': 'unreachable',
  'rate-limited': 'busy',
  unauthorized: 'signed-out',
}

/** What a failure means to whoever sits at the desk. @throws what is a fault of the program. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RefusedError) return { kind: 'refused', reason: refusal(error.message) }
  if (!(error instanceof OnRecordError)) throw error
  // Who has signed in and lacks a role does not get it by signing in again.
  const kind = error.status === 403 ? undefined : HINDRANCES[error.kind]
  return kind ? { kind, reason: REASONS[kind] } : { kind: 'refused', reason: refusal(error.message) }
}

/** What the record says of a write that it refuses. Where a field stands in the input is for programs. */
export const refusal = (message: string): string => message.replace(/^input\.(?=\w)/, '')

/**
 * A failure in sentences, with what to do about it.
 *
 * @param what was not done: "Not done".
 * @throws what is a fault of the program.
 */
export function sentenceOf(error: unknown, what: string): string {
  const { kind, reason } = failureOf(error)
  const says = sentence(`${what}: ${reason}`)
  return kind === 'refused' ? says : `${says} ${ADVICE[kind]}`
}

/** A hindrance as a sentence. */
export const hindranceSays = (hindrance: Hindrance): string => sentence(REASONS[hindrance])

/** A clause as a sentence. */
export const sentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`
