import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import type { EntityType } from '../../generated/prisma/enums.js'
import { wrong } from './input.js'

/** An object's id in another system. */
export interface ExternalIdValue {
  namespace: string
  value: string
}

const LONGEST = 500

/** @throws InputError when a part is empty or too long. */
export function checkExternalId({ namespace, value }: ExternalIdValue, path: string[]): void {
  for (const [field, text] of Object.entries({ namespace, value })) {
    if (text.trim() === '' || text.length > LONGEST) {
      throw wrong([...path, field], `has ${text.trim().length} characters: pass 1 to ${LONGEST}`)
    }
  }
}

/**
 * Finds the object that an external id is of, and keeps others from making one for it until the transaction ends: of
 * two that come at once, the second finds what the first made. Take it before any row is locked.
 *
 * @param path of the external id in the input.
 * @returns the object's UUID; null when there is none.
 * @throws InputError when a part is empty or too long.
 */
export async function claimExternalId(
  tx: Transaction,
  type: EntityType,
  { namespace, value }: ExternalIdValue,
  path: string[],
): Promise<string | null> {
  checkExternalId({ namespace, value }, path)
  const lock = JSON.stringify([type, namespace, value])
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT COALESCE("siteId", "articleId", "speakerId", "statementId", "topicId", "eventId", "documentId")::text AS id
    FROM "ExternalId" WHERE type = ${type}::"EntityType" AND namespace = ${namespace} AND value = ${value}`
  return row?.id ?? null
}

/** Types of objects with external ids, and the column that refers to each. */
const REFERENCES = {
  SPEAKER: 'speakerId',
  TOPIC: 'topicId',
  EVENT: 'eventId',
  DOCUMENT: 'documentId',
} as const

type IdentifiedType = keyof typeof REFERENCES

export const isIdentified = (type: string): type is IdentifiedType => type in REFERENCES

/**
 * Gives an object an external id that {@link claimExternalId} found no other object to have.
 *
 * @returns its external ids before and after, as histories hold them: "wordpress:17", sorted.
 */
export async function addExternalId(
  tx: Transaction,
  type: IdentifiedType,
  id: string,
  added: ExternalIdValue,
): Promise<{ before: string[]; after: string[] }> {
  const before = await storedExternalIds(tx, type, id)
  const after = [...new Set([...before, textOf(added)])].sort()
  if (after.length > before.length) {
    await tx.externalId.create({ data: { id: newId(), type, [REFERENCES[type]]: id, ...added } })
  }
  return { before, after }
}

/** An object's external ids as histories hold them. */
export async function storedExternalIds(
  tx: Transaction,
  type: IdentifiedType,
  id: string,
): Promise<string[]> {
  const where = { [REFERENCES[type]]: id }
  const stored = await tx.externalId.findMany({ where, select: { namespace: true, value: true } })
  return stored.map(textOf).sort()
}

const textOf = ({ namespace, value }: ExternalIdValue) => `${namespace}:${value}`
