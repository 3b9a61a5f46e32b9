import { foldName } from '../text/fold.js'
import { isShouted, unshouted } from '../text/shouted.js'
import type { KnownSpeaker } from '../types.js'
import type { Entity } from './entity.js'
import { speaksAgainst, type Told } from './evidence-against.js'
import { genderOfName } from './gender.js'
import type { Mention } from './mention.js'
import { NameIndex } from './name-index.js'
import type { OfficeKnowledge } from './offices.js'
import { type PersonName, type PersonNameKnowledge, readPersonName } from './person-name.js'

/** What telling names apart takes from a language. */
export interface NameKnowledge extends PersonNameKnowledge, OfficeKnowledge {
  /** Words that tell which of two of one surname is meant, as "sr" or "jr": "elder", "daughter". */
  generations: ReadonlyMap<string, string>
}

type Named = Pick<Mention, 'name' | 'kind' | 'gender' | 'role' | 'title'>

/** Everybody and everything with a name in one text. */
export class Registry {
  private readonly language: NameKnowledge
  private readonly entities = new Set<Entity>()
  private readonly taken = new Set<string>()
  private readonly byName = new Map<string, Entity>()
  /** Names that mean one by themselves, be they one word: aliases of known speakers, "Mouse". */
  private readonly alone = new Set<string>()
  private readonly index = new NameIndex()
  /** Names that stand elsewhere than alone at the head of a sentence. */
  private readonly inside = new Set<string>()
  /** Whom the mentions of the body mean, once that is settled. */
  private readonly settled = new Map<Mention, Entity>()
  private readonly doubts = new Map<string, Entity>()

  /** Names as they are compared; a text has few names, many times. */
  private readonly folded = new Map<string, string>()
  private readonly parts = new Map<string, PersonName>()

  constructor(language: NameKnowledge) {
    this.language = language
  }

  addKnown({ name, kind, aliases }: KnownSpeaker): void {
    const gender = genderOfName(name, this.language.lexicon)
    const entity = this.create({ name, kind: kind ?? 'PERSON', gender, role: null, title: '' })
    entity.known = true
    for (const alias of aliases ?? []) {
      this.byName.set(this.fold(alias), entity)
      this.alone.add(this.fold(alias))
    }
  }

  /** Notes that a name stands in the text, so that {@link isName} knows of it. */
  note({ name, initial }: Mention): void {
    if (!initial) this.inside.add(this.fold(name))
  }

  /** Adds another name of an entity, and how often the text has it. */
  addName(entity: Entity, name: string, count: number): void {
    entity.count += count
    const fuller = entity.kind === 'PERSON' && name.length > entity.name.length
    if (fuller && !entity.known && !isShouted(name)) entity.name = name
    if (entity.names.length < MOST_NAMES) this.addTo(entity, name)
  }

  /** Gives whom the mention stands for the names beside it, unless somebody has them. */
  addAlso(mention: Mention): void {
    for (const name of mention.also) {
      const folded = this.fold(name)
      if (this.byName.has(folded)) continue
      this.byName.set(folded, this.resolve(mention))
      this.alone.add(folded)
    }
  }

  /** Returns everybody whom a mention may mean: one when the text tells who, nobody when none has the name yet. */
  candidates(mention: Mention, generation: string | null = null): Entity[] {
    const settled = this.settled.get(mention)
    if (settled) return [settled]
    const name = this.read(mention.name)
    const told = { name, gender: mention.gender, offices: mention.role ? [mention.role] : [], generation }
    const same = this.byName.get(this.fold(mention.name))
    if (same && this.alone.has(this.fold(mention.name))) return [same]
    const fits = same && (same.kind !== 'PERSON' || !speaksAgainst(same, told, this.language))
    if (fits && (name.given.length > 0 || !isPersonal(mention))) return [same]
    if (mention.kind === 'GROUP') return []
    const namesakes = this.index.ofSurname(name.surname)
    if (!isPersonal(mention)) return name.given.length > 0 ? [] : mostNamed(namesakes.filter(isBody))
    const people = this.peopleCalled(told, namesakes)
    if (people.length > 0) return people
    const lower = ` ${this.fold(mention.name)}`
    return mostNamed(namesakes.filter((body) => isBody(body) && ` ${this.fold(body.name)}`.endsWith(lower)))
  }

  /** The entity a mention stands for; makes one when there is none, a doubtful one when there are several. */
  resolve(mention: Mention): Entity {
    const [found, other] = this.candidates(mention)
    const entity = other ? this.doubt(mention) : (found ?? this.create(mention))
    if (entity.doubtful) return entity
    entity.gender ??= mention.gender
    entity.role ??= mention.role
    if (mention.role) entity.offices.add(mention.role)
    if (entity.kind === 'UNKNOWN') entity.kind = mention.kind
    return entity
  }

