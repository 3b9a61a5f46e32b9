import type { SpeakerDraft } from '@onrecord/extract'
import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { fieldChanges } from '../../record/history/field-changes.js'
import type { HistoryEntry } from '../../record/history/record-history.js'
import { raiseVersions } from '../../record/write/raise-versions.js'
import { fold } from '../../text/fold.js'

interface Known {
  id: string
  kind: string
  /** The speaker's name and aliases, folded. */
  names: Set<string>
  /** The speaker's aliases, in the form and order of the history. */
  aliases: string[]
  /** Whether the speaker speaks in the article that is taken in, or in a copy of it. */
  isHere: boolean
}

/**
 * Finds the speaker of each name in a text, or creates it.
 *
 * A stored speaker matches when it is the only one of the same kind with the name, or with a full alias. A surname alone
 * says too little across articles: it matches only a speaker of the same article or of a copy. Every doubtful case
 * becomes a new speaker, because two speakers can be merged later, but one that stands for two people cannot be split.
 *
 * @param articleIds UUIDs of the article and its copies.
 * @returns `ids` by the names of the drafts, `madeIds` of new speakers, and the entries for the history.
 */
export async function resolveSpeakers(
  tx: Transaction,
  articleIds: string[],
  drafts: readonly SpeakerDraft[],
) {
  const known = await findKnown(tx, articleIds, drafts)
  const ids = new Map<string, string>()
  const made: { id: string; kind: SpeakerDraft['kind']; name: string; nameFolded: string }[] = []
  const aliases: { id: string; speakerId: string; name: string; nameFolded: string }[] = []
  for (const draft of drafts) {
    const match = certainMatch(draft, known)
    const id = match?.id ?? newId()
    ids.set(draft.name, id)
    if (!match) made.push({ id, kind: draft.kind, name: draft.name, nameFolded: fold(draft.name) })
    const have = match?.names ?? new Set([fold(draft.name)])
    for (const name of [draft.name, ...draft.aliases]) {
      const nameFolded = fold(name)
      if (nameFolded === '' || have.has(nameFolded)) continue
      have.add(nameFolded)
      aliases.push({ id: newId(), speakerId: id, name, nameFolded })
    }
  }
  await tx.speaker.createMany({ data: made })
  await tx.alias.createMany({ data: aliases, skipDuplicates: true })
  const created = made.map(({ id }) => ({
    type: 'SPEAKER' as const,
    entityId: id,
    action: 'CREATED' as const,
    version: 1,
  }))
  const madeIds = new Set(made.map(({ id }) => id))
  return { ids, madeIds, history: [...created, ...(await recordNewAliases(tx, known, aliases))] }
}

/** Raises the version of each stored speaker that gets new aliases. */
async function recordNewAliases(
  tx: Transaction,
  known: readonly Known[],
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

/** Reads the speakers that have a name of a draft. A merged speaker counts as the one that it was merged into. */
async function findKnown(
  tx: Transaction,
  articleIds: string[],
  drafts: readonly SpeakerDraft[],
): Promise<Known[]> {
  const names = [...new Set(drafts.flatMap((draft) => [draft.name, ...draft.aliases].map(fold)))]
  const rows = await tx.speaker.findMany({
    where: { OR: [{ nameFolded: { in: names } }, { aliases: { some: { nameFolded: { in: names } } } }] },
    select: {
      id: true,
      kind: true,
      nameFolded: true,
      mergedIntoId: true,
      aliases: { select: { name: true, nameFolded: true }, orderBy: { name: 'asc' } },
      articles: { where: { articleId: { in: articleIds } }, select: { articleId: true }, take: 1 },
    },
    // Nulls first, so that a speaker comes before those that were merged into it.
    orderBy: [{ mergedIntoId: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
  })
  return [...Map.groupBy(rows, ({ id, mergedIntoId }) => mergedIntoId ?? id)].map(([id, all]) => ({
    id,
    kind: all[0]?.kind ?? 'UNKNOWN',
    names: new Set(
      all.flatMap(({ nameFolded, aliases }) => [nameFolded, ...aliases.map((a) => a.nameFolded)]),
    ),
    aliases: (all.find((row) => row.id === id)?.aliases ?? []).map(({ name }) => name).sort(),
    isHere: all.some(({ articles }) => articles.length > 0),
  }))
}

function certainMatch(draft: SpeakerDraft, known: readonly Known[]): Known | null {
  const full = [draft.name, ...draft.aliases].filter((name) => isFullName(name, draft.kind)).map(fold)
  const sameKind = known.filter((speaker) => speaker.kind === draft.kind)
  const ofArticle = sameKind.filter(({ isHere, names }) => isHere && names.has(fold(draft.name)))
  if (ofArticle.length === 1) return ofArticle[0] as Known
  const matches = sameKind.filter(({ names }) => full.some((name) => names.has(name)))
  return matches.length === 1 ? (matches[0] as Known) : null
}

/** Words that stand before a surname and are no first names: "de Luca" is a surname alone. */
const PARTICLES = new Set('de di da del della der den do dos du la le van von ten ter'.split(' '))

/** Whether a name identifies somebody by itself. An organisation's name does; a person's surname does not. */
function isFullName(name: string, kind: SpeakerDraft['kind']): boolean {
  if (kind === 'ORGANIZATION' || kind === 'GROUP') return true
  const words = fold(name).split(' ')
  return words.filter((word) => !PARTICLES.has(word)).length > 1
}
