import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { extract } from './extract.js'

it('prints what the README says for its example', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? []
  const [, output = ''] = /```\n((?:Ada Moss: .*\n)+)```/.exec(readme) ?? []
  const lines: string[] = []
  const body = code.replace(/^import .*$/m, '')
  new Function('extract', 'console', body)(extract, { log: (line: string) => lines.push(line) })
  expect(lines.join('\n')).toBe(output.trim())
})
