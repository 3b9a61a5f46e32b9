import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { claimExternalId, type ExternalIdValue } from '../write/external-ids.js'
import { uuidIn, wrong } from '../write/input.js'
import type { Outcome } from '../write/outcome.js'
import type { Write } from '../write/write.js'
import { checkFields, type LockedArticle } from './check-fields.js'
import { INITIAL_FIELDS } from './field-table.js'
import { insertStatements } from './insert-statements.js'
import type { ReadStatementPatch } from './read-statement-patch.js'
import { saveStatements } from './save-statements.js'
import type { StatementFields } from './statement-fields.js'
import { loadStatements } from './statement-state.js'
import { changeFields, checkPhase, joinThread } from './update-statement.js'

/** A statement to create, its input already read into fields. */
export interface StatementToCreate extends ReadStatementPatch {
  /** Global id. */
  articleId: string
  externalId: ExternalIdValue | null
  fields: Partial<StatementFields> & Pick<StatementFields, 'kind' | 'anchors' | 'attributions'>
}

const PATH = ['input']

/**
 * Creates a statement with the review status PROPOSED. When a statement with the external id exists, that one gets the
 * fields instead, unless somebody has reviewed it or put it into the bin: then it stays as it is.
 */
export async function createStatement(write: Write, made: StatementToCreate): Promise<Outcome> {
  const { tx } = write
  const { externalId, threadOfId } = made
  const known = externalId
    ? await claimExternalId(tx, 'Statement', externalId, [...PATH, 'externalId'])
    : null
  const article = await lockArticle(tx, made.articleId)
  const other = threadOfId == null ? null : uuidIn('Statement', threadOfId, [...PATH, 'threadOfId'])
  const wanted = [known, other].flatMap((id) => id || [])
  const states = wanted.length > 0 ? await loadStatements(tx, { ids: wanted }) : []
  const state = states.find(({ id }) => id === known)
  if (state && state.articleId !== article.id) {
    throw wrong([...PATH, 'externalId'], 'is of a statement in another article: correct one of them')
  }
  if (state && (state.reviewedAt !== null || state.facts.deletedAt !== null)) {
    return { id: state.id, status: 'UNCHANGED' }
  }
  const self = state ?? { id: newId(), articleId: article.id, fields: { threadId: null } }
  const thread = other ? await joinThread(tx, self, states, other, [...PATH, 'threadOfId']) : null
  const given = { ...made.fields, ...thread?.fields }
  if (state) return changeFields(write, article, state, given, PATH, 'UPDATED', thread?.others)
  const { fields, contents } = await checkFields(tx, article, null, given, PATH)
  const whole: StatementFields = { ...INITIAL_FIELDS, ...made.fields, ...fields }
  checkPhase(whole, PATH)
  await insertStatements(
    write,
    [
      {
        ...{ id: self.id, articleId: article.id, language: article.language, fields: whole },
        ...{ method: 'MANUAL', agent: write.actor, confidence: null },
      },
    ],
    { contents },
  )
  await saveStatements(write, thread?.others ?? [])
  if (externalId) {
    await tx.externalId.create({
      data: { id: newId(), type: 'STATEMENT', statementId: self.id, ...externalId },
    })
  }
  return { id: self.id, status: 'CREATED' }
}

async function lockArticle(tx: Transaction, globalId: string): Promise<LockedArticle> {
  const path = [...PATH, 'articleId']
  const id = uuidIn('Article', globalId, path)
  const [article] = await tx.$queryRaw<LockedArticle[]>`
    SELECT id::text, "currentTextId"::text, language, "deletedAt" FROM "Article" WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  if (!article) throw wrong(path, 'is of no Article that is there: pass the id of one that is')
  if (article.deletedAt) throw wrong(path, 'is of an Article in the bin: restore it first')
  return article
}
