import type { JsonText } from '@onrecord/pothos-read-plan'
import type { Plugin } from 'graphql-yoga'
import type { Admitted } from './admission.js'
import type { Account } from './rate-limit.js'

/** Tells in each answer what its operation cost, and what the caller has left. */
export const tellCost: Plugin<object, Admitted> = {
  onResultProcess({ result, setResult, serverContext }) {
    const cost = serverContext.admission?.account.cost
    if (!cost || Array.isArray(result) || Symbol.asyncIterator in result || 'stringify' in result) return
    setResult({ ...result, extensions: { ...result.extensions, cost } })
  },
  onResponse({ response, serverContext }) {
    for (const [name, value] of Object.entries(serverContext.admission?.account.headers ?? {})) {
      response.headers.set(name, value)
    }
  },
}

/** The JSON of an answer. @param data that of its `data`. */
export function answerWith(data: JsonText, account: Account | undefined): JsonText {
  const cost = account?.cost
  return data.between('{"data":', cost ? `,"extensions":{"cost":${JSON.stringify(cost)}}}` : '}')
}
