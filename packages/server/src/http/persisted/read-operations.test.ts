import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, print } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OperationListError } from './operation-list-error.js'
import { readOperations } from './read-operations.js'
import { sha256 } from './sha256.js'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'onrecord-operations-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Writes files into a folder of their own, and gives its path. */
function folderOf(name: string, files: Record<string, string>): string {
  const folder = join(root, name)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const SITE = 'fragment Site on Site { id name }\n'
const ONE = '# One site.\nquery One($id: ID!) {\n  site(id: $id) { ...Site }\n}\n'

describe('readOperations', () => {
  it('reads the texts of a JSON file, and those of several files together', () => {
    const texts = ['{ __typename }', '{ sites { nodes { id } } }']
    const files = texts.map((text, index) => {
      const path = join(root, `${index}.json`)
      writeFileSync(path, JSON.stringify({ [sha256(text)]: text }))
      return path
    })
    expect([...readOperations(files)]).toEqual(texts.map((text) => [sha256(text), text]))
  })

  it('reads a folder: its files, and each operation with its fragments as clients print it', () => {
    const folder = folderOf('good', {
      'one.graphql': ONE,
      'parts/site.gql': SITE,
      'two.graphql': 'query A { __typename }\nquery B { __typename }\n',
      'notes.txt': 'no GraphQL',
    })
    const texts = [...readOperations([folder]).values()]
    expect(texts).toEqual([
      ONE,
      ONE.trim(),
      'query A { __typename }\nquery B { __typename }\n',
      'query A { __typename }\nquery B { __typename }',
      print(parse(`${ONE}\n${SITE}`)),
      'query One($id:ID!){site(id:$id){...Site}}fragment Site on Site{id name}',
      'query A {\n  __typename\n}',
      'query A{__typename}',
      'query B {\n  __typename\n}',
      'query B{__typename}',
    ])
  })

  it.each<[string, Record<string, string>, string, RegExp]>([
    ['no file', {}, '.', /\/no file: does not exist: check the path$/],
    ['no operations', { 'a.txt': '' }, '.', /there is no \.graphql file in this folder/],
    ['no GraphQL', { 'a.graphql': 'query {' }, '.', /a\.graphql is no GraphQL: Syntax Error/],
    ['a schema', { 'a.graphql': 'type Query { a: Int }' }, '.', /a\.graphql has types of a schema/],
    ['no fragment', { 'a.graphql': '{ ...Gone }' }, '.', /there is no fragment Gone: put its file/],
    [
      'two fragments',
      { 'a.graphql': SITE, 'b.graphql': 'fragment Site on Site { id }' },
      '.',
      /there are two fragments Site/,
    ],
    ['no JSON', { 'a.json': '{' }, 'a.json', /a\.json: .*JSON/],
    ['a list', { 'a.json': '[]' }, 'a.json', /no JSON object of texts by their SHA-256/],
    ['another hash', { 'a.json': '{"abc":"{ a }"}' }, 'a.json', /"abc" is not the SHA-256 of its text/],
    ['no text', { 'a.json': '{"abc":7}' }, 'a.json', /"abc" is not the SHA-256 of its text/],
  ])('says which file to change: %s', (name, files, path, message) => {
    const read = () => readOperations([join(folderOf(name, files), path)])
    expect(read).toThrow(OperationListError)
    expect(read).toThrow(message)
  })
})
