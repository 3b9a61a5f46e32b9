import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, printSchema, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from '../src/graphql/service-schema.js'
import { readLocalKey } from '../src/record/api-key/local-key-file.js'
import { createDataFolders, type DataFolders } from './harness/data-folder.js'
import { runCommand } from './harness/run-command.js'
import { type ServingCommand, serveCommand } from './harness/run-process.js'
import {
  type App,
  anchorsOf,
  atPath,
  blocksOf,
  createApp,
  isPartOf,
  isProgram,
  isProjectFile,
  likeShown,
} from './harness/snippets.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
// Guides that write come last, because the answers of the others would show what they have written.
const WRITING = ['edit.md', 'write.md']
const GUIDES = readdirSync(join(root, 'docs/guides'))
  .sort((a, b) => WRITING.indexOf(a) - WRITING.indexOf(b))
  .map((name) => `docs/guides/${name}`)
const EXAMPLES = readdirSync(join(root, 'examples'))
  .map((name) => `examples/${name}/README.md`)
  .filter((path) => existsSync(join(root, path)))
const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'docs/README.md', 'docs/configuration.md', 'docs/errors.md'],
  ...['docs/performance.md'],
  ...['packages/server/README.md', 'packages/extract/README.md'],
  ...['packages/sdk/README.md', 'packages/codegen/README.md'],
  ...['examples/README.md', ...EXAMPLES, ...GUIDES],
]

const textOf = (document: string) => readFileSync(join(root, document), 'utf8')
const blocks = (document: string) => blocksOf(textOf(document))

let folders: DataFolders
let server: ServingCommand
let key: string

beforeAll(async () => {
  folders = createDataFolders()
  const data = folders.create('documents')
  server = await serveCommand(['--data', data, '--ingest', join(root, 'examples/articles')])
  key = readLocalKey(data) ?? ''
}, 180_000)
afterAll(async () => {
  await server?.end('SIGTERM')
  folders?.remove()
})

