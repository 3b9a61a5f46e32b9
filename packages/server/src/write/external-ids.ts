import type { Transaction } from '../database/database.js'
import { newId } from '../database/id.js'

/** An object's id in another system. */
export interface ExternalIdFields {
  namespace: string
  value: string
}

/** Types of objects with external ids, and the column that refers to each. */
const REFERENCES = {
  SPEAKER: 'speakerId',
  TOPIC: 'topicId',
  EVENT: 'eventId',
  DOCUMENT: 'documentId',
} as const

export type IdentifiedType = keyof typeof REFERENCES

export const isIdentified = (type: string): type is IdentifiedType => type in REFERENCES

/**
 * Gives an object an external id that no other of its type has.
 *
 * @returns its external ids before and after, as histories hold them: "wordpress:17", sorted.
 */
export async function addExternalId(
  tx: Transaction,
  type: IdentifiedType,
  id: string,
  added: ExternalIdFields,
): Promise<{ before: string[]; after: string[] }> {
  const reference = { [REFERENCES[type]]: id }
  const stored = await tx.externalId.findMany({
    where: reference,
    select: { namespace: true, value: true },
  })
  const before = stored.map(textOf).sort()
  const after = [...new Set([...before, textOf(added)])].sort()
  if (after.length > before.length) {
    await tx.externalId.create({ data: { id: newId(), type, ...reference, ...added } })
  }
  return { before, after }
}

const textOf = ({ namespace, value }: ExternalIdFields) => `${namespace}:${value}`
