import { type Client, mutate } from '@onrecord/sdk'
import { RefusedError, sentenceOf } from '../failure.js'
import { messageOf } from './message-of.js'
import { newKey } from './new-key.js'
import { CLAIM, type Claim, type Proposal, readProposal } from './proposal.js'
import type { Item } from './queue.js'
import type { ReviewView } from './review-view.js'

const CLAIMED = { article: { claims: { $: { first: 1 }, nodes: CLAIM } } } as const

const RESULT = {
  $on: {
    ArticleClaimSuccess: CLAIMED,
    ForbiddenError: { message: true },
    NotFoundError: { message: true },
    ValidationError: { message: true },
  },
} as const

/** The claim that holds on the article of a statement; null when nobody works on it. */
export const claimOn = (item: Item | null): Claim | null =>
  item?.proposal.article.claims.nodes.find(({ endedAt }) => endedAt === null) ?? null

/**
 * Claims the article of what is shown for who has signed in, or releases it when they hold it. Where somebody else holds it,
 * it asks before it takes the article over.
 */
export async function toggleClaim(view: ReviewView): Promise<void> {
  const { desk } = view
  const item = desk.queue.current.value
  if (!item) return
  const { title } = item.proposal.article
  const held = claimOn(item)
  if (held?.holder === desk.session.name) return change(view, item, 'release', 'Released.')
  if (held) return view.open('take-over')
  return change(view, item, 'claim', `“${title}” is yours.`)
}

/** Ends the claim of somebody else on the article of what is shown, and claims it for who has signed in. */
export async function takeOver(view: ReviewView): Promise<void> {
  const item = view.desk.queue.current.value
  view.close()
  if (!item) return
  const from = claimOn(item)?.holder ?? 'nobody'
  return change(view, item, 'take over', `“${item.proposal.article.title}” is yours; it was ${from}’s.`)
}

type Change = 'claim' | 'release' | 'take over'

async function change(view: ReviewView, item: Item, what: Change, says: string): Promise<void> {
  const { desk } = view
  const { id, article } = item.proposal
  try {
    const claims = await send(desk.client, article.id, what)
    if ('claims' in claims) {
      desk.queue.claimed(article.id, claims.claims)
      desk.said.value = says
      return
    }
    // Somebody may have claimed it since it was read.
    const now = await readProposal(desk.client, id)
    if (now) desk.queue.claimed(article.id, now.article.claims)
    const isShown = desk.queue.current.value?.proposal.article.id === article.id
    const isOthers = now?.article.claims.nodes.some(({ endedAt }) => endedAt === null)
    if (what === 'claim' && isOthers && isShown && view.mode.value === 'decide') view.open('take-over')
    else throw claims.refused
  } catch (error) {
    desk.said.value = sentenceOf(error, 'Not done')
  }
}

/** The claims on the article afterwards, the newest first; or why the record has refused it. */
async function send(
  client: Client,
  id: string,
  what: Change,
): Promise<{ claims: Proposal['article']['claims'] } | { refused: RefusedError }> {
  const input = { id, idempotencyKey: newKey() }
  const result =
    what === 'release'
      ? (await mutate(client, { articleRelease: { $: { input }, ...RESULT } })).articleRelease
      : (
          await mutate(client, {
            articleClaim: { $: { input: { ...input, takeOver: what === 'take over' } }, ...RESULT },
          })
        ).articleClaim
  if (result?.__typename === 'ArticleClaimSuccess') return { claims: result.article.claims }
  return { refused: new RefusedError(messageOf(result)) }
}
