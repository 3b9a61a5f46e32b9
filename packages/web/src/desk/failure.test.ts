import { type ErrorKind, OnRecordError } from '@onrecord/sdk'
import { expect, it } from 'vitest'
import { failureOf, RefusedError, sentenceOf } from './failure.js'

const failed = (kind: ErrorKind, status?: number) =>
  new OnRecordError(kind, 'input.title is empty: pass a title', status === undefined ? {} : { status })

it.each<[ErrorKind, string]>([
  ['network', 'Not done: the record cannot be reached. Do it again in a moment.'],
  ['timeout', 'Not done: the record cannot be reached. Do it again in a moment.'],
  ['http', 'Not done: the record cannot be reached. Do it again in a moment.'],
  ['unavailable', 'Not done: the record cannot be reached. Do it again in a moment.'],
  ['invalid-response', 'Not done: the record cannot be reached. Do it again in a moment.'],
  ['rate-limited', 'Not done: the record has much to do. Do it again in a moment.'],
  ['unauthorized', 'Not done: your session has ended. Sign in again in another tab, then do it again.'],
  ['bad-request', 'Not done: title is empty: pass a title.'],
  ['graphql', 'Not done: title is empty: pass a title.'],
])('says what a failure of the kind %s means', (kind, sentences) => {
  expect(sentenceOf(failed(kind), 'Not done')).toBe(sentences)
})

it('does not send somebody who lacks a role to sign in again', () => {
  expect(failureOf(failed('unauthorized', 403)).kind).toBe('refused')
})

it('says why the record has refused a write', () => {
  const refused = new RefusedError('input.name is empty')
  expect(sentenceOf(refused, 'Not made')).toBe('Not made: name is empty.')
})

it('leaves faults of the program to the program', () => {
  expect(() => sentenceOf(new TypeError('x is not a function'), 'Not done')).toThrow(TypeError)
})
