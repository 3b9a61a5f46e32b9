import type { Client } from '@onrecord/sdk'
import type { Span } from '../../text/runs.js'
import { WordsEditor } from '../review/words-editor.js'
import { type Held, readHeld, readVanished, type Vanished } from './changes-calls.js'
import { placesFor } from './places.js'

/** A text or a statement to decide on, with all that a person needs for it. */
export type Opened =
  | { kind: 'held'; held: Held }
  | { kind: 'vanished'; vanished: Vanished; places: readonly Span[][]; editor: WordsEditor | null }

/** A held text of an article; null when none is held any more. */
export async function openHeld(client: Client, id: string): Promise<Opened | null> {
  const held = await readHeld(client, id)
  return held && { kind: 'held', held }
}

/** A statement whose words are gone, and where they may be now; null when it is not there any more. */
export async function openVanished(client: Client, id: string): Promise<Opened | null> {
  const vanished = await readVanished(client, id)
  if (!vanished) return null
  const places = placesFor(vanished)
  const [first] = places
  const editor = first ? new WordsEditor(vanished.article.text, first) : null
  return { kind: 'vanished', vanished, places, editor }
}

/** What was read again, with the words that were marked since it was read before, as long as statement and text are the same. */
export function withEditorOf(before: Opened | null, again: Opened | null): Opened | null {
  if (before?.kind !== 'vanished' || again?.kind !== 'vanished') return again
  const [one, other] = [before.vanished, again.vanished]
  const isSame =
    one.id === other.id && one.version === other.version && one.article.text.id === other.article.text.id
  return isSame ? { ...again, editor: before.editor } : again
}
