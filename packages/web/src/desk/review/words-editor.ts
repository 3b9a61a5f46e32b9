import type { TextAnchorInput } from '@onrecord/sdk'
import { computed, signal } from '@preact/signals'
import type { Span } from '../../text/runs.js'
import { nextEnd, nextStart } from '../../text/word-borders.js'
import type { DeskText } from './proposal.js'

/** The words of a statement while somebody marks them anew. Each part of a broken quotation is marked by itself. */
export class WordsEditor {
  readonly parts = signal<readonly Span[]>([])
  /** The part that is being changed. */
  readonly part = signal(0)
  readonly changed = computed(() =>
    this.parts.value.some(
      ({ start, end }, index) => start !== this.#before[index]?.start || end !== this.#before[index]?.end,
    ),
  )
  readonly #text: DeskText
  readonly #before: readonly Span[]

  constructor(text: DeskText, parts: readonly Span[]) {
    this.#text = text
    this.#before = parts
    this.parts.value = parts
  }

  /** Goes on with another part; nothing changes when there is none. */
  choose(part: number): void {
    if (part < this.parts.value.length) this.part.value = part
  }

  /** Moves the beginning or the end by a word. */
  move(side: 'start' | 'end', by: 1 | -1): void {
    const { content } = this.#text
    const { start, end } = this.parts.value[this.part.value] as Span
    if (side === 'start') this.#mark({ start: nextStart(content, start, by), end })
    else this.#mark({ start, end: nextEnd(content, end, by) })
  }

  /** Marks exactly what was dragged over, without spaces at its ends. */
  drag({ start, end }: Span): void {
    const dragged = this.#text.content.slice(start, end)
    this.#mark({
      start: start + (dragged.length - dragged.trimStart().length),
      end: end - (dragged.length - dragged.trimEnd().length),
    })
  }

  /** What is marked, as the record takes it. */
  anchors(): TextAnchorInput[] {
    const { id, content } = this.#text
    return this.parts.value.map(({ start, end }) => ({
      ...{ articleTextId: id, start, end },
      exact: content.slice(start, end),
    }))
  }

  /** Parts keep their order and do not overlap; each has a word at least. */
  #mark(span: Span): void {
    const [parts, index] = [this.parts.value, this.part.value]
    const free =
      span.start >= (parts[index - 1]?.end ?? 0) &&
      span.end <= (parts[index + 1]?.start ?? Number.MAX_SAFE_INTEGER)
    if (span.start < span.end && free)
      this.parts.value = parts.map((part, at) => (at === index ? span : part))
  }
}
