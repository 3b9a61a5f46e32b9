import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { HIDDEN, idOfNamed, makeHiddenWorld, PROPOSED } from '../../../test/worlds/hidden-world.js'
import type { Database } from '../../database/database.js'
import { createLogger } from '../logger.js'
import { type RunningServer, startServer } from '../server.js'

const LISTS = ['statements', 'articles', 'speakers', 'topics', 'sites', 'events', 'documents']
/** As long as an id, and nothing's. */
const UNKNOWN = '01m8m6peahee3brn9xj8tjrfjp'

/** The id of an object as addresses have it: 26 digits of Crockford's Base32. */
function addressIdOf(globalId: string): string {
  const uuid = Buffer.from(globalId, 'base64url').toString().split(':')[1]?.replaceAll('-', '')
  let rest = BigInt(`0x${uuid}`)
  let digits = ''
  for (let at = 0; at < 26; at++, rest >>= 5n) {
    digits = `${'0123456789abcdefghjkmnpqrstvwxyz'[Number(rest & 31n)]}${digits}`
  }
  return digits
}

describe('what only people who work on the record may see', () => {
  let database: Database
  let server: RunningServer
  const hidden: { type: string; id: string }[] = []

  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    await makeHiddenWorld(database)
    server = await startServer({
      ...{ database, logger: createLogger('silent'), host: '127.0.0.1', port: 0, graphiql: false },
      ...{ publicProposals: false, pages: true, limits: { rate: null } },
    })
    for (const [type, name] of [...HIDDEN, ...PROPOSED]) {
      if (type === 'ArticleText') continue
      hidden.push({ type, id: addressIdOf(await idOfNamed(database, type, name)) })
    }
  }, 60_000)
  afterAll(async () => {
    await server?.stop()
    await database?.close()
  })

  const get = (path: string) => fetch(server.url + path, { redirect: 'manual' })

  it('has the same page as what was never there', async () => {
    expect(
      (await get(`/speakers/${addressIdOf(await idOfNamed(database, 'Speaker', 'speaker6'))}`)).status,
    ).toBe(301)
    for (const { type, id } of hidden) {
      const folder = `${type.toLowerCase()}s`
      for (const path of folder === 'statements' ? [`/${folder}`, `/embed/${folder}`] : [`/${folder}`]) {
        const [page, unknown] = await Promise.all([get(`${path}/${id}`), get(`${path}/${UNKNOWN}`)])
        expect([path, id, page.status, page.headers.get('etag')]).toEqual([
          ...[path, id, 404],
          unknown.headers.get('etag'),
        ])
        expect((await page.text()).replaceAll(id, '…')).toBe((await unknown.text()).replaceAll(UNKNOWN, '…'))
      }
    }
    const oembed = await get(`/oembed?url=${encodeURIComponent(`${server.url}/statements/${hidden[0]?.id}`)}`)
    expect(oembed.status).toBe(404)
  }, 60_000)

  it('stands on no list, in no file, feed and sitemap', async () => {
    const lists = LISTS.flatMap((name) => [`/${name}`, `/${name}.csv`, `/${name}.json`, `/${name}.atom`])
    const maps = [
      ...(await (await get('/sitemap.xml')).text()).matchAll(/<loc>[^<]*(\/sitemap-[^<]+)<\/loc>/g),
    ]
    const paths = ['/', '/search', ...lists, ...maps.map(([, path]) => path as string)]
    let found = 0
    for (const path of paths) {
      const response = await get(path)
      // Some have no feed, and the page of all statements is that of searches.
      if (response.status === 404 || response.status === 301) continue
      const text = await response.text()
      found++
      expect([path, response.status, hidden.filter(({ id }) => text.includes(id))]).toEqual([path, 200, []])
    }
    expect(found).toBeGreaterThan(25)
  }, 60_000)
})
