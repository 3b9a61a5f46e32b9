import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sniffFormat } from './formats.js'
import { MAX_SOURCE_BYTES, parseContent, readContents, readSource, unreadable } from './read-source.js'
import { SourceError } from './source-error.js'

const TEXT = 'Harbour opens\n\nThe harbour opened on Monday, the mayor said.\n'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function put(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

async function failure(path: string, options = {}): Promise<SourceError> {
  const error = await readSource(path, options).catch((thrown: unknown) => thrown)
  if (!(error instanceof SourceError)) throw new Error(`no SourceError but ${String(error)}`)
  expect(error.message).not.toContain('\n')
  return error
}

async function* stream(...chunks: (string | Uint8Array)[]) {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

describe('readSource', () => {
  it('reads by extension', async () => {
    expect(await readSource(await put('a.txt', TEXT))).toMatchObject({ format: 'TEXT', text: TEXT })
    expect(await readSource(await put('a.MD', `# ${TEXT}`))).toMatchObject({
      format: 'MARKDOWN',
      title: 'Harbour opens',
    })
    expect(await readSource(await put('a.htm', `<h1>x</h1><p>${TEXT}`))).toMatchObject({ format: 'HTML' })
    expect((await readSource(await put('b.txt', `<p>${TEXT}</p>`))).text).toBe(`<p>${TEXT}</p>`)
  })

  it('reads the format that is asked for', async () => {
    expect(await readSource(await put('c.txt', '*Harbour* opened.'), { format: 'MARKDOWN' })).toMatchObject({
      text: 'Harbour opened.',
      format: 'MARKDOWN',
    })
  })

  it('reads standard input', async () => {
    const split = Buffer.from('Zoë opened the harbour.')
    const stdin = stream(split.subarray(0, 3), split.subarray(3))
    expect(await readSource('-', { stdin })).toMatchObject({
      text: 'Zoë opened the harbour.',
      title: 'standard input',
    })
    expect(await readSource('-', { stdin: stream('---\ntitle: T\n---\nText.') })).toMatchObject({
      title: 'T',
    })
    expect(await failure('-', { stdin: stream() })).toMatchObject({
      code: 'EMPTY',
      message: 'standard input: is empty',
    })
    const endless = (async function* () {
      for (;;) yield Buffer.alloc(1_000_000, 'a')
    })()
    expect(await failure('-', { stdin: endless })).toMatchObject({ code: 'TOO_LARGE' })
  })

  it.each(['quay.html', 'quay.txt', 'quay.md', 'quay'])(
    'reads windows-1252 in %s, and says so',
    async (name) => {
      const path = await put(
        name,
        Buffer.from(`<p>Zo\xeb said: \x93the harbour opened, at last.\x94</p>`, 'latin1'),
      )
      expect((await readSource(path)).text).toContain('Zoë said: “the harbour opened, at last.”')
      const [content] = await readContents(path)
      expect(content).toMatchObject({
        warnings: [expect.stringMatching(/^is not UTF-8 .* read as WINDOWS-1252$/)],
      })
    },
  )

  it('reads a page by the charset that it declares after a long head', async () => {
    const markup = `<script>${'//'.repeat(2000)}</script><meta charset="iso-8859-2"><p>\xaf\xf3\xb3w said: the harbour opened.</p>`
    const [content] = await readContents(await put('late.html', Buffer.from(markup, 'latin1')))
    expect(content).toMatchObject({ warnings: [], content: expect.stringContaining('Żółw said') })
  })

  it('has one clear line for what is no file', async () => {
    const missing = join(folder, 'none.txt')
    expect(await failure(missing)).toMatchObject({
      code: 'NOT_FOUND',
      message: `${missing}: does not exist: check the path`,
    })
    expect(await failure(join(await put('d.txt', TEXT), 'e.txt'))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await failure('a\0b')).toMatchObject({ code: 'NOT_FOUND', message: 'a b: is not a path' })
    expect(await failure(folder)).toMatchObject({
      code: 'NOT_A_FILE',
      message: `${folder}: is a folder: give a file`,
    })
    expect(await failure('x'.repeat(5000))).toMatchObject({ code: 'UNREADABLE' })
  })

  it.skipIf(process.getuid?.() === 0)('has one for a file that may not be read', async () => {
    const path = await put('secret.txt', TEXT)
    await chmod(path, 0)
    expect(await failure(path)).toMatchObject({ code: 'UNREADABLE' })
  })

  it('tells what the system says of unreadable files', () => {
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })
    expect(unreadable(denied, 'a.txt')).toMatchObject({
      code: 'UNREADABLE',
      message: 'a.txt: may not be read: check its permissions',
    })
    expect(unreadable(Object.assign(new Error(), { code: 'EIO' }), 'a.txt').message).toBe(
      'a.txt: cannot be read (EIO)',
    )
    expect(unreadable('strange', 'a.txt').message).toBe('a.txt: cannot be read')
  })

  it('refuses files over the limit before reading them', async () => {
    const path = await put('large.txt', TEXT)
    await truncate(path, 20_000_000)
    expect(await failure(path)).toMatchObject({
      code: 'TOO_LARGE',
      message: `${path}: is 20.0 MB, the limit is 5 MB: split it into articles`,
    })
    const full = await readSource(await put('full.txt', 'a'.repeat(MAX_SOURCE_BYTES)))
    expect(full.text).toHaveLength(MAX_SOURCE_BYTES)
    expect(await failure(await put('over.txt', 'a'.repeat(MAX_SOURCE_BYTES + 1)))).toMatchObject({
      code: 'TOO_LARGE',
    })
    const stdin = Readable.from([Buffer.alloc(MAX_SOURCE_BYTES + 1, 'a')])
    await expect(readSource('-', { stdin })).rejects.toThrow(/is more than 5 MB/)
    const content = 'a'.repeat(MAX_SOURCE_BYTES + 1)
    await expect(parseContent({ content, name: 'a.txt', format: 'TEXT' })).rejects.toThrow(/is 5\.1 MB/)
  })

  it.skipIf(process.platform === 'win32')('reads pipes, with the same limit', async () => {
    const pipe = join(folder, 'pipe.txt')
    execFileSync('mkfifo', [pipe])
    const [, read] = await Promise.all([writeFile(pipe, TEXT), readSource(pipe)])
    expect(read.text).toBe(TEXT)
    expect(await failure('/dev/zero')).toMatchObject({ code: 'TOO_LARGE' })
  })

  it.each([
    ['empty', '', 'EMPTY'],
    ['blank', ' \n\t\n', 'EMPTY'],
    ['binary', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0), 'BINARY'],
    ['NUL', 'text\0text', 'BINARY'],
    ['a noncharacter', 'text \uFFFF', 'INVALID_CHARACTER'],
  ])('refuses %s in any format', async (_, content, code) => {
    for (const name of ['bad.txt', 'bad.md', 'bad']) {
      const path = await put(name, content)
      expect(await failure(path)).toMatchObject({ code, message: expect.stringContaining(path) })
    }
  })
})

describe('sniffFormat', () => {
  it.each([
    ['<!DOCTYPE html><p>', 'HTML'],
    ['\n <div class="a">', 'HTML'],
    ['<p>Hello', 'HTML'],
    ['---\ntitle: a\n---', 'MARKDOWN'],
    ['# Harbour', 'MARKDOWN'],
    ['<3 the harbour', 'TEXT'],
    ['#harbour', 'TEXT'],
    ['---\n\nThe harbour', 'TEXT'],
  ])('of %j is %s', (content, format) => expect(sniffFormat(content)).toBe(format))
})
