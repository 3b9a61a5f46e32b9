import type { Client } from './client.js'
import { endable } from './endable.js'
import { OnRecordError } from './error.js'
import { ChangedDocument, ChangesDocument } from './generated/change.js'
import type { ChangedTypeInput } from './generated/enums.js'
import type { ChangedSubscription, ChangesQuery } from './generated/types.js'
import { type CallOptions, pauseAfter } from './http.js'
import { subscribe } from './subscribe.js'

export interface SyncOptions extends CallOptions {
  /**
   * The `cursor` of the last change that you took. Without it, all begins at the front of the log, which has at least the
   * last change of every object.
   */
  after?: string | null | undefined
  /** Only changes of objects of these types. Default: all. */
  types?: ChangedTypeInput[] | undefined
  /** Ends it, without an error. */
  signal?: AbortSignal | undefined
  /** Milliseconds without any data from the service after which it connects anew. Default: 30,000. */
  timeout?: number | undefined
}

/** A change, and its place in the log. */
export type SyncedChange = ChangedSubscription['changed']

/** Milliseconds between two looks whether an empty log has its first change. */
const LOOK_AGAIN = 2_000

/**
 * Gives the changes of the record in the order of the log, each once: first those that were made before, page by page, then
 * those to come, as they are made. It goes on behind the last change when the service stops or restarts and when the network
 * breaks, however long that takes. Keep the `cursor` of the last change that you took, and pass it as `after` next time.
 *
 * @example
 * for await (const { cursor, change } of sync(client, { after, types: ['STATEMENT'] })) console.log(change.kind, cursor)
 *
 * @throws OnRecordError when another try would not help. The code is CURSOR_EXPIRED when `after` is older than the log is
 *   kept: empty your copy, and begin again without `after`.
 */
export const sync = (
  client: Client,
  options: SyncOptions = {},
): AsyncGenerator<SyncedChange, void, undefined> =>
  endable(options.signal, (end) => changesOf(client, options, end))

async function* changesOf(
  client: Client,
  { after, types, ...options }: SyncOptions,
  end: AbortController,
): AsyncGenerator<SyncedChange, void, undefined> {
  const call = { ...options, signal: end.signal, endless: true }
  try {
    for (let tries = 0, more = true; more && !end.signal.aborted; ) {
      let page: ChangesQuery['changes'] | undefined
      // Without a cursor there is no place yet from which the log could be followed.
      let failure = new OnRecordError('unavailable', 'the log is empty', { retryAfter: LOOK_AGAIN } as never)
      try {
        page = (
          await client.request(
            ChangesDocument,
            { after, first: 100, filter: { types } },
            { ...call, retry: 0 },
          )
        ).changes
        tries = 0
      } catch (error) {
        // Other calls have no time left then.
        if ((error as OnRecordError).kind !== 'timeout') failure = error as OnRecordError
      }
      for (const [index, change] of page?.nodes.entries() ?? []) {
        after = page?.edges[index]?.cursor as string
        yield { cursor: after, change }
      }
      if (page && after) more = page.pageInfo.hasNextPage
      else if (!end.signal.aborted) await pauseAfter(failure, Math.min(tries++, 4), end.signal, Infinity)
    }
    for await (const { changed } of subscribe(client, ChangedDocument, { after, types }, call)) yield changed
  } finally {
    end.abort()
  }
}
