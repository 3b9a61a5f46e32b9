import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from './run-command.js'

/** Data folders of the embedded database, each a copy of one that was migrated once. */
export interface DataFolders {
  /** An empty folder for the files of a test. */
  root: string
  /** A new data folder with an empty, migrated database. */
  create(name: string): string
  remove(): void
}

export async function createDataFolders(): Promise<DataFolders> {
  const root = mkdtempSync(join(tmpdir(), 'onrecord-data-'))
  const template = join(root, 'template')
  const { code, stderr } = await runCommand(['migrate', '--data', template])
  if (code !== 0) throw new Error(`onrecord migrate failed: ${stderr}`)
  return {
    root,
    create(name) {
      const folder = join(root, name)
      cpSync(template, folder, { recursive: true })
      return folder
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
