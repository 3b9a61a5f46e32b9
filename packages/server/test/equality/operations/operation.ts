import {
  doTypesOverlap,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
} from 'graphql'
import { Choices, tape } from '../choices.js'
import type { ListRule } from '../reference/list-rule.js'
import { LISTS } from '../reference/lists.js'
import { cursorOf } from '../reference/pages.js'
import { schema } from '../reference/reference.js'
import { isApart } from './coverage.js'
import { DEEPEST, MOST_OBJECTS, MOST_OF_ONE } from './limits.js'
import type { Pool } from './pool.js'
import { FreshScope, Scope } from './scope.js'
import { COMPOSITE_TYPES, possibleOf } from './types.js'
import { Values } from './values.js'

export interface Operation {
  query: string
  variables: Record<string, unknown>
}

interface Place {
  type: GraphQLCompositeType
  /** The types that its objects can have, with all conditions around it. */
  possible: readonly GraphQLObjectType[]
  scope: Scope
  depth: number
  /** How many objects a selection here returns at most. */
  times: number
}

interface Fragment extends Place {
  name: string
  /** The objects that it returns where it is selected once. */
  objects: number
  /** How many levels it has. */
  levels: number
}

/** Makes an operation by the numbers on a tape. Fewer and smaller numbers make a smaller operation. */
export function makeOperation(numbers: readonly number[], pool: Pool, seesBin: boolean): Operation {
  return new OperationMaker(new Choices(tape(numbers)), pool, seesBin).make()
}

class OperationMaker {
  readonly #choices: Choices
  readonly #pool: Pool
  readonly #values: Values
  readonly #fragments: Fragment[] = []
  readonly #definitions: string[] = []
  #aliases = 0
  #objects = 0
  #deepest = 0

  constructor(choices: Choices, pool: Pool, seesBin: boolean) {
    this.#choices = choices
    this.#pool = pool
    this.#values = new Values(choices, pool, seesBin)
  }

