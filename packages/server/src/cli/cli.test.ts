import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../test/harness/run-command.js'
import { runProcess } from '../../test/harness/run-process.js'

const COMMANDS = ['serve', 'ingest', 'query', 'review', 'keys', 'extract', 'migrate', 'schema']

let folder: string
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const STORY = `Ferry to sail again

"The quay is sound," said Mara Lindt, the harbour master. She said that the first boat would leave on Monday.
`

describe('onrecord', () => {
  it('prints its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(await runProcess(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  it('prints help with examples, for itself and for each command', async () => {
    const helps = await Promise.all([
      runCommand(['--help']),
      ...COMMANDS.map((name) => runCommand([name, '--help'])),
    ])
    for (const { code, stdout, stderr } of helps) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toMatch(/\nExamples:\n {2}\$ .*onrecord /)
    }
    for (const name of COMMANDS) expect(helps[0]?.stdout).toContain(`\n  ${name} `)
  })

  it.each([
    [['srve'], /unknown command 'srve'/],
    [['serve', '--prot', '1'], /unknown option '--prot'/],
    [['ingest'], /missing required argument 'source'/],
    [['extract', '--format', 'pdf', 'x'], /'pdf' is invalid. Allowed choices are text, markdown, html/],
    [['serve', '--port', 'http'], /^onrecord: --port is not a number: give a port from 0 to 65535\n$/],
  ])('exits with 2 and says what is wrong: %j', async (args, message) => {
    const { code, stdout, stderr } = await runCommand(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })

  it('exits with 2 and prints its help without a command', async () => {
    const { code, stderr } = await runProcess([])
    expect(code).toBe(2)
    expect(stderr).toContain('Usage: onrecord')
  })

  it.each([
    [{ PORT: '99999' }, 'PORT is above 65535: give a port from 0 to 65535'],
    [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL must begin with postgresql://'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is not a log level: give one of '],
  ])('names the variable that is wrong: %j', async (env, message) => {
    const { code, stderr } = await runCommand(['serve'], { cwd: folder, env })
    expect(code).toBe(2)
    expect(stderr.startsWith(`onrecord: ${message}`)).toBe(true)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('onrecord extract', () => {
  it('prints one JSON line for each document, with offsets into its text', async () => {
    const path = file('ferry.txt', STORY)
    const { code, stdout, stderr } = await runCommand(['extract', '--json', path])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const [line, ...rest] = stdout.trimEnd().split('\n')
    expect(rest).toEqual([])
    const document = JSON.parse(line as string)
    expect(document).toMatchObject({ docId: 'ferry', title: 'Ferry to sail again', text: STORY })
    const [direct, indirect] = document.statements
    expect(direct).toMatchObject({ kind: 'DIRECT', speaker: 'Mara Lindt', cue: 'said' })
    expect(indirect).toMatchObject({ kind: 'INDIRECT', speaker: 'Mara Lindt', cue: 'said' })
    expect(STORY.slice(direct.segments[0].start, direct.segments[0].end)).toContain('The quay is sound')
    expect(STORY.slice(indirect.start, indirect.end)).toContain('the first boat would leave on Monday')
    expect(STORY.slice(direct.source.start, direct.source.end)).toContain('Mara Lindt')
  })

  it('prints lines for people without --json, and reads standard input', async () => {
    const { code, stdout } = await runProcess(['extract', '-'], { stdin: STORY })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Ferry to sail again {2}\(-\)\n {2}\d+–\d+ {2}DIRECT {4}Mara Lindt \(said\): /)
    const denial = await runProcess(['extract', '-'], { stdin: 'Mara Lindt denied that the quay leaked.\n' })
    expect(denial.stdout).toMatch(/ {2}INDIRECT {2}DENIED {4}Mara Lindt \(denied\): the quay leaked\n/)
  })

  it('reads sources in the format that --format names', async () => {
    const html = '<html><body><article><p>“We sail at noon,” said Mara Lindt.</p></article></body></html>'
    const { stdout } = await runCommand(['extract', '--json', '--format', 'html', '-'], { stdin: html })
    expect(JSON.parse(stdout)).toMatchObject({ docId: 'stdin', text: '“We sail at noon,” said Mara Lindt.' })
  })

  it('warns of a guessed encoding, on standard error and in the JSON', async () => {
    const path = file('latin.txt', Buffer.from('\x93We sail at noon,\x94 said Zo\xeb Lindt.', 'latin1'))
    const { code, stdout, stderr } = await runProcess(['extract', '--json', path])
    const warning = 'is not UTF-8 and names no charset: read as WINDOWS-1252'
    expect({ code, stderr }).toEqual({ code: 0, stderr: `onrecord: warning: ${path}: ${warning}\n` })
    expect(JSON.parse(stdout)).toMatchObject({
      text: '“We sail at noon,” said Zoë Lindt.',
      warnings: [warning],
    })
  })

  it('says in one line for each bad file what is wrong, and reads the other files', async () => {
    const bad = {
      'empty.txt': '',
      'blank.md': ' \n\n',
      'binary.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
      'nul.txt': 'He said\u0000 no.',
      'big.txt': 'a '.repeat(10_000_000),
      'front.md': '---\ntitle: [broken\n---\n\nShe said no.',
    }
    const paths = Object.entries(bad).map(([name, content]) => file(name, content))
    const good = [file('good.txt', STORY), file('broken.html', '<p>“We <b>sail,” said Mara Lindt.<<p></div>')]
    const missing = join(folder, 'missing.txt')
    const { code, stdout, stderr } = await runProcess([
      'extract',
      '--json',
      ...paths,
      missing,
      folder,
      ...good,
    ])
    expect(code).toBe(1)
    const lines = stderr.trimEnd().split('\n')
    for (const path of [...paths, missing]) {
      expect(lines.filter((line) => line.startsWith(`onrecord: ${path}: `))).toHaveLength(1)
    }
    expect(stderr).not.toMatch(/^\s+at /m)
    const read = stdout.trimEnd().split('\n')
    expect(read.map((line) => JSON.parse(line).docId)).toEqual(expect.arrayContaining(['good', 'broken']))
  })
})
