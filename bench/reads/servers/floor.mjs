/**
 * The floor: `node:http`, `pg`, and for each operation one SQL statement written by hand. PostgreSQL makes the whole
 * answer as text. It parses no GraphQL.
 */
import { createServer } from 'node:http'
import { QUERIES } from './floor-queries.mjs'
import { openPool, ready } from './listen.mjs'

const pool = openPool()

const server = createServer((request, response) => {
  /** @type {Buffer[]} */
  const parts = []
  request.on('data', (part) => parts.push(part))
  request.on('end', async () => {
    try {
      const { operationName, variables } = JSON.parse(Buffer.concat(parts).toString())
      const answer = Buffer.from(await answerOf(operationName, variables))
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length })
      response.end(answer)
    } catch (error) {
      process.stderr.write(`${error}\n`)
      response.writeHead(500).end()
    }
  })
})
/** @param {string | undefined} operation @param {Record<string, unknown>} variables */
async function answerOf(operation, variables) {
  const query = QUERIES[operation ?? '']
  if (!query) return '{"data":{"__typename":"Query"}}'
  const { rows } = await pool.query(query(variables))
  return rows[0].answer
}

server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${server.address().port}`))
