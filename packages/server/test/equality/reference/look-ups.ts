import { canonicalUrl } from '../../../src/text/canonical-url.js'
import { fold } from '../../../src/text/fold.js'
import { type Asking, badInput, globalId, parseId, refusal, uuidOf } from './asking.js'
import type { Row } from './store.js'

/** The object that the id of a row leads to, through merges; null when it is hidden. */
export function lookUp({ store, eyes }: Asking, noun: string, id: string | null, bin = false): Row | null {
  if (id === null) return null
  const row = store.get(noun, store.kept(noun, id))
  return row !== null && eyes.sees(noun, row, bin) ? row : null
}

/** The object of a global id. */
export function node(asking: Asking, id: string): Row | null {
  const parsed = parseId(id)
  if (!parsed) throw badInput()
  return lookUp(asking, parsed.type, parsed.id)
}

export function nodes(asking: Asking, ids: readonly string[]): (Row | null)[] {
  if (ids.length > 100) throw badInput()
  return ids.map((id) => node(asking, id))
}

// biome-ignore lint/suspicious/noExplicitAny: the value of any key
type Key = (asking: Asking, noun: string, value: any) => readonly Row[]

const column =
  (name: string, change: (value: string) => string = (value) => value): Key =>
  ({ store }, noun, value) =>
    store.where(noun, name, change(value))

/** The rows that a key of each name finds, the first to be given first. */
const KEYS: Record<string, Key> = {
  id: ({ store }, noun, id) => store.where(noun, 'id', uuidOf(noun, id)),
  externalId: ({ store }, noun, { namespace, value }) => {
    const foreign = `${noun[0]?.toLowerCase()}${noun.slice(1)}Id`
    return store
      .where('ExternalId', 'namespace', namespace)
      .filter((row) => row.type === noun.toUpperCase() && row.value === value)
      .map((row) => store.get(noun, row[foreign]))
  },
  wikidataId: column('wikidataId'),
  slug: column('slug'),
  domain: column('domain', (domain) => domain.toLowerCase().replace(/^www\./, '')),
  identifier: column('identifierFolded', fold),
  url: column('canonicalUrl', canonicalUrl),
  sha256: ({ store }, _noun, sha256) =>
    store
      .where('ArticleText', 'sha256', sha256)
      .map(({ articleId }) => store.get('Article', articleId))
      .toSorted((a, b) => (`${a.ingestedAt} ${a.id}` < `${b.ingestedAt} ${b.id}` ? -1 : 1)),
  name: ({ store }, noun, { name, countryCode = null }) =>
    store.where(noun, 'nameFolded', fold(name)).filter((row) => row.countryCode === countryCode),
}

interface ByArguments {
  by: Record<string, unknown>
  includeDeleted?: boolean
}

/** The first object that a key names and that is shown. */
export function lookUpBy(
  asking: Asking,
  noun: string,
  { by, includeDeleted = false }: ByArguments,
): Row | null {
  const [[name, value] = ['', null]] = Object.entries(by)
  const find = KEYS[name]
  if (!find) throw new Error(`there is no rule for the key ${name}`)
  const found = find(asking, noun, value)
  if (includeDeleted && asking.eyes.sight !== 'EVERYTHING') throw refusal('FORBIDDEN')
  for (const { id } of found) {
    const row = lookUp(asking, noun, id, includeDeleted)
    if (row) return row
  }
  return null
}

export const idOf = (row: Row): string => globalId(row.__typename, row.id)
