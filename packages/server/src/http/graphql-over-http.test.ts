import { auditServer } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/harness/databases.js'
import type { Database } from '../database/database.js'
import { createLogger } from './logger.js'
import { type RunningServer, startServer } from './server.js'

describe.each([true, false])('the service (direct tier: %s)', (direct) => {
  let database: Database
  let server: RunningServer

  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    const options = { database, logger: createLogger('silent'), host: '127.0.0.1', port: 0, graphiql: true }
    server = await startServer({ ...options, publicProposals: true, direct })
  })
  afterAll(async () => {
    await server.stop()
    await database.close()
  })

  it('passes all audits of graphql-http', async () => {
    const results = await auditServer({ url: `${server.url}/graphql`, fetchFn: fetch })
    expect(results.filter(({ status }) => status !== 'ok')).toEqual([])
    expect(results).toHaveLength(61)
  })
})
