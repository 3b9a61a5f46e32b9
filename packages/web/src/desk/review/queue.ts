import type { Client, StatementFilter } from '@onrecord/sdk'
import { batch, computed, signal } from '@preact/signals'
import { sentenceOf } from '../failure.js'
import { type DeskText, type Proposal, readProposals, readTexts } from './proposal.js'

/** How many proposals, and the texts of how many, are there before they are looked at. */
const [PROPOSALS_AHEAD, TEXTS_AHEAD] = [25, 12]

/** A statement in the queue. */
export interface Item {
  proposal: Proposal
  /** What was decided here, or by somebody else. */
  state: 'open' | 'later' | 'decided' | 'elsewhere'
  /** The decision in a word or two; empty without one. */
  decision: string
}

export const openItem = (proposal: Proposal): Item => ({ proposal, state: 'open', decision: '' })

/** The proposals of a filter, in the order in which they are to be reviewed, and the articles that they stand in. */
export class Queue {
  readonly items = signal<readonly Item[]>([])
  readonly at = signal(0)
  readonly texts = signal<ReadonlyMap<string, DeskText>>(new Map())
  readonly filter = signal<StatementFilter>({})
  readonly total = signal<{ value: number; isExact: boolean } | null>(null)
  readonly loading = signal(true)
  /** Why proposals or articles cannot be read; empty when they can. */
  readonly failure = signal('')
  readonly current = computed(() => this.items.value[this.at.value] ?? null)
  readonly #client: Client
  readonly #isOnItsWay: (id: string) => boolean
  #cursor: string | null = null
  #more = true
  #reading: AbortController | null = null
  readonly #asked = new Set<string>()

  /** @param isOnItsWay whether a write about a statement is still being sent: it is no proposal any more. */
  constructor(client: Client, isOnItsWay: (id: string) => boolean) {
    this.#client = client
    this.#isOnItsWay = isOnItsWay
  }

  /** Begins with the proposals of a filter; shows none for null. */
  async show(filter: StatementFilter | null): Promise<void> {
    this.#reading?.abort()
    this.#reading = null
    this.#cursor = null
    this.#more = filter !== null
    batch(() => {
      this.filter.value = filter ?? {}
      this.loading.value = filter !== null
      this.failure.value = ''
      this.items.value = []
      this.at.value = 0
      this.total.value = null
    })
    await this.readAhead()
  }

  /**
   * Reads what comes next, so that it is there when it is needed.
   *
   * @param most how many statements are enough.
   */
  async readAhead(most = PROPOSALS_AHEAD): Promise<void> {
    void this.#readTexts()
    const ahead = this.items.value.length - this.at.value
    if (!this.#more || this.#reading || ahead >= most) return
    const reading = new AbortController()
    this.#reading = reading
    this.loading.value = true
    try {
      const filter: StatementFilter = { reviewStatuses: ['PROPOSED'], ...this.filter.value }
      const page = await readProposals(this.#client, filter, this.#cursor, reading.signal)
      if (reading.signal.aborted) return
      this.#cursor = page.pageInfo.endCursor
      this.#more = page.pageInfo.hasNextPage
      batch(() => {
        const known = new Set(this.items.value.map(({ proposal }) => proposal.id))
        const fresh = page.nodes.filter(({ id }) => !known.has(id) && !this.#isOnItsWay(id))
        this.items.value = [...this.items.value, ...fresh.map(openItem)]
        this.total.value ??= page.totalCount
        this.failure.value = ''
      })
    } catch (error) {
      if (!reading.signal.aborted) this.failure.value = sentenceOf(error, 'The proposals cannot be read')
    } finally {
      if (this.#reading === reading) {
        this.#reading = null
        this.loading.value = false
      }
    }
    await this.#readTexts()
  }

  find(id: string): Item | undefined {
    return this.items.value.find(({ proposal }) => proposal.id === id)
  }

  change(id: string, change: Partial<Item>): void {
    this.items.value = this.items.value.map((item) =>
      item.proposal.id === id ? { ...item, ...change } : item,
    )
  }

  /** Who works on an article, as far as it is known; undefined when no statement of it is in the queue. */
  claimsOn(articleId: string): Proposal['article']['claims'] | undefined {
    return this.items.value.find(({ proposal }) => proposal.article.id === articleId)?.proposal.article.claims
  }

  /** Takes in who works on an article. */
  claimed(articleId: string, claims: Proposal['article']['claims']): void {
    this.items.value = this.items.value.map((item) =>
      item.proposal.article.id === articleId
        ? { ...item, proposal: { ...item.proposal, article: { ...item.proposal.article, claims } } }
        : item,
    )
  }

  /** Shows a statement that is in the queue. */
  goTo(id: string | undefined): void {
    const index = this.items.value.findIndex(({ proposal }) => proposal.id === id)
    if (index >= 0) this.at.value = index
  }

  /** Goes to the statement before or behind. */
  move(by: 1 | -1): void {
    const to = this.at.value + by
    if (to >= 0 && to < this.items.value.length) this.at.value = to
    void this.readAhead()
  }

  /** Goes to the next that is open; to one for later when there is no other. */
  next(): void {
    const items = this.items.value
    const find = (state: Item['state'], from: number) =>
      items.findIndex((item, index) => index >= from && item.state === state)
    const behind = this.at.value + 1
    const [found = items.length] = [
      find('open', behind),
      find('open', 0),
      find('later', behind),
      find('later', 0),
    ].filter((index) => index >= 0)
    this.at.value = found
    void this.readAhead()
  }

  async #readTexts(): Promise<void> {
    const ahead = this.items.value.slice(Math.max(0, this.at.value - 2), this.at.value + TEXTS_AHEAD)
    const ids = new Set(ahead.map(({ proposal }) => proposal.article.id))
    const missing = [...ids].filter((id) => !this.texts.value.has(id) && !this.#asked.has(id))
    if (missing.length === 0) return
    for (const id of missing) this.#asked.add(id)
    try {
      const read = await readTexts(this.#client, missing)
      this.texts.value = new Map([...this.texts.value, ...read])
    } catch (error) {
      this.failure.value = sentenceOf(error, 'The articles cannot be read')
    } finally {
      for (const id of missing) this.#asked.delete(id)
    }
  }
}
