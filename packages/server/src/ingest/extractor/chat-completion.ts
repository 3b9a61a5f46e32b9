import { setTimeout } from 'node:timers/promises'
import { ExtractorError, type ExtractorErrorCode } from './extractor-error.js'

/** An endpoint that speaks OpenAI's chat completions, with answers held to a JSON schema. */
export interface ChatEndpoint {
  /** Its base address, `https://api.openai.com/v1`. */
  url: string
  model: string
  /** Sent as `authorization: Bearer …`. */
  key?: string | null
  /** Milliseconds for one answer: 60,000 by default. */
  timeout?: number
  /** Milliseconds before the second try when the endpoint does not say; twice that before the third. 500 by default. */
  retryDelay?: number
}

export interface ChatMessage {
  role: 'system' | 'user'
  content: string
}

/** What an answer has to look like: https://platform.openai.com/docs/guides/structured-outputs */
export interface AnswerFormat {
  name: string
  schema: object
}

/** After these the same request may succeed; a model that is too slow will be too slow again. */
const AGAIN: ReadonlySet<ExtractorErrorCode> = new Set(['UNREACHABLE', 'BUSY', 'FAILED', 'INVALID_ANSWER'])
const TRIES = 3

/** Milliseconds: whoever is told to wait longer gives up instead. */
const LONGEST_WAIT = 30_000

const HOLD_TO_IT = 'take a model and a server that hold to `response_format`'

/** Largest answer in bytes: far more than a model writes. */
const LARGEST = 5_000_000

/**
 * Asks for one completion, up to three times, and gives what `read` makes of the JSON in it; null of what is not of the
 * form.
 *
 * @throws ExtractorError saying what became of the last try.
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
      throw fail('INVALID_ANSWER', endpoint, `answered JSON of another form than asked for: ${HOLD_TO_IT}`)
    } catch (error) {
      if (!(error instanceof ExtractorError) || !AGAIN.has(error.code) || attempt === TRIES) throw error
      const wait = error.retryAfter ?? (endpoint.retryDelay ?? 500) * 2 ** (attempt - 1)
      if (wait > LONGEST_WAIT) throw error
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
      // A key is for the address that the operator named, and for no other.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    })
    const answer = await readAll(response, endpoint)
    if (response.ok) return answer
    throw refusal(response, answer, endpoint)
  } catch (error) {
    throw error instanceof ExtractorError ? error : brokenOff(error, endpoint)
  }
}

async function readAll({ body }: Response, endpoint: ChatEndpoint): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > LARGEST) throw fail('INVALID_ANSWER', endpoint, `answered more than ${LARGEST / 1e6} MB`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** The error of `fetch` is not kept as a cause, for some of its messages repeat headers. */
function brokenOff(error: unknown, endpoint: ChatEndpoint): ExtractorError {
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

function refusal({ status, headers }: Response, answer: string, endpoint: ChatEndpoint): ExtractorError {
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

/** What the endpoint says in the shape that OpenAI gave to errors, without the key, which some repeat. */
function reasonOf(answer: string, { key }: ChatEndpoint): string {
  const { message } = (parse(answer) as { error?: { message?: unknown } } | null)?.error ?? {}
  if (typeof message !== 'string') return ''
  return `: ${(key ? message.replaceAll(key, '…') : message).slice(0, 200)}`
}

/** Milliseconds; the header has seconds or a date. */
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
  throw fail('INVALID_ANSWER', endpoint, `answered something else than JSON: ${HOLD_TO_IT}`)
}

/** Undefined for what is no JSON. */
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
