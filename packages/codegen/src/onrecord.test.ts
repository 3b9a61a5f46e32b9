import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { generate } from '@graphql-codegen/cli'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OnRecordOptions, onrecord } from './onrecord.js'

const { resolve } = createRequire(import.meta.url)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-codegen-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

/** Runs graphql-codegen on these files, and gives the files that it writes, by name. */
async function run(files: Record<string, string>, options: Partial<OnRecordOptions> = {}) {
  for (const [name, text] of Object.entries(files)) write(name, text)
  const config = onrecord({ documents: 'src/**/*.{ts,tsx,graphql}', ...options })
  const outputs = await generate({ ...config, cwd: folder, silent: true }, false)
  return Object.fromEntries(
    outputs.map((file: { filename: string; content: string }) => [file.filename, file.content]),
  ) as Record<string, string>
}

const failure = (...args: Parameters<typeof run>): Promise<string> =>
  run(...args).then(
    () => 'none',
    (error: Error) => error.message,
  )

describe('onrecord', () => {
  it('makes typed documents of files, and the list of their texts for a service', async () => {
    const written = await run(
      {
        'src/said.graphql':
          'query saidByID($first: Int!) { statements(first: $first) { nodes { ...wordsOf_HTML } } }',
        'src/words.graphql': 'fragment wordsOf_HTML on Statement { text createdAt }',
      },
      { output: 'made', scalars: { DateTime: '../instant.js#Instant' } },
    )
    const [types, list] = [written['made/index.ts'] ?? '', written['made/operations.json'] ?? '']
    const text =
      'query saidByID($first:Int!){statements(first:$first){nodes{...wordsOf_HTML}}}fragment wordsOf_HTML on Statement{text createdAt}'
    expect(Object.values(JSON.parse(list))).toEqual([text])
    expect(types).toContain(
      `"${text}" as unknown as TypedDocument<SaidByIDQuery, SaidByIDQueryVariables, 'query'>`,
    )
    expect(types).toContain("import type { Instant } from '../instant.js'")
    expect(types).toMatch(
      /type SaidByIDQueryVariables = [\s\S]*type SaidByIDQuery = [\s\S]*Array<WordsOf_HTMLFragment>/,
    )
    expect(types).toMatch(/WordsOf_HTMLFragment = \{[^}]*text: string,[^}]*createdAt: Instant,\s+\}/)
    expect(types).toContain('  /** The instant at which it came into the record. */\n  createdAt: Instant,')
    expect(types).not.toContain('function graphql')
    expect(types).not.toMatch(/\bany\b/)
  })

  it('finds documents in programs, but not in its own output', async () => {
    const source =
      '\n  mutation Take($input: ArticleIngestInput!) { articleIngest(input: $input) { __typename } }\n'
    const written = await run({
      'src/take.tsx': `import { graphql } from './gql'\nexport const Take = graphql(\`${source}\`)\n`,
      'src/gql/index.ts': 'export const old = graphql(`query Old { nothing }`)',
    })
    const types = written['src/gql/index.ts'] ?? ''
    expect(types).toContain(`${JSON.stringify(source)}: TakeDocument,`)
    expect(types).toContain("| { __typename: '%other' }")
    expect(types).not.toContain('Old')
  })

  it('says the type of every export, as isolatedDeclarations wants it', async () => {
    const program =
      "import { graphql } from './gql/index.js'\ngraphql(`query Names { topics { nodes { name } } }`)\n"
    const written = await run({ 'src/a.ts': program, 'src/b.ts': program.replace('Names', 'Others') })
    const types = written['src/gql/index.ts'] ?? ''
    write('src/gql/index.ts', types)
    write('node_modules/@onrecord/sdk/package.json', '{ "name": "@onrecord/sdk", "types": "index.d.ts" }')
    write(
      'node_modules/@onrecord/sdk/index.d.ts',
      'export interface TypedDocument<R, V, K> { __apiType?: (variables: V) => R; __kind?: K }',
    )
    const options = { isolatedDeclarations: true, declaration: true, noEmit: true, module: 'nodenext' }
    write('tsconfig.json', JSON.stringify({ compilerOptions: { ...options, types: [] }, include: ['src'] }))
    const tsc = join(resolve('typescript/package.json'), '../bin/tsc')
    const { status, stdout } = spawnSync(process.execPath, [tsc, '--project', folder])
    expect([status, String(stdout)]).toEqual([0, ''])
  })

  it('says where a document is wrong, and suggests what is right', async () => {
    const program =
      "import { graphql } from './gql'\n\nconst q = graphql(`query Q {\n  topics { nodes { nam weather } }\n}`)\n"
    const message = await failure({
      'src/q.ts': program,
      'src/p.graphql': '{ topics { totalCount { value } } }',
    })
    expect(message).toMatch(
      /src\/q\.ts:4:20: Cannot query field "nam" on type "Topic"\. Did you mean "name"\?/,
    )
    expect(message).toMatch(
      /src\/q\.ts:4:24: Cannot query field "weather" on type "Topic", which has aliases, articles,/,
    )
    expect(await failure({ 'src/q.ts': '', 'src/p.graphql': '{ topics { nodes { name } } }' })).toContain(
      'src/p.graphql: an operation has no name',
    )
  })

  it("refuses in one line a schema that differs from the installed SDK's", async () => {
    const documents = { 'src/q.graphql': 'query Q { topics { nodes { name } } }' }
    const sdl = readFileSync(resolve('@onrecord/sdk/schema.graphql'), 'utf8')
    const bare = sdl.replaceAll(/ *"""[\s\S]*?"""\n/g, '')
    write('same.graphql', bare)
    expect(await failure(documents, { schema: join(folder, 'same.graphql') })).toBe('none')
    expect(await failure(documents, { schema: resolve('@onrecord/sdk/introspection.json') })).toBe('none')
    write('other.graphql', sdl.replace('type Query {', 'type Query {\n  weather(at: Date!): String'))
    expect(await failure(documents, { schema: join(folder, 'other.graphql') })).toMatch(
      /^the schema given has Query\.weather: String and 1 more, which the SDK lacks: @onrecord\/sdk \d+\.\d+\.\d+ is of another version\. Install .*$/,
    )
    write('older.graphql', bare.replace('  sha256: Sha256!\n', ''))
    expect(await failure(documents, { schema: join(folder, 'older.graphql') })).toContain(
      'the schema given lacks ArticleText.sha256: Sha256!, which the SDK has',
    )
  })
})
