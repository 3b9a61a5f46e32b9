import type { IncomingMessage } from 'node:http'
import { errorAnswer, type WholeAnswer } from './send-answer.js'

/** What is allowed of `charset`: bodies are read as UTF-8. */
const UTF_8 = /^"?utf-?8"?$/

/**
 * Refuses requests that a browser sends for any page without asking first (forms, plain text), so that no page can make a
 * visitor's browser run an operation; and requests that no part of the service can read.
 *
 * @returns null when the request may go on; its content type then is written as `application/json`.
 */
export function refuseUnreadable(request: IncomingMessage): WholeAnswer | null {
  if (request.method !== 'POST') return refuseParameters(request)
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers
  const [name = '', ...parameters] = type.split(';').map((part) => part.trim().toLowerCase())
  if (name !== 'application/json') {
    const what = name === '' ? 'without a content type' : `of the type ${printable(name)}`
    const message = `a body ${what} is not read: send JSON, with the header content-type: application/json`
    return errorAnswer(415, 'BAD_REQUEST', message, { 'accept-post': 'application/json' })
  }
  const charset = parameters.find((part) => part.startsWith('charset='))?.slice('charset='.length)
  if (charset !== undefined && !UTF_8.test(charset)) {
    const message = `a body in ${printable(charset)} is not read: send it in UTF-8`
    return errorAnswer(415, 'BAD_REQUEST', message)
  }
  const { 'transfer-encoding': transfer = 'chunked' } = request.headers
  // Node takes a body out of its chunks, and out of nothing else.
  for (const [name, coding, plain] of [
    ['content', encoding, 'identity'],
    ['transfer', transfer, 'chunked'],
  ] as const) {
    if (coding.toLowerCase() === plain) continue
    const message = `a body with the ${name} encoding ${printable(coding)} is not read: send it as it is`
    return errorAnswer(415, 'BAD_REQUEST', message, { 'accept-encoding': 'identity' })
  }
  // What reads it next compares letter by letter.
  request.headers['content-type'] = name
  return null
}

/** Refuses a query string whose `variables` or `extensions` are no JSON. */
function refuseParameters({ url = '' }: IncomingMessage): WholeAnswer | null {
  const parameters = new URLSearchParams(url.split('?').slice(1).join('?'))
  for (const name of ['variables', 'extensions']) {
    const text = parameters.get(name)
    if (text && !isJson(text)) {
      const message = `the parameter ${name} is not JSON: send an object, encoded for a URL`
      return errorAnswer(400, 'BAD_REQUEST', message)
    }
  }
  return null
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A header's value for a message: short, and without characters that could mean something to whoever shows it. */
const printable = (value: string): string => JSON.stringify(value.slice(0, 60).replace(/[^\x20-\x7e]/g, '?'))
