import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createPostgresDatabase } from '../../test/harness/databases.js'
import { runCommand } from '../../test/harness/run-command.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
afterAll(() => rmSync(folder, { recursive: true }))

const SAIL = '“We sail at noon,” said Mara Lindt.'
const QUAY = '“The quay is sound, and it will stay so,” said Anselm Okafor.'

it('holds a text that shrank, shows it in the queue, takes it when told to, and names what vanished', async () => {
  const env = { DATABASE_URL: await createPostgresDatabase() }
  const run = (...args: string[]) => runCommand(args, { env, cwd: folder })
  const take = async (text: string, ...options: string[]) => {
    writeFileSync(join(folder, 'ferry.txt'), text)
    return (await run('ingest', ...options, 'ferry.txt')).stdout
  }
  expect(await take(`Ferry to sail\n\n${SAIL}\n\n${QUAY}\n`)).toContain(
    '1 article: 1 new; 2 statements proposed',
  )
  // The file has neither URL nor id, and is found again by its path.
  expect(await take(`Ferry to sail\n\n${SAIL}\n\n${QUAY} So it will.\n`)).toContain('1 article: 1 updated')
  const queue = (await run('review', '--json')).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const quay = queue.find(({ text }) => text.includes('quay'))
  expect((await run('review', 'verify', quay.id)).code).toBe(0)
  const short = `Ferry to sail\n\n${SAIL}\n`
  expect(await take(short)).toMatch(
    /^held +ferry\.txt {2}“Ferry to sail”; half as long as on record or shorter: see onrecord review, or pass --accept-shorter\n1 article: 1 held\n$/,
  )
  const [first = '', ...rest] = (await run('review')).stdout.split('\n')
  expect(first).toMatch(/^held {2}(\S+) {2}Ferry to sail: \d+ characters came in, \d+ are on record; /)
  expect(rest.join('\n')).not.toContain('gone')
  const [, id = ''] = first.split(/ +/)
  expect(await run('review', 'accept-text', id)).toEqual({ code: 0, stdout: `accepted  ${id}\n`, stderr: '' })
  const again = await run('review', 'drop-text', id)
  expect(again).toMatchObject({ code: 1, stdout: '' })
  expect(again.stderr).toContain('is of an Article without a held text')
  expect((await run('review')).stdout).toMatch(
    new RegExp(
      `^gone {2}${quay.id}@\\d+ {2}Ferry to sail: Anselm Okafor: “The quay is sound, and it will stay so,”\n`,
    ),
  )
  const json = JSON.parse(
    await take('Ferry to sail\n\n“We sail,” said Mara Lindt.', '--accept-shorter', '--json'),
  )
  expect(json).toMatchObject({
    status: 'updated',
    statementsVanished: [
      { id: quay.id, text: '“The quay is sound, and it will stay so,”', speaker: 'Anselm Okafor' },
    ],
  })
}, 120_000)
