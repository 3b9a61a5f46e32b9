import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  ...['docs/guides/keys-and-roles.md', 'docs/guides/review.md', 'docs/guides/search.md'],
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

/** What a program prints; rejects when it fails. */
const run = async (args: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, args)).stdout

let folders: DataFolders
let server: ServingCommand

beforeAll(async () => {
  folders = await createDataFolders()
  const articles = join(root, 'examples/articles')
  server = await serveCommand(['--data', folders.create('documents'), '--ingest', articles])
}, 120_000)
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
  it('shows programs that compile, with what they print', async () => {
    const blocks = textOf('packages/sdk/README.md').matchAll(
      /^```(?:ts|js)\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```$)?/gm,
    )
    const programs = [...blocks].map(([, code = '', output]) => ({
      code: code.replace('http://127.0.0.1:4000', server.url),
      output,
    }))
    expect(programs.length).toBeGreaterThan(4)
    // In a folder where packages of the server are found.
    const folder = mkdtempSync(join(root, 'packages/server/.readme-'))
    try {
      const files = programs.map(({ code }, index) => {
        const file = join(folder, `${index}.ts`)
        writeFileSync(file, code)
        return file
      })
      const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023']
      await run([join(root, 'node_modules/typescript/bin/tsc'), ...options, '--ignoreConfig', ...files])
      const printed = await Promise.all(files.map((file) => run([file])))
      expect(printed).toEqual(programs.map(({ output }) => output))
    } finally {
      rmSync(folder, { recursive: true })
    }
  }, 60_000)

  it('names every operation and every kind of failure', () => {
    const text = textOf('packages/sdk/README.md')
    const nouns = ['article', 'search', 'site', 'speaker', 'statement', 'topic']
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
