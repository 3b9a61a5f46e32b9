import { english } from './languages/en/english.js'
import { hasFirstName, mayBeOne, readPersonName } from './names/person-name.js'

/**
 * Whether a person's name tells by itself who is meant, as far as names do: it has a whole first name. "Moss", "van der
 * Berg", "A. Moss" and "Mr Moss" do not.
 */
export function isFullName(name: string): boolean {
  const read = readPersonName(name, english)
  const first = read.given[0] ?? ''
  const isTitle = english.lexicon.has(first, 'honorific') || english.lexicon.has(first, 'office')
  return hasFirstName(read) && !isTitle
}

/**
 * Whether nothing in two names says that they are two people: of names with one surname, no initial, first or middle
 * name, particle or "Jr." contradicts the other. Names with different surnames tell nothing.
 */
export function mayBeOnePerson(a: string, b: string): boolean {
  const [one, other] = [readPersonName(a, english), readPersonName(b, english)]
  return one.surname !== other.surname || mayBeOne(one, other, english)
}
