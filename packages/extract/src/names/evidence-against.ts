import type { Entity } from './entity.js'
import type { Gender } from './mention.js'
import { excludes, isSameOffice, type OfficeKnowledge } from './offices.js'
import { hasFirstName, mayBeOne, type PersonName, type PersonNameKnowledge } from './person-name.js'

/** What a text tells of somebody where it names them. */
export interface Told {
  name: PersonName
  gender: Gender
  offices: readonly string[]
  /** "sr" or "jr" when the text says so. */
  generation: string | null
}

/** Whether something that is told of a name forbids that a person with the same surname is meant by it. */
export function speaksAgainst(
  entity: Entity,
  told: Told,
  language: PersonNameKnowledge & OfficeKnowledge,
): boolean {
  const { name, gender, offices, generation } = told
  const full = entity.names.filter(({ given }) => given.length > 0)
  if (!(full.length > 0 ? full : entity.names).every((other) => mayBeOne(other, name, language))) return true
  const own = entity.generation ?? entity.names.find(({ suffix }) => suffix)?.suffix
  const tells = generation ?? name.suffix
  if (own && tells && own !== tells) return true
  // A first name tells more than a title, which may be that of another year.
  if (hasFirstName(name) && entity.names.some((other) => other.given[0] === name.given[0])) return false
  if (gender && entity.gender && gender !== entity.gender) return true
  const held = [...entity.offices]
  return (
    offices.some((office) => held.some((other) => excludes(office, other, language))) &&
    !offices.some((office) => held.some((other) => isSameOffice(office, other, language)))
  )
}
