import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataFolders, type DataFolders } from '../../test/harness/data-folder.js'
import { runCommand } from '../../test/harness/run-command.js'
import { runProcess, type ServingCommand, serveCommand } from '../../test/harness/run-process.js'

let folders: DataFolders
let articles: string

beforeAll(async () => {
  folders = createDataFolders()
  articles = join(folders.root, 'articles')
  mkdirSync(articles)
  const story = (title: string, speaker: string) =>
    `---\ntitle: ${title}\nurl: https://gazette.example/${speaker.length}\n---\n\n“We sail at noon,” said ${speaker}.\n`
  writeFileSync(join(articles, 'a.md'), story('Ferry to sail', 'Mara Lindt'))
  writeFileSync(join(articles, 'b.md'), story('Ferry has sailed', 'Anselm Okafor'))
  writeFileSync(join(articles, 'bad.md'), new Uint8Array([0x48, 0, 0x20]))
}, 60_000)
afterAll(() => folders.remove())

const lines = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('onrecord ingest', () => {
  it('ingests the good files of a folder, and finds nothing new the second time', async () => {
    const data = folders.create('twice')
    const first = await runCommand(['ingest', '--data', data, articles])
    expect(first.code).toBe(1)
    expect(first.stderr).toBe(
      `onrecord: ${join(articles, 'bad.md')}: looks binary (a zero byte at offset 1): give text, Markdown or HTML saved as UTF-8\n`,
    )
    expect(first.stdout).toContain(`new        ${join(articles, 'a.md')}  “Ferry to sail”, 1 statement\n`)
    expect(first.stdout).toContain('\n3 articles: 2 new, 1 failed; 2 statements proposed\n')
    const again = await runCommand(['ingest', '--data', data, '--json', articles])
    expect(again.code).toBe(1)
    const [a, b, bad] = lines(again.stdout)
    expect(a).toMatchObject({ source: join(articles, 'a.md'), status: 'unchanged', statements: 0 })
    expect(b).toMatchObject({ status: 'unchanged', title: 'Ferry has sailed' })
    expect(bad).toMatchObject({ source: join(articles, 'bad.md'), error: { code: 'BINARY' } })
  })

  it('waits for another command that has the folder open', async () => {
    const args = ['--data', folders.create('shared'), '--json']
    const took = await Promise.all(
      ['a.md', 'b.md'].map((name) => runProcess(['ingest', ...args, join(articles, name)])),
    )
    for (const { code, stdout, stderr } of took) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(JSON.parse(stdout)).toMatchObject({ status: 'created' })
    }
  })

  it.each([
    [
      'postgresql://user:hunter2@127.0.0.1:1/record',
      /cannot use the database at 127\.0\.0\.1:1\/record: .*ECONNREFUSED/,
    ],
    [
      'postgresql://user:hunter2@no-such-host.invalid/record',
      /cannot use the database at no-such-host\.invalid\/record/,
    ],
  ])(
    'says in one line that the database cannot be reached, without its password: %s',
    async (url, message) => {
      const { code, stdout, stderr } = await runCommand(['ingest', articles], { env: { DATABASE_URL: url } })
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(message)
      expect(stderr).not.toContain('hunter2')
      expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    },
  )
})

describe('onrecord, while a server has the folder open,', () => {
  let data: string
  let server: ServingCommand
  beforeAll(async () => {
    data = folders.create('served')
    server = await serveCommand(['--data', data], { env: { LOG_LEVEL: 'info' } })
  }, 60_000)
  afterAll(async () => expect(await server.end('SIGTERM')).toBe(0))

  it('ingests through the server, with the same output and exit code', async () => {
    const ingested = await runCommand(['ingest', '--data', data, '--json', articles])
    expect(ingested.code).toBe(1)
    expect(lines(ingested.stdout).map((line) => line.status ?? line.error.code)).toEqual([
      'created',
      'created',
      'BINARY',
    ])
    const { data: answer } = await server.ask('{ statements { nodes { text speaker { name } } } }')
    expect(answer.statements.nodes).toContainEqual({
      text: '“We sail at noon,”',
      speaker: { name: 'Mara Lindt' },
    })
    // The log comes through a pipe, after the answer.
    await expect.poll(() => server.log()).toContain('"operation":"ArticleIngest"')
    expect(server.log()).not.toContain('We sail')
  })

  it('refuses to migrate, in one line', async () => {
    const { code, stderr } = await runProcess(['migrate', '--data', data])
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^onrecord: the data folder \S+ is in use by process \d+ \(serving http:\S+\): stop it, or .*\n$/,
    )
  })
})
