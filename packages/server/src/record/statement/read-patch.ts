import { notNull, pathText, wrong } from '../write/input.js'
import { words } from '../write/line.js'
import { readDate } from '../write/read-date.js'
import { MOST, type StatementPatch } from './statement-patch.js'
import type { AnchorFields, AttributionFields, ReferenceFields, StatementFields } from './statement-state.js'

/** A patch as fields, checked as far as it can be without the database. */
export interface ReadPatch {
  fields: Partial<StatementFields>
  /** A statement whose thread it joins; null takes it out of its own. */
  threadOfId?: string | null
}

/**
 * Reads a patch: absent leaves as is, null empties.
 *
 * @throws InputError naming the field.
 */
export function readPatch(patch: StatementPatch, path: string[]): ReadPatch {
  const fields: Partial<StatementFields> = {}
  const at = (field: string) => [...path, field]
  for (const [field, most] of Object.entries(MOST)) {
    const list = patch[field as keyof typeof MOST]
    if (list && list.length > most) throw wrong(at(field), `has ${list.length} values: pass at most ${most}`)
  }
  if (patch.kind !== undefined) fields.kind = notNull(patch.kind, at('kind'))
  if (patch.medium !== undefined) fields.medium = patch.medium ?? 'UNKNOWN'
  if (patch.anchors !== undefined)
    fields.anchors = readAnchors(notNull(patch.anchors, at('anchors')), at('anchors'))
  if (patch.attributions !== undefined) {
    fields.attributions = readAttributions(patch.attributions ?? [], at('attributions'))
  }
  if (patch.saidAt !== undefined) fields.saidAt = readDate(patch.saidAt, at('saidAt'))
  for (const field of ['eventId', 'placeId', 'withinId'] as const) {
    const value = patch[field]
    if (value !== undefined) fields[field] = value
  }
  if (patch.eventPhase !== undefined) fields.eventPhase = patch.eventPhase
  // Without an event there is nothing that it could be before or after.
  else if (patch.eventId === null) fields.eventPhase = null
  for (const field of ['topicIds', 'mentionIds'] as const) {
    if (patch[field] !== undefined) fields[field] = [...new Set(patch[field] ?? [])]
  }
  if (patch.references !== undefined) {
    fields.references = readReferences(patch.references ?? [], at('references'))
  }
  if (patch.threadOfId === null) fields.threadId = null
  return { fields, ...(patch.threadOfId == null ? {} : { threadOfId: patch.threadOfId }) }
}

type Given<Field extends keyof StatementPatch> = NonNullable<StatementPatch[Field]>

function readAnchors(anchors: Given<'anchors'>, path: string[]): AnchorFields[] {
  if (anchors.length === 0) throw wrong(path, 'is empty: pass the place of the words, at least one')
  return anchors.map(({ articleTextId, start, end, exact }, index) => {
    const before = anchors[index - 1]
    const here = [...path, String(index)]
    if (start < 0 || end <= start) {
      throw wrong(here, `is a place from ${start} to ${end}: pass 0 <= start < end`)
    }
    if (before && (start < before.end || articleTextId !== before.articleTextId)) {
      throw wrong(
        here,
        `begins before ${pathText([...path, String(index - 1)])} ends: pass the places of one text in order`,
      )
    }
    return { articleTextId, start, end, exact, status: 'EXACT' }
  })
}

function readAttributions(attributions: Given<'attributions'>, path: string[]): AttributionFields[] {
  const seen = new Set<string>()
  return attributions.map(({ speakerId = null, role, asWritten, cue, basis }, index) => {
    const here = [...path, String(index)]
    const mention = words(asWritten, [...here, 'asWritten'])
    if (speakerId === null && mention === null) {
      throw wrong(here, 'names nobody: pass speakerId, asWritten, or both')
    }
    if (speakerId !== null && seen.has(`${speakerId} ${role}`)) {
      throw wrong([...here, 'speakerId'], `is there already as ${role}: name each speaker once in a role`)
    }
    seen.add(`${speakerId} ${role}`)
    return { speakerId, role, asWritten: mention, cue: words(cue, [...here, 'cue']), basis, confidence: null }
  })
}

function readReferences(references: Given<'references'>, path: string[]): ReferenceFields[] {
  return references.map(({ documentId, asWritten, start = null, end = null }, index) => {
    const here = [...path, String(index)]
    if (words(asWritten, [...here, 'asWritten']) === null) {
      throw wrong([...here, 'asWritten'], 'is empty: pass the words that cite it')
    }
    if ((start === null) !== (end === null)) throw wrong(here, 'has one end: pass start and end, or neither')
    if (start !== null && end !== null && (start < 0 || end <= start)) {
      throw wrong(here, `is a place from ${start} to ${end}: pass 0 <= start < end`)
    }
    return { documentId, asWritten, start, end }
  })
}
