// Measures how pages are read: `npm run bench -- pages`. Prints the F1 of the main text on 181 real pages, the time a page,
// and what is wrong on 60 small pages. `--worst 20` lists the pages whose text is worst, `--pages ../../shared/pages` names the folder.
// A new figure is a function of a file in bench/pages/ that takes the pages read and prints its lines.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { printCases } from './pages/cases.mjs'
import { OPTIONS, readPages, SHARED_PAGES } from './pages/read-pages.mjs'
import { printRefusals } from './pages/refusals.mjs'
import { printText } from './pages/text.mjs'
import { printTime } from './pages/time.mjs'

if (existsSync(join(SHARED_PAGES, 'aeb'))) {
  const pages = await readPages()
  printText(pages, Number(OPTIONS.worst))
  printTime(pages)
  printRefusals(pages)
  printCases()
} else console.log(`Skipped: there are no pages to measure by in ${SHARED_PAGES}`)
