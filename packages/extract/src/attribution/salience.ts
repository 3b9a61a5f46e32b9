import type { Entity } from '../names/entity.js'
import type { Gender } from '../names/mention.js'

/** Pronouns that speak, named by the English ones: a man, a woman, several or a body. */
export type SpeakingPronoun = 'he' | 'she' | 'they' | 'it'

/** Remembers whom a pronoun may mean: people in the order in which they last spoke or opened a sentence. */
export interface Salience {
  /** Puts somebody first. `spoke`: as the speaker of a statement, which makes a lone name a person. */
  push(entity: Entity, spoke: boolean): void
  /** Adds somebody named in passing, who is meant only when nobody else fits. */
  see(entity: Entity): void
  /** Returns whom the pronoun means; null when nobody fits. */
  find(pronoun: SpeakingPronoun): Entity | null
  /** Returns whichever of these spoke or opened a sentence last. */
  latestOf(entities: readonly Entity[]): Entity | null
  /** Adds the people whom a sentence named: two of them are a pair. */
  together(people: Entity[]): void
  /** Returns the last two who were named together, while nobody else has come in. */
  named(): Entity[] | null
  /** Returns whom "the two" means: the last two who were named together, or else the last two who spoke. */
  pair(): Entity[] | null
  /** Returns who spoke or opened a sentence last of all. */
  latest(): Entity | null
}

/** Speakers and subjects that are remembered. */
const REACH = 12

export function createSalience(): Salience {
  let recent: Entity[] = []
  let seen: Entity[] = []
  let pair: Entity[] | null = null
  const speakers = new Set<Entity>()
  return {
    push(entity, spoke) {
      if (spoke) speakers.add(entity)
      recent = [entity, ...recent.filter((other) => other !== entity)].slice(0, REACH)
    },
    see(entity) {
      seen = [entity, ...seen.filter((other) => other !== entity)].slice(0, REACH)
    },
    find(pronoun) {
      if (pronoun === 'they')
        return recent.find((entity) => entity.kind === 'GROUP' || entity.kind === 'ORGANIZATION') ?? null
      if (pronoun === 'it')
        return (
          recent.find(
            (entity, index) => entity.kind === 'ORGANIZATION' && (index === 0 || speakers.has(entity)),
          ) ?? null
        )
      const gender: Gender = pronoun === 'he' ? 'm' : 'f'
      const fits = (entity: Entity) => isPerson(entity) && entity.gender === gender
      const found =
        recent.find(
          (entity) => fits(entity) || (isPerson(entity) && entity.gender === null && speakers.has(entity)),
        ) ??
        seen.find(fits) ??
        recent.find((entity) => entity.kind === 'PERSON' && entity.gender === null)
      if (found) found.gender ??= gender
      return found ?? null
    },
    together(people) {
      if (people.length === 2) pair = people
      // With a third person, "the two" no longer means those who were named together.
      else if (pair && people.some((person) => !pair?.includes(person))) pair = null
    },
    named: () => pair,
    pair() {
      if (pair) return pair
      const spoke = recent.filter((entity) => isPerson(entity) && speakers.has(entity)).slice(0, 2)
      return spoke.length === 2 ? spoke.reverse() : null
    },
    latest: () => recent[0] ?? null,
    latestOf: (entities) => [...recent, ...seen].find((entity) => entities.includes(entity)) ?? null,
  }
}

const isPerson = (entity: Entity) => entity.kind === 'PERSON' || entity.kind === 'UNKNOWN'
