import { setTimeout } from 'node:timers/promises'
import type { Client, ClientOptions } from '@onrecord/sdk'
import type { Database } from '../database/database.js'
import { FolderLockedError, folderHolder } from '../database/folder-lock.js'
import type { Configuration } from '../http/configuration.js'
import { readLocalKey } from '../record/api-key/local-key-file.js'
import { OPERATOR } from '../record/api-key/roles.js'
import { openDatabase } from './open-database.js'
import { RemoteError } from './remote.js'

/** What a command works on: a server, through the SDK, or a database that no server has open. */
export type Target = { server: Client } | { database: Database }

/**
 * Milliseconds that a server may take for a request: for one article, a model can need minutes. Node's `fetch` waits
 * 300 s at most.
 */
const PATIENCE = 290_000

/** Milliseconds to wait while another process has locked the data folder: a command soon ends, a server soon serves. */
const HELD_FOR = 30_000
/** Milliseconds between two tries. */
const LOOK_AGAIN = 200

/**
 * Finds the target of a command: the server that the settings name; else the database that they name; when another
 * process has locked the data folder, the server of that process, with the key in the folder.
 *
 * @throws FolderLockedError when the process that locked the folder neither serves nor ends within 30 s.
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

/**
 * Finds the running server of a command that is of no use without one: the server that the settings name, or the one that
 * serves the data folder.
 *
 * @throws RemoteError when there is none.
 */
export async function findServer(
  { serverUrl, apiKey, databaseUrl, dataFolder }: Configuration,
  options: Partial<ClientOptions> = {},
): Promise<Client> {
  if (serverUrl) return clientFor(serverUrl, apiKey, options)
  const url = databaseUrl ? null : folderHolder(dataFolder)?.url
  if (url) return clientFor(url, apiKey ?? readLocalKey(dataFolder), options)
  const where = databaseUrl ? '--url names no server' : `no server runs on ${dataFolder}`
  throw new RemoteError(`${where}: start onrecord serve, or name one with --url or ONRECORD_URL`)
}

/** Does work through the API of a target, and closes it. On a database itself the work has all scopes. */
export async function withClient<Result>(
  settings: Configuration,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const target = await findTarget(settings)
  if ('server' in target) return work(target.server)
  const { database } = target
  try {
    // Loaded here, so that a command that talks to a server does not load the schema.
    const [{ createGraphQLHandler }, { createLogger }, { createClient }] = await Promise.all([
      import('../http/graphql-handler.js'),
      import('../http/logger.js'),
      import('@onrecord/sdk'),
    ])
    const yoga = createGraphQLHandler({
      ...{ database, logger: createLogger('error') },
      ...{ publicProposals: settings.publicProposals, nobody: OPERATOR, limits: settings.limits },
      privateReceivers: settings.privateReceivers,
    })
    const fetch = (url: URL, init: RequestInit) => yoga.fetch(url, init)
    return await work(createClient({ url: 'http://localhost/graphql', fetch: fetch as never }))
  } finally {
    await database.close()
  }
}

async function clientFor(
  url: string,
  apiKey: string | null,
  options: Partial<ClientOptions> = {},
): Promise<Client> {
  // Loaded here, for `ingest` into a database needs no client.
  const { createClient } = await import('@onrecord/sdk')
  return createClient({ url: endpoint(url), timeout: PATIENCE, ...(apiKey ? { apiKey } : {}), ...options })
}

/** The GraphQL endpoint of a server's address, which may end in /graphql or not. */
const endpoint = (url: string): string => `${url.replace(/\/+$/, '').replace(/\/graphql$/, '')}/graphql`