  /** The entity a mention stands for, if it is known already and certain. */
  find(mention: Mention): Entity | undefined {
    const [entity, other] = this.candidates(mention)
    return other || entity?.doubtful ? undefined : entity
  }

  /** Says whom a mention of the body means, once for all. */
  settle(mention: Mention, entity: Entity): void {
    this.settled.set(mention, entity)
  }

  /** Returns the entity of a name that fits several: pronouns may mean it, but it speaks as nobody. */
  doubt(mention: Mention): Entity {
    const key = `${this.fold(mention.name)} ${mention.gender}`
    const known = this.doubts.get(key)
    const entity = known ?? { ...newEntity(mention), kind: 'PERSON' as const, doubtful: true }
    this.doubts.set(key, entity)
    return entity
  }

  /** Whether a lone capitalised word at the head of a sentence is a name: it is one elsewhere too. */
  isName(mention: Mention): boolean {
    return (
      !mention.initial ||
      mention.gender !== null ||
      this.inside.has(this.fold(mention.name)) ||
      this.candidates(mention).length > 0
    )
  }

  /** Whether somebody of this text has `name` as name or last name. */
  knows(name: string): boolean {
    return this.byName.has(this.fold(name)) || this.index.ofSurname(this.read(name).surname).length > 0
  }

  /** Everybody of this text who is a person. */
  people(): Entity[] {
    return [...this.entities].filter(({ kind }) => kind === 'PERSON')
  }

  create(mention: Named): Entity {
    const entity = newEntity(mention)
    entity.name = this.distinct(mention)
    this.entities.add(entity)
    this.addTo(entity, mention.name)
    return entity
  }

  private fold(name: string): string {
    const folded = this.folded.get(name) ?? foldName(name)
    this.folded.set(name, folded)
    return folded
  }

  private read(name: string): PersonName {
    const read = this.parts.get(name) ?? readPersonName(name, this.language)
    if (!this.parts.has(name)) this.parts.set(name, read)
    return read
  }

  private addTo(entity: Entity, name: string): void {
    const read = this.read(name)
    entity.names.push(read)
    this.index.add(entity, read)
    this.taken.add(this.fold(entity.name))
    if (!this.byName.has(this.fold(name))) this.byName.set(this.fold(name), entity)
  }

  /** Returns the people of a name: those of the surname, else those of the first name, else those of a name between. */
  private peopleCalled(told: Told, namesakes: readonly Entity[]): Entity[] {
    const people = (list: readonly Entity[]) => {
      const fitting = list.filter((entity) => isPerson(entity) && !speaksAgainst(entity, told, this.language))
      const named = fitting.filter(({ known, count }) => !known || count > 0)
      return named.length > 0 ? named : fitting
    }
    const { given, surname, particles } = told.name
    const found = people(namesakes)
    const plain = found.filter(({ names }) => names.some((name) => name.particles === particles))
    if (found.length > 0 || given.length > 0) return plain.length > 0 ? plain : found
    const first = people(this.index.ofFirst(surname)).filter(({ kind }) => kind === 'PERSON')
    return first.length > 0 ? first : people(this.index.ofMiddle(surname))
  }

  /** Returns a name that nobody else of this text has: of two "Moss", they are "Mr Moss" and "Mrs Moss". */
  private distinct({ name, title, role }: Named): string {
    const shown = unshouted(name)
    const namesake = this.index.ofSurname(this.fold(shown)).find((other) => other.name === shown)
    if (namesake?.title) {
      namesake.name = `${namesake.title} ${shown}`
      this.taken.add(this.fold(namesake.name))
    }
    const forms = [namesake ? '' : shown, `${title} ${shown}`, `${role ?? ''} ${shown}`, shown]
    return forms.find((form) => form !== '' && !this.taken.has(this.fold(form))) ?? shown
  }
}

const newEntity = ({ name, kind, gender, role, title }: Named): Entity => ({
  ...{ name, kind, gender, role: null, title, names: [], generation: null, count: 0 },
  offices: new Set(role ? [role] : []),
  ...{ known: false, doubtful: false },
})

const isBody = ({ kind }: Entity) => kind === 'ORGANIZATION'
const isPerson = ({ kind }: Entity) => kind === 'PERSON' || kind === 'UNKNOWN'

/** A surname in capitals, as in transcripts, looks like an acronym. */
const isPersonal = ({ kind, name }: Mention) =>
  kind === 'PERSON' || kind === 'UNKNOWN' || (kind === 'ORGANIZATION' && /^\p{Lu}{4,}$/u.test(name))

/** The one that is named most often; the first of several. */
const mostNamed = (bodies: Entity[]): Entity[] =>
  bodies.length < 2 ? bodies : [bodies.reduce((most, body) => (body.count > most.count ? body : most))]

/** Names of one person that are compared, at most. */
const MOST_NAMES = 16
