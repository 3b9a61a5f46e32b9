import { type Client, mutate } from '@onrecord/sdk'
import { messageOf } from './message-of.js'
import { newKey } from './new-key.js'
import type { Proposal } from './proposal.js'
import type { Item } from './queue.js'

const CLAIMED = {
  article: { claims: { $: { first: 1 }, nodes: { holder: true, endedAt: true } } },
} as const

const RESULT = {
  $on: {
    ArticleClaimSuccess: CLAIMED,
    ForbiddenError: { message: true },
    NotFoundError: { message: true },
    ValidationError: { message: true },
  },
} as const

/** Who works on the article of a statement; null when nobody does. */
export const holderOf = (item: Item | null): string | null =>
  item?.proposal.article.claims.nodes.find(({ endedAt }) => endedAt === null)?.holder ?? null

/**
 * Claims an article for who has signed in, or releases it.
 *
 * @returns its claims, the newest first.
 * @throws Error with the reason when the record refuses it, as when somebody else works on it.
 */
export async function claim(
  client: Client,
  id: string,
  release: boolean,
): Promise<Proposal['article']['claims']> {
  const input = { id, idempotencyKey: newKey() }
  const result = release
    ? (await mutate(client, { articleRelease: { $: { input }, ...RESULT } })).articleRelease
    : (await mutate(client, { articleClaim: { $: { input }, ...RESULT } })).articleClaim
  if (result?.__typename === 'ArticleClaimSuccess') return result.article.claims
  throw new Error(messageOf(result))
}
