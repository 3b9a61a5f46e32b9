import { JsonText } from '@onrecord/pothos-read-plan'
import type { ExecutionResult } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Admission, Admitted } from './admission.js'
import { lengthOf } from './answer-length.js'
import { LateValue } from './late-value.js'

/** Characters of an answer from which on it is sent in pieces. */
const LONG_ANSWER = 200_000

/** The body of an answer: a string, unless it is long. */
export const bodyOf = (json: JsonText): string | JsonText => (json.length < LONG_ANSWER ? String(json) : json)

/** Hands JSON on to Yoga as a string. Long JSON goes past it, because it makes several copies. */
export function handOn(json: JsonText, admission: Admission | undefined): string {
  const body = bodyOf(json)
  if (typeof body === 'string') return body
  if (!admission) return String(body)
  admission.long = body
  return ''
}

/** Lets the long answers of the executor be written when they are sent. */
export const longAnswers: Plugin<object, Admitted> = {
  onResultProcess({ result, setResult, serverContext: { admission } }) {
    if (!admission || Array.isArray(result) || Symbol.asyncIterator in result || 'stringify' in result) return
    // Yoga takes what is not for callers out of the errors before it calls this.
    const stringify = ({ stringify: _self, ...answer }: ExecutionResult & { stringify?: unknown }) =>
      lengthOf(answer, LONG_ANSWER) < LONG_ANSWER
        ? JSON.stringify(answer)
        : handOn(new JsonText([new LateValue(answer)]), admission)
    setResult({ ...result, stringify } as ExecutionResult)
  },
}
