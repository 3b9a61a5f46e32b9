import type { RejectionReasonInput, StatementUpdatePatch } from '@onrecord/sdk'
import { signal } from '@preact/signals'
import { may } from '../session.js'
import { MOST_DECISIONS } from './desk-write.js'
import { type DeskRevision, type Proposal, readHistory } from './proposal.js'
import { type Item, openItem } from './queue.js'
import { QueueAddress } from './queue-address.js'
import type { ReviewDesk } from './review-desk.js'
import { type Choice, sameMention } from './speakers.js'
import { WordsEditor } from './words-editor.js'

/** What takes the keys: deciding, or one of the things that are open. */
export type Mode =
  | 'decide'
  | 'reasons'
  | 'why'
  | 'speaker'
  | 'words'
  | 'note'
  | 'filter'
  | 'take-over'
  | 'help'

/** Other statements to which a change of speaker can be spread. */
interface Offer {
  mention: string
  speaker: Choice | null
  others: readonly Proposal[]
}

/** What is open on the page of the reviewer. */
export class ReviewView {
  readonly desk: ReviewDesk
  readonly address: QueueAddress
  readonly mayReview: boolean
  readonly mayEdit: boolean
  readonly mode = signal<Mode>('decide')
  /** Whether the whole article is shown, instead of the paragraphs around. */
  readonly whole = signal(false)
  /** Whether several are decided on together. */
  readonly bulk = signal(false)
  /** The ids of those that are chosen for that. */
  readonly chosen = signal<ReadonlySet<string>>(new Set())
  readonly history = signal<{ id: string; revisions: readonly DeskRevision[] } | null>(null)
  readonly words = signal<WordsEditor | null>(null)
  readonly offer = signal<Offer | null>(null)

  constructor(desk: ReviewDesk) {
    this.desk = desk
    this.address = new QueueAddress(desk.client, async (filter) => {
      await desk.queue.show(filter)
      // Those of a list are all chosen.
      this.chooseAll(true)
    })
    this.mayReview = may(desk.session, 'reviewer')
    this.mayEdit = may(desk.session, 'editor')
  }

  open(mode: Mode): void {
    this.mode.value = mode
  }

  /** Closes what is open, and leaves all as it was. */
  close(): void {
    if (this.mode.value === 'decide') this.whole.value = false
    this.words.value = null
    this.mode.value = 'decide'
  }

  /** Shows the proposals that are there as a list, to decide on several together; or one at a time again. */
  toggleBulk(): void {
    this.bulk.value = !this.bulk.value
    this.chooseAll(true)
    // Nobody has looked at what comes later: it is listed, but not chosen.
    if (this.bulk.value) void this.desk.queue.readAhead(MOST_DECISIONS)
  }

  /** Those that a list shows: as many as can be looked through. */
  openItems(): readonly Item[] {
    const open = this.desk.queue.items.value.filter(({ state }) => state === 'open' || state === 'later')
    return open.slice(0, MOST_DECISIONS)
  }

  chooseAll(all: boolean): void {
    this.chosen.value = new Set(all ? this.openItems().map(({ proposal }) => proposal.id) : [])
  }

  choose(id: string): void {
    const chosen = new Set(this.chosen.value)
    if (!chosen.delete(id)) chosen.add(id)
    this.chosen.value = chosen
  }

