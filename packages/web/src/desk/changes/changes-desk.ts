import type { Client } from '@onrecord/sdk'
import { batch, signal } from '@preact/signals'
import { wordFor } from '../../text/kinds.js'
import { sentence, sentenceOf } from '../failure.js'
import { newKey } from '../review/new-key.js'
import { WordsEditor } from '../review/words-editor.js'
import { type DeskSession, may } from '../session.js'
import {
  ChangedMeanwhileError,
  decideHeld,
  readChanged,
  readHeld,
  readVanished,
  type StatementDeed,
  type Vanished,
  writeStatement,
} from './changes-calls.js'
import { type Opened, openHeld, openVanished, withEditorOf } from './opened.js'

type Changed = Awaited<ReturnType<typeof readChanged>>

/** What is open besides the lists: the question whether a held text is really taken or dropped, or the keys. */
export type Mode = 'decide' | 'take-text' | 'drop-text' | 'help'

interface Done {
  id: string
  says: string
  /** The deeds that take it back, in order. */
  back: readonly StatementDeed[]
  version: number
}

/** What changed under the record's statements, apart from how it looks. */
export class ChangesDesk {
  readonly changed = signal<Changed | null>(null)
  /** The id of what is decided on. */
  readonly current = signal<string | null>(null)
  readonly opened = signal<Opened | null>(null)
  readonly mode = signal<Mode>('decide')
  readonly said = signal('')
  readonly failure = signal<string | null>(null)
  readonly busy = signal(false)
  readonly mayRetract: boolean
  readonly mayEdit: boolean
  readonly #client: Client
  readonly #done: Done[] = []
  #working: Promise<void> = Promise.resolve()
  /** The key of a write whose answer has not come: the same deed goes out with the same key. */
  #unsure: { deed: string; key: string } | null = null

  constructor(client: Client, session: DeskSession) {
    this.#client = client
    this.mayRetract = may(session, 'reviewer')
    this.mayEdit = may(session, 'editor')
    void this.load()
  }

  /** The ids of all that waits, in the order in which it is shown. */
  get ids(): string[] {
    const { articles, statements } = this.changed.value ?? {
      articles: { nodes: [] },
      statements: { nodes: [] },
    }
    return [...articles.nodes, ...statements.nodes].map(({ id }) => id)
  }

