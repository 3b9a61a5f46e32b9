import { newId } from '../../database/id.js'
import { fold } from '../../text/fold.js'

interface Names {
  name: string
  aliases: string[]
}

/**
 * Drops repeated aliases, and aliases that are the name itself. Names are compared without case and diacritics.
 *
 * @param given the fields that are to change.
 * @param stored the names stored so far; null for a new object.
 */
export function settleNames<Given extends { [Field in keyof Names]?: Names[Field] | undefined }>(
  given: Given,
  stored: Names | null,
): Given {
  if (given.aliases === undefined && given.name === undefined) return given
  const seen = new Set([fold(given.name ?? stored?.name ?? '')])
  const aliases = (given.aliases ?? stored?.aliases ?? []).filter((alias) => {
    const folded = fold(alias)
    return !seen.has(folded) && seen.add(folded)
  })
  return { ...given, aliases }
}

/** An alias as it is stored. */
interface AliasRow {
  id: string
  name: string
}

/**
 * What replaces the stored aliases by the given ones. A name that stays keeps its row, and with it its language; a merge
 * knows by the row what it has to give back.
 *
 * @returns the ids of the rows that go, and the rows that come.
 */
export function aliasChanges(stored: readonly AliasRow[], given: readonly string[]) {
  const names = new Set(stored.map(({ name }) => name))
  const gone = stored.filter(({ name }) => !given.includes(name)).map(({ id }) => id)
  const added = given.filter((name) => !names.has(name))
  return { gone, added: added.map((name) => ({ id: newId(), name, nameFolded: fold(name) })) }
}
