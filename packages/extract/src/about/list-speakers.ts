import type { Attributed } from '../attribution/attributed.js'
import type { Entity } from '../names/entity.js'
import type { Mention } from '../names/mention.js'
import type { Registry } from '../names/registry.js'
import type { SpeakerDraft } from '../types.js'

/** Lists everybody who speaks, in the order of their first statement, with all that the text calls them. */
export function listSpeakers(
  statements: Attributed[],
  mentions: Mention[],
  registry: Registry,
): SpeakerDraft[] {
  const drafts = new Map<Entity, SpeakerDraft>()
  for (const { entity, together } of statements)
    for (const speaker of entity ? [entity, ...together] : [])
      if (!drafts.has(speaker)) drafts.set(speaker, draftOf(speaker))
  for (const mention of mentions) {
    const entity = registry.find(mention)
    const draft = entity && drafts.get(entity)
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
