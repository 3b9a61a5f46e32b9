/** One server-sent event: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export interface ServerEvent {
  /** "message" when the stream names none. */
  event: string
  data: string
  /** Milliseconds that the server wants to pass before the stream is asked for again. */
  retry?: number
}

/**
 * The events of a response, as they come; ends with it. Leaving the loop gives the connection back.
 *
 * @param alive called for whatever comes, comments too.
 */
export async function* readEvents(
  response: Response,
  alive: () => void = () => {},
): AsyncGenerator<ServerEvent, void, undefined> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) return
  try {
    let text = ''
    let held = ''
    for (let done = false; !done; ) {
      const part: ReadableStreamReadResult<string> = await reader.read()
      alive()
      done = part.done
      const chunk = held + (part.value ?? '')
      // A CR at the end may be the first half of a line end.
      held = !done && chunk.endsWith('\r') ? '\r' : ''
      text += chunk.slice(0, chunk.length - held.length).replace(/\r\n?/g, '\n')
      const blocks = text.split('\n\n')
      text = blocks.pop() as string
      for (const block of blocks) {
        const event = readBlock(block)
        if (event) yield event
      }
    }
  } finally {
    await reader.cancel()
  }
}

function readBlock(block: string): ServerEvent | null {
  const last: Record<string, string> = {}
  const data: string[] = []
  for (const line of block.split('\n')) {
    const [, name, value = ''] = /^(event|data|retry)(?:: ?(.*))?$/s.exec(line) ?? []
    if (name === 'data') data.push(value)
    else if (name) last[name] = value
  }
  const { event, retry } = last
  if (!event && !retry && data.length === 0) return null
  return { event: event || 'message', data: data.join('\n'), ...(retry && { retry: Number(retry) }) }
}
