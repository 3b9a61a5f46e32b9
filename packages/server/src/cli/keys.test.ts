import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataFolders, type DataFolders } from '../../test/harness/data-folder.js'
import { createPostgresDatabase } from '../../test/harness/databases.js'
import { runCommand } from '../../test/harness/run-command.js'
import { runProcess, type ServingCommand, serveCommand } from '../../test/harness/run-process.js'

const KEY = /^or_(local|live)_[0-9a-z]{12}_[0-9A-Za-z]{49}$/
const WHO = '{ viewer { name scopes } }'
const TWO = 'query Me { viewer { name } } query Mine { viewer { scopes } }'

let folders: DataFolders
beforeAll(async () => {
  folders = createDataFolders()
}, 60_000)
afterAll(() => folders.remove())

const json = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('onrecord keys', () => {
  it('makes the first key of a PostgreSQL database on the database itself', async () => {
    const env = { DATABASE_URL: await createPostgresDatabase() }
    const args = ['keys', 'create', '--name', 'desk', '--role', 'editor', 'reviewer', '--expires', '90d']
    const { code, stdout, stderr } = await runCommand([...args, '--json'], { env })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const [made] = json(stdout)
    expect(made).toMatchObject({
      name: 'desk',
      scopes: ['READER', 'EDITOR', 'REVIEWER'],
      createdBy: 'operator',
    })
    expect(made.key).toMatch(KEY)
    expect(made.key).toContain(`or_live_${made.keyId}_`)
    expect((Date.parse(made.expiresAt) - Date.now()) / 86_400_000).toBeCloseTo(90, 1)
    const revoked = await runCommand(['keys', 'revoke', 'nosuchkey000', made.keyId], { env })
    expect(revoked).toEqual({
      code: 1,
      stdout: `revoked ${made.keyId} of desk\n`,
      stderr: 'onrecord: there is no key nosuchkey000: see onrecord keys list\n',
    })
    const list = await runCommand(['keys', 'list'], { env })
    expect(list.stdout).toMatch(
      new RegExp(
        `^${made.keyId}  revoked  reader,editor,reviewer  last used never  expires \\d{4}-\\d\\d-\\d\\d  desk\n$`,
      ),
    )
  })

  it.each([
    [['keys', 'create', '--role', 'editor'], /required option '--name <name>' not specified/],
    [['keys', 'create', '--name', 'x'], /required option '--role <role...>' not specified/],
    [
      ['keys', 'create', '--name', 'x', '--role', 'king'],
      /Allowed choices are reader, editor, reviewer, admin/,
    ],
    [
      ['keys', 'create', '--name', 'x', '--role', 'editor', '--expires', 'soon'],
      /Give hours, days or weeks: 12h/,
    ],
    [['query', '--variables', '[1]', '-'], /Give one JSON object/],
    [
      ['keys', 'list', '--url', 'http://x', '--data', 'y'],
      /'--url <url>' cannot be used with option '--data/,
    ],
    [['keys', 'list', '--key', 'hunter2'], /^onrecord: --key is no key: give one that begins with or_\n$/],
  ])('exits with 2 and says what is wrong: %j', async (args, message) => {
    const { code, stdout, stderr } = await runCommand(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })
})

describe('a running server', () => {
  let data: string
  let server: ServingCommand
  let localKey: string
  beforeAll(async () => {
    data = folders.create('served')
    server = await serveCommand(['--data', data])
    localKey = readFileSync(join(data, 'local-admin.key'), 'utf8').trim()
  }, 60_000)
  afterAll(() => server.end('SIGTERM'))

  const ask = (env: Record<string, string>, args: string[] = []) =>
    runCommand(['query', ...args, '-'], { env, stdin: WHO })

  it('has an admin key in a file of the data folder, for its owner only', () => {
    expect(localKey).toMatch(KEY)
    expect(statSync(join(data, 'local-admin.key')).mode & 0o777).toBe(0o600)
    expect(readFileSync(`${data}.holder.json`, 'utf8')).not.toContain('or_')
  })

  it('makes keys for commands that work from elsewhere', async () => {
    const { code, stdout, stderr } = await runProcess([
      ...['keys', 'create', '--data', data],
      ...['--name', 'Mara', '--role', 'editor'],
    ])
    expect(code).toBe(0)
    const key = stdout.trimEnd()
    expect(key).toMatch(KEY)
    const [, , keyId = ''] = key.split('_')
    expect(stderr).toBe(`onrecord: this is key ${keyId} for reader, editor; keep it: it is not shown again\n`)
    const mara = { viewer: { name: 'Mara', scopes: ['READER', 'EDITOR'] } }
    const asked = await ask({ ONRECORD_URL: server.url, ONRECORD_KEY: key })
    expect([asked.code, JSON.parse(asked.stdout)]).toEqual([0, { data: mara }])
    const story = join(folders.root, 'story.txt')
    writeFileSync(story, 'Ferry to sail\n\n“We sail at noon,” said Mara Lindt, the harbour master.\n')
    const remote = ['--url', `${server.url}/graphql`, '--key', key]
    const taken = await runCommand(['ingest', ...remote, '--json', story])
    expect(json(taken.stdout)).toEqual([expect.objectContaining({ status: 'created', statements: 1 })])
    const refused = await runCommand(['keys', 'list', ...remote])
    expect(refused.code).toBe(1)
    expect(refused.stderr).toBe(
      `onrecord: the server at ${server.url}: this needs the scope ADMIN: set ONRECORD_KEY to a key that has it\n`,
    )
    const made = await runCommand(['keys', 'create', ...remote, '--name', 'x', '--role', 'admin'])
    expect(made.stderr).toBe(
      'onrecord: refused: this needs the scope ADMIN: set ONRECORD_KEY to a key that has it\n',
    )
    const listed = await runCommand(['keys', 'list', '--data', data, '--json'])
    expect(json(listed.stdout).map(({ name }) => name)).toEqual(['Mara', 'local'])
    // The log comes through a pipe, after the answer.
    await expect.poll(() => server.log()).toContain(`"keyId":"${keyId}"`)
    expect(server.log()).not.toContain(key.slice(-20))
  })

  it('is reported with advice when the address, key or file is wrong', async () => {
    const none = await ask({ ONRECORD_URL: 'http://127.0.0.1:1' })
    expect(none).toMatchObject({ code: 1, stdout: '' })
    expect(none.stderr).toBe(
      'onrecord: the server at http://127.0.0.1:1: no answer: see that it runs, and that --url or ONRECORD_URL is right\n',
    )
    const wrong = await ask({ ONRECORD_URL: server.url, ONRECORD_KEY: `${localKey.slice(0, -1)}_` })
    expect(wrong.stderr).toBe(
      `onrecord: the server at ${server.url}: the key is not whole: copy it from "or_" to its last letter; it comes from --key, ONRECORD_KEY or the data folder\n`,
    )
    const missing = await runCommand(['query', '--url', server.url, 'nowhere.graphql'])
    expect(missing.stderr).toBe('onrecord: nowhere.graphql: does not exist: check the path\n')
  })

  it('lets `query` print the answer and exit with 1 when a part of it failed', async () => {
    const query = 'query ($first: Int!) { viewer { name } apiKeys(first: $first) { nodes { name } } }'
    const args = ['query', '--url', server.url, '--variables', '{"first":1}', '-']
    const { code, stdout, stderr } = await runProcess(args, { stdin: query })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({
      data: { viewer: { name: 'anonymous' }, apiKeys: null },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    })
  })

  it.each<[string, string[], number, string | RegExp]>([
    [TWO, ['--operation', 'Me'], 0, '"name"'],
    [TWO, ['--operation', 'Mine'], 0, '"scopes"'],
    [TWO, [], 1, 'onrecord: standard input: has 2 operations: name one with --operation: Me, Mine\n'],
    [TWO, ['--operation', 'Yours'], 1, 'onrecord: standard input: has no operation Yours: it has Me, Mine\n'],
    [
      WHO,
      ['--operation', 'Me'],
      1,
      'onrecord: standard input: has no operation Me: it has (without a name)\n',
    ],
    [`${TWO} ${TWO}`, ['--operation', 'Me'], 1, /has 2 operations Me: their names must differ/],
    ['fragment F on Viewer { name }', [], 1, /has no operation$/m],
    ['', [], 1, 'onrecord: standard input: Syntax Error: Unexpected <EOF>. (line 1, column 1)\n'],
    ['subscription { statementChanged { kind } }', [], 1, /is a subscription: this command runs/],
  ])('lets `query` run one operation of %j with %j', async (stdin, args, code, printed) => {
    const answer = await runCommand(['query', '--url', server.url, ...args, '-'], { stdin })
    expect(answer.code).toBe(code)
    if (code === 0) expect(answer.stdout).toContain(printed)
    else if (printed instanceof RegExp) expect(answer.stderr).toMatch(printed)
    else expect(answer).toMatchObject({ stdout: '', stderr: printed })
  })

  it('keeps its key when it starts again', async () => {
    await server.end('SIGTERM')
    server = await serveCommand(['--data', data])
    expect(readFileSync(join(data, 'local-admin.key'), 'utf8').trim()).toBe(localKey)
    const [local] = json((await runCommand(['keys', 'list', '--data', data, '--json'])).stdout).slice(-1)
    expect(local).toMatchObject({ name: 'local', revokedAt: null, lastUsedAt: expect.any(String) })
    await runCommand(['keys', 'revoke', '--data', data, local.keyId])
    await server.end('SIGTERM')
    server = await serveCommand(['--data', data])
    const other = readFileSync(join(data, 'local-admin.key'), 'utf8').trim()
    expect(other).toMatch(KEY)
    expect(other).not.toBe(localKey)
  })
})
