import { isDeepStrictEqual } from 'node:util'

/**
 * Asks every server every request, and checks that all answers have the content of the first server's.
 *
 * @param {{ entry: import('./entries.mjs').Entry, running: import('./start-server.mjs').Running }[]} servers
 * @param {import('./operations.mjs').OperationName} operation
 * @param {import('./operations.mjs').Asked[]} asked
 * @returns {Promise<{ body: string, bytes: number }[][]>} for each server the requests with the length of each answer
 */
export async function checkContent(servers, operation, asked) {
  /** @type {any[]} */
  const expected = []
  const all = []
  for (const { entry, running } of servers) {
    const requests = []
    for (const [index, one] of asked.entries()) {
      const body = JSON.stringify(entry.request(operation, one))
      const text = await ask(running.url, body, `${entry.name} ${operation}`)
      const { data, errors } = JSON.parse(text)
      if (errors || !data) throw new Error(`${entry.name} ${operation}: ${text.slice(0, 2_000)}`)
      const content = entry.content(operation, data)
      expected[index] ??= content
      if (!isDeepStrictEqual(content, expected[index]))
        throw new Error(
          `${entry.name} ${operation} ${JSON.stringify(one)} differs from ${servers[0]?.entry.name}:\n` +
            `${JSON.stringify(content)}\n${JSON.stringify(expected[index])}`,
        )
      requests.push({ body, bytes: Buffer.byteLength(text) })
    }
    all.push(requests)
  }
  if (expected.every((content) => isDeepStrictEqual(content, expected[0])) && asked.length > 1)
    throw new Error(`${operation}: all answers are the same`)
  return all
}

/** @param {string} url @param {string} body @param {string} what */
async function ask(url, body, what) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
  })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${what}: status ${response.status}: ${text.slice(0, 2_000)}`)
  return text
}
