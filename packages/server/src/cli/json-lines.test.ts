import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommand } from '../../test/harness/run-command.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-json-lines-'))
  const articles = [
    { plainText: 'Ferry to sail\n\n“We sail at noon,” said Mara Lindt.' },
    { html: '<p>' },
    { markdown: '# The quay\n\n“The quay is sound,” said Anselm Okafor.', name: 'quay.md' },
  ]
  const lines = [...articles.map((article) => JSON.stringify(article)), 'no JSON']
  writeFileSync(join(folder, 'week.jsonl'), lines.join('\n'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('takes every article of a file of JSON Lines, and a bad line fails alone', async () => {
  const { code, stdout, stderr } = await runCommand(['extract', '--json', folder])
  expect(code).toBe(1)
  const found = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(found.map(({ title, statements, error }) => [title ?? error.code, statements?.[0].speaker])).toEqual(
    [
      ['Ferry to sail', 'Mara Lindt'],
      ['NO_MAIN_TEXT', undefined],
      ['The quay', 'Anselm Okafor'],
      ['INVALID_JSON', undefined],
    ],
  )
  expect(found[3]).toMatchObject({
    docId: expect.any(String),
    source: expect.stringContaining('week.jsonl:4'),
  })
  expect(stderr).toContain('week.jsonl:2: ')
  expect(stderr).toContain('week.jsonl:4: is not JSON: put one object into each line\n')
})
