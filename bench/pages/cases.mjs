import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from '../../tools/workspace.mjs'
import { SHARED_PAGES } from './read-pages.mjs'
import { runNode } from './run-node.mjs'

/** Prints what is wrong on the small pages, with the project's checker. */
export function printCases() {
  const cases = join(SHARED_PAGES, 'cases')
  const names = readdirSync(cases).filter((name) => name.endsWith('.html'))
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const file = join(folder, 'cases.ndjson')
    const command = inRoot('packages/server/dist/cli/main.js')
    writeFileSync(file, runNode(command, 'extract', '--json', ...names.map((name) => join(cases, name))))
    const wrong = runNode(join(SHARED_PAGES, 'check-cases.mjs'), file).trim().split('\n')
    console.log('Small pages, before           28 right of 60')
    console.log(`Small pages, now              ${wrong.pop()}`)
    for (const line of wrong)
      console.log(`  ${line.replace(': ', ' ').replace(/^\S+/, (name) => name.padEnd(36))}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
