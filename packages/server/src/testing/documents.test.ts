import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from '../schema/schema.js'
import { createDataFolders, type DataFolders } from './data-folder.js'
import { runCommand, type ServingCommand, serveCommand } from './run-command.js'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'docs/configuration.md', 'docs/errors.md'],
  ...['docs/guides/keys-and-roles.md', 'docs/guides/review.md'],
  ...['packages/server/README.md', 'packages/extract/README.md'],
  ...['packages/sdk/README.md', 'packages/codegen/README.md'],
]

interface Block {
  language: string
  code: string
  /** The JSON that follows at once: the answer. */
  answer: string | null
}

const textOf = (document: string) => readFileSync(join(root, document), 'utf8')

function blocksOf(document: string): Block[] {
  const fences = [
    ...textOf(document).matchAll(/^```(\w*)\n([\s\S]*?)^```\n(?:\n```json\n([\s\S]*?)^```\n)?/gm),
  ]
  return fences.map(([, language = '', code = '', answer]) => ({ language, code, answer: answer ?? null }))
}

let folders: DataFolders
let server: ServingCommand

beforeAll(async () => {
  folders = await createDataFolders()
  const articles = join(root, 'examples/articles')
  server = await serveCommand(['--data', folders.create('documents'), '--ingest', articles])
}, 60_000)
afterAll(async () => {
  await server.end('SIGTERM')
  folders.remove()
})

describe.each(DOCUMENTS)('%s', (document) => {
  it('links only to what is there', () => {
    const links = [...textOf(document).matchAll(/\]\(([^)#:]+)(?:#[\w-]+)?\)/g)].map(
      ([, path]) => path as string,
    )
    expect(links.filter((path) => !existsSync(join(root, dirname(document), path)))).toEqual([])
  })

  it('shows queries that the schema has, with the answers that the sample articles give', async () => {
    for (const { language, code, answer } of blocksOf(document)) {
      if (language !== 'graphql') continue
      expect(validate(schema, parse(code))).toEqual([])
      // Those need a key, and are run where what they change is tested.
      if (code.startsWith('mutation')) continue
      const { data, errors } = await server.ask(code)
      expect(errors).toBeUndefined()
      if (answer !== null) expect(data).toEqual(JSON.parse(answer))
    }
  })

  it('shows commands that work', async () => {
    const lines = blocksOf(document)
      .filter(({ language }) => language === 'sh')
      .flatMap(({ code }) => code.split('\n'))
    const scripts = JSON.parse(textOf('package.json')).scripts
    for (const [, script] of lines.join('\n').matchAll(/npm (?:run (?:-s )?)?(start|test|[a-z]+)\b/g)) {
      if (script !== 'install' && script !== 'run') expect(scripts).toHaveProperty(script as string)
    }
    for (const line of lines) {
      const [, args] = /^npm run -s onrecord -- (.*)$/.exec(line) ?? []
      if (!args?.includes('examples/')) continue
      const { code, stdout } = await runCommand(args.split(' '), { cwd: root })
      expect(code).toBe(0)
      expect(stdout).not.toBe('')
    }
  })
})

describe('the README', () => {
  it('shows a query with its answer', () => {
    expect(
      blocksOf('README.md').filter(({ language, answer }) => language === 'graphql' && answer),
    ).toHaveLength(1)
  })
})

describe('packages/sdk/README.md', () => {
  it('shows programs with what they print', async () => {
    const programs = textOf('packages/sdk/README.md').matchAll(
      /^```js\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```$/gm,
    )
    const shown = [...programs]
    expect(shown.length).toBeGreaterThan(1)
    for (const [, program = '', output] of shown) {
      const code = program.replace('http://127.0.0.1:4000', server.url)
      const args = ['--input-type=module', '--eval', code]
      // From here the package is found by its name.
      const { stdout } = await promisify(execFile)(process.execPath, args, {
        cwd: join(root, 'packages/server'),
      })
      expect(stdout).toBe(output)
    }
  })

  it('names every operation and every kind of failure', () => {
    const text = textOf('packages/sdk/README.md')
    const nouns = ['article', 'site', 'speaker', 'statement', 'topic']
    const generated = nouns.map((noun) => textOf(`packages/sdk/src/generated/${noun}.ts`)).join('')
    const functions = [...generated.matchAll(/^export const ([a-z]\w+) =/gm)].map(
      ([, name]) => name as string,
    )
    expect(functions.length).toBeGreaterThan(10)
    for (const name of functions) expect(text).toContain(`\`${name}\``)
    const [, kinds = ''] =
      /export type ErrorKind =([\s\S]*?)\n\n/.exec(textOf('packages/sdk/src/error.ts')) ?? []
    for (const [, kind] of kinds.matchAll(/'([a-z-]+)'/g)) expect(text).toContain(`\`${kind}\``)
  })
})

describe('docs/configuration.md', () => {
  it('lists every variable that is read', () => {
    const source = readFileSync(new URL('../http/configuration.ts', import.meta.url), 'utf8')
    const variables = [...source.matchAll(/^ {2}([A-Z_]+): z/gm)].map(([, name]) => name as string)
    expect(variables.length).toBeGreaterThan(6)
    for (const name of variables) expect(textOf('docs/configuration.md')).toContain(`\`${name}`)
  })
})

describe('docs/errors.md', () => {
  it('lists every code', () => {
    const source = readFileSync(new URL('../schema/errors.ts', import.meta.url), 'utf8')
    const codes = [...source.matchAll(/^ {2}\| '([A-Z_]+)'$/gm)].map(([, code]) => code as string)
    expect(codes.length).toBeGreaterThan(6)
    for (const code of codes) expect(textOf('docs/errors.md')).toContain(`| \`${code}\``)
  })
})
