import type { Transaction } from '../../database/database.js'
import type { Prisma, PrismaClient } from '../../generated/prisma/client.js'
import type { ArticleState } from '../../record/article/article-state.js'
import { NotFoundError } from '../../record/errors.js'
import { uuidIn, wrong } from '../../record/write/input.js'
import { lockObject } from '../../record/write/lock.js'
import type { Write } from '../../record/write/write.js'
import type { SourceArticle } from '../sources/source-article.js'

/** Whether a text is half as long as the one on record or shorter: a paywall, a cut page, or an article that was cut. */
export const isMuchShorter = ({ text }: SourceArticle, { length }: ArticleState): boolean =>
  2 * text.length <= length

/** Keeps a source as it is until a person decides about it. A later one takes its place. */
export async function holdText(
  { tx, record }: Pick<Write, 'tx' | 'record'>,
  { id }: ArticleState,
  source: SourceArticle,
) {
  const heldSource = JSON.parse(JSON.stringify(source)) as Prisma.InputJsonObject
  await tx.article.update({ where: { id }, data: { heldSource, heldAt: new Date() } })
  record({ type: 'ARTICLE', entityId: id, action: 'UPDATED', version: null })
}

/** Drops the source that is held, because it was taken, dismissed, or followed by a text that was taken. */
export async function dropHeldText(tx: Transaction, articleId: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Article" SET "heldSource" = NULL, "heldAt" = NULL
    WHERE id = ${articleId}::uuid AND "heldAt" IS NOT NULL`
}

const PATH = ['input', 'id']

/**
 * Reads the source that is held for an article.
 *
 * @param articleId the global id of the article.
 * @throws NotFoundError when there is no such article.
 * @throws InputError when nothing is held for it.
 */
export async function readHeld(prisma: PrismaClient, articleId: string): Promise<SourceArticle> {
  const id = uuidIn('Article', articleId, PATH)
  const article = await prisma.article.findUnique({ where: { id }, select: { heldSource: true } })
  if (!article) throw new NotFoundError('Article', articleId)
  if (article.heldSource === null) throw wrong(PATH, 'is of an Article without a held text')
  return article.heldSource as unknown as SourceArticle
}

/** Drops the held text of an article. */
export async function dismissHeld({ tx, record }: Write, articleId: string) {
  const { id } = await lockObject(tx, 'Article', articleId)
  await dropHeldText(tx, id)
  record({ type: 'ARTICLE', entityId: id, action: 'UPDATED', version: null })
  return { id, changed: true }
}
