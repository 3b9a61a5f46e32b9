import { request } from 'node:http'
import { performance } from 'node:perf_hooks'

/** An operation as an app would write it. */
export const CHANGED = `subscription ($after: String) { changed(after: $after, types: [SPEAKER]) {
  cursor change { kind objectId object { ... on Speaker { name } } } } }`

/**
 * Opens a stream on a connection of its own, and notes each event with the time at which it came.
 *
 * @param {{ url: string, key: string, after?: string | null, reads?: boolean }} options
 */
export function openStream({ url, key, after = null, reads = true }) {
  const { hostname, port } = new URL(url)
  /** @type {{ cursor: string, name: string, at: number }[]} */
  const events = []
  const asked = request({
    ...{ hostname, port, path: '/graphql', method: 'POST', agent: false },
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${key}`,
    },
  })
  /** @type {Promise<number>} */
  const opened = new Promise((resolve) => {
    asked.once('error', () => resolve(0))
    asked.once('response', (response) => {
      resolve(response.statusCode ?? 0)
      if (!reads) return
      let rest = ''
      response.on('error', () => {})
      response.on('data', (part) => {
        const blocks = (rest + part).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) {
          const [, data] = /^data: (.+)$/m.exec(block) ?? []
          const event = data && JSON.parse(data).data?.changed
          if (event) {
            const { cursor, change } = event
            events.push({ cursor, name: change.object?.name, at: performance.now() })
          }
        }
      })
    })
  })
  asked.on('error', () => {})
  asked.end(JSON.stringify({ query: CHANGED, variables: { after } }))
  return { events, opened, close: () => asked.destroy() }
}

/**
 * Writes a speaker through a service. Gives the time at which the write was answered.
 *
 * @param {string} url
 * @param {string} key
 * @param {string} name
 */
export async function writeSpeaker(url, key, name) {
  const query = `mutation ($input: SpeakerUpsertInput!) { speakerUpsert(input: $input) { __typename } }`
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables: { input: { name, kind: 'PERSON' } } }),
  })
  const { data } = await response.json()
  if (data?.speakerUpsert?.__typename !== 'SpeakerSuccess') throw new Error(`"${name}" was not written`)
  return performance.now()
}
