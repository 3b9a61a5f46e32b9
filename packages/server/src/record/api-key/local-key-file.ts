import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseKey } from './key-text.js'

/** The file in a data folder that holds the admin key for this machine's user. */
export const localKeyFile = (dataFolder: string): string => join(dataFolder, 'local-admin.key')

/** The key in the file of a data folder; null when there is no file, or it does not hold a well-formed key. */
export function readLocalKey(dataFolder: string): string | null {
  const file = localKeyFile(dataFolder)
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  return parseKey(text) ? text : null
}
