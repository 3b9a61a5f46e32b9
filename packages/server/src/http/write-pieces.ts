import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import type { JsonText } from '@onrecord/pothos-read-plan'
import { tellUnwritten } from './waiting-answers.js'

/** Writes JSON as a body, as fast as its client takes it. Others have their turn after each piece. */
export async function writePieces(response: ServerResponse, json: JsonText): Promise<void> {
  let left = json.length
  for (const piece of json.pieces()) {
    if (response.destroyed) return
    left -= piece.length
    tellUnwritten(response, left)
    if (response.write(piece)) await setImmediate()
    else await untilTaken(response)
  }
  tellUnwritten(response, 0)
  response.end()
}

/** Waits until the client has taken what was written, or has gone away. */
async function untilTaken(response: ServerResponse): Promise<void> {
  if (response.destroyed) return
  const over = new AbortController()
  const { signal } = over
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })])
  over.abort()
}
