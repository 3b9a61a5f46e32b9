import { readFileSync } from 'node:fs'
import { createPages } from '@onrecord/web'
import { expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'
import { createLogger } from '../logger.js'
import { startServer } from '../server.js'

it('makes the first page of a record, as the README of the pages shows', async () => {
  const readme = readFileSync(new URL('../../../../web/README.md', import.meta.url), 'utf8')
  const [, program = ''] = /^```ts\n([\s\S]*?)^```/m.exec(readme) ?? []
  const database = await openTestDatabase('postgres')
  await ingestText(database, '# The ferry\n\n“We sail at noon,” said Mara Lindt.\n')
  const server = await startServer({
    ...{ database, logger: createLogger('silent'), host: '127.0.0.1', port: 0, graphiql: false },
    ...{ publicProposals: true, pages: false },
  })
  try {
    const body = `return (async () => { ${program.replace(/^import .*$/gm, '')}; return response })()`
    const bring = (path: string, options: RequestInit) => fetch(server.url + path, options)
    const response: Response = await new Function('createPages', 'fetch', body)(createPages, bring)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('“We sail at noon,”')
  } finally {
    await server.stop()
    await database.close()
  }
})
