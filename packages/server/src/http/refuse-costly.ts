import type { GraphQLError } from 'graphql'
import { codedError } from '../graphql/coded-error.js'
import type { Cost } from '../graphql/cost.js'
import type { Limits } from './limits.js'

/** The error of an operation that costs too much; null for any other. */
export function tooCostly({ objects, points }: Cost, { cost: limit }: Limits): GraphQLError | null {
  if (points <= limit) return null
  const message = `the operation could return ${objects} objects and costs ${points} points, more than ${limit}: ask for smaller pages (\`first\`) or fewer nested lists`
  return codedError('OPERATION_TOO_COMPLEX', message, { cost: points, limit })
}
