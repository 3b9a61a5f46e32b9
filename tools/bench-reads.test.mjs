import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { startGenerator } from '../bench/reads/drive.mjs'
import { OPAQUE, PLAIN, variablesOf } from '../bench/reads/encodings.mjs'
import { OPERATIONS } from '../bench/reads/operations.mjs'
import { geometricMeans, lowestRatios, short } from '../bench/reads/results.mjs'
import { highlightOf } from '../bench/reads/servers/highlight.mjs'
import { SCHEMA } from '../bench/reads/servers/schema.mjs'
import { readyOperations } from './ready-operations.mjs'
import { inRoot } from './workspace.mjs'

const service = buildSchema(readFileSync(inRoot('packages/sdk/schema.graphql'), 'utf8'))
const NOUNS = [
  ...['article', 'document', 'event', 'place', 'site', 'speaker', 'statement', 'topic', 'utterance'],
]

describe('the bench of reads', () => {
  it.each(Object.entries(OPERATIONS))('asks %s, which the service and its peers have', (_, { query }) => {
    expect(validate(service, parse(query))).toEqual([])
    expect(validate(buildSchema(SCHEMA), parse(query))).toEqual([])
  })

  it('has variables for every query of the SDK', async () => {
    const found = Object.fromEntries(NOUNS.map((noun) => [noun, { nodes: [{ id: noun }] }]))
    const operations = await readyOperations(async () => found)
    for (const { query } of operations) expect(validate(service, parse(query))).toEqual([])
    const names = operations.filter(({ of }) => of === 'SDK').map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['article', 'searchResults', 'statementFacets', 'topics']))
    expect(operations.find(({ name }) => name === 'utterance')?.variables).toEqual({
      by: { id: 'utterance' },
    })
  })

  it('writes ids and cursors as each server does, and reads them back', () => {
    const after = { said: '2021-01-01', id: '00000007-0000-7000-8000-000000000001' }
    for (const encoding of [OPAQUE, PLAIN]) {
      expect(encoding.place(encoding.cursor(after))).toEqual(after)
      expect(encoding.uuid(encoding.id('Statement', after.id))).toBe(after.id)
    }
    expect(variablesOf('Q2', { first: 20, after }, PLAIN)).toEqual({
      ...{ first: 20, after: `${after.said}_${after.id}` },
    })
  })

  it('makes ranges of marked words', () => {
    expect(highlightOf('We \u0002sail\u0003 at \u0002noon\u0003')).toEqual({
      fragment: 'We sail at noon',
      ranges: [
        { start: 3, end: 7 },
        { start: 11, end: 15 },
      ],
    })
    expect(highlightOf('no word')).toEqual({ fragment: 'no word', ranges: [] })
  })

  it('counts answers that are right, however they are sent, and tells those that are not', async () => {
    let asked = 0
    const server = createServer(async (request, response) => {
      const [kind] = await request.toArray().then((parts) => String(Buffer.concat(parts)))
      if (kind === 'c') response.write('{"da')
      if (kind === 'w' && asked++ % 2 === 1) return void response.writeHead(503).end('too much')
      response.end(kind === 'c' ? 'ta":1}' : '{"data":1}')
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
    const generator = startGenerator()
    const run = (/** @type {string[]} */ ...bodies) =>
      generator.run({
        ...{ url: `http://127.0.0.1:${port}/graphql`, connections: 3, ramp: 20, duration: 200 },
        requests: bodies.map((body) => ({ body, bytes: 10 })),
      })
    const right = await run('chunked', 'plain')
    expect(right).toMatchObject({ failed: 0, failure: null })
    expect(right.perSecond).toBeGreaterThan(10)
    const wrong = await run('wrong')
    expect(wrong.failed).toBeGreaterThan(0)
    expect(wrong.failed).toBeLessThan(wrong.sent)
    expect(wrong.failure).toMatch(/^HTTP\/1.1 503 .*too much/s)
    generator.stop()
    server.close()
  })

  it('compares at 16 connections, and says what was not measured', () => {
    /** @param {string} server @param {'Q1' | 'Q2'} operation @param {number} perSecond */
    const workload = (server, operation, perSecond, connections = 16) => ({
      ...{ server, operation, perSecond, connections, p50: 1, p99: 1, cpu: 1, databaseCpu: 1 },
    })
    const workloads = [
      ...[workload('yoga', 'Q1', 200), workload('yoga', 'Q2', 50), workload('yoga', 'Q1', 1, 64)],
      ...[workload('floor', 'Q1', 100), workload('floor', 'Q2', 100), workload('floor', 'Q1', 900, 64)],
    ]
    expect(geometricMeans(workloads).yoga).toMatchObject({ vsFloor: 1, vsMercurius: null })
    expect(lowestRatios(workloads).yoga.vsFloor).toEqual({ operation: 'Q2', ratio: 0.5 })
    expect(geometricMeans(workloads).direct.vsFloor).toBeNull()
    expect([1234.4, 56.78, 0.891, null].map(short)).toEqual(['1,234', '56.8', '0.89', '–'])
  })
})
