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
  if (names.length === 0) return []
  const rows = await readNamed(tx, articleIds, names)
  const kept = [
    ...new Set(rows.flatMap(({ id, mergedIntoId, isNamed }) => (isNamed ? [mergedIntoId ?? id] : []))),
  ]
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
  mergedIntoId: string | null
  editedFields: string[]
  formerNames: string[]
  aliases: string[]
  isHere: boolean
  /** Whether it has one of the names itself; false for a speaker that one with the name was merged into. */
  isNamed: boolean
}

const readNamed = (tx: Transaction, articleIds: string[], names: string[]) => tx.$queryRaw<Row[]>`
  WITH named AS (
    SELECT id, "mergedIntoId" FROM "Speaker" WHERE "nameFolded" = ANY(${names}::text[])
    UNION SELECT id, "mergedIntoId" FROM "Speaker" WHERE "formerNames" && ${names}::text[]
    UNION SELECT s.id, s."mergedIntoId" FROM "Alias" a JOIN "Speaker" s ON s.id = a."speakerId"
      WHERE a."nameFolded" = ANY(${names}::text[]))
  SELECT s.id::text, s.kind::text, s.name, s."mergedIntoId"::text, s."editedFields", s."formerNames",
    ARRAY(SELECT a.name FROM "Alias" a WHERE a."speakerId" = s.id ORDER BY a.name) AS aliases,
    EXISTS (SELECT FROM "ArticleSpeaker" l
      WHERE l."speakerId" = s.id AND l."articleId" = ANY(${articleIds}::uuid[])) AS "isHere",
    EXISTS (SELECT FROM named n WHERE n.id = s.id) AS "isNamed"
  FROM "Speaker" s WHERE s.id IN (SELECT id FROM named UNION SELECT "mergedIntoId" FROM named) ORDER BY s.id`

function knownOf(own: Row, absorbed: readonly Row[]): KnownSpeaker {
  const aliases = [...own.aliases].sort()
  const others = absorbed.flatMap(({ name, aliases }) => [name, ...aliases])
  const given = [...others, ...(own.editedFields.includes('aliases') ? aliases : [])]
  return {
    id: own.id,
    kind: own.kind,
    names: new Map([...others, ...aliases, own.name].map((name) => [fold(name), name])),
    decided: new Set(given.map(fold)),
    formerNames: own.formerNames,
    aliases,
    editedFields: own.editedFields,
    isHere: [own, ...absorbed].some(({ isHere }) => isHere),
  }
}