describe.each(DOCUMENTS)('%s', (document) => {
  it('links only to files and headings that exist', () => {
    const links = [...textOf(document).matchAll(/\]\(([^)#:]+)(?:#[\w-]+)?\)/g)].map(
      ([, path]) => path as string,
    )
    expect(links.filter((path) => !existsSync(join(root, dirname(document), path)))).toEqual([])
    const places = [...textOf(document).matchAll(/\]\(([^)#:]*\.md|)#([\w-]+)\)/g)].filter(
      ([, path, anchor]) => {
        const target = path ? join(dirname(document), path) : document
        return !anchorsOf(textOf(target)).includes(anchor as string)
      },
    )
    expect(places.map(([link]) => link)).toEqual([])
  })

  it('shows queries that fit the schema, with the answers of the sample articles', async () => {
    for (const { language, file, code, answer, path } of blocks(document)) {
      if (language !== 'graphql' || file !== null) continue
      expect(validate(schema, parse(code))).toEqual([])
      // Mutations need a key. Other tests run them, and check what they change.
      if (code.startsWith('mutation')) continue
      const { data, errors } = await server.ask(code)
      expect(errors).toBeUndefined()
      if (answer !== null) expect(atPath(data, path)).toEqual(JSON.parse(answer))
    }
  })

  it('shows parts of files unchanged, and parts of their answers', async () => {
    for (const { file, code, answer, path } of blocks(document)) {
      if (file === null) continue
      expect([code, isPartOf(code, textOf(file))]).toEqual([code, true])
      if (answer === null) continue
      const { data, errors } = await server.ask(textOf(file))
      expect(errors).toBeUndefined()
      const shown = JSON.parse(answer)
      expect(likeShown(atPath(data, path), shown)).toEqual(shown)
    }
  })

  it('shows commands that work', async () => {
    const lines = blocks(document)
      .filter(({ language }) => language === 'sh')
      .flatMap(({ code }) => code.split('\n'))
    const nearest = join(dirname(document), 'package.json')
    const manifests = [nearest, 'package.json'].filter((path) => existsSync(join(root, path)))
    const scripts = Object.assign({}, ...manifests.map((path) => JSON.parse(textOf(path)).scripts))
    for (const [, script] of lines.join('\n').matchAll(/npm (?:run (?:-s )?)?(start|test|[a-z]+)\b/g)) {
      if (script !== 'install' && script !== 'run') expect(scripts).toHaveProperty(script as string)
    }
    for (const line of lines) {
      const [, args] = /^npm run -s onrecord -- (.*)$/.exec(line) ?? []
      if (!args?.includes('examples/')) continue
      const words = args.match(/'[^']*'|\S+/g)?.map((word) => word.replaceAll("'", '')) ?? []
      const { code, stdout } = await runCommand(words, { cwd: root, env: { ONRECORD_URL: server.url } })
      expect(code).toBe(0)
      expect(stdout).not.toBe('')
    }
  })
})

describe('the programs of the documents', () => {
  // The test of the server's entry point runs the program of its README.
  const programs = DOCUMENTS.filter((name) => name !== 'packages/server/README.md').flatMap((document) =>
    blocks(document)
      .filter(isProgram)
      .map((block, index) => ({ ...block, document, file: `${document.replace(/\W/g, '-')}-${index + 1}` })),
  )
  const printing = programs.filter(({ output }) => output !== null)
  let app: App

  beforeAll(async () => {
    app = createApp()
    for (const { file, language, code } of programs) {
      app.write(`src/${file}.${language}`, code.replace('http://127.0.0.1:4000', server.url))
      if (code.includes('export default onrecord(')) app.write('codegen.ts', code)
    }
  })
  afterAll(() => app?.remove())

  it('stand in each guide, or else queries or commands, and the index lists each guide', () => {
    for (const guide of GUIDES) {
      const runs = blocks(guide).some(
        (block) => isProgram(block) || isProjectFile(block) || /^(graphql|sh)$/.test(block.language),
      )
      expect([guide, runs]).toEqual([guide, true])
      expect(textOf('docs/README.md')).toContain(`(${relative('docs', guide)})`)
    }
  })

  it('have correct types, with the code that @onrecord/codegen generates from them', async () => {
    await app.node(join(root, 'packages/codegen/node_modules/@graphql-codegen/cli/esm/bin.js'))
    await app.compile()
  }, 60_000)

  it.each(printing)('print the output that $document shows: $file', async ({ file, output }) => {
    expect(await app.node(`dist/${file}.js`, { ONRECORD_KEY: key })).toBe(output)
  })
})

describe('the questions of the guides', () => {
  it('show all ready queries, each with its answer', () => {
    const guides = ['docs/guides/questions-said.md', 'docs/guides/questions-record.md']
    const shown = guides.flatMap(blocks).filter(({ file, answer }) => file && answer)
    const ready = readdirSync(join(root, 'examples/queries')).filter((name) => /^(?!00)\d\d-/.test(name))
    expect(shown.map(({ file }) => file)).toEqual(ready.map((name) => `examples/queries/${name}`))
  })
})

describe.each(['questions', 'edit'])('docs/guides/%s.md', (guide) => {
  it('names only what the schema has', () => {
    const names = new Set(
      printSchema(schema)
        .replace(/"""[\s\S]*?"""/g, '')
        .match(/\w+/g),
    )
    const prose = textOf(`docs/guides/${guide}.md`).replace(/^```[\s\S]*?^```$/gm, '')
    const spans = [...prose.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replace(/"(\\.|[^"])*"/g, ''))
    const words = spans.flatMap((code) => code.match(/\b[a-zA-Z]\w+/g) ?? [])
    expect(words.length).toBeGreaterThan(20)
    const others = /^(npm|test|slice|editor|reviewer|ONRECORD_\w+)$/
    expect(words.filter((word) => !names.has(word) && !others.test(word))).toEqual([])
  })
})

const hasCurl = spawnSync('curl', ['--version']).status === 0
describe.skipIf(!hasCurl)('docs/guides/live.md', () => {
  it('opens a stream with curl', () => {
    const [shown] = blocks('docs/guides/live.md').filter(({ code }) => code.startsWith('curl'))
    const code = shown?.code.trim().replace('http://127.0.0.1:4000', server.url)
    const { stdout, status } = spawnSync('sh', ['-c', `${code} --max-time 2`], { encoding: 'utf8' })
    // 28: the time is over. What was wrong with the operation would have come as an event.
    expect([status, stdout]).toEqual([28, ':\n\n'])
  })
})

describe('the README', () => {
  it('shows a query with its answer', () => {
    expect(
      blocks('README.md').filter(({ language, answer }) => language === 'graphql' && answer),
    ).toHaveLength(1)
  })
})

describe('packages/sdk/README.md', () => {
  it('names every operation and every kind of failure', () => {
    const text = textOf('packages/sdk/README.md')
    const nouns = readdirSync(join(root, 'packages/sdk/operations'))
      .map((name) => name.replace('.graphql', ''))
      .filter((noun) => noun !== 'shared')
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
  it('lists every environment variable that the configuration reads', () => {
    const folder = fileURLToPath(new URL('../src/http/', import.meta.url))
    const files = readdirSync(folder).filter((name) => /^(configuration|.*-settings)\.ts$/.test(name))
    const source = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
    const variables = [...source.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name as string)
    expect(variables.length).toBeGreaterThan(25)
    for (const name of variables) expect(textOf('docs/configuration.md')).toContain(`\`${name}`)
  })
})

describe('docs/errors.md', () => {
  it('lists every error code', () => {
    const source = readFileSync(new URL('../src/record/errors.ts', import.meta.url), 'utf8')
    const codes = [...source.matchAll(/^ {2}\| '([A-Z_]+)'$/gm)].map(([, code]) => code as string)
    expect(codes.length).toBeGreaterThan(6)
    for (const code of codes) expect(textOf('docs/errors.md')).toContain(`| \`${code}\``)
  })
})
