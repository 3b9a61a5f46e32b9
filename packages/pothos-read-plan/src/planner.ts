import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { AnswerTooLargeError } from './answer-too-large.js'
import { decidingVariables, type Fragments } from './collect.js'
import { compileField } from './compile-field.js'
import { Compiler } from './compiler.js'
import type { Join, Tables } from './datamodel.js'
import { fragmentsOf, operationOf } from './document.js'
import { Execution } from './execution.js'
import type { JsonText } from './json-text.js'
import { type Columns, OperationPlan } from './operation-plan.js'
import type { PlannedObject } from './planned-object.js'
import { type Plans, plansOf } from './plans.js'
import { RowsPlanBelow } from './rows-below.js'
import type { Sql, Statement } from './sql.js'

/** How a service reads. */
export interface ReadPlanOptions<Context extends object> {
  /** Runs a statement; gives its rows as arrays, every value as PostgreSQL's text. */
  run(context: Context, statement: Statement): Promise<Columns[]>
  /**
   * Everything in the context that changes the SQL of plans, as a text, such as what the caller may see. Executions with
   * the same text share plans, so the functions of a plan must not keep anything else of the context.
   */
  variant(context: Context): string
  /**
   * The columns of relations that the datamodel does not tell, by model and relation: `{ "Article.text": [{ own: "textId",
   * other: "id" }] }`. Pothos' datamodel tells them for foreign keys of one column only.
   */
  joins?: Readonly<Record<string, Join>>
  /** Makes the global id of an object of the name of its type and its key. */
  encodeId(typename: string, id: string): string
  /**
   * SQL of a JSON value that tells whether statements were made of what is true; null when there is nothing to check. It
   * runs within the statement. Default: nothing is checked.
   */
  check?(context: Context): Sql | null
  /** Takes what the check has found. Returns false to have the statement made and run again, of what is known now. */
  learn?(context: Context, found: unknown): boolean
}

/** An operation that is about to be answered. */
export interface Operation {
  document: DocumentNode
  operationName?: string | null | undefined
  variables: Readonly<Record<string, unknown>>
}

/** Compiles operations, and runs the statements. Plans live as long as the parsed documents that they were made of. */
export class Planner {
  readonly #operations = new WeakMap<OperationDefinitionNode, Plans<OperationPlan>>()
  readonly #below = new WeakMap<FieldNode, Plans<RowsPlanBelow>>()
  readonly #reads = new WeakMap<object, Map<OperationDefinitionNode, Promise<PlannedObject>>>()

  readonly #schema: GraphQLSchema
  readonly #tables: Tables
  readonly #options: ReadPlanOptions<object>

  constructor(schema: GraphQLSchema, tables: Tables, options: ReadPlanOptions<object>) {
    this.#schema = schema
    this.#tables = tables
    this.#options = options
  }

  /**
   * Answers a query as the JSON of `data`, when its whole plan is known.
   *
   * @param longest most characters of the text. Default: no limit.
   * @returns null when the executor has to answer; what was read is kept for it, and not read again.
   * @throws AnswerTooLargeError before a longer text is built.
   */
  async text(
    { document, operationName, variables: given }: Operation,
    context: object,
    longest?: number,
  ): Promise<JsonText | null> {
    const operation = operationOf(document, operationName)
    if (operation?.operation !== 'query') return null
    // It could not be answered as text, and the executor has to say why.
    if (this.#reads.get(context)?.has(operation)) return null
    const { coerced } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], given)
    if (!coerced) return null
    const plan = this.#planOf(operation, fragmentsOf(document), coerced, context)
    if (!plan.limits.textable) return null
    const run = new Execution(coerced, context, longest)
    const reading = this.#read(plan, run)
    keep(this.#reads, context, operation, reading)
    try {
      const root = await reading
      if (run.failed) return null
      return await run.complete(root.writeAt([]))
    } catch (error) {
      if (error instanceof AnswerTooLargeError) throw error
      // The executor says which field it is, and what the others have.
      return null
    }
  }

