import { newId } from '../../database/id.js'
import { sql } from '../../database/sql.js'
import type { List } from '../lists/list.js'
import { wrong } from '../write/input.js'
import { lockObject } from '../write/lock.js'
import type { Outcome } from '../write/outcome.js'
import type { Write } from '../write/write.js'

/** The claims on an article, the newest first. Link it to the article. */
export const articleClaims: List = {
  model: 'ArticleClaim',
  from: sql`"ArticleClaim" t`,
  orders: { CREATED_AT: [{ column: sql`t."createdAt"`, type: 'timestamptz' }] },
  defaultOrder: { field: 'CREATED_AT', direction: 'DESC' },
}

/**
 * Claims an article for the actor. @returns the UUID of the article, and what was done.
 *
 * @param takeOver whether the claim of somebody else is ended.
 * @throws InputError when somebody else holds it and `takeOver` is false, or the id is of something else.
 * @throws NotFoundError when no article has the id.
 */
export async function claimArticle(write: Write, articleId: string, takeOver: boolean): Promise<Outcome> {
  const { tx, actor, record } = write
  const { id } = await lockObject(tx, 'Article', articleId, ['input'])
  const held = await tx.articleClaim.findFirst({ where: { articleId: id, endedAt: null } })
  if (held?.holder === actor) return { id, status: 'UNCHANGED' }
  if (held && !takeOver) {
    const since = held.createdAt.toISOString()
    throw wrong(
      ['input', 'takeOver'],
      `is false, and ${held.holder} has claimed the article since ${since}: ask them, or pass true`,
    )
  }
  if (held) await endClaim(write, id)
  const claim = { id: newId(), articleId: id, holder: actor }
  await tx.articleClaim.create({ data: claim })
  record({ type: 'ARTICLE_CLAIM', entityId: claim.id, action: 'CREATED', version: null })
  return { id, status: 'UPDATED' }
}

/** Ends the claim on an article, whoever holds it. @throws InputError, NotFoundError as {@link claimArticle}. */
export async function releaseArticle(write: Write, articleId: string): Promise<Outcome> {
  const { id } = await lockObject(write.tx, 'Article', articleId, ['input'])
  return { id, status: (await endClaim(write, id)) ? 'UPDATED' : 'UNCHANGED' }
}

async function endClaim({ tx, actor, record }: Write, articleId: string): Promise<boolean> {
  const ended = await tx.articleClaim.updateManyAndReturn({
    where: { articleId, endedAt: null },
    data: { endedAt: new Date(), endedBy: actor },
    select: { id: true },
  })
  for (const { id } of ended)
    record({ type: 'ARTICLE_CLAIM', entityId: id, action: 'UPDATED', version: null })
  return ended.length > 0
}
