import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import type { ReviewStatus } from '../../generated/prisma/enums.js'
import { parseGlobalId } from '../../record/global-id.js'
import type { FieldChange } from '../../record/history/field-changes.js'
import type { NounName } from '../../record/nouns.js'
import { hides, viewOf } from '../../record/visibility/view.js'
import type { Context } from '../context.js'
import { perField } from '../per-field.js'
import { visibleAmong } from '../visible-among.js'

/**
 * The changes of a revision as a viewer may see them. Values from before a statement became visible are null, and ids
 * of hidden objects are left out.
 */
export async function shownChanges(
  context: Context,
  info: GraphQLResolveInfo,
  changes: readonly FieldChange[],
): Promise<readonly FieldChange[]> {
  const { sight } = viewOf(context.viewer)
  if (sight === 'EVERYTHING') return changes
  const status = changes.find(({ field }) => field === 'reviewStatus')?.before
  const becameVisible = status != null && hides(sight, status as ReviewStatus)
  const hidden = await hiddenIds(
    context,
    info,
    changes.flatMap(({ before, after }) => [...idsIn(before), ...idsIn(after)]),
  )
  return changes.flatMap(({ field, before, after }) => {
    const change = {
      field,
      before: becameVisible ? null : without(before, hidden),
      after: without(after, hidden),
    }
    // A change from one hidden object to another is left out.
    return change.before === change.after ? [] : [change]
  })
}

/** The global ids in the text of a field, whether it is one id or JSON. */
export const idsIn = (text: string | null): string[] =>
  [...(text ?? '').matchAll(/[\w-]{40,}/g)].map(([id]) => id).filter((id) => parseGlobalId(id) !== null)

/**
 * The ids of objects that the viewer may not see. The ids of all revisions of a field are read together, noun by noun.
 */
async function hiddenIds(
  context: Context,
  info: GraphQLResolveInfo,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const loader = perField(
    context,
    info,
    'hidden ids',
    () => new DataLoader<string, boolean>((asked) => areHidden(context, asked)),
  )
  const unique = [...new Set(ids)]
  const hidden = await Promise.all(unique.map((id) => loader.load(id)))
  return new Set(unique.filter((_, index) => hidden[index]))
}

async function areHidden(context: Context, globalIds: readonly string[]): Promise<boolean[]> {
  const parsed = globalIds.map((globalId) => parseGlobalId(globalId))
  const shown = new Set<string>()
  const byType = Map.groupBy(parsed, (id) => id?.type as NounName)
  for (const [type, ofType] of byType) {
    const ids = ofType.map((id) => id?.id as string)
    for (const id of await visibleAmong(context, type, ids)) shown.add(`${type}:${id}`)
  }
  return parsed.map((id) => !shown.has(`${id?.type}:${id?.id}`))
}

/** The text of a field without hidden ids: in JSON, an id in a list is left out, any other becomes null. */
function without(text: string | null, hidden: ReadonlySet<string>): string | null {
  if (text === null || hidden.size === 0) return text
  if (hidden.has(text)) return null
  const ids = idsIn(text)
  if (!ids.some((id) => hidden.has(id))) return text
  const cleaned: unknown = JSON.parse(text, (_key, value: unknown) => {
    if (Array.isArray(value)) return value.filter((one) => one !== HIDDEN)
    return typeof value === 'string' && hidden.has(value) ? HIDDEN : value
  })
  return JSON.stringify(cleaned, (_key, value: unknown) => (value === HIDDEN ? null : value))
}

/** Stands in the place of a hidden id while JSON is rewritten; it is no id, for no id has a space. */
const HIDDEN = 'hidden id'
