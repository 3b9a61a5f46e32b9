import { type Asking, parseId } from './asking.js'
import { isShownStatus } from './eyes.js'
import type { Row } from './store.js'

export interface Change {
  field: string
  before: string | null
  after: string | null
}

const idsIn = (text: string | null): string[] =>
  [...(text ?? '').matchAll(/[\w-]{40,}/g)].map(([id]) => id).filter((id) => parseId(id) !== null)

/** Whether the object of a global id, or the one that it was merged into, is shown. */
function isShown({ store, eyes }: Asking, id: string): boolean {
  const { type, id: uuid } = parseId(id) ?? { type: '', id: '' }
  const row = store.get(type, store.kept(type, uuid))
  return row !== null && eyes.sees(type, row)
}

/** A text without ids of what is hidden: in lists they are left out, elsewhere null stands in their place. */
function cleaned(asking: Asking, text: string | null): string | null {
  const isHidden = (id: unknown) => typeof id === 'string' && parseId(id) !== null && !isShown(asking, id)
  if (text === null || !idsIn(text).some(isHidden)) return text
  if (isHidden(text)) return null
  const clean = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((one) => !isHidden(one)).map(clean)
    if (value === null || typeof value !== 'object') return isHidden(value) ? null : value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]))
  }
  return JSON.stringify(clean(JSON.parse(text)))
}

/**
 * The changes of a revision. Who does not see everything sees neither ids of what is hidden, nor what a statement was
 * before the revision made it visible, nor a change that then changes nothing.
 */
export function changesOf(asking: Asking, { changes }: Row): Change[] {
  const { sight } = asking.eyes
  if (sight === 'EVERYTHING') return changes
  const was = changes.find(({ field }: Change) => field === 'reviewStatus')?.before
  const becameVisible = was != null && !isShownStatus(sight, was)
  return changes
    .map(({ field, before, after }: Change) => ({
      ...{ field, before: becameVisible ? null : cleaned(asking, before), after: cleaned(asking, after) },
    }))
    .filter(({ before, after }: Change) => before !== after)
}

/** The objects with a name or a title whose ids stand in a change, as far as they are shown. */
export function objectsIn(asking: Asking, { before, after }: Change): { objectId: string; name: string }[] {
  return [...new Set([...idsIn(before), ...idsIn(after)])].flatMap((objectId) => {
    const { type, id } = parseId(objectId) ?? { type: '', id: '' }
    const row = asking.store.get(type, id)
    const isNamed = /^(Speaker|Topic|Place|Event|Site|Document|Article)$/.test(type)
    return isNamed && row && isShown(asking, objectId) ? [{ objectId, name: row.name ?? row.title }] : []
  })
}
