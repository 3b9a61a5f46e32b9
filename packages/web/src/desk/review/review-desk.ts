import type { Client, RejectionReasonInput } from '@onrecord/sdk'
import { batch, signal } from '@preact/signals'
import type { DeskSession } from '../session.js'
import type { DeskWrite } from './desk-write.js'
import { Outbox, type Outcome } from './outbox.js'
import { type Proposal, readProposal } from './proposal.js'
import { type Item, Queue } from './queue.js'

/** Verified, or rejected for a reason. */
export type Decision =
  | { decision: 'VERIFY' }
  | { decision: 'REJECT'; reason: RejectionReasonInput; note?: string }

/** What was written about one statement, and can be taken back. */
interface Deed {
  id: string
  /** The key of the write; null when nothing was written, as for what is left for later. */
  key: string | null
  kind: DeskWrite['kind'] | 'later'
  /** The statement as it was before. */
  before: Item
  /** The version that the write made, once it is known. */
  made?: number
}

/** Deeds that are taken back together. */
interface Done {
  /** For people: "verified", "speaker changed". */
  says: string
  deeds: Deed[]
}

/** A decision that came too late: what was meant, and what stands there now. */
export interface Conflict {
  mine: Proposal
  decision: string
  /** Null when nobody may see it any more. */
  theirs: Proposal | null
}

/** What a reviewer does, apart from how it looks. */
export class ReviewDesk {
  readonly client: Client
  readonly session: DeskSession
  readonly queue: Queue
  readonly outbox: Outbox
  /** A sentence about what has just happened. */
  readonly said = signal('')
  readonly conflicts = signal<readonly Conflict[]>([])
  readonly decided = signal(0)
  #done: Done[] = []

