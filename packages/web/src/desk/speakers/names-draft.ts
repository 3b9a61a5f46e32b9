import type { SpeakerKindInput } from '@onrecord/sdk'
import type { FormOf } from './editing.js'
import type { DeskSpeaker } from './speaker.js'
import { differing, fieldsOf, type SpeakerPatch } from './speaker-patch.js'

/** What is typed of a speaker's names, kind and Wikidata item. */
export interface NamesDraft {
  name: string
  /** One a line. */
  aliases: string
  kind: string
  wikidataId: string
}

/** The form of a speaker's names, kind and Wikidata item. */
export const NAMES: FormOf<NamesDraft> = {
  name: 'names',
  draftOf: (speaker) => {
    const { name, aliases, kind, wikidataId } = fieldsOf(speaker)
    return {
      name: name ?? '',
      aliases: (aliases ?? []).join('\n'),
      kind: kind ?? '',
      wikidataId: wikidataId ?? '',
    }
  },
  writeOf(draft, base) {
    const patch = differing(fieldsOf(base), patchOf(draft))
    if (Object.keys(patch).length === 0) return null
    return { kind: 'change', input: { id: base.id, expectedVersion: base.version, ...patch } }
  },
  rebased(draft, base, now) {
    const [was, is] = [NAMES.draftOf(base), NAMES.draftOf(now)]
    const names = Object.keys(draft) as (keyof NamesDraft)[]
    const kept = names.map((name) => [name, draft[name] === was[name] ? is[name] : draft[name]])
    return Object.fromEntries(kept)
  },
}

function patchOf({ name, aliases, kind, wikidataId }: NamesDraft): Required<SpeakerPatch> {
  const lines = aliases.split('\n').map((line) => line.trim())
  return {
    name: name.trim(),
    kind: kind as SpeakerKindInput,
    aliases: lines.filter((line) => line !== ''),
    wikidataId: wikidataId.trim() || null,
  }
}

/** What stands in a speaker now where something else was typed. */
export function standsInstead(
  draft: NamesDraft,
  theirs: DeskSpeaker | null,
  field: keyof NamesDraft,
): string | null {
  if (!theirs) return null
  const now = NAMES.draftOf(theirs)[field]
  return now === draft[field] ? null : now.split('\n').join(', ') || 'nothing'
}