  /** Reads the lists anew, and opens what is there at the place of what was open. */
  async load(): Promise<void> {
    const at = Math.max(0, this.ids.indexOf(this.current.value ?? ''))
    try {
      this.changed.value = await readChanged(this.#client)
      this.failure.value = null
    } catch (error) {
      this.failure.value = sentenceOf(error, 'It could not be read')
      return
    }
    const { ids } = this
    await this.open(
      ids.includes(this.current.value ?? '') ? this.current.value : (ids[at] ?? ids.at(-1) ?? null),
    )
  }

  /** Shows what is there to decide on. */
  async open(id: string | null): Promise<void> {
    batch(() => {
      if (id !== this.current.value) {
        this.opened.value = null
        this.#closeQuestion()
      }
      this.current.value = id
    })
    if (id === null) return
    try {
      const isHeld = this.changed.value?.articles.nodes.some((article) => article.id === id)
      const opened = isHeld ? await openHeld(this.#client, id) : await openVanished(this.#client, id)
      if (this.current.value === id) this.opened.value = withEditorOf(this.opened.value, opened)
    } catch (error) {
      this.failure.value = sentenceOf(error, 'It could not be read')
    }
  }

  /** Goes to the next, or to the one before. */
  move(by: 1 | -1): void {
    const next = this.ids[this.ids.indexOf(this.current.value ?? '') + by]
    if (next) void this.open(next)
  }

  /** Chooses one of the places where the words may be now. */
  choose(index: number): void {
    const opened = this.opened.value
    const place = opened?.kind === 'vanished' ? opened.places[index] : undefined
    if (opened?.kind !== 'vanished' || !place) return
    this.opened.value = { ...opened, editor: new WordsEditor(opened.vanished.article.text, place) }
  }

  /** Gives the statement the place and the words that are marked. */
  async takePlace(): Promise<void> {
    const opened = this.opened.value
    if (opened?.kind !== 'vanished' || !opened.editor || !this.mayEdit) return
    const { vanished, editor } = opened
    const deed = { kind: 'update', anchors: editor.anchors() } as const
    const back = [{ kind: 'revert', toVersion: vanished.version } as const]
    await this.#write(vanished, deed, back, 'new place taken')
  }

  async retract(): Promise<void> {
    const opened = this.opened.value
    if (opened?.kind !== 'vanished' || !this.mayRetract) return
    const back = (['REOPEN', 'VERIFY'] as const).map((decision) => ({ kind: 'review', decision }) as const)
    await this.#write(opened.vanished, { kind: 'review', decision: 'RETRACT' }, back, 'retracted')
  }

  /** Asks whether a held text is really taken or dropped: neither can be taken back. */
  ask(mode: 'take-text' | 'drop-text'): void {
    if (this.opened.value?.kind === 'held' && this.mayEdit) this.mode.value = mode
  }

  /** Does what was asked about. */
  async confirm(): Promise<void> {
    const opened = this.opened.value
    const accept = this.mode.value === 'take-text'
    if (opened?.kind !== 'held' || (!accept && this.mode.value !== 'drop-text')) return
    const { id, held } = opened.held
    await this.#busily(async () => {
      const now = await readHeld(this.#client, id)
      if (now && now.held.heldAt !== held.heldAt) {
        this.said.value = 'Another text came in meanwhile. This is the one that waits now.'
        return
      }
      const idempotencyKey = this.#keyFor(`${id} ${accept} ${held.heldAt}`)
      const { statementsVanished: gone } = await decideHeld(this.#client, { id, accept, idempotencyKey })
      this.#unsure = null
      const lost = gone.length === 1 ? 'statement has lost its words' : 'statements have lost their words'
      const more = gone.length > 0 ? ` ${gone.length} verified ${lost}: see below.` : ''
      this.said.value = accept
        ? `Taken: it is the text of the article now.${more}`
        : 'Dropped: the text on record stays.'
    })
  }

  /** Takes the last deed back. */
  async undo(): Promise<void> {
    // Whoever is quick takes back what is still being shown.
    await this.#working
    const done = this.#done.at(-1)
    if (!done) {
      this.said.value = 'There is nothing to take back.'
      return
    }
    await this.#busily(async () => {
      this.#done.pop()
      let { version } = done
      for (const deed of done.back) {
        const target = { id: done.id, expectedVersion: version, idempotencyKey: newKey() }
        version = await writeStatement(this.#client, target, deed)
      }
      this.said.value = `Taken back: ${done.says}.`
      this.current.value = done.id
    })
  }

  async #write(
    { id, version }: Vanished,
    deed: StatementDeed,
    back: readonly StatementDeed[],
    says: string,
  ): Promise<void> {
    await this.#busily(async () => {
      const idempotencyKey = this.#keyFor(JSON.stringify([id, version, deed]))
      const made = await writeStatement(this.#client, { id, expectedVersion: version, idempotencyKey }, deed)
      this.#unsure = null
      this.#done.push({ id, says, back, version: made })
      this.said.value = sentence(says)
    })
  }

  /** Does one thing at a time, and shows what waits then. */
  async #busily(work: () => Promise<void>): Promise<void> {
    if (this.busy.value) return
    this.busy.value = true
    this.#working = this.#doAndShow(work)
    await this.#working
  }

  async #doAndShow(work: () => Promise<void>): Promise<void> {
    try {
      // A question that is asked while the lists are read again stays.
      await work().finally(() => this.#closeQuestion())
      await this.load()
    } catch (error) {
      if (error instanceof ChangedMeanwhileError) await this.#meet()
      else this.said.value = sentenceOf(error, 'Not done')
    } finally {
      this.busy.value = false
    }
  }

  /** Says what somebody else has made of the statement, and shows it as it is now. */
  async #meet(): Promise<void> {
    const id = this.current.value
    const now = id && (await readVanished(this.#client, id))
    const status = now ? `${wordFor(now.reviewStatus)}${now.review ? `, by ${now.review.by}` : ''}` : 'gone'
    await this.load()
    const stays = this.current.value === id ? ' This is how it is: decide again.' : ''
    this.said.value = `Somebody was faster: it is ${status}. Nothing of yours was written over theirs.${stays}`
  }

  #closeQuestion(): void {
    if (this.mode.value !== 'help') this.mode.value = 'decide'
  }

  #keyFor(deed: string): string {
    if (this.#unsure?.deed !== deed) this.#unsure = { deed, key: newKey() }
    return this.#unsure.key
  }
}
