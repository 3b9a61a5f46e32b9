import { isDeepStrictEqual } from 'node:util'
import { askAll } from './sql-figures.mjs'

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
    const bodies = asked.map((one) => JSON.stringify(entry.request(operation, one)))
    const answers = await askAll(running.url, bodies)
    for (const [index, text] of answers.entries()) {
      const content = entry.content(operation, JSON.parse(text).data)
      expected[index] ??= content
      if (!isDeepStrictEqual(content, expected[index]))
        throw new Error(
          `${entry.name} ${operation} ${JSON.stringify(asked[index])} differs from ${servers[0]?.entry.name}:\n` +
            `${JSON.stringify(content)}\n${JSON.stringify(expected[index])}`,
        )
    }
    all.push(bodies.map((body, index) => ({ body, bytes: Buffer.byteLength(answers[index] ?? '') })))
  }
  if (expected.every((content) => isDeepStrictEqual(content, expected[0])) && asked.length > 1)
    throw new Error(`${operation}: all answers are the same`)
  return all
}
