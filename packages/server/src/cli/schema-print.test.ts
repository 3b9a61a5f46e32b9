import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildClientSchema, buildSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/harness/databases.js'
import { runCommand } from '../../test/harness/run-command.js'
import { runProcess } from '../../test/harness/run-process.js'
import type { Database } from '../database/database.js'
import { printedSchema } from '../graphql/service-schema.js'
import { createLogger } from '../http/logger.js'
import { type RunningServer, startServer } from '../http/server.js'

let folder: string
let database: Database
let server: RunningServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-schema-'))
  database = await openTestDatabase('postgres')
  const logger = createLogger('silent')
  server = await startServer({
    ...{ database, logger, host: '127.0.0.1', port: 0 },
    ...{ graphiql: false, publicProposals: true },
  })
})
afterAll(async () => {
  await server.stop()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const print = (...args: string[]) => runCommand(['schema', 'print', ...args])

describe('onrecord schema print', () => {
  it('prints the schema of this version, and the same from a server of this version', async () => {
    const own = { code: 0, stdout: printedSchema(), stderr: '' }
    expect(await runProcess(['schema', 'print'])).toEqual(own)
    expect(await print('--url', `${server.url}/graphql`)).toEqual(own)
    expect(await print('--url', server.url)).toEqual(own)
  })

  it('writes an introspection that holds the whole schema', async () => {
    const file = join(folder, 'introspection.json')
    expect(await print('--json', '--output', file)).toEqual({ code: 0, stdout: '', stderr: '' })
    const schema = buildClientSchema(JSON.parse(readFileSync(file, 'utf8')))
    expect(printSchema(lexicographicSortSchema(schema))).toBe(
      printSchema(lexicographicSortSchema(buildSchema(printedSchema()))),
    )
  })

  it.each([
    [
      ['--url', 'ftp://record.example'],
      2,
      "argument 'ftp://record.example' is invalid. Give an address such as http://",
    ],
    [['--url', 'http://127.0.0.1:1/graphql'], 1, 'http://127.0.0.1:1/graphql gave no schema: no answer'],
    [['--output', '/no/such/folder/x'], 1, 'cannot write /no/such/folder/x: its folder does not exist'],
  ])('says in one line what is wrong: %j', async (args, code, message) => {
    const result = await print(...args)
    expect(result).toMatchObject({ code, stdout: '' })
    expect(result.stderr).toContain(message)
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it('says that an address is not a GraphQL endpoint', async () => {
    const { code, stderr } = await print('--url', `${server.url}/health/live`)
    expect(code).toBe(1)
    expect(stderr).toMatch(/\/health\/live gave no schema: this address has no POST: .*\n$/)
  })
})
