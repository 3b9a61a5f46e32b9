import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/**
 * Writes real pages into a folder. After the last page it begins again, and gives each page another address by another
 * host, so that no page is taken for one that is on record already.
 *
 * @param {string} from the folder with the pages, each as <name>.html.gz
 * @param {string} to
 * @param {number} count
 */
export function writePages(from, to, count) {
  const names = readdirSync(from).filter((name) => name.endsWith('.html.gz'))
  mkdirSync(to, { recursive: true })
  for (let number = 0; number < count; number++) {
    const name = /** @type {string} */ (names[number % names.length])
    const round = Math.floor(number / names.length)
    const page = gunzipSync(readFileSync(join(from, name))).toString('utf8')
    const file = `${String(number).padStart(5, '0')}-${name.slice(0, 8)}.html`
    writeFileSync(join(to, file), round === 0 ? page : onOtherHosts(page, `round${round}`))
  }
}

/** @param {string} page @param {string} label */
const onOtherHosts = (page, label) => page.replace(/(https?:(?:\\?\/){2})(?=[a-z0-9])/gi, `$1${label}.`)
