import { type Client, subscribe, type TypedDocument } from '@onrecord/sdk'
import type { ReviewDesk } from './review-desk.js'

/** Changes of statements, by whomever. */
const CHANGES = `subscription DeskChanges($after: String) {
  statementChanged(after: $after) { cursor statementId statement { version } }
}` as unknown as TypedDocument<
  { statementChanged: { cursor: string; statementId: string; statement: { version: number } | null } },
  { after?: string | null },
  'subscription'
>

/** Tells the desk what others change, for as long as the page is open. */
export async function followChanges(client: Client, desk: ReviewDesk): Promise<void> {
  try {
    for await (const { statementChanged } of subscribe(client, CHANGES, {}, { endless: true })) {
      const { statementId, statement } = statementChanged
      await desk.changedElsewhere(statementId, statement?.version ?? Number.MAX_SAFE_INTEGER)
    }
  } catch (error) {
    desk.said.value = `What others do is not shown any more: ${(error as Error).message}.`
  }
}
