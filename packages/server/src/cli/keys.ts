import { type Client, mutate, paginate, query } from '@onrecord/sdk'
import type { Scope } from '../record/viewer.js'
import { EXIT } from './exit-codes.js'
import { printLine, tell } from './print.js'
import { RemoteError, refused, remotely } from './remote.js'
import { type SettingOptions, settingsOf } from './settings.js'
import { withClient } from './target.js'

interface KeyOptions extends SettingOptions {
  json?: true
}

export interface CreateOptions extends KeyOptions {
  name: string
  role: Scope[]
  expires?: Date
}

const FIELDS = {
  keyId: true,
  name: true,
  scopes: true,
  createdAt: true,
  createdBy: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
} as const

const MEMBERS = {
  $on: {
    ApiKeySuccess: { key: true, apiKey: FIELDS },
    ValidationError: { message: true },
    ForbiddenError: { message: true },
  },
} as const

/** Runs `onrecord keys create`. It prints only the key to standard output, so that a shell can store it. */
export async function createKey({ name, role, expires, ...options }: CreateOptions): Promise<void> {
  const scopes = role.map((one) => one.toUpperCase() as 'ADMIN')
  const input = { name, scopes, ...(expires ? { expiresAt: expires.toISOString() } : {}) }
  const { key, apiKey } = await withClient(settingsOf(options), async (client) => {
    const selection = { apiKeyCreate: { $: { input }, ...MEMBERS } } as const
    const { apiKeyCreate: result } = await remotely(client, mutate(client, selection))
    if (result?.__typename !== 'ApiKeySuccess') throw refused(result)
    return result
  })
  if (options.json) return printLine(JSON.stringify({ key, ...apiKey }))
  printLine(key ?? '')
  const { keyId, expiresAt } = apiKey
  const end = expiresAt ? `, good until ${expiresAt.slice(0, 16)}Z` : ''
  tell(`this is key ${keyId} for ${namesOf(apiKey).join(', ')}${end}; keep it: it is not shown again`)
}

/** Runs `onrecord keys list`: one line for each key, the newest first. */
export async function listKeys(options: KeyOptions): Promise<void> {
  await withClient(settingsOf(options), async (client) => {
    for await (const key of paginate((after) => pageOfKeys(client, after))) {
      printLine(options.json ? JSON.stringify(key) : keyLine(key))
    }
  })
}

async function pageOfKeys(client: Client, after: string | null) {
  const { apiKeys } = await remotely(
    client,
    query(client, {
      apiKeys: {
        $: { first: 100, ...(after ? { after } : {}) },
        nodes: FIELDS,
        pageInfo: { hasNextPage: true, endCursor: true },
      },
    }),
  )
  if (!apiKeys) throw new RemoteError('the server gave no keys')
  return apiKeys
}

/** The scopes of a key, spelled as `--role` takes them. */
const namesOf = ({ scopes }: Pick<Key, 'scopes'>) => scopes.map((scope) => scope.toLowerCase())

type Key = Awaited<ReturnType<typeof pageOfKeys>>['nodes'][number]

function keyLine(key: Key): string {
  const { keyId, name, expiresAt, lastUsedAt, revokedAt } = key
  const expired = expiresAt !== null && Date.parse(expiresAt) <= Date.now()
  const state = revokedAt ? 'revoked' : expired ? 'expired' : 'good'
  const day = (instant: string | null) => instant?.slice(0, 10) ?? 'never'
  return `${keyId}  ${state.padEnd(7)}  ${namesOf(key).join(',')}  last used ${day(lastUsedAt)}  expires ${day(expiresAt)}  ${name}`
}

/** Runs `onrecord keys revoke`. @returns the exit code. */
export async function revokeKeys(keyIds: string[], options: KeyOptions): Promise<number> {
  let failed = 0
  await withClient(settingsOf(options), async (client) => {
    for (const keyId of keyIds) {
      const selection = { apiKeyRevoke: { $: { input: { keyId } }, ...MEMBERS } } as const
      const { apiKeyRevoke: result } = await remotely(client, mutate(client, selection))
      if (result?.__typename === 'ValidationError') {
        failed++
        tell(`there is no key ${keyId}: see onrecord keys list`)
      } else if (result?.__typename !== 'ApiKeySuccess') throw refused(result)
      else if (options.json) printLine(JSON.stringify(result.apiKey))
      else printLine(`revoked ${keyId} of ${result.apiKey.name}`)
    }
  })
  return failed > 0 ? EXIT.failed : EXIT.done
}
