import { TITLE_WORDS } from '../languages/en/titles.js'
import type { Entity, Registry } from '../names/registry.js'
import type { Token } from '../text/tokens.js'
import type { Salience } from './salience.js'

const OPENERS = /^(?:the|its|his|her|their|our|this)$/
const FILLERS = /^(?:new|own|current|then|of|for|and|the|'s|’)$/
/** Offices that many hold at once, or that speak for somebody else. */
const NOBODY =
  /^(?:former|deputy|another|other|fellow|next|spokes\w+|aide|advis[eo]r|lawyer|attorney|analyst|resident|critic|rival|colleague|student|teacher|voter|supporter)$/

/**
 * The person whom an office alone means: "the transport minister", "the Coastal Party leader", "the minister". All
 * its words stand in the office that the text gives them; of several, the one who spoke last. An office that nobody
 * has yet is that of whoever the text spoke of last: "Ada Moss opened the quay. The mayor said …".
 */
export function describedBy(tokens: readonly Token[], registry: Registry, salience: Salience): Entity | null {
  const phrase = tokens.filter((token) => token.kind === 'word')
  const [opener, ...rest] = phrase.map(({ lower }) => lower)
  if (!opener || !OPENERS.test(opener) || rest.some((word) => NOBODY.test(word))) return null
  const words = rest.filter((word) => !FILLERS.test(word)).map(stem)
  const office = rest.findLast((word) => TITLE_WORDS.has(word))
  if (!office || PLURAL.test(office)) return null
  const holders = registry.people().filter(({ role }) => {
    const office = new Set(
      (role ?? '')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.map(stem),
    )
    return words.every((word) => office.has(word))
  })
  if (holders.length > 0)
    return salience.latestOf(holders) ?? (holders.length === 1 ? (holders[0] ?? null) : null)
  const latest = salience.latest()
  if (opener !== 'the' || latest?.kind !== 'PERSON' || latest.role !== null) return null
  latest.role = phrase
    .slice(1)
    .filter(({ lower }) => !/^(?:new|current)$/.test(lower))
    .map((token) => token.text)
    .join(' ')
  return latest
}

/** "ministers", not "boss". */
const PLURAL = /[^s]s$/

/** Without a possessive or plural ending: "workers’", "Selvane's". */
const stem = (word: string) => word.replace(/(?:['’]s|s['’]?)$/, '')