  make(): Operation {
    const query = schema.getQueryType() as GraphQLCompositeType
    const selection = this.#selection({
      type: query,
      possible: possibleOf(query),
      scope: new Scope(),
      depth: 1,
      times: 1,
    })
    const { declared, variables } = this.#values
    const name = this.#choices.chance(60) ? ' Asked' : ''
    const head = declared.length > 0 ? `query${name} (${declared.join(', ')}) ` : name && `query${name} `
    return { query: [`${head}${selection}`, ...this.#definitions].join('\n'), variables }
  }

  #selection(place: Place): string {
    this.#deepest = Math.max(this.#deepest, place.depth)
    const texts: string[] = []
    const more = place.depth < 4 ? 75 : 60
    do texts.push(this.#one(place))
    while (this.#choices.chance(more))
    const found = texts.filter((text) => text !== '')
    return `{ ${found.length > 0 ? found.join(' ') : '__typename'} }`
  }

  /** One field, or one fragment. */
  #one(place: Place): string {
    const kind = this.#choices.below(100)
    if (kind >= 95) return `__typename${this.#directives()}`
    if (kind >= (isAbstractType(place.type) ? 30 : 85)) return this.#inline(place)
    if (kind >= (isAbstractType(place.type) ? 15 : 78)) return this.#spread(place)
    return this.#field(place)
  }

  #directives(): string {
    if (!this.#choices.chance(8)) return ''
    return ` @${this.#choices.pick(['include', 'skip'])}(if: ${this.#values.condition()})`
  }

  /** A place on a type that an object of the place can also have; seldom one that it cannot have. */
  #condition(place: Place): Place {
    const others = COMPOSITE_TYPES.filter((one) => doTypesOverlap(schema, place.type, one))
    const fitting = others.filter((one) => possibleOf(one).some((type) => place.possible.includes(type)))
    const type = this.#choices.pick(this.#choices.chance(8) || fitting.length === 0 ? others : fitting)
    return { ...place, type, possible: place.possible.filter((one) => possibleOf(type).includes(one)) }
  }

  #inline(place: Place): string {
    if (place.depth >= DEEPEST) return ''
    const inner = this.#choices.chance(20) ? place : this.#condition(place)
    const on = inner.type === place.type && this.#choices.chance(50) ? '' : ` on ${inner.type.name}`
    return `...${on}${this.#directives()} ${this.#selection(inner)}`
  }

  /** A named fragment: one from before, when it fits, or a new one. */
  #spread(place: Place): string {
    const fitting = this.#fragments.filter(
      ({ type, times, objects, levels }) =>
        doTypesOverlap(schema, type, place.type) &&
        possibleOf(type).some((one) => place.possible.includes(one)) &&
        place.times <= times &&
        place.depth + levels <= DEEPEST &&
        this.#objects + objects * place.times <= MOST_OBJECTS,
    )
    if (fitting.length > 0 && this.#choices.chance(50)) {
      const { name, objects } = this.#choices.pick(fitting)
      this.#objects += objects * place.times
      return `...${name}${this.#directives()}`
    }
    if (place.depth >= DEEPEST || this.#fragments.length >= 5) return ''
    const inner = this.#condition(place)
    const [objects, deepest] = [this.#objects, this.#deepest]
    this.#deepest = place.depth
    // Its own scope, in which every key is new, so that it merges with whatever stands beside it.
    const text = this.#selection({ ...inner, scope: new FreshScope() })
    const name = `F${this.#definitions.length}`
    this.#definitions.push(`fragment ${name} on ${inner.type.name} ${text}`)
    const levels = this.#deepest - place.depth
    this.#fragments.push({ ...inner, name, levels, objects: (this.#objects - objects) / place.times })
    this.#deepest = Math.max(deepest, this.#deepest)
    return `...${name}${this.#directives()}`
  }

  #field(place: Place): string {
    const { type } = place
    if (isUnionType(type)) return this.#inline(place)
    const all = Object.values(type.getFields()).filter(({ name }) => !isApart(type.name, name))
    const leaves = all.filter((field) => !isCompositeType(getNamedType(field.type)))
    const canGoOn = place.depth < DEEPEST && this.#objects + place.times <= MOST_OBJECTS
    const fields = canGoOn ? all : leaves
    const field = this.#choices.pick(fields)
    if (!field) return '__typename'
    const named = getNamedType(field.type)
    const { text: args, times } = this.#arguments(place, field)
    const { key, below } = this.#key(place, field, args)
    const name = key === field.name ? key : `${key}: ${field.name}`
    const head = `${name}${args}${this.#directives()}`
    if (!isCompositeType(named)) return head
    this.#objects += place.times
    const inner = { type: named, possible: possibleOf(named), scope: below }
    const select = () => this.#selection({ ...inner, depth: place.depth + 1, times: place.times * times })
    const selection = select()
    // The same field once more, with the same arguments: both selections are one.
    if (!this.#choices.chance(6) || this.#objects * 2 > MOST_OBJECTS) return `${head} ${selection}`
    return `${head} ${selection} ${name}${args} ${select()}`
  }

  /** The key of a field in the answer: its name, or an alias. */
  #key(
    { type, scope }: Place,
    field: GraphQLField<unknown, unknown>,
    args: string,
  ): { key: string; below: Scope } {
    const selected = { parent: type, field: field.name, args, type: String(field.type) }
    // Other types of the same interface or union may have the key "x" for another field.
    const short = this.#choices.chance(20) ? 'x' : field.name
    const taken = scope.take(short, selected)
    if (taken) return { key: short, below: taken }
    const key = `${field.name}_${++this.#aliases}`
    return { key, below: scope.take(key, selected) ?? new Scope() }
  }

  #arguments(place: Place, field: GraphQLField<unknown, unknown>): { text: string; times: number } {
    if (field.name === 'search' && this.#choices.chance(25)) return this.#nextOfSearch(field)
    const page = field.args.some(({ name }) => name === 'first') ? this.#pageArguments(place, field) : null
    const texts = page?.texts ?? []
    let times = page?.size ?? 1
    for (const argument of field.args) {
      if (page && /^(first|last|after|before|orderBy)$/.test(argument.name)) continue
      const isNeeded = String(argument.type).endsWith('!') && argument.defaultValue === undefined
      if (!isNeeded && !this.#choices.chance(45)) continue
      const { text, value } = this.#values.pass(field.name, argument)
      texts.push(`${argument.name}: ${text}`)
      if (Array.isArray(value) && /^(ids|by)$/.test(argument.name)) times *= Math.max(1, value.length)
    }
    if (/^(facets|timeline)$/.test(field.name)) times *= 20
    return { text: texts.length > 0 ? `(${texts.join(', ')})` : '', times }
  }

  /** The arguments of a later page of a search. Its cursors are good for exactly this search. */
  #nextOfSearch(field: GraphQLField<unknown, unknown>): { text: string; times: number } {
    const [query, cursors] = this.#choices.pick(this.#pool.searches)
    const given: Record<string, unknown> = { query, first: 3, after: this.#choices.pick(cursors) }
    const texts = field.args
      .filter(({ name }) => name in given)
      .map(
        (argument) =>
          `${argument.name}: ${this.#values.pass(field.name, argument, given[argument.name]).text}`,
      )
    return { text: `(${texts.join(', ')})`, times: 3 }
  }

  /** The size of a page, its order, and cursors of that order. */
  #pageArguments({ times }: Place, field: GraphQLField<unknown, unknown>): { texts: string[]; size: number } {
    const texts: string[] = []
    const pass = (name: string, given?: unknown) => {
      const argument = field.args.find((one) => one.name === name)
      if (!argument) return undefined
      const { text, value } = this.#values.pass(field.name, argument, given)
      texts.push(`${name}: ${text}`)
      return value
    }
    const most = Math.max(1, Math.floor(MOST_OF_ONE / times))
    const size = Math.min(most, this.#choices.pick([2, 1, 3, 5, 20, 100]))
    const isLast = field.args.some(({ name }) => name === 'last') && this.#choices.chance(25)
    const isDefault = most >= 50 && this.#choices.chance(15)
    if (!isDefault) pass(isLast ? 'last' : 'first', this.#choices.chance(1) ? 0 : size)
    const noun = getNamedType(field.type).name.replace(/Connection$/, '')
    const rule = Object.values<ListRule>(LISTS).find((one) => one.noun === noun)
    if (!rule) return { texts, size: isDefault ? 20 : size }
    const given = this.#choices.chance(50) ? pass('orderBy') : undefined
    // An order without a direction has that of its input type, which is the one of the list's own order.
    const order = { direction: rule.order.direction, ...(given ?? rule.order) } as ListRule['order']
    for (const name of ['after', 'before']) {
      if (!this.#choices.chance(15)) continue
      const row = this.#choices.pick(this.#pool.store.all(noun))
      const isWrong = this.#choices.chance(2)
      if (row) pass(name, isWrong ? 'no cursor' : cursorOf(rule, order, row))
    }
    return { texts, size: isDefault ? 20 : size }
  }
}