  constructor(client: Client, session: DeskSession, keep: Storage) {
    this.client = client
    this.session = session
    this.outbox = new Outbox({ client, keep, owner: session.name, onOutcome: (one) => this.#settle(one) })
    this.queue = new Queue(client, (id) => this.outbox.hasFor(id))
    void this.outbox.send()
  }

  /** Decides on statements together, and goes on to the next. */
  decide(items: readonly Item[], decision: Decision): void {
    const open = items.filter(({ state }) => state === 'open' || state === 'later')
    if (open.length === 0) return
    const says = decision.decision === 'VERIFY' ? 'verified' : 'rejected'
    batch(() => {
      const deeds = open.map((before) => {
        const { id, version } = before.proposal
        const key = this.outbox.add({ kind: 'review', input: { id, expectedVersion: version, ...decision } })
        this.queue.change(id, { state: 'decided', decision: says })
        return { id, key, kind: 'review' as const, before }
      })
      this.#done.push({ says, deeds })
      this.decided.value += open.length
      this.said.value = `${capital(says)}${open.length === 1 ? '' : `: ${open.length} statements`}.`
      this.queue.next()
    })
  }

  /** Leaves a statement for later: it comes again at the end. */
  later(before: Item): void {
    if (before.state !== 'open') return
    const { id } = before.proposal
    batch(() => {
      this.queue.change(id, { state: 'later', decision: 'for later' })
      this.#done.push({ says: 'left for later', deeds: [{ id, key: null, kind: 'later', before }] })
      this.said.value = 'Left for later.'
      this.queue.next()
    })
  }

  /** Changes statements, which stay where they are. `shown`: what they look like then. */
  edit(edits: readonly { item: Item; write: DeskWrite; shown: Partial<Proposal> }[], says: string): void {
    batch(() => {
      const deeds = edits.map(({ item, write, shown }) => {
        const { id } = item.proposal
        const key = this.outbox.add(write)
        this.queue.change(id, { proposal: { ...item.proposal, ...shown } })
        return { id, key, kind: write.kind, before: item }
      })
      this.#done.push({ says, deeds })
      this.said.value = `${capital(says)}.`
    })
  }

  /** Takes the last deeds back. What was not sent yet is not sent at all. */
  undo(): void {
    const done = this.#done.pop()
    if (!done) {
      this.said.value = 'There is nothing to take back.'
      return
    }
    batch(() => {
      for (const deed of done.deeds) this.#takeBack(deed)
      this.queue.goTo(done.deeds[0]?.id)
      const many = done.deeds.length > 1 ? ` (${done.deeds.length} statements)` : ''
      this.said.value = `Taken back: ${done.says}${many}.`
    })
    void this.queue.readAhead()
  }

  #takeBack({ id, key, kind, before, made }: Deed): void {
    const version = this.queue.find(id)?.proposal.version ?? made ?? before.proposal.version
    if (key !== null && !this.outbox.takeBack(key)) {
      // What is being sent makes the next version; this one goes out behind it, and follows it.
      const from = made ?? version + 1
      // What was taken back before has made versions of its own.
      const expectedVersion = Math.max(from, version)
      const write: DeskWrite =
        kind === 'review'
          ? { kind, input: { id, decision: 'REOPEN', expectedVersion } }
          : { kind: 'revert', input: { id, toVersion: from - 1, expectedVersion } }
      this.outbox.add(write)
    }
    if (kind === 'review') this.decided.value--
    this.queue.change(id, { ...before, proposal: { ...before.proposal, version } })
  }

  /** Puts a statement with a conflict back into the queue as it is now, to decide again; or leaves it as it is. */
  resolve(conflict: Conflict, again: boolean): void {
    batch(() => {
      this.conflicts.value = this.conflicts.value.filter((one) => one !== conflict)
      const { theirs } = conflict
      if (!again || !theirs) return
      this.queue.change(theirs.id, { proposal: theirs, state: 'open', decision: '' })
      this.queue.goTo(theirs.id)
    })
  }

  /** Takes in that somebody has changed a statement. */
  async changedElsewhere(id: string, version: number): Promise<void> {
    const item = this.queue.find(id)
    if (!item || item.proposal.version >= version || this.outbox.hasFor(id)) return
    const theirs = await readProposal(this.client, id)
    const now = this.queue.find(id)
    if (!theirs || !now || now.proposal.version >= theirs.version || this.outbox.hasFor(id)) return
    if (theirs.reviewStatus === 'PROPOSED') {
      const reopened = now.state === 'elsewhere' ? { state: 'open' as const, decision: '' } : {}
      return this.queue.change(id, { proposal: theirs, ...reopened })
    }
    const decision = `${theirs.reviewStatus.toLowerCase()} by ${theirs.review?.by ?? 'somebody'}`
    this.queue.change(id, { proposal: theirs, state: 'elsewhere', decision })
    if (this.queue.current.value?.proposal.id === id) this.said.value = `This one was ${decision} just now.`
  }

  /** Shows a note that was added. */
  noted(id: string, note: Proposal['notes']['nodes'][number]): void {
    const item = this.queue.find(id)
    this.said.value = 'Noted.'
    if (!item) return
    const notes = { nodes: [...item.proposal.notes.nodes, note] }
    this.queue.change(id, { proposal: { ...item.proposal, notes } })
  }

  #settle(outcome: Outcome): void {
    const { write, key } = outcome.waiting
    const { id } = write.input
    const item = this.queue.find(id)
    if (outcome.kind === 'done') {
      for (const deed of this.#done.flatMap(({ deeds }) => deeds))
        if (deed.key === key) deed.made = outcome.version
      if (item) this.queue.change(id, { proposal: { ...item.proposal, version: outcome.version } })
      return
    }
    this.#done = this.#done.filter(({ deeds }) => !deeds.some((one) => one.id === id))
    if (outcome.kind === 'refused') this.said.value = `Not done: ${outcome.message}.`
    void this.#meet(id, item, outcome)
  }

  /** Shows a statement as it is now, after a write about it was not done; where somebody was faster, with both versions. */
  async #meet(id: string, item: Item | undefined, { kind, waiting }: Outcome): Promise<void> {
    const theirs = await readProposal(this.client, id)
    const { input } = waiting.write
    batch(() => {
      if (kind === 'conflict' && item) {
        const decision = 'decision' in input ? input.decision : 'EDIT'
        this.conflicts.value = [...this.conflicts.value, { mine: item.proposal, decision, theirs }]
      }
      if (!theirs) return
      const isOpen = theirs.reviewStatus === 'PROPOSED' && kind === 'refused'
      const decision = isOpen ? '' : theirs.reviewStatus.toLowerCase()
      this.queue.change(id, { proposal: theirs, state: isOpen ? 'open' : 'elsewhere', decision })
    })
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
