import type { Eyes } from './eyes.js'
import type { Row, Store } from './store.js'

/**
 * Whether a speaker may be the same as another: the letters of their names are nearly the same, or all words of one name
 * stand in the other. Names are compared that share a few letters, or of which one has the other's last word.
 *
 * @returns a condition on a speaker who may be the same as the speaker with the id.
 */
export function mayBeSame(store: Store, eyes: Eyes, id: string): (row: Row) => boolean {
  const itself = store.get('Speaker', id)
  if (itself === null || (eyes.sight !== 'EVERYTHING' && !eyes.sees('Speaker', itself))) return () => false
  const own = namesOf(store, itself)
  const wereSplit = new Set(
    store
      .where('Merge', 'type', 'SPEAKER')
      .filter(({ undoneAt }) => undoneAt !== null)
      .flatMap(({ keptId, absorbedId }) =>
        keptId === id ? [absorbedId] : absorbedId === id ? [keptId] : [],
      ),
  )
  const alike = (name: string) => own.some((one) => areAlike(store, name, one))
  return (row) => row.id !== id && !wereSplit.has(row.id) && namesOf(store, row).some(alike)
}

const namesOf = (store: Store, speaker: Row): string[] =>
  [speaker, ...store.where('Alias', 'speakerId', speaker.id)].map(({ nameFolded }) => nameFolded)

function areAlike(store: Store, name: string, own: string): boolean {
  const likeness = store.likeness(name, own)
  const sharesLast = name.split(/[ .]+/).includes(own.split(' ').at(-1) ?? '')
  return likeness >= 0.5 || ((likeness >= 0.3 || sharesLast) && (isWithin(name, own) || isWithin(own, name)))
}

/** Whether all words of one name stand in another, an initial for any word that begins with it. */
function isWithin(short: string, long: string): boolean {
  const words = long.split(' ')
  const stands = (one: string) => {
    const initial = one.replace(/\.+$/, '')
    return words.some((word) => word === one || (initial.length === 1 && word.startsWith(initial)))
  }
  return short.split(' ').every(stands)
}
