import { setTimeout } from 'node:timers/promises'
import { ExtractorError, type ExtractorErrorCode } from './extractor-error.js'

/** An endpoint with OpenAI's API for chat completions that can hold answers to a JSON schema. */
export interface ChatEndpoint {
  /** The base address, such as `https://api.openai.com/v1`. */
  url: string
  model: string
  /** Sent as `authorization: Bearer …`. */
  key?: string | null
  /** Milliseconds to wait for one answer. Default: 60,000. */
  timeout?: number
  /** Milliseconds before the second try, unless the endpoint names a time; twice that before the third. Default: 500. */
  retryDelay?: number
}

export interface ChatMessage {
  role: 'system' | 'user'
  content: string
}

/** The form of an answer, see https://platform.openai.com/docs/guides/structured-outputs */
export interface AnswerFormat {
  name: string
  schema: object
}

/** Errors after which the same request may succeed. A model that is too slow would be too slow again. */
const RETRIED: ReadonlySet<ExtractorErrorCode> = new Set(['UNREACHABLE', 'BUSY', 'FAILED', 'INVALID_ANSWER'])
const MAX_TRIES = 3

/** Milliseconds. When the endpoint asks for a longer wait, there is no further try. */
const MAX_WAIT = 30_000

const FORMAT_ADVICE = 'take a model and a server that hold to `response_format`'

/** The largest answer in bytes: far more than a model writes. */
const MAX_ANSWER_BYTES = 5_000_000

/**
 * Asks for one completion, up to three times, and reads the JSON in it.
 *
 * @param read reads the JSON; gives null when it does not have the form.
 * @throws ExtractorError the error of the last try.
 */
export async function completeJson<T>(
  endpoint: ChatEndpoint,
  messages: readonly ChatMessage[],
  format: AnswerFormat,
  read: (json: unknown) => T | null,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = read(jsonOf(await post(endpoint, messages, format), endpoint))
      if (answer !== null) return answer
      throw fail('INVALID_ANSWER', endpoint, `answered JSON of another form than asked for: ${FORMAT_ADVICE}`)
    } catch (error) {
      if (!(error instanceof ExtractorError) || !RETRIED.has(error.code) || attempt === MAX_TRIES) throw error
      const wait = error.retryAfter ?? (endpoint.retryDelay ?? 500) * 2 ** (attempt - 1)
      if (wait > MAX_WAIT) throw error
      await setTimeout(wait)
    }
  }
}

async function post(
  endpoint: ChatEndpoint,
  messages: readonly ChatMessage[],
  { name, schema }: AnswerFormat,
): Promise<string> {
  const { url, model, key, timeout = 60_000 } = endpoint
  const body = {
    model,
    messages,
    response_format: { type: 'json_schema', json_schema: { name, strict: true, schema } },
  }
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key ? { authorization: `Bearer ${key}` } : {}),
      },
      body: JSON.stringify(body),
      // A redirect would send the key to an address that the operator did not name.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    })
    const answer = await readAll(response, endpoint)
    if (response.ok) return answer
    throw statusError(response, answer, endpoint)
  } catch (error) {
    throw error instanceof ExtractorError ? error : connectionError(error, endpoint)
  }
}

async function readAll({ body }: Response, endpoint: ChatEndpoint): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > MAX_ANSWER_BYTES)
      throw fail('INVALID_ANSWER', endpoint, `answered more than ${MAX_ANSWER_BYTES / 1e6} MB`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** Makes an error of a failed `fetch`. That error is no cause of it, because some of its messages repeat headers. */
function connectionError(error: unknown, endpoint: ChatEndpoint): ExtractorError {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } }
  if (name === 'TimeoutError') {
    const seconds = (endpoint.timeout ?? 60_000) / 1000
    const advice = 'raise ONRECORD_EXTRACTOR_TIMEOUT, or take a quicker model'
    return fail('TIMEOUT', endpoint, `did not answer within ${seconds} s: ${advice}`)
  }
  const code = typeof cause?.code === 'string' ? ` (${cause.code})` : ''
  return fail(
    'UNREACHABLE',
    endpoint,
    `does not answer${code}: see that it runs, and that its address is right`,
  )
}

function statusError({ status, headers }: Response, answer: string, endpoint: ChatEndpoint): ExtractorError {
  const answered = `answered ${status}`
  if (status === 429 || status === 503) {
    const retryAfter = waitOf(headers.get('retry-after'))
    const wait = retryAfter === undefined ? 'later' : `in ${Math.ceil(retryAfter / 1000)} s`
    return fail('BUSY', endpoint, `${answered}, it has too much to do: try again ${wait}`, retryAfter)
  }
  if (status >= 500 || status === 408) return fail('FAILED', endpoint, `${answered}: its own log says why`)
  if (status === 401 || status === 403) {
    return fail('REFUSED', endpoint, `${answered}: check ONRECORD_EXTRACTOR_KEY`)
  }
  if (status < 400 || status === 404 || status === 405) {
    const advice = 'check ONRECORD_EXTRACTOR_URL and ONRECORD_EXTRACTOR_MODEL'
    return fail('REFUSED', endpoint, `${answered}: ${advice}${reasonOf(answer, endpoint)}`)
  }
  return fail('REJECTED', endpoint, `${answered} to this article${reasonOf(answer, endpoint)}`)
}

/** The message of an error in OpenAI's form, without the key, which some endpoints repeat. */
function reasonOf(answer: string, { key }: ChatEndpoint): string {
  const { message } = (parse(answer) as { error?: { message?: unknown } } | null)?.error ?? {}
  if (typeof message !== 'string') return ''
  return `: ${(key ? message.replaceAll(key, '…') : message).slice(0, 200)}`
}

/** Milliseconds to wait. The header `retry-after` holds seconds or a date. */
function waitOf(header: string | null): number | undefined {
  if (header === null) return undefined
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}

interface Choice {
  finish_reason?: unknown
  message?: { content?: unknown; refusal?: unknown }
}

function jsonOf(answer: string, endpoint: ChatEndpoint): unknown {
  const completion = parse(answer) as { choices?: Choice[] } | null | undefined
  const [choice] = Array.isArray(completion?.choices) ? completion.choices : []
  const { content, refusal } = choice?.message ?? {}
  if (choice?.finish_reason === 'length') {
    const advice = 'let it write more tokens, or take a model that does'
    throw fail('INVALID_ANSWER', endpoint, `was cut off in its answer: ${advice}`)
  }
  if (choice?.finish_reason === 'content_filter' || typeof refusal === 'string') {
    throw fail('REJECTED', endpoint, 'refused this article by its own rules')
  }
  if (typeof content !== 'string') {
    throw fail('INVALID_ANSWER', endpoint, 'answered no chat completion: check ONRECORD_EXTRACTOR_URL')
  }
  const json = parse(content)
  if (json !== undefined) return json
  throw fail('INVALID_ANSWER', endpoint, `answered something else than JSON: ${FORMAT_ADVICE}`)
}

/** Parses JSON; undefined when it is not JSON. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function fail(code: ExtractorErrorCode, { url, key }: ChatEndpoint, what: string, retryAfter?: number) {
  const address = key ? url.replaceAll(key, '…') : url
  return new ExtractorError(code, `the model at ${address} ${what}`, { retryAfter })
}
