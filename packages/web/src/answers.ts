import { createHash } from 'node:crypto'

/** What a page may load and run: files of its own origin, and nothing else. No page may be framed. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ')

export const PAGE_POLICY = `${POLICY}; frame-ancestors 'none'`

/** The policy of a page that other sites may show in a frame. */
export const EMBED_POLICY = `${POLICY}; frame-ancestors *`

/** A whole page or document, which a browser asks for again only when it has changed. */
export function wholeAnswer(
  request: Request,
  body: string,
  headers: Record<string, string>,
  status = 200,
): Response {
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const all = { 'cache-control': 'public, max-age=0, must-revalidate', ...headers, etag }
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  if (status === 200 && known.some((one) => one.trim() === etag)) {
    return new Response(null, { status: 304, headers: all })
  }
  return new Response(body, { status, headers: all })
}

/** Sends a reader to another address: for ever, or to the answer of a form. */
export const redirect = (location: string, status: 301 | 303): Response =>
  new Response(null, { status, headers: { location: asciiAddress(location) } })

/** A header holds ASCII only. */
const asciiAddress = (address: string): string =>
  address.replace(/[^\x21-\x7e]+/g, (characters) => encodeURIComponent(characters.toWellFormed()))

/**
 * A document that is written as it is read. Its first part is read before it is answered, so that what is wrong with the
 * request is told by the status.
 */
export async function streamedAnswer(
  parts: AsyncGenerator<string>,
  headers: Record<string, string>,
): Promise<Response> {
  const begun: string[] = []
  // The first part is a constant head; the second one needs the record.
  for (let at = 0; at < 2; at++) {
    const { value, done } = await parts.next()
    if (done) break
    begun.push(value)
  }
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = begun.shift() ?? (await parts.next()).value
      if (typeof part === 'string') controller.enqueue(encoder.encode(part))
      else controller.close()
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
  return new Response(body, { headers: { 'cache-control': 'no-store', ...headers } })
}
