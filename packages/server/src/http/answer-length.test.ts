import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/harness/databases.js'
import { ingestText } from '../../test/harness/service.js'
import type { Database } from '../database/database.js'
import { tooLarge, withinLength } from './answer-length.js'
import { createLogger } from './logger.js'
import { type RunningServer, startServer } from './server.js'

const LONGEST = 20_000
const STORY = `# Ferry\n\n“We sail,” said Mara Lindt.\n\n${'The tide “turns” at noon.\n\n'.repeat(100)}`

/** A selection as often as it is said, each time with another alias. */
const times = (count: number, selection: string) =>
  Array.from({ length: count }, (_, i) => `a${i}: ${selection}`).join(' ')

describe('the length of an answer', () => {
  let database: Database
  const servers: RunningServer[] = []

  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    await ingestText(database, STORY)
    for (const direct of [true, false]) {
      const logger = createLogger('silent')
      const options = { database, logger, host: '127.0.0.1', port: 0, graphiql: false, direct }
      servers.push(
        await startServer({
          ...options,
          publicProposals: true,
          limits: { answer: LONGEST, aliases: 400, rate: null },
        }),
      )
    }
  }, 120_000)

  afterAll(async () => {
    for (const server of servers) await server.stop()
    await database.close()
  })

  /** Status and body of the answers of the direct tier and of Yoga alone. */
  const answers = (query: string, variables = {}) =>
    Promise.all(
      servers.map(async ({ url }) => {
        const request = {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables }),
        }
        await fetch(`${url}/graphql`, request)
        const response = await fetch(`${url}/graphql`, request)
        return { status: response.status, body: await response.text() }
      }),
    )

  const refusal = { errors: [JSON.parse(JSON.stringify(tooLarge(LONGEST)))] }

  /** The answer without what its operation cost. */
  const withoutCost = ({ extensions: _cost, ...answer }: Record<string, unknown>) => answer

  const texts = (count: number) => `articles { nodes { text { ${times(count, 'content')} } } }`

  it.each([
    ['of one field', `{ ${texts(20)} }`],
    ['of roots', `{ ${times(20, texts(1))} }`],
    ['of what the executor answers', `{ ${texts(20)} __schema { description } }`],
    ['beside what has code of its own', `{ ${texts(20)} matchQuote(text: "We sail") { similarity } }`],
  ])('is bounded for many aliases %s', async (_name, query) => {
    for (const { status, body } of await answers(query)) {
      expect(withoutCost(JSON.parse(body))).toEqual(refusal)
      expect(status).toBe(200)
    }
  })

  it('is bounded for errors that repeat what was asked', async () => {
    const query = `query Q($after: String!) { ${times(30, 'statements(after: $after) { nodes { id } }')} }`
    for (const { body } of await answers(query, { after: 'x'.repeat(100) })) {
      expect(body.length).toBeLessThanOrEqual(LONGEST)
    }
  })

  it('may be as long as the limit', async () => {
    const [direct, yoga] = await answers(`{ ${texts(4)} }`)
    expect(JSON.parse(direct?.body ?? '').data.articles.nodes[0].text.a3).toContain('The tide')
    expect(direct).toEqual(yoga)
  })
})

describe('withinLength', () => {
  it.each([
    { data: null },
    { data: {} },
    { data: { a: [], b: [1, -2.5, null, true], c: 'plain' } },
    { data: { a: '"\\\n\u0001', b: '\ud800', c: '🙂ä', d: undefined, e: [{ f: { g: 'h' } }] } },
    { errors: [tooLarge(5)] },
    { data: { when: new Date(0) } },
  ] as { data?: null }[])('counts as JSON has it: %j', (result) => {
    const { length } = JSON.stringify(result)
    expect(withinLength(result, length)).toBe(result)
    expect(withinLength(result, length - 1)).toEqual({ errors: [tooLarge(length - 1)] })
  })
})
