import type { AffiliationInput, Client } from '@onrecord/sdk'
import { type DeskSpeaker, readSpeaker } from './speaker.js'
import { has, isSame, officesOf, type SpeakerPatch } from './speaker-patch.js'
import { type SpeakerWrite, sendWrite, type Written } from './speaker-writes.js'

/** What was done here, and can be taken back. */
export type Deed = { /** For people: "Merged". */ says: string } & (
  | { kind: 'change'; id: string; before: SpeakerPatch; after: SpeakerPatch }
  | { kind: 'offices'; id: string; before: AffiliationInput[]; after: AffiliationInput[] }
  | { kind: 'merge'; id: string; absorbedId: string }
  | { kind: 'split'; id: string; absorbedId: string }
)

const CHANGED: Written = {
  kind: 'refused',
  message: 'somebody has changed it since, and theirs stays',
  fields: [],
}

const GONE: Written = { kind: 'refused', message: 'the speaker is not there any more', fields: [] }

/** Takes a deed back, unless somebody has changed the same since, or it is as before already. */
export async function takeBack(client: Client, deed: Deed): Promise<Written> {
  const now = await readSpeaker(client, deed.id)
  if (!now) return GONE
  const write = await counterWrite(client, deed, now)
  if (write === 'done') return { kind: 'done' }
  return write === 'changed' ? CHANGED : sendWrite(client, write)
}

async function counterWrite(
  client: Client,
  deed: Deed,
  now: DeskSpeaker,
): Promise<SpeakerWrite | 'done' | 'changed'> {
  const { id, version } = now
  switch (deed.kind) {
    case 'change':
      if (has(now, deed.before)) return 'done'
      if (!has(now, deed.after)) return 'changed'
      return { kind: 'change', input: { id, expectedVersion: version, ...deed.before } }
    case 'offices':
      if (isSame(officesOf(now), deed.before)) return 'done'
      if (!isSame(officesOf(now), deed.after)) return 'changed'
      return { kind: 'offices', input: { id, expectedVersion: version, affiliations: deed.before } }
    case 'merge': {
      // It may have been undone and made again since, and has then another id.
      const merge = now.mergedFrom.nodes.find(({ absorbedId }) => absorbedId === deed.absorbedId)
      if (!merge) return 'done'
      return { kind: 'split', input: { mergeId: merge.id, expectedVersion: version, note: 'Taken back' } }
    }
    case 'split': {
      const absorbed = await readSpeaker(client, deed.absorbedId)
      if (absorbed?.id === id) return 'done'
      return {
        kind: 'merge',
        input: { keepId: id, keepVersion: version, absorbIds: [deed.absorbedId], note: 'Taken back' },
      }
    }
  }
}
