import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDataFolders, type DataFolders } from '../test/harness/data-folder.js'

const folder = fileURLToPath(new URL('..', import.meta.url))
let folders: DataFolders
beforeAll(async () => {
  folders = createDataFolders()
})
afterAll(() => folders.remove())

it('works as its README shows', async () => {
  const readme = readFileSync(`${folder}README.md`, 'utf8')
  const [, program = '', output] = /^```js\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```$/m.exec(readme) ?? []
  const data = JSON.stringify(folders.create('readme'))
  const code = program.replace("'record'", data)
  expect(code).toContain(data)
  // From here the package is found by its name.
  const args = ['--input-type=module', '--eval', code]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder })
  expect(stdout).toBe(output)
})
