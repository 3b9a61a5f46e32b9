import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SHARED_PAGES } from './read-pages.mjs'
import { runNode } from './run-node.mjs'

/**
 * Prints the F1 of the main texts, with the project's scorer.
 *
 * @param {import('./read-pages.mjs').Page[]} pages
 * @param {number} worst how many of the worst pages are listed
 */
export function printText(pages, worst) {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const file = join(folder, 'texts.ndjson')
    const lines = pages.map(({ id, read }) =>
      JSON.stringify({ docId: id, text: 'text' in read ? read.text : '' }),
    )
    writeFileSync(file, lines.join('\n'))
    const report = runNode(join(SHARED_PAGES, 'score-text.mjs'), file, '--worst', String(worst))
    console.log('Main text, before             F1 0.942')
    console.log(`Main text, now                ${report.trim().split('\n').at(-1)}`)
    for (const line of report.trim().split('\n').slice(0, -1)) console.log(`  ${line}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
