import { rmSync, writeFileSync } from 'node:fs'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { hashSecret, parseKey } from './key-text.js'
import { createKey } from './keys.js'
import { localKeyFile, readLocalKey } from './local-key-file.js'

/**
 * Makes sure that the file of a data folder holds a valid key. Keeps the key that is there, or creates a new admin key.
 * Only the owner of the folder can read the file.
 *
 * @returns the key.
 */
export async function ensureLocalKey(prisma: PrismaClient, dataFolder: string): Promise<string> {
  const before = readLocalKey(dataFolder)
  if (before && (await isValid(prisma, before))) return before
  const { key } = await createKey(prisma, {
    ...{ name: 'local', roles: ['admin'], expiresAt: null },
    ...{ environment: 'local', createdBy: 'onrecord serve' },
  })
  // Writing to an old file would keep the permissions of that file.
  rmSync(localKeyFile(dataFolder), { force: true })
  writeFileSync(localKeyFile(dataFolder), `${key}\n`, { mode: 0o600 })
  return key
}

async function isValid({ apiKey }: PrismaClient, key: string): Promise<boolean> {
  const { keyId, secret } = parseKey(key) as { keyId: string; secret: string }
  const secretSha256 = hashSecret(secret)
  return (await apiKey.count({ where: { keyId, secretSha256, revokedAt: null } })) === 1
}
