import { newId } from '../../database/id.js'
import type { ApiKey, PrismaClient } from '../../generated/prisma/client.js'
import type { Scope } from '../viewer.js'
import { type Environment, hashSecret, newKey } from './key-text.js'
import { scopesOf } from './roles.js'

export interface NewKey {
  name: string
  roles: readonly Scope[]
  expiresAt: Date | null
  environment: Environment
  createdBy: string
}

/** Creates a key. The returned text is the only copy of the secret: the database stores a hash. */
export async function createKey(
  prisma: Pick<PrismaClient, 'apiKey'>,
  { name, roles, expiresAt, environment, createdBy }: NewKey,
): Promise<{ key: string; apiKey: ApiKey }> {
  const { key, keyId, secret } = newKey(environment)
  const apiKey = await prisma.apiKey.create({
    data: {
      ...{ id: newId(), keyId, name, secretSha256: hashSecret(secret) },
      ...{ scopes: scopesOf(roles), expiresAt, createdBy },
    },
  })
  return { key, apiKey }
}

/** Revokes a key for good. A key that was revoked before keeps the time. Returns null when there is no such key. */
export async function revokeKey(
  { apiKey }: Pick<PrismaClient, 'apiKey'>,
  keyId: string,
): Promise<ApiKey | null> {
  await apiKey.updateMany({ where: { keyId, revokedAt: null }, data: { revokedAt: new Date() } })
  return apiKey.findUnique({ where: { keyId } })
}
