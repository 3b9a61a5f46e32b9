import { rmSync, writeFileSync } from 'node:fs'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { hashSecret, parseKey } from './key-text.js'
import { createKey } from './keys.js'
import { localKeyFile, readLocalKey } from './local-key-file.js'

/**
 * Sees that the data folder's file holds a key that is good: the one from before, else a new one of an admin. Only
 * the folder's owner can read the file.
 *
 * @returns the key.
 */
export async function ensureLocalKey(prisma: PrismaClient, dataFolder: string): Promise<string> {
  const before = readLocalKey(dataFolder)
  if (before && (await isGood(prisma, before))) return before
  const { key } = await createKey(prisma, {
    ...{ name: 'local', roles: ['admin'], expiresAt: null },
    ...{ environment: 'local', createdBy: 'onrecord serve' },
  })
  // An old file would keep its own permissions.
  rmSync(localKeyFile(dataFolder), { force: true })
  writeFileSync(localKeyFile(dataFolder), `${key}\n`, { mode: 0o600 })
  return key
}

async function isGood({ apiKey }: PrismaClient, key: string): Promise<boolean> {
  const { keyId, secret } = parseKey(key) as { keyId: string; secret: string }
  const secretSha256 = hashSecret(secret)
  return (await apiKey.count({ where: { keyId, secretSha256, revokedAt: null } })) === 1
}
