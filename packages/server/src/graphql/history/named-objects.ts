import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import { anyOf, raw, sql } from '../../database/sql.js'
import { parseGlobalId } from '../../record/global-id.js'
import type { FieldChange } from '../../record/history/field-changes.js'
import type { NounName } from '../../record/nouns.js'
import type { Context } from '../context.js'
import { perField } from '../per-field.js'
import { visibleAmong } from '../visible-among.js'
import { idsIn } from './shown-changes.js'

/** An object that a change names by its id. */
export interface NamedObject {
  objectId: string
  name: string
}

interface Named {
  id: string
  name: string
}

/** The column that has the name of an object, by noun; other nouns have none. */
const NAME_COLUMNS: Partial<Record<NounName, 'name' | 'title'>> = {
  ...{ Speaker: 'name', Topic: 'name', Place: 'name', Event: 'name', Site: 'name' },
  ...{ Document: 'title', Article: 'title' },
}

/**
 * The objects with a name whose ids stand in a change, those of the value before first. A merged object has the name that
 * it had. The objects of all changes of a field are read together, noun by noun.
 */
export async function namedObjects(
  context: Context,
  info: GraphQLResolveInfo,
  { before, after }: FieldChange,
): Promise<NamedObject[]> {
  const loader = perField(
    context,
    info,
    'named objects',
    () => new DataLoader<string, NamedObject | null>((ids) => readNames(context, ids)),
  )
  const found = await loader.loadMany([...new Set([...idsIn(before), ...idsIn(after)])])
  return found.flatMap((one) => {
    if (one instanceof Error) throw one
    return one ?? []
  })
}

async function readNames(context: Context, globalIds: readonly string[]): Promise<(NamedObject | null)[]> {
  const parsed = globalIds.map((globalId) => parseGlobalId(globalId))
  const names = new Map<string, string>()
  for (const [noun, ofNoun] of Map.groupBy(parsed, (id) => id?.type as NounName)) {
    const column = NAME_COLUMNS[noun]
    if (!column) continue
    const ids = ofNoun.map((id) => id?.id as string)
    const shown = await visibleAmong(context, noun, ids)
    const rows = await context.prisma.$queryRaw<Named[]>(sql`
      SELECT t.id::text, t.${raw(column)} AS name FROM ${raw(`"${noun}"`)} t
      WHERE ${anyOf(sql`t.id`, [...shown], 'uuid')}`)
    for (const { id, name } of rows) names.set(`${noun}:${id}`, name)
  }
  return parsed.map((id, index) => {
    const name = names.get(`${id?.type}:${id?.id}`)
    return name === undefined ? null : { objectId: globalIds[index] as string, name }
  })
}
