import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extract } from './extract.js'

test('the example of the README prints what the README says', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? []
  const [, output = ''] = /```\n((?:Ada Moss: .*\n)+)```/.exec(readme) ?? []
  const lines: string[] = []
  const body = code.replace(/^import .*$/m, '')
  new Function('extract', 'console', body)(extract, { log: (line: string) => lines.push(line) })
  expect(lines.join('\n')).toBe(output.trim())
})
