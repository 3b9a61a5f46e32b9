import { expect, it } from 'vitest'
import { createPostgresDatabase } from '../../test/harness/databases.js'
import { runCommand } from '../../test/harness/run-command.js'
import { runProcess } from '../../test/harness/run-process.js'

const STORY = `Ferry to sail again

"The quay is sound," said Mara Lindt, the harbour master. "The boat is not," said Anselm Okafor.
`

it('shows the queue, and takes decisions about the statements that it showed', async () => {
  const env = { DATABASE_URL: await createPostgresDatabase() }
  const run = (args: string[], stdin?: string) => runCommand(args, { env, ...(stdin ? { stdin } : {}) })
  expect((await run(['ingest', '-'], STORY)).code).toBe(0)
  const queue = async () => {
    const { stdout } = await run(['review', '--json'])
    return stdout === ''
      ? []
      : stdout
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line))
  }
  const [first, second, ...rest] = await queue()
  expect(rest).toEqual([])
  expect(first).toMatchObject({
    speaker: { name: 'Mara Lindt' },
    version: 1,
    article: { title: 'Ferry to sail again' },
  })
  const shown = await run(['review', '--limit', '1'])
  expect(shown.stdout).toBe(
    `${first.id}@1  Ferry to sail again\n  DIRECT    Mara Lindt (said): "The quay is sound,"\n`,
  )
  const verified = await runProcess(['review', 'verify', `${first.id}@1`], { env })
  expect(verified).toEqual({ code: 0, stdout: `verified  ${first.id}@2\n`, stderr: '' })
  const elsewhere = await run(['review', '--url', 'http://127.0.0.1:1', 'verify', second.id])
  expect(elsewhere).toMatchObject({ code: 1, stdout: '' })
  expect(elsewhere.stderr).toContain('the server at http://127.0.0.1:1: no answer')
  const again = await run(['review', 'verify', `${first.id}@1`, second.id])
  expect(again).toMatchObject({ code: 1, stdout: `verified  ${second.id}@2\n` })
  expect(again.stderr).toMatch(
    new RegExp(`^onrecord: ${first.id}: expectedVersion is 1, but the version is 2 now: .*\n$`),
  )
  expect(await queue()).toEqual([])
  const rejected = await run(['review', 'reject', '--reason', 'not-speech', '--json', `${first.id}@1`])
  expect(rejected).toMatchObject({ code: 1, stderr: '' })
  expect(JSON.parse(rejected.stdout)).toMatchObject({ id: first.id, __typename: 'ConflictError' })
  // A printed line can be passed on to `reopen`.
  const [, decided = ''] = again.stdout.trim().split(/ +/)
  const reopened = await run(['review', 'reopen', '--note', 'the wrong page', decided])
  expect(reopened).toEqual({ code: 0, stdout: `proposed  ${second.id}@3\n`, stderr: '' })
  expect(await queue()).toMatchObject([{ id: second.id, version: 3 }])
  const retracted = await run(['review', 'retract', `${first.id}@2`, `${second.id}@3`])
  expect(retracted).toMatchObject({ code: 1, stdout: `retracted  ${first.id}@3\n` })
  expect(retracted.stderr).toMatch(/is RETRACT, but the statement is PROPOSED: pass VERIFY or REJECT\n$/)
  const unsaid = await run(['review', 'reject', first.id])
  expect(unsaid).toMatchObject({ code: 2, stdout: '' })
  expect(unsaid.stderr).toContain("required option '--reason <reason>' not specified")
}, 120_000)
