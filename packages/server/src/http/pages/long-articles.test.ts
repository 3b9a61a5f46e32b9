import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'
import type { Database } from '../../database/database.js'
import { createLogger } from '../logger.js'
import { type RunningServer, startServer } from '../server.js'

const PARAGRAPHS = 1_500
const paragraph = (n: number) =>
  `Item ${n} of the agenda was called at ten to ${n}, and the clerk of the harbour 🚢 read it out. “The quay at berth ${n} is sound,” said Anselm Okafor, the engineer.`

describe('the page of a long article', () => {
  let database: Database
  let server: RunningServer
  let path = ''
  const get = (at: string) => fetch(server.url + at, { redirect: 'manual' })
  const text = async (at: string) => (await get(at)).text()

  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    const body = Array.from({ length: PARAGRAPHS }, (_, n) => paragraph(n)).join('\n\n')
    await ingestText(database, `# The minutes\n\n${body}\n\n${'A list without an end '.repeat(4_000)}\n`)
    server = await startServer({
      ...{ database, logger: createLogger('silent'), host: '127.0.0.1', port: 0, graphiql: false },
      ...{ publicProposals: true, pages: true, limits: { rate: null } },
    })
    path = /href="(\/articles\/[^"#?]+)"/.exec(await text('/articles'))?.[1] as string
  }, 120_000)
  afterAll(async () => {
    await server?.stop()
    await database?.close()
  })

  it('leads from page to page through every paragraph and every statement, none of them larger than 60 kB', async () => {
    const seen: string[] = []
    const statements = new Set<string>()
    let next: string | undefined = path
    let pages = 0
    for (; next; pages++) {
      const page = await text(next)
      expect(brotliCompressSync(page).length).toBeLessThan(60_000)
      const article = /<article class="text"[\s\S]*?<\/article>/.exec(page)?.[0] ?? ''
      for (const [, n] of article.matchAll(/Item (\d+) of the agenda/g)) seen.push(n as string)
      for (const [, id] of article.matchAll(/<mark[^>]* id="(s-[^"]+)"/g)) {
        expect(statements.has(id as string)).toBe(false)
        statements.add(id as string)
      }
      if (pages > 0) expect(page).toContain('noindex')
      next = /href="([^"]+)" rel="next"/.exec(page)?.[1]
    }
    expect(pages).toBeGreaterThan(8)
    expect(seen).toEqual(Array.from({ length: PARAGRAPHS }, (_, n) => String(n)))
    expect(statements.size).toBe(await database.prisma.statement.count())
  }, 120_000)

  it('is reached at the words from the page of a statement', async () => {
    const found = /href="(\/statements\/[^"#?]+)"/.exec(await text('/search?q=%22berth+1234%22'))?.[1]
    const page = await text(found as string)
    expect(page).toContain('The quay at berth 1234 is sound')
    expect(page).toContain('Item 1233 of the agenda')
    const [, href, mark] = /href="(\/articles\/[^"#]+\?at=\d+)#(s-[^"]+)"/.exec(page) ?? []
    expect(await text(href as string)).toContain(`id="${mark}"`)
  })

  it('leads back from beyond the end, and says what is wrong with an address', async () => {
    const beyond = await get(`${path}?at=1000000000`)
    expect([beyond.status, beyond.headers.get('location')]).toEqual([301, path])
    for (const at of ['-1', 'x', '99999999999']) expect((await get(`${path}?at=${at}`)).status).toBe(400)
  })
})
