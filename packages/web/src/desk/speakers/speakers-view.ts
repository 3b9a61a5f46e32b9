import type { Client } from '@onrecord/sdk'
import { batch, computed, signal } from '@preact/signals'
import { type Failure, failureOf, sentence } from '../failure.js'
import { type DeskSession, may } from '../session.js'
import { type Address, addressIn, hrefOf } from './address.js'
import { type DeskSpeaker, readMore, readSpeaker, type SpeakerRow } from './speaker.js'
import { readDuplicates, readMostQuoted } from './speaker-rows.js'

/** What is open on the page, besides what its address shows. */
export type Open = 'nothing' | 'search' | 'names' | 'offices' | 'help'

/** What went wrong, and how it is tried again. */
export interface Trouble {
  says: string
  isSignedOut?: boolean
  again?: (() => void) | undefined
}

/** A failure as the page shows it. */
export const troubleOf = ({ kind, reason }: Failure, again?: () => void): Trouble => ({
  ...{ says: sentence(reason), isSignedOut: kind === 'signed-out', again },
})

/** What is read for an address. */
type Found =
  | { quoted: readonly SpeakerRow[] }
  | { shown: DeskSpeaker | null; other: DeskSpeaker | null; duplicates: readonly SpeakerRow[] }

/** What the page of speakers shows. Its address tells it, so that it is a link, and the way back works. */
export class SpeakersView {
  readonly client: Client
  /** Whether merges may be made and undone, which takes more than to edit. */
  readonly mayMerge: boolean
  readonly address = signal<Address>({ id: null, other: null })
  readonly quoted = signal<readonly SpeakerRow[] | null>(null)
  readonly shown = signal<DeskSpeaker | null>(null)
  readonly other = signal<DeskSpeaker | null>(null)
  readonly duplicates = signal<readonly SpeakerRow[] | null>(null)
  /** Whether the record has no speaker of the address. */
  readonly isMissing = signal(false)
  readonly open = signal<Open>('nothing')
  /** A sentence about what has just happened. */
  readonly said = signal('')
  readonly trouble = signal<Trouble | null>(null)
  /** Which of two stays, once somebody has said so: by default the one with more statements. */
  readonly keptId = signal<string | null>(null)
  /** Pairs that were found different here. The record has no place for that: they come again with the next session. */
  readonly different = signal<ReadonlySet<string>>(new Set())
  /** Whether somebody has moved on from the page that was loaded. */
  hasMoved = false
  #turn = 0

  /** Those that may be the same as the speaker that is shown, without the ones that were found different. */
  readonly candidates = computed(() => {
    const { id } = this.address.value
    return this.duplicates.value?.filter((row) => !this.different.value.has(pairOf(id, row.id))) ?? null
  })

  /** The two that are compared: which stays, and which goes into it. */
  readonly pair = computed(() => {
    const [shown, other] = [this.shown.value, this.other.value]
    if (!shown || !other) return null
    const more = other.statements.totalCount.value > shown.statements.totalCount.value ? other.id : shown.id
    const keptId = this.keptId.value ?? more
    return keptId === other.id ? { kept: other, absorbed: shown } : { kept: shown, absorbed: other }
  })

  constructor(client: Client, session: DeskSession) {
    this.client = client
    this.mayMerge = may(session, 'reviewer')
  }

  /** Shows what an address says, as a new page of the way back. */
  async go(address: Address, replace = false): Promise<void> {
    if (replace) history.replaceState(null, '', hrefOf(address))
    else history.pushState(null, '', hrefOf(address))
    this.hasMoved = true
    await this.show()
  }

  /** Shows an address, or reads it again when it is shown already. */
  async reach(address: Address): Promise<void> {
    const { id, other } = this.address.value
    await (id === address.id && other === address.other ? this.read() : this.go(address))
  }

