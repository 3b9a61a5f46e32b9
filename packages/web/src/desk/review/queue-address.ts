import { type Client, query, type StatementFilter } from '@onrecord/sdk'
import { signal } from '@preact/signals'
import { type AddressFilter, type Condition, readFilter } from '../../record/address-filter.js'
import { NAMED } from '../../record/selections.js'
import { namesObject, QUEUE_PARAMETERS } from './queue-filter.js'

const NOTHING: AddressFilter = { text: '', conditions: [], filter: {}, after: undefined }

/** Which proposals the address of the page asks for. The address is the only place that says it. */
export class QueueAddress {
  readonly asked = signal<AddressFilter>(NOTHING)
  /** What is wrong with the address; empty for nothing. */
  readonly problem = signal('')
  /** The names of the objects that the address names, by their ids, as far as they are known. */
  readonly names = signal<ReadonlyMap<string, string>>(new Map())
  readonly #client: Client
  readonly #show: (filter: StatementFilter | null) => Promise<void>

  /** @param show shows the proposals of a filter; of none for null. */
  constructor(client: Client, show: (filter: StatementFilter | null) => Promise<void>) {
    this.#client = client
    this.#show = show
  }

  /** Shows what the address says, as after it was opened, loaded again, or left by the way back. */
  async follow(): Promise<void> {
    try {
      this.asked.value = readFilter(new URLSearchParams(location.search), QUEUE_PARAMETERS)
      this.problem.value = ''
    } catch (error) {
      this.asked.value = NOTHING
      this.problem.value = (error as Error).message
      return this.#show(null)
    }
    const { text, filter, conditions } = this.asked.value
    void this.#readNames(conditions)
    return this.#show({ ...filter, ...(text !== '' && { text }) })
  }

  /** Goes to the address of another filter, so that the way back leads to this one. */
  go(parameters: URLSearchParams): Promise<void> {
    const to = this.of(parameters)
    if (to !== location.pathname + location.search) history.pushState(null, '', to)
    return this.follow()
  }

  /** The address of a filter. */
  of(parameters: URLSearchParams): string {
    const search = parameters.toString()
    return search === '' ? location.pathname : `${location.pathname}?${search}`
  }

  /** The parameters of the present filter without one condition, or without the words that are searched for. */
  without(condition: Condition | 'text'): URLSearchParams {
    const { text, conditions } = this.asked.value
    const left = conditions.filter((one) => one !== condition)
    return parametersOf(condition === 'text' ? '' : text, left)
  }

  async #readNames(conditions: readonly Condition[]): Promise<void> {
    const objects = conditions.filter((one) => namesObject(one) && !this.names.value.has(one.key))
    const ids = [...new Set(objects.map(({ key }) => key))]
    if (ids.length === 0) return
    try {
      this.names.value = new Map([...this.names.value, ...(await readNames(this.#client, ids))])
    } catch {
      // The list of proposals says that the record cannot be reached; the filter keeps the words of the address.
    }
  }
}

/** The parameters of an address. */
export function parametersOf(
  text: string,
  conditions: readonly Pick<Condition, 'parameter' | 'value'>[],
): URLSearchParams {
  const parameters = new URLSearchParams()
  if (text !== '') parameters.set('q', text)
  for (const { parameter, value } of conditions) parameters.append(parameter, value)
  return parameters
}

const TITLED = { id: true, title: true } as const

/** What objects are called, by their ids. */
async function readNames(client: Client, ids: readonly string[]): Promise<[string, string][]> {
  const types = { Speaker: NAMED, Topic: NAMED, Site: NAMED, Event: NAMED, Article: TITLED, Document: TITLED }
  const { nodes } = await query(
    client,
    { nodes: { $: { ids: [...ids] }, $on: types } },
    { operationName: 'DeskNames' },
  )
  return nodes.flatMap((node, index): [string, string][] => {
    const name = node && ('name' in node ? node.name : 'title' in node ? node.title : null)
    // By the id that was asked for: a merged speaker comes with another one.
    return name ? [[ids[index] as string, name]] : []
  })
}
