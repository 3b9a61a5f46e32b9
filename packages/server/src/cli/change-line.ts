import type { SyncedChange } from '@onrecord/sdk'
import { polarityColumn } from './print.js'

/** A change as `onrecord watch --json` prints it. */
export type WatchedChange = { cursor: string } & Omit<SyncedChange['change'], 'id'>

/** Most characters of a statement or title on a line. */
const MOST_SHOWN = 100

/** A change as people read it, on a line. */
export function changeLine({ at, kind, type, objectId, object }: WatchedChange): string {
  const columns = [at, kind.padEnd(8), type.padEnd(9)]
  const words = shortened(wordsOf(object).replace(/\s+/g, ' '))
  return [...columns, ...(words ? [words] : []), objectId].join('  ')
}

/** What a person wants to read of an object; nothing for one that is gone. */
function wordsOf(object: WatchedChange['object']): string {
  switch (object?.__typename) {
    case 'Statement': {
      const { speaker, attributions, polarity, text } = object
      const who = speaker?.name ?? attributions[0]?.asWritten ?? 'nobody named'
      return `${polarityColumn(polarity).trim()} ${who}: ${text}`.trim()
    }
    case 'Article':
      return object.title
    case 'Speaker':
      return object.name
    default:
      return ''
  }
}

function shortened(text: string): string {
  const signs = [...text]
  return signs.length > MOST_SHOWN ? `${signs.slice(0, MOST_SHOWN - 1).join('')}…` : text
}
