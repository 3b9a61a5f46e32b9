import type { Entity } from './entity.js'
import type { PersonName } from './person-name.js'

/** People of one name beyond these are not looked at, which keeps look-ups bounded. */
const MOST_NAMESAKES = 32

/** Finds entities by a word of their names. */
export class NameIndex {
  private readonly bySurname = new Map<string, Entity[]>()
  private readonly byFirst = new Map<string, Entity[]>()
  private readonly byMiddle = new Map<string, Entity[]>()

  add(entity: Entity, { given: [first, ...middle], surname, last }: PersonName): void {
    push(this.bySurname, surname, entity)
    push(this.byFirst, first ?? surname, entity)
    if (last) push(this.bySurname, last, entity)
    for (const word of middle) push(this.byMiddle, word, entity)
  }

  ofSurname = (word: string): readonly Entity[] => this.bySurname.get(word) ?? []
  ofFirst = (word: string): readonly Entity[] => this.byFirst.get(word) ?? []
  /** Those who have the word between their first and last: one of two surnames, or a middle name. */
  ofMiddle = (word: string): readonly Entity[] => this.byMiddle.get(word) ?? []
}

function push(map: Map<string, Entity[]>, key: string, entity: Entity) {
  const list = map.get(key)
  if (!list) map.set(key, [entity])
  else if (list.length < MOST_NAMESAKES && !list.includes(entity)) list.push(entity)
}
