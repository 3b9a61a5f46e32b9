import { NICKNAMES } from '../languages/en/first-names.js'
import { isShouted, unshouted } from '../text/shouted.js'
import type { KnownSpeaker, SpeakerKind } from '../types.js'
import type { Mention } from './find-names.js'
import type { Gender } from './gender.js'
import { genderOfName } from './gender.js'

/** Somebody or something with a name in this text. */
export interface Entity {
  /** The fullest name seen, or the one given for a known speaker. */
  name: string
  kind: SpeakerKind
  gender: Gender
  role: string | null
  /** Full mentions; the weight when a surname fits several. */
  count: number
  known: boolean
}

export interface Registry {
  /** The entity a mention stands for; makes one when there is none. */
  resolve(mention: Mention): Entity
  /** The entity a mention stands for, if it is known already. */
  find(mention: Mention): Entity | undefined
  /** Whether a lone capitalised word at the head of a sentence is a name: it is one elsewhere too. */
  isName(mention: Mention): boolean
  /** Whether somebody of this text has `name` as name or last name. */
  knows(name: string): boolean
  /** Everybody of this text who is a person. */
  people(): Entity[]
}

/** Collects the names of a whole text first, so that a short name finds its full form wherever that stands. */
export function buildRegistry(mentions: Mention[], known: KnownSpeaker[]): Registry {
  const byName = new Map<string, Entity>()
  const byLast = new Map<string, Entity[]>()
  const byFirst = new Map<string, Entity[]>()
  const inside = new Set<string>()

  const create = (name: string, kind: SpeakerKind, gender: Gender, isKnown = false): Entity => {
    const entity: Entity = { name: unshouted(name), kind, gender, role: null, count: 0, known: isKnown }
    const parts = wordsOf(name)
    byName.set(name.toLowerCase(), entity)
    push(byLast, parts.at(-1) ?? '', entity)
    push(byFirst, parts[0] ?? '', entity)
    return entity
  }

  /** The same name, or one with the same last and a like first name: "Joe Hale" and "Joseph R. Hale". */
  const variantOf = (mention: Mention, parts: string[]): Entity | undefined => {
    const same = byName.get(mention.name.toLowerCase())
    if (same || mention.kind !== 'PERSON') return same
    const first = parts[0] ?? ''
    return byLast
      .get(parts.at(-1) ?? '')
      ?.find((entity) => entity.kind === 'PERSON' && sameFirst(first, wordsOf(entity.name)[0] ?? ''))
  }

  const find = (mention: Mention): Entity | undefined => {
    const lower = mention.name.toLowerCase()
    const parts = wordsOf(mention.name)
    const variant = variantOf(mention, parts)
    if (variant || mention.kind === 'GROUP') return variant
    const namesakes = byLast.get(parts.at(-1) ?? '') ?? []
    if (mention.kind === 'ORGANIZATION' && !isShoutedSurname(mention.name)) {
      return parts.length > 1 ? undefined : best(namesakes.filter(isBody), mention)
    }
    if (parts.length > 1)
      return best(
        namesakes.filter((e) => e.name.toLowerCase().endsWith(lower)),
        mention,
      )
    const firsts = (byFirst.get(parts[0] ?? '') ?? []).filter((entity) => entity.kind === 'PERSON')
    return (
      best(
        namesakes.filter((entity) => entity.kind !== 'GROUP'),
        mention,
      ) ?? best(firsts, mention)
    )
  }

  for (const { name, kind, aliases } of known) {
    const entity = create(name, kind ?? 'PERSON', genderOfName(name.split(/\s/)[0] ?? ''), true)
    for (const alias of aliases ?? []) byName.set(alias.toLowerCase(), entity)
  }
  for (const mention of mentions) {
    if (!mention.initial) inside.add(mention.name.toLowerCase())
    const parts = wordsOf(mention.name)
    if (parts.length < 2 || mention.kind === 'GROUP') continue
    const entity = variantOf(mention, parts) ?? create(mention.name, mention.kind, mention.gender)
    entity.count++
    entity.gender ??= mention.gender
    entity.role ??= mention.role
    const fuller = mention.kind === 'PERSON' && mention.name.length > entity.name.length
    if (fuller && !entity.known && !isShouted(mention.name)) entity.name = mention.name
    byName.set(mention.name.toLowerCase(), entity)
  }

  return {
    find,
    isName: (mention) =>
      !mention.initial ||
      mention.gender !== null ||
      inside.has(mention.name.toLowerCase()) ||
      find(mention) !== undefined,
    people: () => [...new Set(byName.values())].filter((entity) => entity.kind === 'PERSON'),
    knows: (name) => byName.has(name.toLowerCase()) || byLast.has(wordsOf(name).at(-1) ?? ''),
    resolve(mention) {
      const entity = find(mention) ?? create(mention.name, mention.kind, mention.gender)
      entity.gender ??= mention.gender
      entity.role ??= mention.role
      if (entity.kind === 'UNKNOWN') entity.kind = mention.kind
      return entity
    },
  }
}

const SUFFIX = /,?\s+(?:Jr|Sr|II|III|IV)\.?$/

/** Lower-case words of a name without initials and "Jr.". */
const wordsOf = (name: string): string[] =>
  name
    .replace(SUFFIX, '')
    .replace(/’/g, "'")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => !/^\p{L}\.?$/u.test(word))

const isBody = (entity: Entity) => entity.kind === 'ORGANIZATION'

/** A surname in capitals, as in transcripts, looks like an acronym. */
const isShoutedSurname = (name: string) => /^\p{Lu}{4,}$/u.test(name)

/** The candidate named most often whose gender does not speak against it. */
function best(candidates: Entity[], mention: Mention): Entity | undefined {
  let found: Entity | undefined
  for (const entity of candidates) {
    if (mention.gender && entity.gender && mention.gender !== entity.gender) continue
    if (!found || entity.count > found.count) found = entity
  }
  return found
}

const sameFirst = (a: string, b: string): boolean => a === b || (NICKNAMES[a] ?? a) === (NICKNAMES[b] ?? b)

/** Keeps look-ups bounded on lists of names. */
const MAX_NAMESAKES = 32

function push(map: Map<string, Entity[]>, key: string, entity: Entity) {
  const list = map.get(key)
  if (!list) map.set(key, [entity])
  else if (list.length < MAX_NAMESAKES && !list.includes(entity)) list.push(entity)
}
