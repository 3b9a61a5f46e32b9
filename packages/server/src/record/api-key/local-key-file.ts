import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseKey } from './key-text.js'

/** The file in a data folder that holds the key of this machine's user. */
export const localKeyFile = (dataFolder: string): string => join(dataFolder, 'local-admin.key')

/** The key in a data folder's file; null when there is none, or nothing in it that looks like one. */
export function readLocalKey(dataFolder: string): string | null {
  const file = localKeyFile(dataFolder)
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  return parseKey(text) ? text : null
}
