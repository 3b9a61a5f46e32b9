import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../test/harness/run-command.js'
import { runProcess } from '../../test/harness/run-process.js'

let folder: string
let stories: string[]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-page-'))
  stories = ['Mara Lindt', 'Boris Vane'].map((speaker, index) => {
    const path = join(folder, `story-${index}.txt`)
    writeFileSync(path, `Ferry to sail\n\n“We sail at noon,” said ${speaker}. The sea was calm.\n`)
    return path
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('onrecord extract --html', () => {
  const page = () => join(folder, 'page.html')

  it('writes one page of all articles to the file, or to standard output', async () => {
    const written = await runCommand(['extract', ...stories, '--html', page(), join(folder, 'missing.txt')])
    expect(written.code).toBe(1)
    expect(written.stderr).toMatch(/missing\.txt: does not exist/)
    const again = await runProcess(['extract', ...stories, '--html', page()])
    expect(again).toEqual({ code: 0, stdout: `${page()}: 2 articles, 2 statements\n`, stderr: '' })
    const content = readFileSync(page(), 'utf8')
    expect(content).toMatch(/^<!doctype html>/)
    for (const args of [['--html'], ['--html', '-']]) {
      expect(await runCommand(['extract', ...stories, ...args])).toEqual({
        code: 0,
        stdout: content,
        stderr: '',
      })
    }
  })

  it('overwrites only its own pages', async () => {
    const other = join(folder, 'story.html')
    writeFileSync(other, '<p>“We sail,” said Ada Moss.</p>')
    const [source] = stories as [string]
    const refused = await runCommand(['extract', source, '--html', other])
    expect(refused).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining(' is no page of `onrecord extract`'),
    })
    expect(readFileSync(other, 'utf8')).toMatch(/^<p>/)
    const nowhere = await runCommand(['extract', source, '--html', join(folder, 'no/page.html')])
    expect(nowhere).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/: its folder does not exist\n$/),
    })
  })

  it.each([
    [['--html', 'story.md'], /put --html behind the sources/],
    [['--html', 'page.html'], /missing required argument 'source'/],
    [['story.md', '--html', '--json'], /'--html \[file\]' cannot be used with option '--json'/],
  ])('exits with 2 and says what is wrong: %j', async (args, message) => {
    const { code, stdout, stderr } = await runCommand(['extract', ...args])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })
})
