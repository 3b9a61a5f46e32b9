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
