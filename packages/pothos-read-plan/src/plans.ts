/** Most plans of one operation: by what `@skip` and `@include` select, and by the variant of the caller. */
const MOST_PLANS = 16

/** The plans of an operation or field, by their variants. */
export class Plans<Plan> {
  readonly #plans = new Map<string, Plan>()

  get(variant: string, make: () => Plan): Plan {
    const known = this.#plans.get(variant)
    if (known) return known
    if (this.#plans.size >= MOST_PLANS) this.#plans.clear()
    const plan = make()
    this.#plans.set(variant, plan)
    return plan
  }
}

/** The plans of an operation or field, made when they are first asked for. */
export function plansOf<Key extends object, Plan>(all: WeakMap<Key, Plans<Plan>>, key: Key): Plans<Plan> {
  const known = all.get(key)
  if (known) return known
  const plans = new Plans<Plan>()
  all.set(key, plans)
  return plans
}
