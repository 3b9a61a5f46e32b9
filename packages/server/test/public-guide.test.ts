import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listedOperations } from '../src/cli/listed-operations.js'
import type { Database } from '../src/database/database.js'
import { readConfiguration } from '../src/http/configuration.js'
import { createLogger } from '../src/http/logger.js'
import { startServer } from '../src/http/server.js'
import { openTestDatabase } from './harness/databases.js'
import { ingestText } from './harness/service.js'
import { type Block, blocksOf } from './harness/snippets.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const guide = blocksOf(readFileSync(`${root}docs/guides/public.md`, 'utf8')).filter(
  ({ language }) => language === 'sh',
)

/** The settings of a block that has nothing else. */
const settingsIn = ({ code }: Block): Record<string, string> | null =>
  /^(\w+=\S+\n)+$/.test(code)
    ? Object.fromEntries(
        code
          .trim()
          .split('\n')
          .map((line) => line.split(/=(.*)/) as [string, string]),
      )
    : null

/** The requests that the guide makes of a server with certain settings. */
interface Part {
  settings: Record<string, string>
  requests: Block[]
}

/** Each block of settings is about the requests that follow it. */
const parts = guide.reduce<Part[]>((found, block) => {
  const settings = settingsIn(block)
  if (settings) found.push({ settings, requests: [] })
  else found.at(-1)?.requests.push(block)
  return found
}, [])

/** Sends what a command of curl would send, and gives what `curl -i` prints, with the status alone in the first line. */
async function curl(command: string, url: string): Promise<string> {
  const words = [...command.trim().matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, word]) => quoted ?? word ?? '',
  )
  const after = (option: string) =>
    words.flatMap((word, index) => (words[index - 1] === option ? [word] : []))
  const [body] = after('-d')
  const address = words.find((word) => word.startsWith('https://')) as string
  const response = await fetch(address.replace('https://record.example', url), {
    method: after('-X')[0] ?? (body === undefined ? 'GET' : 'POST'),
    headers: after('-H').map((header) => header.split(/: (.*)/).slice(0, 2) as [string, string]),
    ...(body === undefined ? {} : { body }),
  })
  const headers = [...response.headers].map((header) => header.join(': '))
  return [String(response.status), ...headers, await response.text()].join('\n')
}

describe('the guide for services in public', () => {
  let database: Database
  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    await ingestText(
      database,
      readFileSync(new URL('../../../examples/articles/ferry-strike-ends.md', import.meta.url), 'utf8'),
    )
  }, 120_000)
  afterAll(() => database.close())

  it('has settings, each with requests', () => {
    expect(parts.map(({ requests }) => requests.length)).toEqual([4, 2, 2])
  })

  it.each(parts)('shows what a server with $settings answers', async ({ settings, requests }) => {
    const configuration = readConfiguration(settings)
    const operations = listedOperations({
      ...configuration,
      operationSources: configuration.operationSources.map((source) =>
        source === 'sdk' ? source : root + source,
      ),
    })
    const server = await startServer({
      ...{ ...configuration, database, operations, logger: createLogger('silent') },
      ...{ port: 0, publicProposals: true },
    })
    try {
      for (const { code, output } of requests) {
        const answer = await curl(code, server.url)
        for (const line of (output as string).trim().split('\n')) expect(answer).toContain(line)
        if (code.includes('other.example')) expect(answer).not.toContain('access-control-')
      }
    } finally {
      await server.stop()
    }
  })
})
