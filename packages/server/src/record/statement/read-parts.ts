import { pathText, wrong } from '../write/input.js'
import { words } from '../write/line.js'
import type { AnchorFields, AttributionFields, ReferenceFields } from './statement-fields.js'
import type { AnchorInput, AttributionInput, ReferenceInput } from './statement-patch.js'

/** Reads the anchors of a patch. @throws InputError naming the anchor that is wrong. */
export function readAnchors(anchors: readonly AnchorInput[], path: string[]): AnchorFields[] {
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

/** Reads the attributions of a patch. @throws InputError naming the attribution that is wrong. */
export function readAttributions(
  attributions: readonly AttributionInput[],
  path: string[],
): AttributionFields[] {
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

/** Reads the references of a patch. @throws InputError naming the reference that is wrong. */
export function readReferences(references: readonly ReferenceInput[], path: string[]): ReferenceFields[] {
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
