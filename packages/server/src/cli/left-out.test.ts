import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommand } from '../../test/harness/run-command.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-'))
  for (const name of ['a.pdf', 'b.pdf', 'c.rss', 'd.jpg', 'e.unknown', '.hidden', 'README.md']) {
    await writeFile(join(folder, name), 'x')
  }
  await writeFile(join(folder, 'ferry.txt'), 'Ferry to sail\n\n“We sail at noon,” said Mara Lindt.\n')
  await writeFile(
    join(folder, 'feed.txt'),
    '<rss version="2.0"><channel><title>“We sail”</title></channel></rss>',
  )
})
afterAll(() => rm(folder, { recursive: true }))

it('tells what a folder has beside articles, refuses a feed, and says what to do with an address', async () => {
  const { stdout, stderr, code } = await runCommand([
    'extract',
    folder,
    'https://post.example/talks',
    join(folder, 'a.pdf'),
  ])
  expect(stdout).toContain('Mara Lindt')
  expect(stderr.split('\n').toSorted()).toEqual([
    '',
    expect.stringMatching(/a\.pdf: is a PDF, not an article: save its text as \.txt, \.md or \.html$/),
    expect.stringMatching(
      /feed\.txt: is a feed, not an article: save the pages that it links to, and give these$/,
    ),
    'onrecord: https://post.example/talks: is an address, and only files are read: save the page, or send it with curl -s <address> | onrecord ingest --format html -',
    'onrecord: left out of folders, as no articles: PDFs (2), feeds (1), images (1), other files (1)',
  ])
  expect(code).toBe(1)
})
