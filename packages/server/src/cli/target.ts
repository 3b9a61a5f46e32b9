import { setTimeout } from 'node:timers/promises'
import type { Client } from '@onrecord/sdk'
import type { Database } from '../database/database.js'
import { FolderLockedError } from '../database/folder-lock.js'
import type { Configuration } from '../http/configuration.js'
import { readLocalKey } from '../record/api-key/local-key-file.js'
import { OPERATOR } from '../record/api-key/roles.js'
import { openDatabase } from './open-database.js'

/** What a command works on: a server, as any user of the SDK would, or a database that no server holds. */
export type Target = { server: Client } | { database: Database }

/** Milliseconds that a server may take for one article: a model needs minutes. Node's `fetch` waits 300 s at most. */
const PATIENCE = 290_000

/** Milliseconds to wait for a data folder whose holder does not serve: another command ends, a server starts. */
const HELD_FOR = 30_000
const LOOK_AGAIN = 200

/**
 * The server that is named outright; else the database that is set; else the server of this machine that has the data
 * folder open, with the key that lies in the folder.
 *
 * @throws FolderLockedError when the folder's holder neither serves nor ends within 30 s.
 */
export async function findTarget(settings: Configuration): Promise<Target> {
  const { serverUrl, apiKey, dataFolder } = settings
  if (serverUrl) return { server: await clientFor(serverUrl, apiKey) }
  for (const end = Date.now() + HELD_FOR; ; await setTimeout(LOOK_AGAIN)) {
    try {
      return { database: await openDatabase(settings, { brief: true }) }
    } catch (error) {
      if (!(error instanceof FolderLockedError)) throw error
      const url = error.holder?.url
      if (url) return { server: await clientFor(url, apiKey ?? readLocalKey(dataFolder)) }
      if (Date.now() > end) throw error
    }
  }
}

/** Does some work through the API of a target, and closes it. Whoever has the database itself may do everything. */
export async function withClient<Result>(
  settings: Configuration,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const target = await findTarget(settings)
  if ('server' in target) return work(target.server)
  const { database } = target
  try {
    // A command that talks to a server need not load the schema.
    const [{ createGraphQLHandler }, { createLogger }, { createClient }] = await Promise.all([
      import('../http/server.js'),
      import('../http/logger.js'),
      import('@onrecord/sdk'),
    ])
    const yoga = createGraphQLHandler({
      ...{ database, logger: createLogger('error'), graphiql: false },
      ...{ publicProposals: settings.publicProposals, nobody: OPERATOR },
    })
    const fetch = (url: URL, init: RequestInit) => yoga.fetch(url, init)
    return await work(createClient({ url: 'http://localhost/graphql', fetch: fetch as never }))
  } finally {
    await database.close()
  }
}

async function clientFor(url: string, apiKey: string | null): Promise<Client> {
  // A command that works on a database needs no client.
  const { createClient } = await import('@onrecord/sdk')
  return createClient({ url: endpoint(url), timeout: PATIENCE, ...(apiKey ? { apiKey } : {}) })
}

/** "http://127.0.0.1:4000" and "http://127.0.0.1:4000/graphql" name the same. */
const endpoint = (url: string): string => `${url.replace(/\/+$/, '').replace(/\/graphql$/, '')}/graphql`
