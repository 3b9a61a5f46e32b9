import type { GraphQLError } from 'graphql'
import type { Cost } from '../graphql/cost.js'
import type { Limits } from './limits.js'
import { type Account, rateRefusal } from './rate-limit.js'
import { tooCostly } from './refuse-costly.js'

/** Lets a caller pay for an operation. @returns why it does not run: it costs too much, or more than the caller has left. */
export function paymentRefusal(
  cost: Cost | null,
  limits: Limits,
  account: Account | undefined,
): GraphQLError | null {
  const refusal = cost && tooCostly(cost, limits)
  if (refusal) return refusal
  const lacking = cost && account?.pay(cost.points)
  if (!account || !lacking) return null
  const { error, status, headers } = rateRefusal(lacking, account)
  Object.assign(error.extensions, { http: { status, headers } })
  return error
}
