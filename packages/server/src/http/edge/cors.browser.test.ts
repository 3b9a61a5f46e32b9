import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../test/harness/chromium.js'
import { openTestDatabase } from '../../../test/harness/databases.js'
import type { Database } from '../../database/database.js'
import { createLogger } from '../logger.js'
import { type RunningServer, startServer } from '../server.js'

const executablePath = findChromium()
if (!executablePath)
  console.info('skipped: other origins in a browser, because there is no Chromium; set CHROMIUM_PATH to one')

describe.skipIf(!executablePath)('a page of another origin', () => {
  let database: Database
  let browser: Browser
  let service: RunningServer
  const sites: Server[] = []

  /** Serves an empty page, and gives its origin. */
  async function site(): Promise<string> {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>App</title>')
    })
    sites.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  /** What a page of an origin gets when it asks as the SDK does. */
  async function asked(origin: string, headers: Record<string, string>): Promise<unknown> {
    const page = await browser.newPage()
    try {
      await page.goto(origin)
      return await page.evaluate(
        async ([url, given]) => {
          try {
            const response = await fetch(url, {
              method: 'POST',
              headers: { 'content-type': 'application/json', ...given },
              body: '{"query":"{ __typename }"}',
            })
            const { data, errors } = await response.json()
            const id = response.headers.get('x-request-id')
            return { status: response.status, told: data?.__typename ?? errors[0].extensions.code, id }
          } catch (error) {
            return String(error)
          }
        },
        [`${service.url}/graphql`, headers] as const,
      )
    } finally {
      await page.close()
    }
  }

  let known: string
  let other: string
  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    known = await site()
    other = await site()
    service = await startServer({
      ...{ database, logger: createLogger('silent'), host: '127.0.0.1', port: 0, graphiql: false },
      ...{ publicProposals: true, origins: [known] },
    })
    browser = await chromium.launch({
      executablePath: executablePath as string,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
    for (const server of sites) server.close()
    await database?.close()
  })

  it('reads answers and their ids when its origin is named, with headers of its own', async () => {
    const headers = { accept: 'application/graphql-response+json', 'x-request-id': 'page-1', 'x-app': 'desk' }
    expect(await asked(known, headers)).toEqual({ status: 200, told: 'Query', id: 'page-1' })
    const refused = await asked(known, { ...headers, authorization: 'Bearer nonsense' })
    expect(refused).toEqual({ status: 401, told: 'UNAUTHENTICATED', id: 'page-1' })
  }, 60_000)

  it('reads nothing when its origin is not named', async () => {
    expect(await asked(other, {})).toBe('TypeError: Failed to fetch')
  }, 60_000)
})
