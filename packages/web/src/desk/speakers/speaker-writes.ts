import {
  type AffiliationSetInput,
  type Client,
  mutate,
  type SpeakerMergeInput,
  type SpeakerSplitInput,
  type SpeakerUpsertInput,
} from '@onrecord/sdk'
import { type Failure, failureOf } from '../failure.js'
import { messageOf } from '../review/message-of.js'
import { newKey } from '../review/new-key.js'

/** A write about speakers. */
export type SpeakerWrite =
  | { kind: 'change'; input: SpeakerUpsertInput }
  | { kind: 'offices'; input: AffiliationSetInput }
  | { kind: 'merge'; input: SpeakerMergeInput }
  | { kind: 'split'; input: SpeakerSplitInput }

/** What came of a write. After a failure nobody knows whether it was done: the same write may be sent again. */
export type Written =
  | { kind: 'done' }
  | { kind: 'conflict' }
  | { kind: 'refused'; message: string; fields: readonly { path: readonly string[]; message: string }[] }
  | { kind: 'failed'; failure: Failure }

/** Where the names of writes without an answer are kept: `sessionStorage`. */
const KEPT = 'onrecord-speaker-writes'

/** Sends a write. One that had no answer and is sent again has the name that it had, so that it is done once. */
export async function sendWrite(client: Client, write: SpeakerWrite): Promise<Written> {
  const names: Record<string, string> = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}')
  const keep = () => sessionStorage.setItem(KEPT, JSON.stringify(names))
  const text = JSON.stringify(write)
  const key = names[text] ?? newKey()
  names[text] = key
  keep()
  try {
    const result = await mutateWith(client, write, key)
    delete names[text]
    keep()
    if (result?.__typename === 'SpeakerSuccess') return { kind: 'done' }
    if (result?.__typename === 'ConflictError') return { kind: 'conflict' }
    const fields = result?.__typename === 'ValidationError' ? result.fields : []
    return { kind: 'refused', message: messageOf(result), fields }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind === 'refused') return { kind: 'refused', message: failure.reason, fields: [] }
    return { kind: 'failed', failure }
  }
}

/** What the record says about a field, without the field's path in the input: that is for programs. */
export const withoutPath = (message: string): string => message.replace(/^input\S* /, '')

const RESULT = {
  $on: {
    SpeakerSuccess: { status: true },
    ConflictError: { currentVersion: true },
    NotFoundError: { message: true },
    ValidationError: { message: true, fields: { path: true, message: true } },
    ForbiddenError: { message: true },
  },
} as const

const ONCE = { retry: 0 }

async function mutateWith(client: Client, write: SpeakerWrite, idempotencyKey: string) {
  switch (write.kind) {
    case 'change': {
      const input = { ...write.input, idempotencyKey }
      return (await mutate(client, { speakerUpsert: { $: { input }, ...RESULT } }, ONCE)).speakerUpsert
    }
    case 'offices': {
      const input = { ...write.input, idempotencyKey }
      return (await mutate(client, { affiliationSet: { $: { input }, ...RESULT } }, ONCE)).affiliationSet
    }
    case 'merge': {
      const input = { ...write.input, idempotencyKey }
      return (await mutate(client, { speakerMerge: { $: { input }, ...RESULT } }, ONCE)).speakerMerge
    }
    case 'split': {
      const input = { ...write.input, idempotencyKey }
      return (await mutate(client, { speakerSplit: { $: { input }, ...RESULT } }, ONCE)).speakerSplit
    }
  }
}
