import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataFolders, type DataFolders } from '../../test/harness/data-folder.js'
import { runCommand } from '../../test/harness/run-command.js'
import {
  runProcess,
  type ServingCommand,
  serveCommand,
  startProcess,
} from '../../test/harness/run-process.js'

const story = (title: string, speaker: string, words: string) => `${title}\n\n“${words},” said ${speaker}.\n`

let folders: DataFolders
let data: string
let server: ServingCommand
beforeAll(async () => {
  folders = createDataFolders()
  data = folders.create('watch')
  server = await serveCommand(['--data', data])
})
afterAll(async () => {
  await server.end('SIGTERM')
  folders.remove()
})

const ingest = async (text: string) =>
  expect(await runCommand(['ingest', '--data', data, '-'], { stdin: text })).toMatchObject({ code: 0 })

/** Starts `onrecord watch` on the server of the data folder. */
function startWatch(...args: string[]) {
  const child = startProcess(['watch', '--data', data, ...args], {})
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output.stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    output.stderr += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    output,
    ended,
    lines: () => output.stdout.split('\n').slice(0, -1),
    end(signal: NodeJS.Signals) {
      child.kill(signal)
      return ended
    },
  }
}

describe('onrecord watch', () => {
  it('prints changes as they come, goes on when the server restarts, and ends by a signal', async () => {
    const watching = startWatch('--types', 'statement,article')
    await ingest(story('Ferry to sail', 'Mara Lindt', `We sail \u001b[31mat noon ${'and again '.repeat(20)}`))
    await expect.poll(() => watching.lines().length, { timeout: 10_000 }).toBe(2)
    const { port } = new URL(server.url)
    expect(await server.end('SIGTERM')).toBe(0)
    await expect.poll(() => watching.output.stderr, { timeout: 10_000 }).not.toBe('')
    await ingest(story('The quay', 'Anselm Okafor', 'The quay is sound'))
    server = await serveCommand(['--data', data, '--port', port])
    await expect.poll(() => watching.lines().length, { timeout: 20_000 }).toBe(4)
    await ingest(story('The boat', 'Anselm Okafor', 'The boat is not'))
    await expect.poll(() => watching.lines().length, { timeout: 10_000 }).toBe(6)
    expect(await watching.end('SIGINT')).toBe(0)
    expect(watching.output.stderr).toBe(
      `onrecord: lost the server at ${server.url}: it goes on when the server is back\nonrecord: ${server.url} is back\n`,
    )
    const time = '\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z'
    const line = (what: string) => expect.stringMatching(new RegExp(`^${time}  CREATED   ${what}  [\\w-]+$`))
    expect(watching.lines()).toEqual(
      expect.arrayContaining([
        line('ARTICLE    Ferry to sail'),
        line('STATEMENT  Mara Lindt: “We sail \\\\u001b\\[31mat noon (and again )+.*…'),
        ...[line('ARTICLE    The quay'), line('STATEMENT  Anselm Okafor: “The quay is sound,”')],
        ...[line('ARTICLE    The boat'), line('STATEMENT  Anselm Okafor: “The boat is not,”')],
      ]),
    )
    const [long = ''] = watching.lines().filter((each) => each.includes('again'))
    expect(long.length).toBeLessThan(240)
  }, 90_000)

  it('narrows to speakers and filters, and ends after a number of changes', async () => {
    await ingest(story('Ferry to sail', 'Mara Lindt', 'We sail at noon'))
    const { data: found } = await server.ask('{ speakers(filter: { name: "Mara Lindt" }) { nodes { id } } }')
    const { data: last } = await server.ask('{ changes(last: 1) { pageInfo { endCursor } } }')
    const after = ['--after', last.changes.pageInfo.endCursor]
    const byName = startWatch('--speaker', 'Mara Lindt', '--count', '1', '--json', ...after)
    const byId = startWatch('--speaker', found.speakers.nodes[0].id, '--filter', '{"text": "quay"}', ...after)
    await ingest(story('The boat', 'Anselm Okafor', 'The quay is not'))
    await ingest(story('The tide', 'Mara Lindt', 'The tide is high'))
    await ingest(story('The quay', 'Mara Lindt', 'The quay is sound'))
    expect(await byName.ended).toBe(0)
    expect(byName.lines().map((each) => JSON.parse(each))).toMatchObject([
      {
        kind: 'CREATED',
        type: 'STATEMENT',
        object: { __typename: 'Statement', text: '“The tide is high,”' },
      },
    ])
    await expect.poll(() => byId.lines().length, { timeout: 10_000 }).toBe(1)
    expect(byId.output.stdout).toContain('Mara Lindt: “The quay is sound,”')
    expect(await byId.end('SIGTERM')).toBe(0)
  }, 60_000)

  it('begins with what comes from now on', async () => {
    await ingest(story('Ferry to sail', 'Mara Lindt', 'We sail at noon'))
    const watching = startWatch('--count', '1', '--types', 'article')
    let isEnded = false
    void watching.ended.then(() => {
      isEnded = true
    })
    for (let tide = 1; !isEnded; tide++)
      await ingest(story(`Tide ${tide}`, 'Mara Lindt', `Tide ${tide} is high`))
    expect(watching.output.stdout).toMatch(/ARTICLE {4}Tide \d+ {2}/)
  }, 60_000)

  it('begins at the front or behind a cursor, with the cursor of each change in JSON', async () => {
    await ingest(story('Ferry to sail', 'Mara Lindt', 'We sail at noon'))
    const watched = async (...args: string[]) => {
      const { code, stdout, stderr } = await runProcess(['watch', '--data', data, '--json', ...args])
      expect([code, stderr]).toEqual([0, ''])
      return stdout
        .trimEnd()
        .split('\n')
        .map((each) => JSON.parse(each))
    }
    const [first, second, third] = await watched('--from-start', '--count', '3')
    expect(first).toMatchObject({ kind: 'CREATED', at: expect.any(String), objectId: expect.any(String) })
    expect(await watched('--after', first.cursor, '--count', '2')).toEqual([second, third])
  }, 60_000)

  it.each([
    [
      ['--types', 'pier'],
      2,
      /--types is "pier": it takes article, .* or utterance, with commas between them\n$/,
    ],
    [['--count', '0'], 2, /Give a whole number from 1 on/],
    [['--filter', '[]'], 2, /Give one JSON object/],
    [['--filter', '{"medium": 1}'], 1, /the server at .*medium/],
    [['--from-start', '--after', 'x'], 2, /cannot be used with option/],
    [['--after', 'x'], 1, /after is/],
    [['--speaker', 'Nobody'], 1, /nobody called “Nobody” is on record/],
    [['--url', 'http://127.0.0.1:1'], 1, /the server at http:\/\/127.0.0.1:1: no answer/],
  ])('says what is wrong with %j', async (args, code, message) => {
    const target = args[0] === '--url' ? [] : ['--data', data]
    const result = await runCommand(['watch', ...target, ...args])
    expect(result).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(message) })
  })
})

it('onrecord watch needs a server, and says so', async () => {
  const { code, stderr } = await runCommand(['watch', '--data', folders.create('alone')])
  expect([code, stderr]).toEqual([1, expect.stringMatching(/no server runs on .*: start onrecord serve/)])
})
