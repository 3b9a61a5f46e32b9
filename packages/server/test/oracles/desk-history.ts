import { expect } from 'vitest'
import type { PrismaClient } from '../../src/generated/prisma/client.js'
import { canonicalText, type FieldChange } from '../../src/record/history/field-changes.js'
import type { DeskState, Kept } from './desk-state.js'

type Redirects = ReadonlyMap<string, string>

/** Creates a check that the history tells exactly what happened in each step. */
export function historyOf(prisma: PrismaClient) {
  let lastRevision = '00000000-0000-0000-0000-000000000000'
  let lastSequence: bigint | null = null

  return async (mutation: string, before: DeskState, after: DeskState): Promise<void> => {
    const where = { id: { gt: lastRevision } }
    const revisions = await prisma.revision.findMany({ where, orderBy: { version: 'asc' } })
    for (const { id } of revisions) if (id > lastRevision) lastRevision = id
    const log = await prisma.change.findMany({
      where: { sequence: { gt: lastSequence ?? 0n } },
      orderBy: { sequence: 'asc' },
    })
    for (const { sequence } of log) {
      if (lastSequence !== null) expect(sequence, 'the log has a gap').toBe(lastSequence + 1n)
      lastSequence = sequence
    }
    const logged = new Set(log.map(({ type, entityId }) => `${type} ${entityId}`))
    const byObject = Map.groupBy(revisions, ({ type, entityId }) => `${type} ${entityId}`)
    // A merge redirects ids, and a split takes redirections back, so both states are needed.
    const redirects = new Map([...before.redirects, ...after.redirects])
    const mayDiffer = exceptions(mutation, before)
    for (const [key, is] of after.kept) {
      const was = before.kept.get(key)
      const steps = byObject.get(key) ?? []
      const from = was?.version ?? 0
      const versions = Array.from({ length: is.version - from }, (_, index) => from + index + 1)
      expect(
        steps.map(({ version }) => version),
        `versions of ${key}`,
      ).toEqual(versions)
      if (steps.length > 0) expect(logged, `${key} is not in the log`).toContain(key)
      if (!was) continue
      const told = texts(was)
      for (const { field, before, after } of steps.flatMap(
        ({ changes }) => changes as unknown as FieldChange[],
      )) {
        if (!(field in told)) continue
        const stood = alike(field, told[field], redirects)
        expect(alike(field, before, redirects), `${key} ${field}: before`).toBe(stood)
        told[field] = after
      }
      for (const [field, now] of Object.entries(texts(is))) {
        if (mayDiffer(is, field)) continue
        const replayed = alike(field, told[field], redirects)
        expect(alike(field, now, redirects), `${key} ${field}: as its history has it`).toBe(replayed)
      }
    }
    for (const key of before.kept.keys()) expect(after.kept.has(key), `${key} is gone`).toBe(true)
  }
}

/** Fields that may change without a revision. */
function exceptions(mutation: string, before: DeskState) {
  const merges = /Merge$|Split$/.test(mutation)
  return ({ type, id }: Kept, field: string): boolean => {
    // When two speakers of one statement are merged, the attribution of the kept one stays.
    if (merges && field === 'attributions') return true
    // The topics of an article grow with its text and its statements, until a person sets them.
    return type === 'ARTICLE' && field === 'topicIds' && !before.editedFields.get(id)?.includes(field)
  }
}

const texts = ({ fields }: Kept): Record<string, string | null> =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, canonicalText(value)]))

const SETS = ['topicIds', 'mentionIds', 'memberIds', 'participantIds', 'issuerIds', 'statementIds']

/** The text of a field with all ids redirected, and without parts that may change by themselves. */
function alike(field: string, text: string | null | undefined, redirects: Redirects): string | null {
  if (text == null) return null
  const followed = text.replaceAll(/[\w-]{40,}/g, (id) => {
    let end = id
    for (let next = redirects.get(end); next !== undefined; next = redirects.get(end)) end = next
    return end
  })
  if (SETS.includes(field)) return JSON.stringify([...new Set<string>(JSON.parse(followed))].sort())
  // Anchors move to the newest text, and articles that print an office change how long it was held.
  if (field === 'anchors' || field === 'affiliations') return JSON.stringify(JSON.parse(followed, standing))
  return followed
}

const standing = (name: string, value: unknown): unknown =>
  name === 'articleTextId' ||
  (JSON.stringify(value)?.includes('"basis":"INFERRED","asWritten":null') && ['from', 'until'].includes(name))
    ? undefined
    : value
