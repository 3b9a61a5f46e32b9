import type { Transaction } from '../../database/database.js'
import { OPERATOR, viewerWith } from '../api-key/roles.js'
import type { Scope, Sight, Viewer } from '../viewer.js'

/**
 * Who a key makes its sender now; null when it was revoked, or has expired. Without a key it is who has the database
 * itself.
 */
export async function ownerNow(
  { apiKey }: Pick<Transaction, 'apiKey'>,
  keyId: string | null,
  publicSight: Sight,
): Promise<Viewer | null> {
  if (keyId === null) return OPERATOR
  const key = await apiKey.findUnique({ where: { keyId } })
  if (!key || key.revokedAt || (key.expiresAt && key.expiresAt.getTime() <= Date.now())) return null
  return viewerWith(key.name, key.scopes as Scope[], publicSight)
}
