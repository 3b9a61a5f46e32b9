import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expandInputs } from './expand-inputs.js'

const FILES = [
  'in/b.md',
  'in/a.txt',
  'in/README.md',
  'in/.hidden.md',
  'in/.git/c.md',
  'in/node_modules/x/readme.txt',
  'in/deep/er/d.HTML',
  'in/deep/e.htm',
  'in/deep/f.json',
  'in/deep/g.text',
  'in/deep/h.xhtml',
  'in/[1].md',
  'none/x.json',
]
let cwd = ''

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'onrecord-'))
  for (const file of FILES) {
    await mkdir(dirname(join(cwd, file)), { recursive: true })
    await writeFile(join(cwd, file), 'text')
  }
  await symlink(join(cwd, 'in'), join(cwd, 'in/deep/loop'))
  await symlink(join(cwd, 'in/a.txt'), join(cwd, 'in/link.txt'))
})
afterAll(() => rm(cwd, { recursive: true }))

const expand = async (...inputs: string[]) => {
  const { inputs: found, errors } = await expandInputs(inputs, cwd)
  return { found, errors: errors.map(({ code, message }) => `${code} ${message}`) }
}

describe('expandInputs', () => {
  it('takes the articles of a folder, sorted', async () => {
    expect(await expand('in')).toEqual({
      found: [
        ...['in/[1].md', 'in/a.txt', 'in/b.md', 'in/deep/e.htm', 'in/deep/er/d.HTML'],
        ...['in/deep/g.text', 'in/deep/h.xhtml', 'in/link.txt'],
      ],
      errors: [],
    })
  })

  it('takes what a pattern matches, whatever it is', async () => {
    expect((await expand('in/**/*.{json,md}')).found).toEqual(
      expect.arrayContaining(['in/README.md', 'in/b.md', 'in/deep/f.json']),
    )
    expect((await expand(join(cwd, 'in/*.txt'))).found).toHaveLength(2)
  })

  it('takes a file that exists for itself, not for a pattern', async () => {
    expect(await expand('in/[1].md', 'in/deep/f.json')).toEqual({
      found: ['in/[1].md', 'in/deep/f.json'],
      errors: [],
    })
  })

  it('keeps the order of inputs and takes nothing twice', async () => {
    expect((await expand('-', 'in/b.md', './in/b.md', join(cwd, 'in/b.md'), 'in/*.md', '-')).found).toEqual([
      '-',
      'in/b.md',
      'in/README.md',
      'in/[1].md',
    ])
  })

  it('has an error for each input that names nothing, and goes on', async () => {
    expect(await expand('nope.md', 'in/*.pdf', 'none', '', 'in/a.txt', 'in/a.txt/b.md', 'a\0b')).toEqual({
      found: ['in/a.txt'],
      errors: [
        'NOT_FOUND nope.md: does not exist: check the path',
        'NO_MATCH in/*.pdf: matches no file: check the pattern',
        'NO_MATCH none: has no .txt, .md or .html files in it',
        'NOT_FOUND an input is empty: give a path, a pattern or -',
        'NOT_FOUND in/a.txt/b.md: does not exist: check the path',
        'NOT_FOUND a b: is not a path',
      ],
    })
  })
})
