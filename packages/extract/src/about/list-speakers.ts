import type { Attributed } from '../attribution/attributed.js'
import type { Mention } from '../names/mention.js'
import type { Entity, Registry } from '../names/registry.js'
import type { SpeakerDraft } from '../types.js'

/** Lists everybody who speaks, in the order of their first statement, with all that the text calls them. */
export function listSpeakers(
  statements: Attributed[],
  mentions: Mention[],
  registry: Registry,
): SpeakerDraft[] {
  const drafts = new Map<string, SpeakerDraft>()
  for (const { entity, together } of statements)
    for (const speaker of entity ? [entity, ...together] : [])
      if (!drafts.has(speaker.name)) drafts.set(speaker.name, draftOf(speaker))
  for (const mention of mentions) {
    const entity = registry.find(mention)
    const draft = entity && drafts.get(entity.name)
    if (!draft) continue
    draft.mentions.push({ start: mention.start, end: mention.end })
    for (const name of [mention.name, ...mention.also])
      if (name !== draft.name && !draft.aliases.includes(name)) draft.aliases.push(name)
  }
  return [...drafts.values()]
}

const draftOf = (entity: Entity): SpeakerDraft => ({
  name: entity.name,
  kind: entity.kind === 'UNKNOWN' && entity.gender ? 'PERSON' : entity.kind,
  aliases: [],
  role: entity.role,
  mentions: [],
})
