import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Lexer, Source, TokenKind } from 'graphql'

const inRoot = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url))
const run = promisify(execFile)

/** A fenced block of a document. */
export interface Block {
  language: string
  /** The file of this repository of which the block shows a part: ```graphql examples/queries/…. */
  file: string | null
  code: string
  /** The JSON block that follows: the answer to a query, or its part at `path`: ```json topic.name. */
  answer: string | null
  path: string[]
  /** The text block that follows: the output of a program. */
  output: string | null
}

const BLOCK = /^```(\w*)(?: (\S+))?\n([\s\S]*?)^```\n(?:\n```(json|text)(?: (\S+))?\n([\s\S]*?)^```\n)?/gm

export const blocksOf = (document: string): Block[] =>
  [...document.matchAll(BLOCK)].map(([, language = '', file = null, code = '', kind, path, after = '']) => ({
    language,
    file,
    code,
    answer: kind === 'json' ? after : null,
    path: path?.split('.') ?? [],
    output: kind === 'text' ? after : null,
  }))

/** The anchors of a document's headings, as GitHub makes them. */
export const anchorsOf = (document: string): string[] =>
  [...document.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  )

function tokensOf(graphql: string): string[] {
  const lexer = new Lexer(new Source(graphql))
  const tokens: string[] = []
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance())
    tokens.push(graphql.slice(token.start, token.end))
  return tokens
}

/** Whether a part of GraphQL stands in a document. Ignores spaces, commas and comments. "…" stands for any tokens. */
export function isPartOf(part: string, document: string): boolean {
  const tokens = tokensOf(document)
  let from = 0
  for (const piece of part.split('…').map(tokensOf)) {
    const starts = (at: number) => piece.every((token, index) => tokens[at + index] === token)
    while (from < tokens.length && !starts(from)) from++
    if (from + piece.length > tokens.length) return false
    from += piece.length
  }
  return true
}

/**
 * Reduces an answer to the part that a document shows: the shown fields of objects, and as many entries of a list as are
 * shown. A list that is shown empty is kept whole.
 */
export function likeShown(answer: unknown, shown: unknown): unknown {
  if (Array.isArray(answer) && Array.isArray(shown))
    return shown.length === 0
      ? answer
      : answer.slice(0, shown.length).map((row, i) => likeShown(row, shown[i]))
  if (!isObject(answer) || !isObject(shown)) return answer
  const fields = Object.keys(shown).filter((name) => name in answer)
  return Object.fromEntries(fields.map((name) => [name, likeShown(answer[name], shown[name])]))
}

/** The value in an answer at a path of fields and indices; undefined when there is none. */
export const atPath = (answer: unknown, path: string[]): unknown =>
  path.reduce<unknown>((value, name) => new Map(Object.entries(value ?? {})).get(name), answer)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a block is a program, which imports a package of ours and is no {@link isProjectFile}. */
export const isProgram = (block: Block): boolean =>
  /^[jt]s$/.test(block.language) && /from '@onrecord\//.test(block.code) && !isProjectFile(block)

/**
 * Whether a block names its file in its first line. It is a part of a project, which tools/packed.test.mjs or
 * tools/clients.test.mjs makes and runs.
 */
export const isProjectFile = ({ language, code }: Block): boolean =>
  /^([jt]sx?|jsonc)$/.test(language) && /^\/\/ \S+\.\w+\n/.test(code)

/** The folder of an app, in which our packages can be imported by name. */
export interface App {
  write(name: string, content: string): void
  /** Checks the types of all files in `src`, and compiles the files into `dist`. */
  compile(): Promise<void>
  /** Runs a JavaScript file and gives its output. The path is absolute, or relative to the folder. */
  node(file: string, env?: Record<string, string>): Promise<string>
  remove(): void
}

const CONFIGURATION = {
  compilerOptions: {
    ...{ strict: true, module: 'nodenext', target: 'es2023', types: ['node'] },
    ...{ allowJs: true, rootDir: 'src', outDir: 'dist' },
  },
  include: ['src'],
}

/** @param more further packages that can be imported, by name: their folders in this repository. */
export function createApp(more: Readonly<Record<string, string>> = {}): App {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-app-'))
  const link = (name: string, target: string) => {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true })
    symlinkSync(inRoot(target), join(folder, 'node_modules', name))
  }
  for (const name of ['codegen', 'extract', 'sdk']) link(`@onrecord/${name}`, `packages/${name}`)
  link('standardwebhooks', 'packages/server/node_modules/standardwebhooks')
  link('@types/node', 'node_modules/@types/node')
  for (const [name, target] of Object.entries(more)) link(name, target)
  const app: App = {
    write(name, content) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
    },
    async compile() {
      await app.node(inRoot('node_modules/typescript/bin/tsc'))
    },
    async node(file, env = {}) {
      const { stdout } = await run(process.execPath, [file], {
        cwd: folder,
        env: { ...process.env, ...env },
      }).catch((error: { stdout: string; stderr: string }) => {
        throw new Error(`${file} failed:\n${error.stdout}${error.stderr}`)
      })
      return stdout
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
  app.write('package.json', '{ "type": "module" }')
  app.write('tsconfig.json', JSON.stringify(CONFIGURATION))
  return app
}
