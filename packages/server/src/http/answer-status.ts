import { type ExecutionResult, GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Limits } from './limits.js'

/** What HTTP says of an error. `spec`: with `application/json` the status is 200 all the same. */
interface HttpFacts {
  status: number
  spec?: boolean
  headers?: Record<string, string>
}

/** Seconds after which a caller may try again when the database does not answer. */
const RETRY_AFTER = '1'

/** The statuses of errors of operations that were not run; of all others it is 400. */
const STATUSES: Readonly<Record<string, HttpFacts>> = {
  SERVICE_UNAVAILABLE: { status: 503, spec: true, headers: { 'retry-after': RETRY_AFTER } },
  INTERNAL_SERVER_ERROR: { status: 500, spec: true },
}

/**
 * Gives answers their status as GraphQL over HTTP says. An answer without data has the status of its error when its media
 * type is `application/graphql-response+json`, and 200 when it is `application/json` and the request was well-formed. An
 * answer with some data has the status 200. When the database does not answer to any field, there is one error and no data.
 */
export const answerStatus = ({ errors: most }: Limits): Plugin => ({
  onResultProcess({ result, setResult }) {
    if (Array.isArray(result) || !('errors' in result) || !result.errors?.length) return
    setResult(withStatus(result as ExecutionResult, most))
  },
})

function withStatus({ errors = [], ...result }: ExecutionResult, most: number): ExecutionResult {
  const failure = errors.find(({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE')
  const { data, ...others } = result
  const isEmpty = !data || Object.values(data).every((value) => value === null)
  if (data && !(failure && isEmpty))
    return { ...result, errors: errors.slice(0, most).map((error) => withHttp(error, undefined)) }
  if (failure) return { ...others, errors: [withHttp(failure, httpOf(failure))] }
  const first = errors.slice(0, most)
  return 'data' in result
    ? { ...result, errors: first.map((error) => withHttp(error, undefined)) }
    : { ...result, errors: first.map((error) => withHttp(error, httpOf(error))) }
}

function httpOf({ extensions: { http, code } }: GraphQLError): HttpFacts {
  const known = (http as HttpFacts | undefined) ?? STATUSES[String(code)] ?? { status: 400, spec: true }
  // The request was well-formed, and its variables were wrong.
  return code === 'BAD_USER_INPUT' ? { ...known, spec: true } : known
}

function withHttp(error: GraphQLError, http: HttpFacts | undefined): GraphQLError {
  const { http: before, ...extensions } = error.extensions
  if (http === before) return error
  const { nodes = null, source = null, positions = null, path = null } = error
  return new GraphQLError(error.message, {
    ...{ nodes, source, positions, path },
    extensions: http ? { ...extensions, http } : extensions,
  })
}