  /** The root object of the operation that is executed; its fields were read with one statement. */
  root(
    context: object,
    { operation, fragments, variableValues }: GraphQLResolveInfo,
  ): Promise<PlannedObject> {
    const known = this.#reads.get(context)?.get(operation)
    if (known) return known
    const plan = this.#planOf(operation, fragments, variableValues, context)
    const reading = this.#read(plan, new Execution(variableValues, context))
    keep(this.#reads, context, operation, reading)
    return reading
  }

  /**
   * Reads rows for a resolver, with what the operation selects of them.
   *
   * @param info of the field that is resolved.
   * @param at the object type of the rows, and the fields from this field down to where they stand.
   * @param where the condition on the rows `t`.
   * @returns the objects by the text of their key.
   */
  async rows(
    context: object,
    info: GraphQLResolveInfo,
    at: { type: string; path: readonly string[] },
    where: Sql,
  ): Promise<Map<string, PlannedObject>> {
    const { fieldNodes, fragments, variableValues } = info
    const plans = plansOf(this.#below, fieldNodes[0] as FieldNode)
    // A field of a fragment may be merged with other fields at each place where the fragment stands.
    const place = fieldNodes.map(numberOf).join()
    const selections = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? [])
    const key = `${at.type} ${at.path.join(' ')} ${place} ${this.#variant(selections, fragments, variableValues, context)}`
    const plan = plans.get(key, () => {
      const type = this.#schema.getType(at.type) as GraphQLObjectType
      return new RowsPlanBelow(this.#compiler(fragments, variableValues), type, at.path, fieldNodes)
    })
    const run = new Execution(variableValues, context)
    const rows = await this.#run(run, (checked) => plan.query(where, run, checked))
    return plan.read(rows, run)
  }

  #planOf(
    operation: OperationDefinitionNode,
    fragments: Fragments,
    variables: Readonly<Record<string, unknown>>,
    context: object,
  ): OperationPlan {
    const variant = this.#variant([operation.selectionSet], fragments, variables, context)
    return plansOf(this.#operations, operation).get(variant, () => {
      const type = this.#schema.getQueryType() as GraphQLObjectType
      return new OperationPlan(this.#compiler(fragments, variables), type, operation.selectionSet)
    })
  }

  #compiler(fragments: Fragments, variables: Readonly<Record<string, unknown>>): Compiler {
    const [schema, tables, options] = [this.#schema, this.#tables, this.#options]
    return new Compiler(tables, { schema, fragments, variables }, options.encodeId, compileField)
  }

  #variant(
    selections: readonly SelectionSetNode[],
    fragments: Fragments,
    variables: Readonly<Record<string, unknown>>,
    context: object,
  ): string {
    const deciding = selections.flatMap((some) => this.#deciding(some, fragments))
    return `${deciding.map((name) => (variables[name] === true ? '1' : '0')).join('')} ${this.#options.variant(context)}`
  }

  readonly #decidingOf = new WeakMap<SelectionSetNode, string[]>()

  #deciding(selections: SelectionSetNode, fragments: Fragments): string[] {
    const known = this.#decidingOf.get(selections)
    if (known) return known
    const names = decidingVariables(selections, fragments)
    this.#decidingOf.set(selections, names)
    return names
  }

  async #read(plan: OperationPlan, run: Execution): Promise<PlannedObject> {
    const rows = await this.#run(run, (checked) => plan.query(run, checked))
    return plan.object(rows, run)
  }

  /** Runs a statement, and again for as long as its check finds something new. */
  async #run(run: Execution, query: (checked: Sql | null) => Statement | null): Promise<Columns[]> {
    const { context } = run
    const { check, learn } = this.#options
    for (;;) {
      // The check is known once the statement was made.
      const statement = query(null)
      const checked = check?.(context) ?? null
      const whole = checked ? query(checked) : statement
      if (!whole) return []
      const rows = await this.#options.run(context, whole)
      if (!checked) return rows
      const found = rows[0]?.pop()
      for (const row of rows.slice(1)) row.pop()
      if (learn?.(context, found == null ? null : JSON.parse(found as string)) !== false) return rows
      run.reset()
    }
  }
}

const numbers = new WeakMap<FieldNode, number>()
let numbered = 0

/** A number that no other node has. */
function numberOf(node: FieldNode): number {
  const known = numbers.get(node) ?? ++numbered
  numbers.set(node, known)
  return known
}

function keep<Outer extends object, Inner, Value>(
  all: WeakMap<Outer, Map<Inner, Promise<Value>>>,
  outer: Outer,
  inner: Inner,
  value: Promise<Value>,
): void {
  // Whoever asks for it gets the failure; nobody may.
  value.catch(() => {})
  const known = all.get(outer)
  if (known) known.set(inner, value)
  else all.set(outer, new Map([[inner, value]]))
}
