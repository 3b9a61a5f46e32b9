import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runCommand } from '../../test/harness/run-command.js'
import { forTerminal } from '../http/logger.js'

const HERE = fileURLToPath(new URL('.', import.meta.url))

/** What turns a terminal red, names its window, and is a control on some terminals. */
const OBEYED = '\u001b[31m\u001b]0;owned\u0007\u009b2J'
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/

it('is what all files of the command print with', () => {
  const files = readdirSync(HERE, { recursive: true, encoding: 'utf8' })
  const printing = files.filter(
    (name) =>
      /^(?!.*\.test).*\.ts$/.test(name) &&
      /process\.std(out|err)\.write|console\./.test(readFileSync(`${HERE}/${name}`, 'utf8')),
  )
  expect(printing).toEqual(['print.ts'])
})

it.each([
  ['results', ['extract', '-']],
  ['results as JSON', ['extract', '--json', '-']],
])('shows the controls of an article in %s', async (_what, args) => {
  const stdin = `# Ferry ${OBEYED}\n\n“We ${OBEYED} sail,” said Mara Lindt.\n`
  const { code, stdout, stderr } = await runCommand(args, { stdin })
  expect(code).toBe(0)
  expect(stdout).toContain('Mara Lindt')
  expect(stdout + stderr).not.toMatch(CONTROLS)
})

it.each([
  ['a file that is not there', ['extract', `no${OBEYED}such.txt`]],
  ['an unknown command', [`no${OBEYED}such`]],
  ['a wrong address', ['query', '--url', `http://[${OBEYED}`, '{ x }']],
])('shows the controls in the error of %s', async (_what, args) => {
  const { code, stdout, stderr } = await runCommand(args)
  expect(code).not.toBe(0)
  expect(stderr).toContain('onrecord: ')
  expect(stdout + stderr).not.toMatch(CONTROLS)
})

it('shows the controls of an error in the log on a terminal', () => {
  const line = JSON.stringify({ msg: `a\\u001b ${OBEYED}\n` })
  const shown = JSON.parse(forTerminal(line)).msg as string
  expect(shown).not.toMatch(CONTROLS)
  expect(shown).toBe('a\\u001b \\u001b[31m\\u001b]0;owned\\u0007\u009b2J\n'.replace('\u009b', '\\u009b'))
})
