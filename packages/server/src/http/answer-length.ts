import { jsonLength } from '@onrecord/pothos-read-plan'
import type { ExecutionResult } from 'graphql'
import { codedError } from '../graphql/coded-error.js'

/** The error of an answer that is too long. */
export const tooLarge = (longest: number) =>
  codedError(
    'ANSWER_TOO_LARGE',
    `the answer would have more than ${longest} characters: ask for smaller pages (\`first\`), or for fewer long texts`,
    { limit: longest },
  )

/** The result, or an error in its place when its JSON would be too long. */
export function withinLength(result: ExecutionResult, longest: number): ExecutionResult {
  return lengthOf(result, longest) > longest ? { errors: [tooLarge(longest)] } : result
}

/**
 * The length of the JSON of a value.
 *
 * @param longest where counting ends: the length of a longer JSON is only known to be more. Default: it counts to the end.
 */
export function lengthOf(value: unknown, longest = Number.POSITIVE_INFINITY): number {
  if (value === null || value === undefined) return 4
  if (typeof value === 'string') return jsonLength(value)
  if (typeof value !== 'object') return String(value).length
  if ('toJSON' in value && typeof value.toJSON === 'function') return lengthOf(value.toJSON(), longest)
  const isList = Array.isArray(value)
  let length = 1
  for (const [key, one] of Object.entries(value)) {
    if (one === undefined && !isList) continue
    // A comma or the closing bracket, and a name with its quotes and its colon.
    length += 1 + (isList ? 0 : key.length + 3)
    length += lengthOf(one, longest - length)
    if (length > longest) return length
  }
  return Math.max(length, 2)
}
