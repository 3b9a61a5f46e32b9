import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CHAT_KEY,
  type ChatBehaviour,
  type ChatEndpointServer,
  refuse,
  startChatEndpoint,
} from '../../test/harness/chat-endpoint.js'
import { createDataFolders, type DataFolders } from '../../test/harness/data-folder.js'
import { runCommand } from '../../test/harness/run-command.js'
import { serveCommand } from '../../test/harness/run-process.js'

let folders: DataFolders
let endpoint: ChatEndpointServer
let env: Record<string, string>
let stories: string[]

beforeAll(async () => {
  folders = createDataFolders()
  endpoint = await startChatEndpoint()
  env = {
    ONRECORD_EXTRACTOR_URL: endpoint.url,
    ONRECORD_EXTRACTOR_MODEL: 'small-1',
    ONRECORD_EXTRACTOR_KEY: CHAT_KEY,
  }
  stories = ['Mara Lindt', 'Boris Vane'].map((speaker, index) => {
    const path = join(folders.root, `story-${index}.txt`)
    writeFileSync(path, `Ferry to sail\n\n“We sail at noon,” said ${speaker}. The sea was calm.\n`)
    return path
  })
})
afterAll(async () => {
  await endpoint.close()
  folders.remove()
})

/** A model that finds what the rules do not: the author's own words. */
const calm: ChatBehaviour = ({ messages }) => {
  const [, name] = /said (\S+ \S+)\./.exec(messages.at(-1)?.content ?? '') ?? []
  const statement = (words: string) => ({
    ...{ words: [words], before: '', kind: 'INDIRECT', medium: 'UNKNOWN', speaker: name, mention: name },
    ...{ cue: 'said', basis: 'NAMED', confidence: 0.4 },
  })
  return {
    speakers: [{ name, kind: 'PERSON', aliases: [], role: null }],
    statements: [statement('The sea was calm'), statement('The sea was rough')],
  }
}

const AGENT = '{ statements { nodes { text provenance { method agent confidence } } } }'

describe('onrecord with a model configured', () => {
  it('asks the model in `extract`, says what was left out, and uses the rules when told', async () => {
    endpoint.behave(calm)
    const [path] = stories as [string]
    const model = await runCommand(['extract', '--json', path], { env })
    expect(model).toMatchObject({
      code: 0,
      stderr: 'onrecord: left out 1 statement of the model that the text does not bear out: 1 words\n',
    })
    expect(JSON.parse(model.stdout)).toMatchObject({
      extractor: 'onrecord-model/small-1@0.1.0',
      statements: [{ speaker: 'Mara Lindt', confidence: 0.4 }],
    })
    const rules = await runCommand(['extract', '--json', '--extractor', 'rules', path], { env })
    expect(JSON.parse(rules.stdout).extractor).toMatch(/^onrecord-rules@/)
    expect(endpoint.requests).toHaveLength(1)
    const unset = await runCommand(['extract', '--extractor', 'model', path])
    expect(unset).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('ONRECORD_EXTRACTOR_URL is unset'),
    })
  })

  it('asks the model in `serve` for new articles, also for those of `ingest`', async () => {
    endpoint.behave(calm)
    const data = folders.create('served')
    const [first, second] = stories as [string, string]
    const server = await serveCommand(['--data', data, '--ingest', first], {
      env: { ...env, LOG_LEVEL: 'info' },
    })
    try {
      const ingested = await runCommand(['ingest', '--data', data, second])
      expect(ingested).toMatchObject({ code: 0, stderr: '' })
      const provenance = { method: 'MODEL', agent: 'onrecord-model/small-1@0.1.0', confidence: 0.4 }
      const { data: answer } = await server.ask(AGENT)
      expect(answer.statements.nodes).toEqual(Array(2).fill({ text: 'The sea was calm', provenance }))
      // The log comes through a pipe, after the answer.
      await expect.poll(() => server.log()).toContain('"msg":"new articles are sent to a model"')
      await expect.poll(() => server.log()).toContain('"dropped":{"words":1}')
      endpoint.behave((_, response) => refuse(response, 422, `no: ${CHAT_KEY}`))
      const third = join(folders.root, 'third.txt')
      writeFileSync(third, '“We sail,” said Ada Moss.\n')
      const failed = await runCommand(['ingest', '--data', data, '--json', third])
      expect(failed.code).toBe(1)
      expect(JSON.parse(failed.stdout)).toMatchObject({ source: third, error: { code: 'REJECTED' } })
      await expect.poll(() => server.log()).toContain('answered 422 to this article')
    } finally {
      expect(await server.end('SIGTERM')).toBe(0)
    }
    expect(server.log()).not.toContain(CHAT_KEY)
  })

  it('goes on in `ingest` after one refused article, and stops when all would be refused', async () => {
    const data = folders.create('alone')
    endpoint.behave((_, response) => refuse(response, 413, 'too long'), calm)
    const alone = await runCommand(['ingest', '--data', data, ...stories], { env })
    expect(alone.code).toBe(1)
    expect(alone.stderr).toMatch(
      /^onrecord: .*story-0\.txt: the model at \S+ answered 413 to this article: too long\n/,
    )
    expect(alone.stdout).toContain('2 articles: 1 new, 1 failed; 1 statement proposed\n')
    endpoint.behave(calm)
    const other = folders.create('none')
    const wrong = await runCommand(['ingest', '--data', other, ...stories], {
      env: { ...env, ONRECORD_EXTRACTOR_KEY: 'sk-wrong' },
    })
    expect(wrong).toEqual({
      code: 1,
      stdout: '',
      stderr: `onrecord: the model at ${endpoint.url} answered 401: check ONRECORD_EXTRACTOR_KEY\n`,
    })
    expect(endpoint.requests).toHaveLength(1)
  })
})
