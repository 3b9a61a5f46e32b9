import type { SpeakerDraft } from '@onrecord/extract'
import type { Transaction } from '../../database/database.js'
import { fold } from '../../text/fold.js'

/** A speaker on record that has a name of a draft. */
export interface KnownSpeaker {
  id: string
  kind: string
  /** The speaker's name and aliases as they are written, by their folded forms. */
  names: Map<string, string>
  /** Those names, folded, that a person has given: by a merge, or as one of the aliases that the person set. */
  decided: Set<string>
  /** Folded names that a person has replaced. */
  formerNames: readonly string[]
  /** The speaker's aliases, in the form and order of the history. */
  aliases: string[]
  /** The fields that a person has set. */
  editedFields: readonly string[]
  /** Whether the speaker speaks in the article that is taken in, or in a copy of it. */
  isHere: boolean
}

/** Reads the speakers that have a name of a draft. A merged speaker counts as the one that it was merged into. */
export async function findKnownSpeakers(
  tx: Transaction,
  articleIds: string[],
  drafts: readonly SpeakerDraft[],
): Promise<KnownSpeaker[]> {
  const names = [...new Set(drafts.flatMap((draft) => [draft.name, ...draft.aliases].map(fold)))]
  const named = await tx.speaker.findMany({
    where: {
      OR: [
        { nameFolded: { in: names } },
        { aliases: { some: { nameFolded: { in: names } } } },
        { formerNames: { hasSome: names } },
      ],
    },
    select: { id: true, mergedIntoId: true },
  })
  const kept = [...new Set(named.map(({ id, mergedIntoId }) => mergedIntoId ?? id))]
  const rows = await tx.speaker.findMany({
    where: { OR: [{ id: { in: kept } }, { id: { in: named.map(({ id }) => id) } }] },
    select: {
      ...{ id: true, kind: true, name: true, mergedIntoId: true, editedFields: true, formerNames: true },
      aliases: { select: { name: true }, orderBy: { name: 'asc' } },
      articles: { where: { articleId: { in: articleIds } }, select: { articleId: true }, take: 1 },
    },
    orderBy: { id: 'asc' },
  })
  return kept.flatMap((id) => {
    const own = rows.find((row) => row.id === id)
    return own
      ? [
          knownOf(
            own,
            rows.filter(({ mergedIntoId }) => mergedIntoId === id),
          ),
        ]
      : []
  })
}

interface Row {
  id: string
  kind: string
  name: string
  editedFields: string[]
  formerNames: string[]
  aliases: { name: string }[]
  articles: unknown[]
}

function knownOf(own: Row, absorbed: readonly Row[]): KnownSpeaker {
  const aliases = own.aliases.map(({ name }) => name).sort()
  const others = absorbed.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)])
  const given = [...others, ...(own.editedFields.includes('aliases') ? aliases : [])]
  return {
    id: own.id,
    kind: own.kind,
    names: new Map([...others, ...aliases, own.name].map((name) => [fold(name), name])),
    decided: new Set(given.map(fold)),
    formerNames: own.formerNames,
    aliases,
    editedFields: own.editedFields,
    isHere: [own, ...absorbed].some(({ articles }) => articles.length > 0),
  }
}
