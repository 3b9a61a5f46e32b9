import type { Lexicon } from '../text/lexicon.js'
import { isShouted, unshouted } from '../text/shouted.js'
import type { KnownSpeaker, SpeakerKind } from '../types.js'
import { genderOfName } from './gender.js'
import type { Gender, Mention } from './mention.js'

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

/** What telling names apart takes from a language. */
export interface NameKnowledge {
  lexicon: Lexicon
  /** Short forms of first names and the names they stand for, lower case: "joe" for "joseph". */
  nicknames: ReadonlyMap<string, string>
}

/** Collects the names of a whole text first, so that a short name finds its full form wherever that stands. */
export function buildRegistry(mentions: Mention[], known: KnownSpeaker[], language: NameKnowledge): Registry {
  const registry = new Registry(language)
  for (const speaker of known) registry.addKnown(speaker)
  const also = new Set(mentions.flatMap((mention) => mention.also))
  for (const mention of mentions) if (!also.has(mention.name)) registry.collect(mention)
  for (const mention of mentions) registry.addAlso(mention)
  return registry
}

/** Everybody and everything with a name in one text. */
export class Registry {
  private readonly language: NameKnowledge
  private readonly byName = new Map<string, Entity>()
  private readonly byLast = new Map<string, Entity[]>()
  private readonly byFirst = new Map<string, Entity[]>()
  /** Names that stand elsewhere than alone at the head of a sentence. */
  private readonly inside = new Set<string>()

  constructor(language: NameKnowledge) {
    this.language = language
  }

  addKnown({ name, kind, aliases }: KnownSpeaker): void {
    const gender = genderOfName(name, this.language.lexicon)
    const entity = this.create(name, kind ?? 'PERSON', gender, true)
    for (const alias of aliases ?? []) this.byName.set(alias.toLowerCase(), entity)
  }

  /** Makes the entity of a full name, or adds to it what the mention tells. */
  collect(mention: Mention): void {
    if (!mention.initial) this.inside.add(mention.name.toLowerCase())
    const parts = wordsOf(mention.name)
    if (parts.length < 2 || mention.kind === 'GROUP') return
    const entity =
      this.variantOf(mention, parts) ?? this.create(mention.name, mention.kind, mention.gender, false)
    entity.count++
    entity.gender ??= mention.gender
    entity.role ??= mention.role
    const fuller = mention.kind === 'PERSON' && mention.name.length > entity.name.length
    if (fuller && !entity.known && !isShouted(mention.name)) entity.name = mention.name
    this.byName.set(mention.name.toLowerCase(), entity)
  }

  /** Gives whom the mention stands for the names beside it, unless somebody has them. */
  addAlso(mention: Mention): void {
    for (const name of mention.also) {
      const lower = name.toLowerCase()
      if (!this.byName.has(lower)) this.byName.set(lower, this.resolve(mention))
    }
  }

  /** The entity a mention stands for; makes one when there is none. */
  resolve(mention: Mention): Entity {
    const entity = this.find(mention) ?? this.create(mention.name, mention.kind, mention.gender, false)
    entity.gender ??= mention.gender
    entity.role ??= mention.role
    if (entity.kind === 'UNKNOWN') entity.kind = mention.kind
    return entity
  }

  /** The entity a mention stands for, if it is known already. */
  find(mention: Mention): Entity | undefined {
    const parts = wordsOf(mention.name)
    const variant = this.variantOf(mention, parts)
    if (variant || mention.kind === 'GROUP') return variant
    const namesakes = this.byLast.get(parts.at(-1) ?? '') ?? []
    if (mention.kind === 'ORGANIZATION' && !isShoutedSurname(mention.name))
      return parts.length > 1 ? undefined : best(namesakes.filter(isBody), mention)
    if (parts.length > 1) {
      const lower = mention.name.toLowerCase()
      return best(
        namesakes.filter(({ name }) => name.toLowerCase().endsWith(lower)),
        mention,
      )
    }
    const notGroups = namesakes.filter(({ kind }) => kind !== 'GROUP')
    const firsts = (this.byFirst.get(parts[0] ?? '') ?? []).filter(({ kind }) => kind === 'PERSON')
    return best(notGroups, mention) ?? best(firsts, mention)
  }

  /** Whether a lone capitalised word at the head of a sentence is a name: it is one elsewhere too. */
  isName(mention: Mention): boolean {
    return (
      !mention.initial ||
      mention.gender !== null ||
      this.inside.has(mention.name.toLowerCase()) ||
      this.find(mention) !== undefined
    )
  }

  /** Whether somebody of this text has `name` as name or last name. */
  knows(name: string): boolean {
    return this.byName.has(name.toLowerCase()) || this.byLast.has(wordsOf(name).at(-1) ?? '')
  }

  /** Everybody of this text who is a person. */
  people(): Entity[] {
    return [...new Set(this.byName.values())].filter(({ kind }) => kind === 'PERSON')
  }

  private create(name: string, kind: SpeakerKind, gender: Gender, known: boolean): Entity {
    const entity: Entity = { name: unshouted(name), kind, gender, role: null, count: 0, known }
    const parts = wordsOf(name)
    this.byName.set(name.toLowerCase(), entity)
    push(this.byLast, parts.at(-1) ?? '', entity)
    push(this.byFirst, parts[0] ?? '', entity)
    return entity
  }

  /** The same name, or one with the same last and a like first name: "Joe Hale" and "Joseph R. Hale". */
  private variantOf(mention: Mention, parts: string[]): Entity | undefined {
    const same = this.byName.get(mention.name.toLowerCase())
    if (same || mention.kind !== 'PERSON') return same
    const { nicknames } = this.language
    const full = (first = '') => nicknames.get(first) ?? first
    const first = full(parts[0])
    return this.byLast
      .get(parts.at(-1) ?? '')
      ?.find(({ kind, name }) => kind === 'PERSON' && first === full(wordsOf(name)[0]))
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

/** Keeps look-ups bounded on lists of names. */
const MAX_NAMESAKES = 32

function push(map: Map<string, Entity[]>, key: string, entity: Entity) {
  const list = map.get(key)
  if (!list) map.set(key, [entity])
  else if (list.length < MAX_NAMESAKES && !list.includes(entity)) list.push(entity)
}
