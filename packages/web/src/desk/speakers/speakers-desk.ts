import { type Signal, signal } from '@preact/signals'
import { failureOf, refusal, sentence } from '../failure.js'
import { type Deed, takeBack } from './deeds.js'
import type { Editing } from './editing.js'
import { type DeskSpeaker, type EarlierMerge, readOfItem, readSpeaker } from './speaker.js'
import { differing, fieldsOf, isSame, officesOf } from './speaker-patch.js'
import { type SpeakerWrite, sendWrite, type Written } from './speaker-writes.js'
import { type SpeakersView, troubleOf } from './speakers-view.js'
import { Turns } from './turns.js'

const CONFLICT =
  'Not done: somebody has changed it just now. Here it is as it stands; do it again if it still holds.'

/** What an editor does with speakers, each of which can be taken back, the last one first. */
export class SpeakersDesk {
  readonly view: SpeakersView
  /** Why the next merge is made, as far as it is typed. */
  readonly note = signal('')
  readonly deeds: Signal<readonly Deed[]>
  /** What is done comes one after the other: each begins with what the one before has left. */
  readonly turns = new Turns()
  readonly #kept: string

  /** @param owner who has signed in: what one person has done is not taken back by another. */
  constructor(view: SpeakersView, owner: string) {
    this.view = view
    this.#kept = `onrecord-speaker-deeds:${owner}`
    this.deeds = signal(JSON.parse(sessionStorage.getItem(this.#kept) ?? '[]'))
  }

  /** Merges the two that are compared. */
  merge = (): Promise<void> =>
    this.turns.take(async () => {
      const { view } = this
      const pair = view.pair.value
      if (!pair || !view.mayMerge) return
      const { kept, absorbed } = pair
      const note = this.note.value.trim()
      const input = { keepId: kept.id, keepVersion: kept.version, absorbIds: [absorbed.id] }
      const write = { kind: 'merge', input: { ...input, ...(note && { note }) } } as const
      const written = await this.#try(() => sendWrite(view.client, write))
      if (written.kind !== 'done') return this.#tell(written, this.merge)
      this.note.value = ''
      await view.go({ id: kept.id, other: null })
      const says = `“${absorbed.name}” merged into “${kept.name}”`
      this.#did({ kind: 'merge', says, id: kept.id, absorbedId: absorbed.id }, 'Merged')
    })

  /** Undoes a merge that was made earlier. */
  split = (merge: EarlierMerge): Promise<void> =>
    this.turns.take(async () => {
      const { view } = this
      const speaker = view.shown.value
      if (!speaker || !view.mayMerge) return
      const input = { mergeId: merge.id, expectedVersion: speaker.version }
      const written = await this.#try(() => sendWrite(view.client, { kind: 'split', input }))
      if (written.kind !== 'done') return this.#tell(written, () => void this.split(merge))
      await view.read()
      const says = `“${merge.absorbedName}” split from “${speaker.name}”`
      this.#did({ kind: 'split', says, id: speaker.id, absorbedId: merge.absorbedId }, 'Split')
    })

  /** Writes what was typed in a form. */
  save = <Draft>(editing: Editing<Draft>): Promise<void> =>
    this.turns.take(async () => {
      const { view } = this
      const base = editing.base.value
      const write = editing.write()
      if (!write) {
        editing.drop()
        view.said.value = 'Nothing was changed.'
        return view.close()
      }
      editing.clear()
      const written = await this.#try(() => sendWrite(view.client, write))
      if (written.kind === 'failed') return this.#tell(written, () => void this.save(editing))
      if (written.kind === 'refused') return editing.refused(written, await this.#ownerOf(written, write))
      const now = await this.#read(base.id)
      if (written.kind === 'conflict') return now ? editing.meet(now) : undefined
      editing.drop()
      view.open.value = 'nothing'
      await view.read()
      if (now) this.#changed(base, now, write.kind === 'offices')
    })

  /** Takes the last deed back. */
  undo = (): Promise<void> =>
    this.turns.take(async () => {
      const { view } = this
      const deed = this.deeds.value.at(-1)
      if (!deed) {
        view.said.value = 'There is nothing to take back.'
        return
      }
      const written = await this.#try(() => takeBack(view.client, deed))
      if (written.kind === 'failed' || written.kind === 'conflict') return this.#tell(written, this.undo)
      // What cannot be taken back must not stand in the way of what was done before it.
      this.#keep(this.deeds.value.filter((one) => one !== deed))
      const isBack = written.kind === 'done'
      await view.reach({ id: deed.id, other: deed.kind === 'merge' && isBack ? deed.absorbedId : null })
      if (isBack) view.said.value = `Taken back: ${deed.says}.`
      else view.trouble.value = { says: sentence(`Not taken back: ${refusal(written.message)}`) }
    })

  #changed(base: DeskSpeaker, now: DeskSpeaker, isOffices: boolean): void {
    const about = `of “${base.name}”`
    if (isOffices) {
      const [before, after] = [officesOf(base), officesOf(now)]
      const deed = { kind: 'offices', says: `offices ${about}`, id: base.id, before, after } as const
      if (!isSame(before, after)) this.#did(deed, 'Saved')
      return
    }
    const [from, to] = [fieldsOf(base), fieldsOf(now)]
    const deed = { before: differing(to, from), after: differing(from, to) }
    this.#did({ kind: 'change', says: `names ${about}`, id: base.id, ...deed }, 'Saved')
  }

  #did(deed: Deed, word: string): void {
    this.#keep([...this.deeds.value, deed])
    this.view.said.value = `${word}: ${deed.says}.`
  }

  /** Keeps what was done in the tab, so that it can be taken back also after a look at another page. */
  #keep(deeds: readonly Deed[]): void {
    this.deeds.value = deeds
    sessionStorage.setItem(this.#kept, JSON.stringify(deeds))
  }

  async #try(work: () => Promise<Written>): Promise<Written> {
    this.view.trouble.value = null
    try {
      return await work()
    } catch (error) {
      return { kind: 'failed', failure: failureOf(error) }
    }
  }

  /** Tells why a write was not done; after a conflict, with what stands there now. */
  async #tell(written: Exclude<Written, { kind: 'done' }>, again: () => void): Promise<void> {
    const { view } = this
    if (written.kind === 'conflict') await view.read()
    if (written.kind === 'failed') view.trouble.value = troubleOf(written.failure, again)
    else {
      const isConflict = written.kind === 'conflict'
      view.trouble.value = { says: isConflict ? CONFLICT : sentence(`Not done: ${refusal(written.message)}`) }
    }
  }

  async #read(id: string): Promise<DeskSpeaker | null> {
    try {
      return await readSpeaker(this.view.client, id)
    } catch (error) {
      this.view.trouble.value = troubleOf(failureOf(error))
      return null
    }
  }

  /** The speaker that has the Wikidata item already, when that is why a write was refused. */
  async #ownerOf({ fields }: Written & { kind: 'refused' }, write: SpeakerWrite) {
    if (write.kind !== 'change' || !fields.some(({ path }) => path.at(-1) === 'wikidataId')) return null
    const { wikidataId } = write.input
    return wikidataId ? readOfItem(this.view.client, wikidataId).catch(() => null) : null
  }
}
