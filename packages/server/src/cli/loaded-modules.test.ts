import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/harness/databases.js'
import { modulesOf } from '../../test/harness/run-process.js'
import type { Database } from '../database/database.js'
import { createLogger } from '../http/logger.js'
import { type RunningServer, startServer } from '../http/server.js'
import { createKey } from '../record/api-key/keys.js'

let folder: string
let database: Database
let server: RunningServer
let remote: string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-loaded-'))
  writeFileSync(join(folder, 'story.txt'), 'Ferry to sail\n\n“We sail at noon,” said Mara Lindt.\n')
  writeFileSync(join(folder, 'who.graphql'), '{ viewer { name } }')
  database = await openTestDatabase('postgres')
  server = await startServer({
    ...{ database, logger: createLogger('silent'), host: '127.0.0.1', port: 0 },
    ...{ graphiql: false, publicProposals: true },
  })
  const { key } = await createKey(database.prisma, {
    ...{ name: 'Mara', roles: ['admin'], expiresAt: null },
    ...{ environment: 'live', createdBy: 'test' },
  })
  remote = ['--url', server.url, '--key', key]
})
afterAll(async () => {
  await server?.stop()
  await database?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The package of a module, or the folder of our own server: "graphql", "@onrecord/extract", "server/database". */
function ownerOf(url: string): string {
  const [, ours, folder] = /\/packages\/([\w-]+)\/dist\/([\w-]+)/.exec(url) ?? []
  if (ours) return ours === 'server' ? `server/${folder}` : `@onrecord/${ours}`
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? url
}

/** Owners of modules that need a schema or a database. */
const SERVICE =
  /^(graphql|graphql-yoga|@graphql-.*|@pothos\/.*|@prisma\/.*|prisma|pg|pg-.*|@electric-sql\/.*|pglite-.*|pino.*|server\/(graphql|generated))$/
/** Packages for formats and outputs that are not used here. */
const PARSERS = /^(htmlparser2|css-select|markdown-it|yaml|tinyglobby|cli-progress)$/
/** Packages that make pages; of the commands here, none makes any. */
const PAGES = /^(preact|preact-render-to-string|hono|@onrecord\/web)$/
/** Packages that only `extract` loads. */
const EXTRACTOR = /^(chrono-node|lande|toygrad|@onrecord\/extract)$/

const story = () => join(folder, 'story.txt')

// The most files that each command loads: the numbers of 2026-11-29 and a tenth more.
it.each<[string, () => string[], number]>([
  ['--help', () => ['--help'], 21],
  // 40 of them are lande, which tells languages.
  ['extract', () => ['extract', story()], 282],
  ['query', () => ['query', ...remote, join(folder, 'who.graphql')], 189],
  ['review', () => ['review', ...remote], 182],
  ['keys', () => ['keys', 'list', ...remote], 182],
  ['ingest', () => ['ingest', ...remote, story()], 197],
  // There is something to print, because the one before has put it in.
  ['watch', () => ['watch', ...remote, '--from-start', '--count', '1'], 189],
])(
  'onrecord %s loads no schema, no database and no parser that it does not use',
  async (name, args, most) => {
    const modules = (await modulesOf(args())).filter((url) => !url.startsWith('node:'))
    const owners = [...new Set(modules.map(ownerOf))]
    expect(owners).toContain('server/cli')
    const unused = [SERVICE, PARSERS, PAGES]
    expect(owners.filter((owner) => unused.some((kind) => kind.test(owner)))).toEqual([])
    if (name !== 'extract') expect(owners.filter((owner) => EXTRACTOR.test(owner))).toEqual([])
    expect(owners.includes('server/database')).toBe(!['--help', 'extract'].includes(name))
    // The number of the extractor's own files is not limited.
    const counted = modules.filter((url) => ownerOf(url) !== '@onrecord/extract')
    expect(counted.length).toBeLessThanOrEqual(most)
  },
)

it('onrecord extract --html also loads what makes a page, and nothing that serves one', async () => {
  const page = join(folder, 'page.html')
  const owners = new Set((await modulesOf(['extract', story(), '--html', page])).map(ownerOf))
  const pages = [...owners].filter((owner) => PAGES.test(owner)).sort()
  expect(pages).toEqual(['@onrecord/web', 'preact', 'preact-render-to-string'])
  expect([...owners].filter((owner) => SERVICE.test(owner))).toEqual([])
  expect([...owners]).not.toContain('@onrecord/sdk')
})
