import { foldName } from '../text/fold.js'
import type { KnownSpeaker } from '../types.js'
import type { Mention } from './mention.js'
import { hasFirstName, type PersonName, readPersonName } from './person-name.js'
import { type NameKnowledge, Registry } from './registry.js'

/** All mentions of one full name. */
interface FullName {
  read: PersonName
  mentions: Mention[]
}

/**
 * Collects the full names of a whole text first, so that a short name finds its full form wherever that stands. The
 * fullest come first: "J. Moss" is "Jonas K. Moss" when nobody else fits, and somebody else when two do.
 */
export function buildRegistry(mentions: Mention[], known: KnownSpeaker[], language: NameKnowledge): Registry {
  const registry = new Registry(language)
  for (const speaker of known) registry.addKnown(speaker)
  const names = new Map<string, FullName>()
  const also = new Set(mentions.flatMap((mention) => mention.also))
  for (const mention of mentions) {
    registry.note(mention)
    if (also.has(mention.name) || mention.kind === 'GROUP' || !/\s/.test(mention.name)) continue
    const read = readPersonName(mention.name, language)
    // Two "J. Moss" may be a man and a woman.
    const key = `${foldName(mention.name)} ${hasFirstName(read) ? '' : mention.gender}`
    const same = names.get(key)
    if (same) same.mentions.push(mention)
    else names.set(key, { read, mentions: [mention] })
  }
  const fullestFirst = [...names.values()].sort((a, b) => fullness(b.read) - fullness(a.read))
  for (const { mentions } of fullestFirst) addFullName(registry, mentions)
  for (const mention of mentions) {
    if (!/\s/.test(mention.name)) continue
    const entity = registry.find(mention)
    if (!entity) continue
    entity.gender ??= mention.gender
    entity.role ??= mention.role
  }
  for (const mention of mentions) registry.addAlso(mention)
  return registry
}

const fullness = ({ given, suffix }: PersonName): number => given.join('').length + (suffix === null ? 0 : 1)

function addFullName(registry: Registry, mentions: Mention[]): void {
  const [first] = mentions
  if (!first) return
  const gender = mentions.find((mention) => mention.gender)?.gender ?? null
  const offices = mentions.flatMap(({ role }) => role ?? [])
  const named = { ...first, gender, role: offices[0] ?? null }
  const [entity, other] = registry.candidates(named)
  const target = entity && !other ? entity : registry.create(named)
  registry.addName(target, first.name, mentions.length)
  for (const office of offices) target.offices.add(office)
  target.gender ??= gender
}
