import type { SpeakerDraft } from '@onrecord/extract'
import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { insertRows } from '../../database/insert-rows.js'
import { fieldChanges } from '../../record/history/field-changes.js'
import type { HistoryEntry } from '../../record/history/record-history.js'
import { raiseVersions } from '../../record/write/raise-versions.js'
import { fold } from '../../text/fold.js'
import { findKnownSpeakers, type KnownSpeaker } from './known-speakers.js'
import { matchSpeakers } from './match-speakers.js'

/** Which speakers of the record the drafts of an extraction are. */
export interface ResolvedSpeakers {
  /** UUIDs by the names of the drafts. */
  ids: Map<string, string>
  /** UUIDs of new speakers. */
  madeIds: Set<string>
  /** The fields that people have set, by UUID. */
  edited: Map<string, readonly string[]>
  history: HistoryEntry[]
}

/**
 * Finds the speaker of each name in a text, or creates it. {@link matchSpeakers} has the rules. A stored speaker gets the
 * aliases that the text has for it, unless a person has set its aliases, or somebody else on record has that name.
 *
 * @param articleIds UUIDs of the article and its copies.
 */
export async function resolveSpeakers(
  tx: Transaction,
  articleIds: string[],
  drafts: readonly SpeakerDraft[],
): Promise<ResolvedSpeakers> {
  const known = await findKnownSpeakers(tx, articleIds, drafts)
  const matches = matchSpeakers(drafts, known)
  const ids = new Map<string, string>()
  const made: { id: string; kind: SpeakerDraft['kind']; name: string; nameFolded: string }[] = []
  const aliases: { id: string; speakerId: string; name: string; nameFolded: string }[] = []
  for (const draft of drafts) {
    const match = matches.get(draft)
    const id = match?.id ?? newId()
    ids.set(draft.name, id)
    if (!match) made.push({ id, kind: draft.kind, name: draft.name, nameFolded: fold(draft.name) })
    if (match?.editedFields.includes('aliases')) continue
    const have = new Set(match ? [...match.names.keys(), ...match.formerNames] : [fold(draft.name)])
    for (const name of [draft.name, ...draft.aliases]) {
      const nameFolded = fold(name)
      if (nameFolded === '' || have.has(nameFolded) || isOthers(name, id, known)) continue
      have.add(nameFolded)
      aliases.push({ id: newId(), speakerId: id, name, nameFolded })
    }
  }
  await insertRows(
    tx,
    { table: 'Speaker', rows: made },
    { table: 'Alias', rows: aliases, skipDuplicates: true },
  )
  const created = made.map(({ id }) => ({
    type: 'SPEAKER' as const,
    entityId: id,
    action: 'CREATED' as const,
    version: 1,
  }))
  return {
    ids,
    madeIds: new Set(made.map(({ id }) => id)),
    edited: new Map(known.map(({ id, editedFields }) => [id, editedFields])),
    history: [...created, ...(await recordNewAliases(tx, known, aliases))],
  }
}

/** Whether somebody else on record has a name that is more than a surname: "A. Moss" cannot be given to Anna, too. */
const isOthers = (name: string, id: string, known: readonly KnownSpeaker[]): boolean =>
  /\s/.test(name) && known.some((speaker) => speaker.id !== id && speaker.names.has(fold(name)))

/** Raises the version of each stored speaker that gets new aliases. */
async function recordNewAliases(
  tx: Transaction,
  known: readonly KnownSpeaker[],
  aliases: readonly { speakerId: string; name: string }[],
): Promise<HistoryEntry[]> {
  const added = Map.groupBy(aliases, ({ speakerId }) => speakerId)
  const changed = known.filter(({ id }) => added.has(id))
  if (changed.length === 0) return []
  const versions = await raiseVersions(
    tx,
    'Speaker',
    changed.map(({ id }) => id),
  )
  return [...versions].map(([id, version]) => {
    const before = changed.find((speaker) => speaker.id === id)?.aliases ?? []
    const after = [...before, ...(added.get(id) ?? []).map(({ name }) => name)].sort()
    const changes = fieldChanges({ aliases: before }, { aliases: after })
    return { type: 'SPEAKER', entityId: id, action: 'UPDATED', version, changes }
  })
}
