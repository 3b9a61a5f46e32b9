import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const inRoot = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url))
const run = promisify(execFile)

/** A fenced block of a document. */
export interface Block {
  language: string
  code: string
  /** The JSON that follows at once: the answer to a query. */
  answer: string | null
  /** The text that follows at once: what a program prints. */
  output: string | null
}

const BLOCK = /^```(\w*)\n([\s\S]*?)^```\n(?:\n```(json|text)\n([\s\S]*?)^```\n)?/gm

export const blocksOf = (document: string): Block[] =>
  [...document.matchAll(BLOCK)].map(([, language = '', code = '', kind, after = '']) => ({
    language,
    code,
    answer: kind === 'json' ? after : null,
    output: kind === 'text' ? after : null,
  }))

/** A program of a user: it imports what we publish. */
export const isProgram = ({ language, code }: Block): boolean =>
  /^[jt]s$/.test(language) && /from '@onrecord\//.test(code)

/** A folder as an app has it, where our packages are found by their names. */
export interface App {
  write(name: string, content: string): void
  /** Checks the types of every file under `src`, and compiles them to `dist`. */
  compile(): Promise<void>
  /** Runs a JavaScript file, given from here or absolute, and gives what it prints. */
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

export function createApp(): App {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-app-'))
  const link = (name: string, target: string) => {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true })
    symlinkSync(inRoot(target), join(folder, 'node_modules', name))
  }
  for (const name of ['codegen', 'extract', 'sdk']) link(`@onrecord/${name}`, `packages/${name}`)
  link('@types/node', 'node_modules/@types/node')
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
