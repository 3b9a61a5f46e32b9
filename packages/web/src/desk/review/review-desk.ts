import type { Client, StatementFilter, StatementReviewInput } from '@onrecord/sdk'
import { batch, signal } from '@preact/signals'
import { refusal, sentence } from '../failure.js'
import type { DeskSession } from '../session.js'
import type { Conflict, Decision, Deed, Done } from './deeds.js'
import { type DeskWrite, decisionOf, MOST_DECISIONS } from './desk-write.js'
import { Outbox, type Outcome } from './outbox.js'
import { AT_ONCE, type Claim, type Note, type Proposal, readProposal, readProposals } from './proposal.js'
import { type Item, Queue } from './queue.js'

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
  /** Whether the page is being left to sign in again, which takes along what waits. */
  signingIn = false
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
      const writes = open.map(({ proposal: { id, version } }) => ({
        id,
        expectedVersion: version,
        ...decision,
      }))
      const keys = this.#review(writes)
      const deeds = open.map((before, index) => {
        const { id } = before.proposal
        this.queue.change(id, { state: 'decided', decision: says })
        return { id, key: keys[index] ?? null, kind: 'review' as const, before }
      })
      this.#done.push({ says, deeds })
      this.decided.value += open.length
      this.said.value = sentence(`${says}${open.length === 1 ? '' : `: ${open.length} statements`}`)
      this.queue.next()
    })
  }

  /** Sends decisions, as many together as one request takes. Returns the key of the write of each. */
  #review(decisions: readonly StatementReviewInput[]): string[] {
    const keys: string[] = []
    for (let at = 0; at < decisions.length; at += MOST_DECISIONS) {
      const together = decisions.slice(at, at + MOST_DECISIONS)
      const [first] = together
      const key =
        first && together.length === 1
          ? this.outbox.add({ kind: 'review', input: first })
          : this.outbox.add({ kind: 'reviews', input: { decisions: together } })
      keys.push(...together.map(() => key))
    }
    return keys
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
  edit(
    edits: readonly {
      item: Item
      write: Exclude<DeskWrite, { kind: 'reviews' }>
      shown: Partial<Proposal>
    }[],
    says: string,
  ): void {
    batch(() => {
      const deeds = edits.map(({ item, write, shown }) => {
        const { id } = item.proposal
        const key = this.outbox.add(write)
        this.queue.change(id, { proposal: { ...item.proposal, ...shown } })
        return { id, key, kind: write.kind, before: item }
      })
      this.#done.push({ says, deeds })
      this.said.value = sentence(says)
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
      this.#takeBack(done.deeds)
      this.queue.goTo(done.deeds[0]?.id)
      const many = done.deeds.length > 1 ? ` (${done.deeds.length} statements)` : ''
      this.said.value = `Taken back: ${done.says}${many}.`
    })
    void this.queue.readAhead()
  }

  #takeBack(deeds: readonly Deed[]): void {
    // A write that was not sent goes with all that it says.
    const unsent = new Set(
      deeds.flatMap(({ key }) => (key !== null && this.outbox.takeBack(key) ? [key] : [])),
    )
    const reopened: StatementReviewInput[] = []
    for (const { id, key, kind, before, made } of deeds) {
      const version = this.queue.find(id)?.proposal.version ?? made ?? before.proposal.version
      if (key !== null && !unsent.has(key)) {
        // What is being sent makes the next version; this one goes out behind it, and follows it.
        const from = made ?? version + 1
        // What was taken back before has made versions of its own.
        const expectedVersion = Math.max(from, version)
        if (kind === 'review') reopened.push({ id, decision: 'REOPEN', expectedVersion })
        else this.outbox.add({ kind: 'revert', input: { id, toVersion: from - 1, expectedVersion } })
      }
      if (kind === 'review') this.decided.value--
      this.queue.change(id, { ...before, proposal: { ...before.proposal, version } })
    }
    this.#review(reopened)
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
    if (theirs) this.#takeIn(theirs)
  }

  /** Takes in what others have done while nobody told of it: reads all that is in the queue as it is now. */
  async catchUp(): Promise<void> {
    const ids = this.queue.items.value.map(({ proposal }) => proposal.id)
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const filter: StatementFilter = { ids: ids.slice(at, at + AT_ONCE) }
      const { nodes } = await readProposals(this.client, filter, null)
      for (const theirs of nodes) {
        const item = this.queue.find(theirs.id)
        if (item) this.queue.change(theirs.id, { proposal: { ...item.proposal, notes: theirs.notes } })
        this.queue.claimed(theirs.article.id, theirs.article.claims)
        this.#takeIn(theirs)
      }
    }
  }

  /** Shows what somebody has made of a statement, unless something about it is being sent. */
  #takeIn(theirs: Proposal): void {
    const { id } = theirs
    const now = this.queue.find(id)
    if (!now || now.proposal.version >= theirs.version || this.outbox.hasFor(id)) return
    if (theirs.reviewStatus === 'PROPOSED') {
      const reopened = now.state === 'elsewhere' ? { state: 'open' as const, decision: '' } : {}
      this.queue.change(id, { proposal: theirs, ...reopened })
      return
    }
    const decision = `${theirs.reviewStatus.toLowerCase()} by ${theirs.review?.by ?? 'somebody'}`
    this.queue.change(id, { proposal: theirs, state: 'elsewhere', decision })
    if (this.queue.current.value?.proposal.id === id) this.said.value = `This one was ${decision} just now.`
  }

  /** Shows a note that was added or withdrawn. */
  noted(id: string, note: Note): void {
    const item = this.queue.find(id)
    if (!item) return
    const { nodes } = item.proposal.notes
    const isKnown = nodes.some((one) => one.id === note.id)
    const notes = {
      nodes: isKnown ? nodes.map((one) => (one.id === note.id ? note : one)) : [...nodes, note],
    }
    this.queue.change(id, { proposal: { ...item.proposal, notes } })
    const isNews = !isKnown && note.author !== this.session.name
    if (isNews && this.queue.current.value?.proposal.id === id) this.said.value = `A note by ${note.author}.`
  }

  /** Shows a claim that was made or has ended. */
  claimChanged(articleId: string, claim: Claim): void {
    const known = this.queue.claimsOn(articleId)
    // An older claim that ends says nothing of a newer one.
    if (!known || (claim.endedAt !== null && known.nodes[0]?.id !== claim.id)) return
    const isNews = known.nodes[0]?.id !== claim.id && claim.holder !== this.session.name
    this.queue.claimed(articleId, { nodes: [claim] })
    if (isNews && this.queue.current.value?.proposal.article.id === articleId)
      this.said.value = `${claim.holder} works on this article now.`
  }

  #settle(outcome: Outcome): void {
    const { id, waiting } = outcome
    const item = this.queue.find(id)
    if (outcome.kind === 'done') {
      for (const deed of this.#done.flatMap(({ deeds }) => deeds))
        if (deed.id === id && deed.key === waiting.key) deed.made = outcome.version
      if (item) this.queue.change(id, { proposal: { ...item.proposal, version: outcome.version } })
      return
    }
    // What was done for other statements together with this one can be taken back still.
    this.#done = this.#done
      .map((done) => ({ ...done, deeds: done.deeds.filter((deed) => deed.id !== id) }))
      .filter(({ deeds }) => deeds.length > 0)
    if (outcome.kind === 'refused') this.said.value = sentence(`Not done: ${refusal(outcome.message)}`)
    void this.#meet(id, item, outcome)
  }

  /** Shows a statement as it is now, after a write about it was not done; where somebody was faster, with both versions. */
  async #meet(id: string, item: Item | undefined, { kind, waiting }: Outcome): Promise<void> {
    const theirs = await readProposal(this.client, id)
    batch(() => {
      if (kind === 'conflict' && item) {
        const decision = decisionOf(waiting.write, id)
        this.conflicts.value = [...this.conflicts.value, { mine: item.proposal, decision, theirs }]
      }
      if (!theirs) return
      const isOpen = theirs.reviewStatus === 'PROPOSED' && kind === 'refused'
      const decision = isOpen ? '' : theirs.reviewStatus.toLowerCase()
      this.queue.change(id, { proposal: theirs, state: isOpen ? 'open' : 'elsewhere', decision })
    })
  }
}
