import type { Entity } from '../names/entity.js'
import type { OfficeKnowledge } from '../names/offices.js'
import type { Registry } from '../names/registry.js'
import { is, type Token } from '../text/token.js'
import type { Salience } from './salience.js'

/** What telling people by their offices takes from a language. */
export interface DescriptionKnowledge extends OfficeKnowledge {
  descriptions: {
    /** Opens an office that means somebody of this text: "the", "his". Lower case, as all of these. */
    openers: ReadonlySet<string>
    /** Those of them that may mean whoever was spoken of last: "the". */
    articles: ReadonlySet<string>
    /** Words of an office that tell nothing: "current", "of". */
    fillers: ReadonlySet<string>
    /** Those of them that are no part of the office: "new". */
    recent: ReadonlySet<string>
    /** Offices that many hold at once, or that speak for somebody else: "deputy", "spokesman". */
    nobody: ReadonlySet<string>
    /** A word without its possessive or plural ending. */
    stem(word: string): string
    /** Whether an office means a woman or a man; null when it does not tell. */
    genderOf(office: Token): 'm' | 'f' | null
  }
}

/**
 * Finds the person whom an office alone means: "the transport minister", "the Coastal Party leader", "the minister". The
 * office that the text gives the person has all these words; of several people, the one who spoke last is meant. An
 * office that nobody has yet is that of whoever the text spoke of last: "Ada Moss opened the quay. The mayor said …".
 */
export function describedBy(
  tokens: readonly Token[],
  registry: Registry,
  salience: Salience,
  { descriptions, ranks: { past } }: DescriptionKnowledge,
): Entity | null {
  const { openers, articles, fillers, recent, nobody, stem, genderOf } = descriptions
  const [opener, ...rest] = tokens.filter((token) => token.kind === 'word')
  if (!opener || !openers.has(opener.lower) || rest.some(({ lower }) => nobody.has(lower))) return null
  const telling = rest.filter(({ lower }) => !fillers.has(lower) && !past.has(lower))
  const isPast = rest.some(({ lower }) => past.has(lower))
  const office = telling.findLast((token) => is(token, 'office'))
  if (!office || is(office, 'pluralEnding')) return null
  const words = telling.map(({ lower }) => stem(lower))
  const gender = genderOf(office)
  const mayBe = (person: Entity) => gender === null || person.gender === null || person.gender === gender
  const holders = registry.people().filter((person) => {
    const held = new Set(
      (person.role ?? '')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.map(stem),
    )
    const wasHeld = [...past].some((word) => held.has(word))
    return words.every((word) => held.has(word)) && wasHeld === isPast && mayBe(person)
  })
  if (holders.length > 0)
    return salience.latestOf(holders) ?? (holders.length === 1 ? (holders[0] ?? null) : null)
  const latest = salience.latest()
  if (isPast || !articles.has(opener.lower) || latest?.kind !== 'PERSON' || latest.role !== null) return null
  if (!mayBe(latest)) return null
  latest.role = rest
    .filter(({ lower }) => !recent.has(lower))
    .map((token) => token.text)
    .join(' ')
  return latest
}
