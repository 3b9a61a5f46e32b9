import { type Client, OnRecordError, query, subscribe, type TypedDocument } from '@onrecord/sdk'
import type { Claim, Note } from './proposal.js'
import type { ReviewDesk } from './review-desk.js'

/** Milliseconds until it tries again after a failure that should not be, as while a proxy has no service behind it. */
const PAUSE = 5_000

type Changed =
  | { __typename: 'Statement'; id: string; version: number }
  | ({ __typename: 'StatementNote'; statementId: string } & Note)
  | ({ __typename: 'ArticleClaim'; articleId: string } & Claim)

/** What others do: changes of statements, notes and claims, in one stream, as a browser opens six connections at most. */
const CHANGES = `subscription DeskChanges($after: String) {
  changed(types: [STATEMENT, STATEMENT_NOTE, ARTICLE_CLAIM], after: $after) {
    cursor
    change {
      objectId
      object {
        __typename
        ... on Statement { id version }
        ... on StatementNote { id statementId author text createdAt withdrawnBy }
        ... on ArticleClaim { id articleId holder createdAt endedAt }
      }
    }
  }
}` as unknown as TypedDocument<
  { changed: { cursor: string; change: { objectId: string; object: Changed | null } } },
  { after?: string | null },
  'subscription'
>

/**
 * Tells the desk what others do, for as long as the page is open: also after the service was restarted, and after the machine
 * has slept, when it goes on behind what was seen. Where the log of changes does not reach back to that, it reads what the desk
 * shows as it is now.
 *
 * @param again shows all anew, when the record is another one.
 */
export async function followChanges(
  client: Client,
  desk: ReviewDesk,
  again: () => Promise<void>,
): Promise<void> {
  let after: string | null = null
  let readMissed: (() => Promise<void>) | null = null
  for (;;) {
    try {
      // The place comes first: what changes while the rest is read is told of later.
      after ??= await lastPlace(client)
      await readMissed?.()
      readMissed = null
      for await (const { changed } of subscribe(client, CHANGES, { after }, { endless: true })) {
        after = changed.cursor
        const { objectId, object } = changed.change
        await take(desk, objectId, object)
      }
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error
      if (error.kind === 'unauthorized') return desk.outbox.signedOut()
      const isExpired = error.code === 'CURSOR_EXPIRED'
      if (after !== null && (isExpired || error.kind === 'bad-request')) {
        after = null
        readMissed = isExpired ? () => desk.catchUp() : again
      } else await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }
}

async function take(desk: ReviewDesk, objectId: string, object: Changed | null): Promise<void> {
  if (object?.__typename === 'StatementNote') return desk.noted(object.statementId, object)
  if (object?.__typename === 'ArticleClaim') return desk.claimChanged(object.articleId, object)
  await desk.changedElsewhere(objectId, object?.version ?? Number.MAX_SAFE_INTEGER)
}

/** The last place of the log of changes now; null while it is empty. */
async function lastPlace(client: Client): Promise<string | null> {
  const request = { changes: { $: { last: 1 }, pageInfo: { endCursor: true } } } as const
  return (await query(client, request, { operationName: 'DeskPlace' })).changes.pageInfo.endCursor
}
