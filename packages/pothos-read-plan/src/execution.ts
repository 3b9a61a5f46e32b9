import { type FieldNode, type GraphQLField, getArgumentValues } from 'graphql'
import { AnswerTooLargeError } from './answer-too-large.js'
import { isLong, JsonText, LongString } from './json-text.js'
import type { Sql } from './sql.js'

/** The arguments of a field in one execution, and what its plan made of them. */
export interface State {
  args: Record<string, unknown>
  prepared: unknown
  /** What went wrong with the arguments; null when nothing did. */
  error: Error | null
}

/** Stands around the number of a text that is not there yet. JSON has it only as an escape. */
const MARK = '\0'

/** One execution of a plan: the variables and the context, and what the fields make of them. */
export class Execution {
  states: (State | undefined)[] = []
  /** Whether the arguments of a field are wrong. Its value is an error then, and its SQL is NULL. */
  failed = false
  readonly variables: Readonly<Record<string, unknown>>
  readonly context: object
  /** The tables that stand before the statement, by the text and values of their rows. */
  readonly #tables = new Map<string, { name: string; rows: Sql }>()
  readonly #longest: number
  readonly #apart: (Promise<string> | LongString)[] = []
  #last: LongString | null = null
  /** The length of the texts that stand apart. */
  #late = 0

  /** @param longest most characters of the answer. */
  constructor(
    variables: Readonly<Record<string, unknown>>,
    context: object,
    longest = Number.POSITIVE_INFINITY,
  ) {
    this.variables = variables
    this.context = context
    this.#longest = longest
  }

  /** Forgets what the fields have made of their arguments. */
  reset(): void {
    this.states = []
    this.failed = false
    this.#tables.clear()
  }

  /** The name of a table of rows that the whole statement can read. The same rows have one. */
  table(rows: Sql): string {
    const key = JSON.stringify([rows.strings, rows.values])
    const name = this.#tables.get(key)?.name ?? `common${this.#tables.size + 1}`
    this.#tables.set(key, { name, rows })
    return name
  }

  /** The tables that were asked for so far. */
  get tables(): { name: string; rows: Sql }[] {
    return [...this.#tables.values()]
  }

  /**
   * Passes a part of the answer on. Parts are joined without being copied, so a part that is refused was never built.
   *
   * @throws AnswerTooLargeError when this part alone is longer than the answer may be.
   */
  within<Text extends string | JsonText>(text: Text): Text {
    if (text.length > this.#longest) throw new AnswerTooLargeError(this.#longest)
    return text
  }

  /** A list as JSON. @throws AnswerTooLargeError */
  list<Item>(items: readonly Item[], write: (item: Item) => string): string {
    let text = '['
    for (let i = 0; i < items.length; i++)
      text = this.within(text + (i === 0 ? '' : ',') + write(items[i] as Item))
    return `${text}]`
  }

  /** Puts a text that is not there yet into an answer. */
  later(promised: Promise<string>): string {
    const text = promised.then((text) => {
      this.#count(text.length)
      return text
    })
    // Somebody waits for it only when the whole answer is written.
    text.catch(() => {})
    return this.#mark(text)
  }

  /** A string as JSON; a long one is written when the answer is sent. @throws AnswerTooLargeError */
  string(text: string): string {
    if (!isLong(text)) return JSON.stringify(text)
    // Aliases show the same string many times.
    const long = this.#last?.text === text ? this.#last : new LongString(text)
    this.#last = long
    this.#count(long.length)
    return this.#mark(long)
  }

  #count(length: number): void {
    this.#late += length
    if (this.#late > this.#longest) throw new AnswerTooLargeError(this.#longest)
  }

  #mark(apart: Promise<string> | LongString): string {
    return `${MARK}${this.#apart.push(apart) - 1}${MARK}`
  }

  /** The answer, once all its texts are there. @throws AnswerTooLargeError */
  async complete(text: string): Promise<JsonText> {
    const whole = new JsonText(this.#apart.length === 0 ? [text] : await this.#filled(text))
    this.within(whole)
    return whole
  }

  async #filled(text: string): Promise<(string | LongString)[]> {
    const parts: (string | LongString)[] = []
    for (const [index, part] of text.split(MARK).entries()) {
      const apart = index % 2 === 0 ? part : await this.#apart[Number(part)]
      if (typeof apart === 'string' && index % 2 === 1) parts.push(...(await this.#filled(apart)))
      else parts.push(apart as string | LongString)
    }
    return parts
  }
}

/** A field of an operation that has arguments, or a plan that makes SQL. */
export class Site {
  readonly #index: number
  readonly #field: GraphQLField<unknown, unknown>
  readonly #node: FieldNode
  readonly #varies: boolean
  readonly #prepare: Prepare
  #fixed: State | undefined

  /**
   * @param index its number in the plan.
   * @param varies whether its state depends on variables. The state of all other fields is made once for the plan.
   */
  constructor(
    index: number,
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    varies: boolean,
    prepare: Prepare,
  ) {
    this.#index = index
    this.#field = field
    this.#node = node
    this.#varies = varies
    this.#prepare = prepare
  }

  of(run: Execution): State {
    const known = this.#fixed ?? run.states[this.#index]
    if (known) return known
    const state = this.#make(run)
    run.states[this.#index] = state
    if (state.error) run.failed = true
    else if (!this.#varies && !varies(state.prepared)) this.#fixed = state
    return state
  }

  #make(run: Execution): State {
    try {
      const args = getArgumentValues(this.#field, this.#node, run.variables)
      return { args, prepared: this.#prepare(args, run), error: null }
    } catch (error) {
      return { args: {}, prepared: null, error: error as Error }
    }
  }
}

const varies = (prepared: unknown): boolean =>
  typeof prepared === 'object' && prepared !== null && 'varies' in prepared && prepared.varies === true

/** Makes of the arguments of a field what its SQL needs. */
export type Prepare = (args: Record<string, unknown>, run: Execution) => unknown
