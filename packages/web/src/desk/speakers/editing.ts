import { batch, type Signal, signal } from '@preact/signals'
import type { Named } from '../../record/shown.js'
import { refusal, sentence } from '../failure.js'
import type { DeskSpeaker } from './speaker.js'
import { type SpeakerWrite, type Written, withoutPath } from './speaker-writes.js'

/** How a form of a speaker is filled, and what it writes. */
export interface FormOf<Draft> {
  name: 'names' | 'offices'
  draftOf(speaker: DeskSpeaker): Draft
  /** Null when nothing is other than it was. */
  writeOf(draft: Draft, base: DeskSpeaker): SpeakerWrite | null
  /** What was typed, with what stands there now wherever nothing was typed. */
  rebased(draft: Draft, base: DeskSpeaker, now: DeskSpeaker): Draft
}

/** A form of a speaker while somebody fills it. What is typed is kept in the tab until it is written or dropped. */
export class Editing<Draft> {
  readonly form: FormOf<Draft>
  readonly draft: Signal<Draft>
  /** The speaker that the form was filled from. */
  readonly base: Signal<DeskSpeaker>
  /** The speaker as somebody else has changed it meanwhile. */
  readonly theirs = signal<DeskSpeaker | null>(null)
  readonly problem = signal('')
  /** What the record says about fields, by their path in the input: "affiliations.0.from.edtf". */
  readonly fields = signal<ReadonlyMap<string, string>>(new Map())
  /** The speaker that has the Wikidata item which was typed. */
  readonly owner = signal<Named | null>(null)
  /** Whether what was typed earlier is here again. */
  readonly isOld: boolean
  readonly #kept: string

  constructor(form: FormOf<Draft>, speaker: DeskSpeaker) {
    this.form = form
    this.#kept = `onrecord-speaker-${form.name}:${speaker.id}`
    const kept = sessionStorage.getItem(this.#kept)
    const { base, draft } = kept ? JSON.parse(kept) : { base: speaker, draft: form.draftOf(speaker) }
    this.isOld = kept !== null
    this.base = signal(base)
    this.draft = signal(draft)
  }

  change(draft: Draft): void {
    this.draft.value = draft
    sessionStorage.setItem(this.#kept, JSON.stringify({ base: this.base.value, draft }))
  }

  write(): SpeakerWrite | null {
    return this.form.writeOf(this.draft.value, this.base.value)
  }

  /** Forgets what was typed. */
  drop(): void {
    sessionStorage.removeItem(this.#kept)
  }

  /** Fills the form with what the record has. */
  begin(speaker: DeskSpeaker): void {
    this.drop()
    this.clear()
    batch(() => {
      this.theirs.value = null
      this.base.value = speaker
      this.draft.value = this.form.draftOf(speaker)
    })
  }

  /** Forgets what the record has said. */
  clear(): void {
    batch(() => {
      this.problem.value = ''
      this.fields.value = new Map()
      this.owner.value = null
    })
  }

  /** Shows why the record has refused it. */
  refused({ message, fields }: Written & { kind: 'refused' }, owner: Named | null): void {
    const said = fields.map((field) => [field.path.slice(1).join('.'), withoutPath(field.message)] as const)
    batch(() => {
      this.problem.value = sentence(
        `Not saved: ${said.length > 0 ? 'see what is said beside the field' : refusal(message)}`,
      )
      this.fields.value = new Map(said)
      this.owner.value = owner
    })
  }

  /** Puts what was typed upon what somebody else has made of the speaker meanwhile. */
  meet(now: DeskSpeaker): void {
    const draft = this.form.rebased(this.draft.value, this.base.value, now)
    batch(() => {
      this.theirs.value = now
      this.base.value = now
      this.change(draft)
    })
  }
}
