import type { Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { alternatives } from '../../text/alternatives.js'
import { collectionOfFile } from './collections.js'
import { ALL_FORMATS, formatOfFile } from './formats.js'
import { kindOfFiles } from './not-articles.js'
import { STANDARD_INPUT, unreadable } from './read-source.js'
import { SourceError } from './source-error.js'

/** Folders of articles have a note about themselves, and tools leave theirs. */
const NOT_ARTICLES = /^(?:\..*|README\.[a-z]+|node_modules)$/i

/** ".txt, .md or .html" */
const USUAL_ENDINGS = alternatives(ALL_FORMATS.flatMap(({ endings }) => endings.slice(0, 1)))

/** Whether the ending of a file's name says that it holds an article, or several. */
const isOfArticles = (name: string) => (formatOfFile(name) ?? collectionOfFile(name)) !== undefined

/** What inputs come to: what to read, and what is wrong with the rest. */
export interface ExpandedInputs {
  /** Paths as the caller wrote them or below them; `-` for standard input. No file twice. */
  inputs: string[]
  /** One for each input that names nothing, and for each folder that cannot be read. */
  errors: SourceError[]
  /** What was left out of folders: how many files of each kind, such as "PDFs". Hidden files do not count. */
  leftOut: ReadonlyMap<string, number>
}

/**
 * Turns files, folders, glob patterns and `-` into the files to read: inputs in the order given, what each comes to
 * sorted. Of a folder and the folders in it: the files with an ending that a format of articles has, without
 * `README.*`, `node_modules` and whatever begins with a dot, and without following links to folders. A file or pattern
 * that is named outright is taken whatever its ending; a path that exists is never read as a pattern.
 *
 * @param cwd folder that relative inputs start from.
 */
export async function expandInputs(inputs: readonly string[], cwd = process.cwd()): Promise<ExpandedInputs> {
  const found = new Map<string, string>()
  const errors: SourceError[] = []
  const leftOut = new Map<string, number>()
  for (const input of inputs) {
    try {
      for (const path of await expand(input, cwd, { errors, leftOut })) {
        const key = path === STANDARD_INPUT ? path : resolve(cwd, path)
        if (!found.has(key)) found.set(key, path)
      }
    } catch (error) {
      errors.push(error instanceof SourceError ? error : unreadable(error, input))
    }
  }
  return { inputs: [...found.values()], errors, leftOut }
}

/** What is told of inputs beside the files to read. */
interface Told {
  errors: SourceError[]
  leftOut: Map<string, number>
}

async function expand(input: string, cwd: string, told: Told): Promise<string[]> {
  if (input === STANDARD_INPUT) return [input]
  if (input === '') throw new SourceError('NOT_FOUND', 'an input is empty: give a path, a pattern or -')
  const stats = await statOrNull(resolve(cwd, input))
  if (stats?.isDirectory()) {
    const before = told.errors.length
    const files = await walk(input, cwd, told)
    if (files.length > 0 || told.errors.length > before) return files.sort()
    throw new SourceError('NO_MATCH', `has no ${USUAL_ENDINGS} files in it`, input)
  }
  if (stats) return [input]
  if (/^(?:https?|ftp|feed):/i.test(input)) throw new SourceError('NOT_A_FILE', ADDRESS, input)
  const { glob, isDynamicPattern } = await import('tinyglobby')
  if (!isDynamicPattern(input)) throw new SourceError('NOT_FOUND', 'does not exist: check the path', input)
  const files = await glob(input, { cwd, onlyFiles: true, expandDirectories: false, absolute: false })
  if (files.length === 0) throw new SourceError('NO_MATCH', 'matches no file: check the pattern', input)
  return files.sort()
}

async function statOrNull(path: string): Promise<Stats | null> {
  try {
    return await stat(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

const ADDRESS =
  'is an address, and only files are read: save the page, or send it with curl -s <address> | onrecord ingest --format html -'

async function walk(folder: string, cwd: string, { errors, leftOut }: Told): Promise<string[]> {
  const files: string[] = []
  const folders = [folder]
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    try {
      for (const entry of await readdir(resolve(cwd, next), { withFileTypes: true })) {
        if (NOT_ARTICLES.test(entry.name)) continue
        const path = join(next, entry.name)
        if (entry.isDirectory()) folders.push(path)
        else if (!entry.isFile() && !entry.isSymbolicLink()) continue
        else if (isOfArticles(entry.name)) files.push(path)
        else {
          const kind = kindOfFiles(entry.name)
          leftOut.set(kind, (leftOut.get(kind) ?? 0) + 1)
        }
      }
    } catch (error) {
      errors.push(unreadable(error, next))
    }
  }
  return files
}
