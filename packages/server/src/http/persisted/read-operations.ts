import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { OperationListError } from './operation-list-error.js'
import { operationTexts } from './operation-texts.js'
import { sha256 } from './sha256.js'

/**
 * Reads lists of operations.
 *
 * @param paths JSON files of texts by their SHA-256, as `@onrecord/codegen` writes them, and folders of `.graphql` files.
 * @returns the texts by the lower-case hex SHA-256 of each.
 * @throws OperationListError
 */
export function readOperations(paths: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>()
  for (const path of paths) {
    try {
      for (const text of textsAt(path)) texts.set(sha256(text), text)
    } catch (cause) {
      const { code, message } = cause as NodeJS.ErrnoException
      const reason = code === 'ENOENT' ? 'does not exist: check the path' : message
      throw new OperationListError(`the operations at ${path}: ${reason}`, { cause })
    }
  }
  return texts
}

function textsAt(path: string): string[] {
  if (!statSync(path).isDirectory()) return listedTexts(readFileSync(path, 'utf8'))
  const names = globSync('**/*.{graphql,gql}', { cwd: path }).sort()
  if (names.length === 0) throw new Error('there is no .graphql file in this folder: name another')
  return operationTexts(new Map(names.map((name) => [name, readFileSync(join(path, name), 'utf8')])))
}

function listedTexts(json: string): string[] {
  const list: unknown = JSON.parse(json)
  if (list === null || typeof list !== 'object' || Array.isArray(list)) {
    throw new Error(
      'the file is no JSON object of texts by their SHA-256: name the operations.json of a client',
    )
  }
  return Object.entries(list).map(([hash, text]) => {
    if (typeof text === 'string' && sha256(text) === hash.toLowerCase()) return text
    throw new Error(
      `${JSON.stringify(hash.slice(0, 70))} is not the SHA-256 of its text: write the file again`,
    )
  })
}
