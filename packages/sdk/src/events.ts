import { checkSize, partsOf } from './body-text.js'

/** One server-sent event: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export interface ServerEvent {
  /** The name of the event; "message" when the stream gives none. */
  event: string
  data: string
  /** Milliseconds to wait before the stream is opened again, as the server asks. */
  retry?: number
}

/**
 * Gives the events of a response as they come, until the response ends. Leaving the loop closes the connection.
 *
 * @param alive called whenever data comes, also for comments.
 */
export async function* readEvents(
  response: Response,
  alive: () => void = () => {},
): AsyncGenerator<ServerEvent, void, undefined> {
  /** The last line, of which the rest is still to come. */
  let rest = ''
  let block: string[] = []
  let size = 0
  let afterReturn = false
  for await (const part of partsOf(response)) {
    alive()
    // The two halves of CR LF may come in two parts.
    const lines = (afterReturn && part[0] === '\n' ? part.slice(1) : part).split(/\r\n|[\r\n]/)
    if (part) afterReturn = part.endsWith('\r')
    lines[0] = rest + lines[0]
    rest = lines.pop() as string
    size += part.length
    checkSize(size)
    for (const line of lines) {
      if (line) block.push(line)
      else {
        const event = readBlock(block)
        block = []
        size = 0
        if (event) yield event
      }
    }
  }
}

function readBlock(block: readonly string[]): ServerEvent | null {
  const last: Record<string, string> = {}
  const data: string[] = []
  for (const line of block) {
    const [, name, value = ''] = /^(event|data|retry)(?:: ?(.*))?$/s.exec(line) ?? []
    if (name === 'data') data.push(value)
    else if (name) last[name] = value
  }
  const { event, retry = '' } = last
  const wait = /^\d+$/.test(retry) && { retry: Number(retry) }
  if (!event && !wait && data.length === 0) return null
  return { event: event || 'message', data: data.join('\n'), ...wait }
}