  /** Shows what the address of the browser says. */
  async show(): Promise<void> {
    const address = addressIn(location.search)
    batch(() => {
      if (this.shown.value?.id !== address.id) {
        this.shown.value = null
        this.duplicates.value = null
      }
      if (this.other.value?.id !== address.other) this.other.value = null
      this.address.value = address
      this.open.value = 'nothing'
      this.trouble.value = null
      this.keptId.value = null
      this.isMissing.value = false
    })
    await this.read()
  }

  /** Reads what is shown, as it is now. */
  async read(): Promise<void> {
    const turn = ++this.#turn
    try {
      const found = await this.#ask(this.address.value)
      if (turn === this.#turn) this.#take(found)
    } catch (error) {
      const again = () => void this.read()
      if (turn === this.#turn) this.trouble.value = troubleOf(failureOf(error), again)
    }
  }

  async #ask({ id, other }: Address): Promise<Found> {
    const { client } = this
    if (id === null) return { quoted: await readMostQuoted(client) }
    const [shown, second, duplicates] = await Promise.all([
      readSpeaker(client, id),
      other === null ? null : readSpeaker(client, other),
      readDuplicates(client, id),
    ])
    return { shown, other: second, duplicates }
  }

  #take(found: Found): void {
    if ('quoted' in found) {
      this.quoted.value = found.quoted
      return
    }
    const { shown, other, duplicates } = found
    const { id, other: otherId } = this.address.value
    batch(() => {
      this.shown.value = shown
      this.other.value = other?.id === shown?.id ? null : other
      this.duplicates.value = duplicates
      this.isMissing.value = shown === null || (otherId !== null && other === null)
      if (!shown) return
      // An id that was merged leads to the speaker that it stands for now.
      const now = { id: shown.id, other: this.other.value?.id ?? null }
      if (now.id === id && now.other === otherId) return
      if (shown.id !== id) this.said.value = `That one was merged into “${shown.name}”.`
      history.replaceState(null, '', hrefOf(now))
      this.address.value = now
    })
  }

  /** Reads more statements of the speaker that is shown. */
  async more(): Promise<void> {
    const speaker = this.shown.value
    if (!speaker) return
    try {
      const next = await readMore(this.client, speaker.id, speaker.statements.pageInfo.endCursor)
      if (!next || this.shown.value !== speaker) return
      const nodes = [...speaker.statements.nodes, ...next.nodes]
      this.shown.value = { ...speaker, statements: { ...next, nodes } }
    } catch (error) {
      this.trouble.value = troubleOf(failureOf(error), () => void this.more())
    }
  }

  /** Lets the other of the two stay. */
  switchKept(): void {
    const pair = this.pair.value
    if (pair) this.keptId.value = pair.absorbed.id
  }

  /** Goes to the pair before or behind; from the last one to the speaker alone. */
  move(by: 1 | -1): void {
    const { id, other } = this.address.value
    const rows = this.candidates.value ?? []
    const at = rows.findIndex((row) => row.id === other)
    const next = rows[at + by]
    if (id !== null && next) void this.go({ id, other: next.id })
  }

  /** Says that the two are different, and goes on to the next pair. */
  keepApart(): void {
    const { id, other } = this.address.value
    const rows = this.candidates.value ?? []
    const at = rows.findIndex((row) => row.id === other)
    const next = rows[at + 1] ?? (at > 0 ? rows[at - 1] : undefined)
    this.different.value = new Set([...this.different.value, pairOf(id, other)])
    this.said.value = next ? 'Left as two. Here is the next.' : 'Left as two. There is no other to compare.'
    void this.go({ id, other: next?.id ?? null })
  }

  /** Closes what is open; when nothing is, goes from two to one, and from one to the list. */
  close(): void {
    if (this.open.value !== 'nothing') {
      this.open.value = 'nothing'
      return
    }
    const { id, other } = this.address.value
    if (id !== null) void this.go({ id: other === null ? null : id, other: null })
  }
}

const pairOf = (one: string | null, other: string | null): string => [one, other].sort().join(' ')