  /** What a decision is about: those that are chosen from the list, or the one that is shown. */
  #subjects(): readonly Item[] {
    const { value } = this.desk.queue.current
    if (!this.bulk.value) return value ? [value] : []
    return this.openItems().filter(({ proposal }) => this.chosen.value.has(proposal.id))
  }

  /** Says that what is shown, or chosen, is right. */
  verify(): void {
    this.desk.decide(this.#subjects(), { decision: 'VERIFY' })
    this.offer.value = null
  }

  /** Rejects for a reason, once it is said when it is another one than those of the list. */
  chooseReason(reason: RejectionReasonInput): void {
    if (reason === 'OTHER') this.open('why')
    else {
      this.close()
      this.reject(reason)
    }
  }

  /** Says that what is shown, or chosen, is wrong. */
  reject(reason: RejectionReasonInput, note?: string): void {
    this.desk.decide(this.#subjects(), { decision: 'REJECT', reason, ...(note && { note }) })
    this.offer.value = null
  }

  later(): void {
    const item = this.desk.queue.current.value
    if (item) this.desk.later(item)
  }

  toggleWhole(): void {
    this.whole.value = !this.whole.value
  }

  async toggleHistory(): Promise<void> {
    const id = this.desk.queue.current.value?.proposal.id
    if (!id || this.history.value?.id === id) {
      this.history.value = null
      return
    }
    this.history.value = { id, revisions: await readHistory(this.desk.client, id) }
  }

  /** Begins to mark other words. */
  openWords(): void {
    const item = this.desk.queue.current.value
    const text = item && this.desk.queue.texts.value.get(item.proposal.article.id)
    if (!item || !text) return
    if (item.proposal.anchors.some((anchor) => anchor.text.id !== text.id)) {
      this.desk.said.value =
        'The newest text of the article has not got these words any more: they cannot be changed here.'
      return
    }
    this.words.value = new WordsEditor(
      text,
      item.proposal.anchors.map(({ position }) => position),
    )
    this.mode.value = 'words'
  }

  /** Keeps the words that are marked. */
  keepWords(): void {
    const item = this.desk.queue.current.value
    const editor = this.words.value
    if (item && editor?.changed.value) {
      const { id, version } = item.proposal
      const anchors = editor.anchors()
      const shown = {
        text: anchors.map(({ exact }) => exact).join(' […] '),
        anchors: anchors.map(({ start, end, exact, articleTextId }) => ({
          position: { start, end },
          text: { id: articleTextId },
          quote: { exact, prefix: '', suffix: '' },
        })),
      }
      const write = { kind: 'update', input: { id, expectedVersion: version, patch: { anchors } } } as const
      this.desk.edit([{ item, write, shown }], 'words changed')
    }
    this.close()
  }

  /** Gives a statement another speaker, and offers to do the same where the same mention stands. */
  async keepSpeaker(item: Item, speaker: Choice | null): Promise<void> {
    const { desk } = this
    this.close()
    const before = item.proposal
    desk.edit([editOfSpeaker(item, speaker)], `speaker changed to ${speaker?.name ?? 'nobody named'}`)
    const mention = before.attributions[0]?.asWritten
    const others = await sameMention(desk.client, before)
    const isSame = desk.queue.current.value?.proposal.id === before.id
    if (mention && others.length > 0 && isSame) this.offer.value = { mention, speaker, others }
  }

  /** Gives the other statements by the same mention the new speaker, too. */
  spread(): void {
    const { desk } = this
    const offer = this.offer.value
    this.offer.value = null
    if (!offer) return
    const { others, speaker } = offer
    const items = others.map(
      (proposal) =>
        desk.queue.items.value.find((item) => item.proposal.id === proposal.id) ?? openItem(proposal),
    )
    desk.edit(
      items.map((item) => editOfSpeaker(item, speaker)),
      `speaker changed in ${others.length} more`,
    )
  }

  refuseOffer(): void {
    this.offer.value = null
  }
}

/** The first attribution with another speaker: the mention and the word that reports stay. */
function editOfSpeaker(item: Item, speaker: Choice | null) {
  const { id, version, attributions } = item.proposal
  const [first, ...rest] = attributions
  const changed = {
    ...(first ?? { role: 'SPEAKER' as const, asWritten: null, cue: null, basis: 'NAMED' as const }),
    speaker: speaker && { id: speaker.id, name: speaker.name },
  }
  const all = [changed, ...rest]
  const patch = {
    attributions: all.map(({ role, asWritten, cue, basis, speaker: by }) => ({
      ...{ role, basis, asWritten, cue },
      ...(by && { speakerId: by.id }),
    })),
  } as StatementUpdatePatch
  const write = { kind: 'update', input: { id, expectedVersion: version, patch } } as const
  return { item, write, shown: { speaker: changed.speaker, attributions: all } as Partial<Proposal> }
}
