import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const

export interface StaticFile {
  body: string
  type: string
}

/** The files that all pages load, by their paths. A path has the hash of its file, so that it may be kept for ever. */
export function readFiles(): {
  paths: { style: string; script: string }
  byPath: ReadonlyMap<string, StaticFile>
} {
  const byPath = new Map<string, StaticFile>()
  const add = (name: string, ending: keyof typeof TYPES) => {
    const body = joinedFiles(name)
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
    const path = `/files/${name}-${hash}.${ending}`
    byPath.set(path, { body, type: TYPES[ending] })
    return path
  }
  return { paths: { style: add('style', 'css'), script: add('script', 'js') }, byPath }
}

/** The files of a folder in `files` as one, in the order of their names. */
export function joinedFiles(name: string): string {
  const folder = new URL(`../files/${name}/`, import.meta.url)
  return readdirSync(folder)
    .sort()
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n')
}
