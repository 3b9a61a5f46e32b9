import { type Client, mutate, query } from '@onrecord/sdk'
import { RefusedError } from '../failure.js'
import { messageOf } from '../review/message-of.js'

const KEY = {
  keyId: true,
  name: true,
  scopes: true,
  createdAt: true,
  createdBy: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
} as const

/** A key, without its secret. */
export interface DeskKey {
  keyId: string
  name: string
  scopes: readonly string[]
  createdAt: string
  createdBy: string
  expiresAt: string | null
  lastUsedAt: string | null
  revokedAt: string | null
}

/** The keys of the record, at most 100, the newest first. */
export async function readKeys(client: Client): Promise<readonly DeskKey[]> {
  const { apiKeys } = await query(
    client,
    { apiKeys: { $: { first: 100 }, nodes: KEY } },
    { operationName: 'DeskKeys' },
  )
  return apiKeys?.nodes ?? []
}

export const ROLES = ['READER', 'EDITOR', 'REVIEWER', 'ADMIN'] as const

/**
 * Makes a key.
 *
 * @param days days until it ends; null for never.
 * @returns the key itself, which the record shows this once.
 * @throws RefusedError
 */
export async function makeKey(
  client: Client,
  name: string,
  scopes: (typeof ROLES)[number][],
  days: number | null,
): Promise<string> {
  const expiresAt = days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString()
  const { apiKeyCreate: result } = await mutate(client, {
    apiKeyCreate: {
      $: { input: { name, scopes, expiresAt } },
      $on: {
        ApiKeySuccess: { key: true },
        ForbiddenError: { message: true },
        ValidationError: { message: true },
      },
    },
  })
  if (result?.__typename === 'ApiKeySuccess' && result.key) return result.key
  throw new RefusedError(messageOf(result))
}

/** Ends a key at once, with all its sessions. */
export async function revokeKey(client: Client, keyId: string): Promise<void> {
  const { apiKeyRevoke: result } = await mutate(client, {
    apiKeyRevoke: {
      $: { input: { keyId } },
      $on: {
        ApiKeySuccess: { apiKey: { keyId: true } },
        ForbiddenError: { message: true },
        ValidationError: { message: true },
      },
    },
  })
  if (result?.__typename !== 'ApiKeySuccess') throw new RefusedError(messageOf(result))
}
