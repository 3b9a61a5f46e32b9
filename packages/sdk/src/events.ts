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
      // A CR at the end may be the first half of CR LF.
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
