/**
 * Says once what generated types say several times. Local types that are alike, such as those of the errors in each result
 * union, become one, which has the parts that their names have in common: `ForbiddenError_Fragment`. A union that an exported
 * type names is that type wherever it stands.
 *
 * @param types the declarations that the plugin typescript-operations wrote.
 */
export const shareTypes = (types: string): string => nameUnions(mergeAlike(types))

/** A declaration ends at the first line that ends in a semicolon, which members and comments do not. */
const LOCAL = /^type (\w+) =([\s\S]*?;)\n/gm

/** Types that are shorter stay: their name says more than they do. */
const SHORTEST = 60

function mergeAlike(types: string): string {
  const alike = new Map<string, string[]>()
  for (const [, name = '', body = ''] of types.matchAll(LOCAL))
    alike.set(body, [...(alike.get(body) ?? []), name])
  let shared = types
  for (const [body, names] of alike) {
    const name = commonName(names)
    if (names.length < 2 || body.length < SHORTEST || !name || isDeclared(shared, name)) continue
    const [first, ...others] = names
    for (const other of others) shared = shared.replace(`type ${other} =${body}\n`, '')
    shared = shared.replace(new RegExp(`\\b(${[first, ...others].join('|')})\\b`, 'g'), name)
  }
  return shared
}

const isDeclared = (types: string, name: string) => new RegExp(`^(export )?type ${name} `, 'm').test(types)

/** "A_Gone_Fragment" and "B_Gone_Fragment" have "Gone_Fragment" in common; undefined when only their ends are alike. */
function commonName(names: readonly string[]): string | undefined {
  const [first = [], ...others] = names.map((name) => name.split('_'))
  if (others.some((parts) => parts.length !== first.length)) return undefined
  const common = first.filter((part, index) => part && others.every((parts) => parts[index] === part))
  return common.length > 1 ? common.join('_') : undefined
}

const NAMED_UNION = /^export type (\w+) =\s*\|?\s*(\w+(?:\s*\|\s*\w+)+)\s*;$/gm

function nameUnions(types: string): string {
  let named = types
  for (const [declaration, name = '', union = ''] of types.matchAll(NAMED_UNION)) {
    const members = union.split(/\s*\|\s*/).join('\\s*\\|\\s*')
    const [before = '', after = ''] = named.split(declaration)
    const same = new RegExp(`(?<![\\w|]\\s*)(?:\\|\\s*)?\\b${members}\\b(?!\\s*\\|(?!\\s*null\\b))`, 'g')
    named = [before.replace(same, name), after.replace(same, name)].join(declaration)
  }
  return named
}
