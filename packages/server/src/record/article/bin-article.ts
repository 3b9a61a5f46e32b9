import { saveStatements } from '../statement/save-statements.js'
import { loadStatements } from '../statement/statement-state.js'
import { lockObject, lockVersion, type Target } from '../write/lock.js'
import type { Write } from '../write/write.js'
import { readArticle } from './article-state.js'
import { saveArticle } from './save-article.js'

const NOTE = 'with its article'

/** Puts an article and its statements into the bin. */
export async function deleteArticle(write: Write, target: Target) {
  const { id } = await lockVersion(write.tx, 'Article', target)
  const state = await readArticle(write.tx, id)
  const deletedAt = new Date()
  await saveArticle(write, state, 'DELETED', {}, { deletedAt })
  const statements = await loadStatements(write.tx, { articleId: id })
  await saveStatements(
    write,
    statements
      .filter(({ facts }) => facts.deletedAt === null)
      .map((each) => ({ state: each, action: 'DELETED', note: NOTE, facts: { deletedAt } })),
  )
  return { id, changed: true }
}

/**
 * Takes an article out of the bin, and with it the statements that went there together with it. An article that is not
 * in the bin stays as it is.
 */
export async function restoreArticle(write: Write, globalId: string) {
  const { id, deletedAt } = await lockObject(write.tx, 'Article', globalId)
  if (deletedAt === null) return { id, changed: false }
  const state = await readArticle(write.tx, id)
  await saveArticle(write, state, 'RESTORED', {}, { deletedAt: null })
  const statements = await loadStatements(write.tx, { articleId: id })
  await saveStatements(
    write,
    statements
      .filter(({ facts }) => facts.deletedAt?.getTime() === deletedAt.getTime())
      .map((each) => ({ state: each, action: 'RESTORED', note: NOTE, facts: { deletedAt: null } })),
  )
  return { id, changed: true }
}
