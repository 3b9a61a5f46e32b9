import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { carryOut, type Step } from './recipe.js'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const COPIED = [
  'prisma',
  'prisma.config.ts',
  'tsconfig.base.json',
  'packages/server/src',
  'packages/server/package.json',
  // Not compiled: the check for unused files looks at it, too.
  'packages/web/src',
]
const LINKED = ['node_modules', 'tools', 'packages/server/node_modules']

/** A copy of the server in which recipes are tried out. */
export interface Workshop {
  folder: string
  /** Files have the steps given, and no others, from now on. */
  set(steps: readonly Step[]): void
  /** Makes the database client anew. */
  generate(): Promise<void>
  /** Compiles; gives what the compiler says, a line for each error, which begins with the file. */
  compile(options?: { emit?: boolean }): Promise<string[]>
  remove(): void
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-recipes-'))
  mkdirSync(join(folder, 'packages/server'), { recursive: true })
  for (const path of COPIED) {
    const filter = (source: string) => !/\.test\.ts$/.test(source)
    cpSync(join(root, path), join(folder, path), { recursive: true, filter })
  }
  for (const path of LINKED) symlinkSync(join(root, path), join(folder, path))
  writeFileSync(join(folder, 'packages/server/tsconfig.json'), JSON.stringify(CONFIGURATION))
  // Prisma finds its generators, and they find Node, on the PATH.
  const PATH = [join(root, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(delimiter)
  const options = { cwd: folder, maxBuffer: 1 << 26, env: { ...process.env, PATH } }
  const run = (bin: string, args: string[]) => promisify(execFile)(process.execPath, [bin, ...args], options)
  const changed = new Set<string>()
  return {
    folder,
    set(steps) {
      for (const file of changed) restore(folder, file)
      changed.clear()
      for (const step of steps) {
        const path = join(folder, step.file)
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, carryOut(step, existsSync(path) ? readFileSync(path, 'utf8') : null))
        changed.add(step.file)
      }
    },
    async generate() {
      await run(binOf('prisma'), ['generate', '--no-hints'])
    },
    async compile({ emit = false } = {}) {
      // Several threads check the same types twice, and another test file uses the other core.
      const flags = [
        '--project',
        'packages/server',
        '--pretty',
        'false',
        '--singleThreaded',
        ...(emit ? [] : ['--noEmit']),
      ]
      try {
        await run(binOf('typescript'), flags)
        return []
      } catch (error) {
        const { stdout } = error as { stdout: string }
        return stdout.split('\n').filter((line) => / error TS\d+/.test(line))
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const CONFIGURATION = {
  extends: '../../tsconfig.base.json',
  compilerOptions: {
    ...{ rootDir: 'src', outDir: 'dist', lib: ['es2024'], types: ['node'] },
    ...{ composite: false, declaration: false, incremental: true },
  },
  include: ['src'],
}

/** A file as the repository has it; gone where the repository has none. */
function restore(folder: string, file: string): void {
  if (existsSync(join(root, file))) cpSync(join(root, file), join(folder, file))
  else rmSync(join(folder, file), { force: true })
}

/** The program of a package that the workspace has installed. */
function binOf(name: string): string {
  const manifest = createRequire(join(root, 'package.json')).resolve(`${name}/package.json`)
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> }
  return join(dirname(manifest), typeof bin === 'string' ? bin : (bin.tsc ?? bin[name] ?? ''))
}
