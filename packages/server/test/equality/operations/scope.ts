import { type GraphQLCompositeType, isObjectType } from 'graphql'

/** A field as it is selected somewhere: its key in the answer must not mean anything else there. */
interface Selected {
  parent: GraphQLCompositeType
  field: string
  args: string
  type: string
}

interface Entry extends Pick<Selected, 'type'> {
  uses: Selected[]
  below: Scope
}

/** The keys of one object of the answer. All selections of the object share it, those in fragments, too. */
export class Scope {
  readonly #entries = new Map<string, Entry>()

  /**
   * Takes a key for a field.
   *
   * @returns the scope below the key; null when the key means another field already, or might.
   */
  take(key: string, selected: Selected): Scope | null {
    const entry = this.#entries.get(key) ?? { type: selected.type, uses: [], below: new Scope() }
    const fits = entry.type === selected.type && entry.uses.every((use) => canMerge(use, selected))
    if (!fits) return null
    entry.uses.push(selected)
    this.#entries.set(key, entry)
    return entry.below
  }
}

/** Whether two fields with one key are the same field, or are never both in one object. */
const canMerge = (one: Selected, other: Selected): boolean =>
  (one.field === other.field && one.args === other.args) ||
  (isObjectType(one.parent) && isObjectType(other.parent) && one.parent !== other.parent)

/** A scope in which no key is the name of a field, or any other that a selection beside it may have. */
export class FreshScope extends Scope {
  override take(key: string, selected: Selected): Scope | null {
    if (!key.includes('_')) return null
    return super.take(key, selected) && new FreshScope()
  }
}
