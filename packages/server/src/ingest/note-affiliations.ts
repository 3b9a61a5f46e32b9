import type { SpeakerDraft } from '@onrecord/extract'
import type { Transaction } from '../database/database.js'
import { fold } from '../database/fold.js'
import { newId } from '../database/id.js'
import type { Affiliation } from '../generated/prisma/client.js'

/**
 * Notes the offices printed beside speakers' names, with a fixed number of SQL statements: held on the day the article
 * was published, whatever came before and after. An end of an office that a person knows stays as it is.
 */
export async function noteAffiliations(
  tx: Transaction,
  drafts: readonly SpeakerDraft[],
  ids: ReadonlyMap<string, string>,
  published: Date | null,
): Promise<void> {
  const printed = new Map(
    drafts.flatMap(({ name, role }) => {
      const speakerId = ids.get(name)
      if (!role || !speakerId) return []
      const roleFolded = fold(role)
      return [[`${speakerId} ${roleFolded}`, { speakerId, role, roleFolded }] as const]
    }),
  )
  if (printed.size === 0) return
  const offices = [...printed.values()].map(({ speakerId, roleFolded }) => ({ speakerId, roleFolded }))
  const stored = await tx.affiliation.findMany({ where: { OR: offices }, orderBy: { id: 'desc' } })
  const held = new Map(stored.map((office) => [`${office.speakerId} ${office.roleFolded}`, office]))
  await tx.affiliation.createMany({
    data: [...printed].flatMap(([key, office]) =>
      held.has(key) ? [] : [{ id: newId(), ...office, ...datesOf(undefined, published) }],
    ),
  })
  const known = [...held.values()].flatMap((office) => {
    const dates = datesOf(office, published)
    return Object.keys(dates).length > 0 ? [{ ...office, ...dates }] : []
  })
  if (known.length === 0) return
  await tx.$executeRaw`
    UPDATE "Affiliation" a SET "fromEdtf" = n."fromEdtf", "fromLatest" = n."fromLatest", "fromBasis" = n."fromBasis",
      "untilEdtf" = n."untilEdtf", "untilEarliest" = n."untilEarliest", "untilBasis" = n."untilBasis"
    FROM jsonb_populate_recordset(NULL::"Affiliation", ${JSON.stringify(known)}::jsonb) n WHERE a.id = n.id`
}

/** What the day of an article adds to an office: it was held by then, and still. */
function datesOf(held: Affiliation | undefined, published: Date | null) {
  if (!published) return {}
  const day = published.toISOString().slice(0, 10)
  // Only an end that nobody knows from elsewhere is open on one side.
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
