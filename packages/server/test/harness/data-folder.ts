import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { TestDatabases } from './test-databases.js'

/** Data folders of the embedded database. Each is a copy of one that was migrated once. */
export interface DataFolders {
  /** An empty folder for the files of a test. */
  root: string
  /** Creates a data folder with an empty, migrated database. */
  create(name: string): string
  remove(): void
}

export function createDataFolders(): DataFolders {
  const { dataFolder }: TestDatabases = inject('databases')
  const root = mkdtempSync(join(tmpdir(), 'onrecord-data-'))
  return {
    root,
    create(name) {
      const folder = join(root, name)
      cpSync(dataFolder, folder, { recursive: true })
      return folder
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
