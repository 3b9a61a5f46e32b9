import type { SpeakerDraft } from '@onrecord/extract'
import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { insertRows } from '../../database/insert-rows.js'
import type { Affiliation } from '../../generated/prisma/client.js'
import { fieldChanges } from '../../record/history/field-changes.js'
import type { HistoryEntry } from '../../record/history/record-history.js'
import { type Office, storedOffices } from '../../record/speaker/offices.js'
import { raiseVersions } from '../../record/write/raise-versions.js'
import { fold } from '../../text/fold.js'
import type { ResolvedSpeakers } from './resolve-speakers.js'

/**
 * Stores the offices that the article prints beside speakers' names. Each was held on the day of the publication, and
 * nothing is known about the time before and after. The offices of a speaker whose offices a person has set stay as they
 * are. Takes a fixed number of SQL statements.
 *
 * @param ids UUIDs of the speakers, by their names.
 * @param madeIds UUIDs of the speakers that were created just now. Their first version includes the offices.
 * @param edited the fields that people have set, by the UUIDs of the speakers.
 * @returns entries for the history. A new office creates a version of its speaker, so that nobody replaces offices
 * without having seen it. A longer time in office does not.
 */
export async function recordAffiliations(
  tx: Transaction,
  drafts: readonly SpeakerDraft[],
  { ids, madeIds, edited }: Pick<ResolvedSpeakers, 'ids' | 'madeIds' | 'edited'>,
  published: Date | null,
): Promise<HistoryEntry[]> {
  const printed = new Map(
    drafts.flatMap(({ name, role }) => {
      const speakerId = ids.get(name)
      if (!role || !speakerId || edited.get(speakerId)?.includes('affiliations')) return []
      const roleFolded = fold(role)
      return [[`${speakerId} ${roleFolded}`, { speakerId, role, roleFolded }] as const]
    }),
  )
  if (printed.size === 0) return []
  const offices = [...printed.values()].map(({ speakerId, roleFolded }) => ({ speakerId, roleFolded }))
  const stored = await findOffices(tx, offices)
  const held = new Map(stored.map((office) => [`${office.speakerId} ${office.roleFolded}`, office]))
  const fresh = [...printed].flatMap(([key, office]) => (held.has(key) ? [] : [office]))
  const known = [...held.values()].flatMap((office) => {
    const dates = datesOf(office, published)
    return Object.keys(dates).length > 0 ? [{ ...office, ...dates }] : []
  })
  const changed = new Set(fresh.map(({ speakerId }) => speakerId).filter((id) => !madeIds.has(id)))
  const before = changed.size > 0 ? await storedOffices(tx, [...changed]) : null
  const rows = fresh.map((office) => ({ id: newId(), ...office, ...datesOf(undefined, published) }))
  await insertRows(tx, { table: 'Affiliation', rows })
  if (known.length > 0) await updateDates(tx, known)
  const lengthened = new Set(known.map(({ speakerId }) => speakerId).filter((id) => !changed.has(id)))
  const entry = (entityId: string) => ({ type: 'SPEAKER', entityId, action: 'UPDATED' }) as const
  return [
    ...[...lengthened].map((id) => ({ ...entry(id), version: null })),
    ...(before ? await revisionEntries(tx, [...changed], before, entry) : []),
  ]
}

/** Reads the offices that speakers have by these names, newest first. */
const findOffices = (tx: Transaction, offices: readonly { speakerId: string; roleFolded: string }[]) =>
  tx.$queryRaw<Affiliation[]>`
    SELECT a.id::text, a."speakerId"::text, a.role, a."roleFolded", a."organizationId"::text, a."placeId"::text,
      a."fromEdtf", a."fromEarliest", a."fromLatest", a."fromPrecision"::text, a."fromBasis"::text,
      a."untilEdtf", a."untilEarliest", a."untilLatest", a."untilPrecision"::text, a."untilBasis"::text
    FROM unnest(${offices.map(({ speakerId }) => speakerId)}::uuid[],
      ${offices.map(({ roleFolded }) => roleFolded)}::text[]) n(speaker, role)
    JOIN "Affiliation" a ON a."speakerId" = n.speaker AND a."roleFolded" = n.role ORDER BY a.id DESC`

async function revisionEntries(
  tx: Transaction,
  ids: string[],
  before: (id: string) => Office[],
  entry: (id: string) => Pick<HistoryEntry, 'type' | 'entityId' | 'action'>,
): Promise<HistoryEntry[]> {
  const after = await storedOffices(tx, ids)
  const versions = await raiseVersions(tx, 'Speaker', ids)
  return [...versions].map(([id, version]) => ({
    ...{ ...entry(id), version },
    changes: fieldChanges({ affiliations: before(id) }, { affiliations: after(id) }),
  }))
}

const updateDates = (tx: Transaction, known: readonly Affiliation[]) => tx.$executeRaw`
  UPDATE "Affiliation" a SET "fromEdtf" = n."fromEdtf", "fromLatest" = n."fromLatest", "fromBasis" = n."fromBasis",
    "untilEdtf" = n."untilEdtf", "untilEarliest" = n."untilEarliest", "untilBasis" = n."untilBasis"
  FROM jsonb_populate_recordset(NULL::"Affiliation", ${JSON.stringify(known)}::jsonb) n WHERE a.id = n.id`

/** The dates of an office that an article of that day widens: the office was held on that day. */
function datesOf(held: Affiliation | undefined, published: Date | null) {
  if (!published) return {}
  const day = published.toISOString().slice(0, 10)
  // Only an end that was itself inferred from an article, or is unknown, may be widened.
  const openFrom = !held || (held.fromEarliest === null && isGuess(held.fromBasis))
  const openUntil = !held || (held.untilLatest === null && isGuess(held.untilBasis))
  return {
    ...(openFrom && (!held?.fromLatest || published < held.fromLatest)
      ? { fromLatest: published, fromEdtf: `../${day}`, fromBasis: 'INFERRED' as const }
      : {}),
    ...(openUntil && (!held?.untilEarliest || published > held.untilEarliest)
      ? { untilEarliest: published, untilEdtf: `${day}/..`, untilBasis: 'INFERRED' as const }
      : {}),
  }
}

const isGuess = (basis: Affiliation['fromBasis']) => basis === 'INFERRED' || basis === 'UNKNOWN'
