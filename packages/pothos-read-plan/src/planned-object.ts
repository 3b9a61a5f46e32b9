import { typeBrandKey } from '@pothos/core'
import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql'
import type { Execution } from './execution.js'

/** A row of a result: texts, nulls, and lists of rows. */
export type Raw = readonly unknown[]

/** How one selected field is read from a row of the result. */
export interface FieldRead {
  /** Its key in the answer. */
  key: string
  /** What the executor completes. @throws the error of the field. */
  read(row: Raw, run: Execution, info: GraphQLResolveInfo): unknown
  /**
   * Its value as JSON.
   *
   * @throws Irregular when the executor has to say what is wrong.
   * @throws AnswerTooLargeError
   */
  write(row: Raw, run: Execution): string
}

/** Reads `__typename`. */
export const typenameRead = (key: string, { name }: GraphQLObjectType): FieldRead => ({
  key,
  read: () => name,
  write: () => `"${name}"`,
})

/** How the selected fields of an object are read from a row. */
export class ObjectPlan {
  /** The plan as the only one of its objects. */
  readonly alone: PlansByPlace = new Map([['', this]])
  readonly #byKey: ReadonlyMap<string, FieldRead>
  readonly #fields: readonly { label: string; write: FieldRead['write'] }[]

  readonly typename: string

  constructor(typename: string, fields: readonly FieldRead[]) {
    this.typename = typename
    this.#byKey = new Map(fields.map((field) => [field.key, field]))
    this.#fields = fields.map(({ key, write }, index) => ({
      label: `${index === 0 ? '' : ','}"${key}":`,
      write,
    }))
  }

  get(key: string): FieldRead | undefined {
    return this.#byKey.get(key)
  }

  write(row: Raw, run: Execution): string {
    let text = '{'
    for (const { label, write } of this.#fields) text = run.within(text + label + write(row, run))
    return `${text}}`
  }
}

/** The plans of an object that several fields of the answer show, by the response keys of their places. */
export type PlansByPlace = ReadonlyMap<string, ObjectPlan>

/** The parent that resolvers get for a row that was read. */
export class PlannedObject {
  readonly [typeBrandKey]: string
  readonly #plans: PlansByPlace
  readonly #depth: number
  readonly #row: Raw
  readonly #run: Execution

  /** @param depth how many response keys name a place in `plans`. */
  constructor(plans: PlansByPlace, depth: number, row: Raw, run: Execution, typename: string) {
    this.#plans = plans
    this.#depth = depth
    this.#row = row
    this.#run = run
    this[typeBrandKey] = typename
  }

  /** The value of the field that is resolved; undefined when the plan does not have it. */
  read(info: GraphQLResolveInfo): { value: unknown } | undefined {
    const plan = this.#plans.size === 1 ? first(this.#plans) : this.#plans.get(placeOf(info, this.#depth))
    const field = plan?.get(String(info.path.key))
    return field && { value: field.read(this.#row, this.#run, info) }
  }

  /** The object as JSON, at the end of a way of response keys. */
  writeAt(way: readonly string[]): string {
    const plan = this.#plans.size === 1 ? first(this.#plans) : this.#plans.get(endOf(way, this.#depth))
    return (plan as ObjectPlan).write(this.#row, this.#run)
  }
}

/** The place in the plans of an object that stands at the end of a way of response keys. */
const endOf = (way: readonly string[], depth: number) => (depth === 0 ? '' : way.slice(-depth).join(' '))

const first = (plans: PlansByPlace): ObjectPlan => plans.values().next().value as ObjectPlan

/** The response keys of the fields above the one that is resolved, as many as asked for. */
function placeOf({ path }: GraphQLResolveInfo, depth: number): string {
  const keys: string[] = []
  for (let at = path.prev; at && keys.length < depth; at = at.prev) {
    if (typeof at.key === 'string') keys.unshift(at.key)
  }
  return keys.join(' ')
}

/** The object of a row that one plan shows. */
export const objectOf = (plan: ObjectPlan, row: Raw, run: Execution): PlannedObject =>
  new PlannedObject(plan.alone, 0, row, run, plan.typename)
