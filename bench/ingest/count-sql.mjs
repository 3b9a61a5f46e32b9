import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../../tools/workspace.mjs'

const dist = (/** @type {string} */ file) => inRoot(`packages/server/dist/${file}`)
/** @type {typeof import('../../packages/server/src/ingest/sources/read-source.ts')} */
const { readSource } = await import(dist('ingest/sources/read-source.js'))
/** @type {typeof import('../../packages/server/src/ingest/sources/source-error.ts')} */
const { SourceError } = await import(dist('ingest/sources/source-error.js'))
/** @type {typeof import('../../packages/server/src/ingest/store/ingest.ts')} */
const { ingest } = await import(dist('ingest/store/ingest.js'))

/**
 * Counts the SQL statements that taking in pages needs, by what they do to which table.
 *
 * @param {import('../../packages/server/src/database/database.js').Database} database
 * @param {string} folder of the pages
 * @returns {Promise<{ pages: number, perPage: number, byTable: Record<string, number> }>}
 */
export async function countSql({ prisma }, folder) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  prisma.$on(
    /** @type {never} */ ('query'),
    /** @param {{ query: string }} event */ ({ query }) => {
      const what = describe(query)
      counts.set(what, (counts.get(what) ?? 0) + 1)
    },
  )
  let pages = 0
  for (const file of readdirSync(folder).sort()) {
    const source = await readSource(join(folder, file)).catch((error) => {
      if (error instanceof SourceError) return null
      throw error
    })
    if (!source) continue
    await ingest(prisma, source, 'bench')
    pages++
  }
  const each = [...counts].sort(([, a], [, b]) => b - a).map(([what, count]) => [what, round(count / pages)])
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return { pages, perPage: round(all / pages), byTable: Object.fromEntries(each) }
}

const round = (/** @type {number} */ number) => Math.round(number * 100) / 100

/** What a statement does, and the first table that it names: "INSERT Statement". */
function describe(/** @type {string} */ query) {
  const verb = /\b(BEGIN|COMMIT|ROLLBACK|SELECT|INSERT|UPDATE|DELETE)\b/i.exec(query)?.[1] ?? 'OTHER'
  const table = /"(?:public"\.")?([A-Z]\w+)"/.exec(query)?.[1]
  return [verb.toUpperCase(), table ?? /\b(pg_\w+)/.exec(query)?.[1]].filter(Boolean).join(' ')
}
