import { fold } from '../../text/fold.js'

interface Names {
  name: string
  aliases: string[]
}

/**
 * Names of which the aliases are what is stored: each once, whatever its case and diacritics, and not the name itself.
 *
 * @param given those that are to change.
 * @param stored those there; null of a new object.
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
