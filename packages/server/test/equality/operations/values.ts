import {
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'
import type { Choices } from '../choices.js'
import type { Pool } from './pool.js'

/** A value in the text of an operation. Nothing is passed when `value` is undefined. */
export interface Passed {
  text: string
  value: unknown
}

interface Position {
  /** The type or the field that has the argument or the input field. */
  owner: string
  name: string
  type: GraphQLInputType
  hasDefault: boolean
}

export type Input = Pick<GraphQLInputField, 'name' | 'type' | 'defaultValue'>

const CAN_BE_NULL = /^(first|last|after|before|orderBy|at|kinds)$/

/** Writes the values of arguments into an operation: as literals, or as variables, whose declarations it collects. */
export class Values {
  readonly declared: string[] = []
  readonly variables: Record<string, unknown> = {}
  readonly #choices: Choices
  readonly #pool: Pool
  readonly #seesBin: boolean

  constructor(choices: Choices, pool: Pool, seesBin: boolean) {
    this.#choices = choices
    this.#pool = pool
    this.#seesBin = seesBin
  }

  /** A value of an argument, or of a field of an input. */
  pass(owner: string, { name, type, defaultValue }: Input, given?: unknown): Passed {
    const position = { owner, name, type, hasDefault: defaultValue !== undefined }
    const isNull =
      !owner.endsWith('By') &&
      !isNonNullType(type) &&
      given === undefined &&
      this.#choices.chance(CAN_BE_NULL.test(name) ? 8 : 1)
    if (isNull && this.#choices.chance(50)) return this.#variable(position, null)
    if (isNull) return { text: 'null', value: null }
    if (given === undefined && isInputObjectType(getNullableType(type)) && this.#choices.chance(60)) {
      return this.#object(position)
    }
    const value = given ?? this.#value(position, type)
    if (this.#choices.chance(30)) return this.#variable(position, value, given === undefined)
    return { text: this.#literal(value, type), value }
  }

  /** A condition of a directive. */
  condition(): string {
    const value = this.#choices.chance(70)
    if (this.#choices.chance(50)) return String(value)
    const type = { owner: 'directive', name: 'if', hasDefault: false }
    return this.#declare('Boolean!', type.name, value, this.#choices.chance(30) ? String(value) : null)
  }

  #variable(position: Position, value: unknown, canBeLeftOut = false): Passed {
    const nullable = String(getNullableType(position.type))
    const isOneOf = position.owner.endsWith('By')
    // A variable that may be null fits where null does, and where there is a default.
    const mayBeNull = !isOneOf && (!isNonNullType(position.type) || position.hasDefault)
    if (value === null) return { text: this.#declare(nullable, position.name, null, null), value }
    if (canBeLeftOut && mayBeNull && !isNonNullType(position.type) && this.#choices.chance(10)) {
      this.declared.push(`$${position.name}${this.declared.length}: ${nullable}`)
      return { text: this.declared.at(-1)?.split(':')[0] ?? '', value: undefined }
    }
    const type = mayBeNull && this.#choices.chance(60) ? nullable : `${nullable}!`
    const fallback = this.#choices.chance(25) ? this.#literal(value, position.type) : null
    return { text: this.#declare(type, position.name, value, fallback), value }
  }

  /** Declares a variable. With a default that is its value it is not passed. */
  #declare(type: string, name: string, value: unknown, fallback: string | null): string {
    const variable = `${name}${this.declared.length}`
    this.declared.push(`$${variable}: ${type}${fallback === null ? '' : ` = ${fallback}`}`)
    if (fallback === null) this.variables[variable] = value
    return `$${variable}`
  }

  /** An input object of which each field is passed by itself. */
  #object({ owner, type }: Position): Passed {
    const input = getNamedType(type)
    const whole = this.#pool.whole(this.#choices, input.name, owner)
    if (whole || !isInputObjectType(input)) return { text: this.#literal(whole, type), value: whole }
    const taken = this.#fieldsOf(input.name, Object.values(input.getFields()), input.isOneOf)
    const fields = taken.map((field) => [field.name, this.pass(input.name, field)] as const)
    const passed = fields.filter(([, { value }]) => value !== undefined)
    const text = `{${fields.map(([name, one]) => `${name}: ${one.text}`).join(', ')}}`
    return { text, value: Object.fromEntries(passed.map(([name, one]) => [name, one.value])) }
  }

  /** The fields of an input that are passed: those that must be, and few others. */
  #fieldsOf(type: string, fields: readonly GraphQLInputField[], isOneOf: boolean): GraphQLInputField[] {
    if (isOneOf) return [this.#choices.pick(fields)]
    const needed = fields.filter(
      ({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined,
    )
    const others = this.#choices.some(
      fields.filter((field) => !needed.includes(field)),
      2,
    )
    if (type !== 'AffiliationFilter' || others.length > 0 || this.#choices.chance(3))
      return [...needed, ...others]
    return [this.#choices.pick(fields)]
  }

  #value(position: Position, type: GraphQLInputType): unknown {
    const { owner, name } = position
    const named = getNamedType(type)
    if (isNonNullType(type)) return this.#value(position, type.ofType)
    if (isListType(type)) return this.#list(position, type.ofType)
    if (isEnumType(named)) return this.#choices.pick(named.getValues()).name
    if (isInputObjectType(named)) {
      const whole = this.#pool.whole(this.#choices, named.name, owner)
      if (whole) return whole
      const fields = this.#fieldsOf(named.name, Object.values(named.getFields()), named.isOneOf)
      return Object.fromEntries(
        fields.map((field) => [
          field.name,
          this.#value({ ...position, owner: named.name, name: field.name }, field.type),
        ]),
      )
    }
    switch (named.name) {
      case 'Boolean':
        return name === 'includeDeleted'
          ? this.#choices.chance(this.#seesBin ? 40 : 1)
          : this.#choices.chance(50)
      case 'ID':
        return this.#pool.id(this.#choices, owner, name)
      case 'String':
        return this.#pool.text(this.#choices, owner, name)
      case 'Int':
      case 'Float':
        return this.#pool.number(this.#choices, name)
      default:
        return this.#pool.scalar(this.#choices, named.name, owner)
    }
  }

  /** A list of one to six values, of enums each once; seldom an empty one. */
  #list(position: Position, type: GraphQLInputType): unknown[] {
    if (this.#choices.chance(3)) return []
    const values = Array.from({ length: 1 + this.#choices.below(6) }, () => this.#value(position, type))
    return isEnumType(getNamedType(type)) ? [...new Set(values)] : values
  }

  #literal(value: unknown, type: GraphQLInputType): string {
    if (value === null || value === undefined) return 'null'
    const nullable = getNullableType(type)
    if (isListType(nullable))
      return `[${(value as unknown[]).map((one) => this.#literal(one, nullable.ofType)).join(', ')}]`
    if (isInputObjectType(nullable)) {
      const fields = nullable.getFields()
      const texts = Object.entries(value).map(
        ([name, one]) => `${name}: ${this.#literal(one, fields[name]?.type as GraphQLInputType)}`,
      )
      return `{${texts.join(', ')}}`
    }
    return isEnumType(nullable) ? String(value) : JSON.stringify(value)
  }
}
