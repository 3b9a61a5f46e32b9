import type { Transaction } from '../../database/database.js'
import { AnchorMismatchError } from '../errors.js'
import { withKeptIds } from '../write/held-ids.js'
import { pathText, uuidIn, wrong } from '../write/input.js'
import type { Contents } from './field.js'
import { STATEMENT_FIELD_ENTRIES } from './field-table.js'
import type { StatementFields } from './statement-fields.js'

/** The article of a statement, whose row this transaction has locked. */
export interface LockedArticle {
  id: string
  currentTextId: string
  language: string | null
  deletedAt: Date | null
}

/** Fields whose ids and places were checked against the database. */
export interface CheckedFields {
  fields: Partial<StatementFields>
  /** The texts that the check has read, so that they need not be read again. */
  contents: Contents
}

/**
 * Checks everything that fields refer to, with one SQL statement for each noun. The id of a merged object is replaced
 * by the id of the object that it stands for. The words of anchors and references are compared with the article's text.
 *
 * @param statementId the statement that gets the fields; null for a new one.
 * @throws InputError, AnchorMismatchError naming the field.
 */
export async function checkFields(
  tx: Transaction,
  article: LockedArticle,
  statementId: string | null,
  fields: Partial<StatementFields>,
  path: string[],
): Promise<CheckedFields> {
  const checked = await withKeptIds(tx, STATEMENT_FIELD_ENTRIES, fields, path)
  if (fields.withinId != null) {
    await checkWithin(tx, article.id, statementId, fields.withinId, [...path, 'withinId'])
  }
  return { fields: checked, contents: await checkPlaces(tx, article, fields, path) }
}

/** Checks that the outer statement is in the same article, and is neither the statement itself nor inside it. */
async function checkWithin(
  tx: Transaction,
  articleId: string,
  statementId: string | null,
  withinId: string,
  path: string[],
): Promise<void> {
  const outer = uuidIn('Statement', withinId, path)
  const around = await tx.$queryRaw<{ id: string; articleId: string }[]>`
    WITH RECURSIVE around AS (
      SELECT id, "articleId", "withinId" FROM "Statement" WHERE id = ${outer}::uuid AND "deletedAt" IS NULL
      UNION SELECT s.id, s."articleId", s."withinId" FROM "Statement" s JOIN around a ON s.id = a."withinId"
    ) SELECT id::text, "articleId"::text FROM around`
  if (around.length === 0) throw wrong(path, 'is of no Statement that is there: pass the id of one that is')
  if (around.some(({ id }) => id === statementId)) {
    throw wrong(path, 'is the statement itself, or one inside of it: pass one that it stands in')
  }
  if (around.some((statement) => statement.articleId !== articleId)) {
    throw wrong(path, 'is of another article: pass a statement of the same one')
  }
}

/** Checks that the words of anchors and references stand at their places in the article's newest text. */
async function checkPlaces(
  tx: Transaction,
  article: LockedArticle,
  { anchors = [], references = [] }: Partial<StatementFields>,
  path: string[],
): Promise<Contents> {
  const placed = references.flatMap(({ start, end, asWritten: exact }, index) =>
    start === null || end === null
      ? []
      : [{ start, end, exact, path: [...path, 'references', String(index)] }],
  )
  // A revert may bring back anchors of an earlier text; their status is AMBIGUOUS or ORPHANED.
  const standing = anchors
    .filter(({ status }) => status === 'EXACT' || status === 'MOVED')
    .map((anchor, index) => ({ ...anchor, path: [...path, 'anchors', String(index)] }))
  for (const { articleTextId, path } of standing) {
    const textPath = [...path, 'articleTextId']
    if (uuidIn('ArticleText', articleTextId, textPath) !== article.currentTextId) {
      throw wrong(textPath, "is not of the article's newest text: pass the id that its `text` has now")
    }
  }
  const places = [...standing, ...placed]
  if (places.length === 0) return new Map()
  const { content } = await tx.articleText.findUniqueOrThrow({
    where: { id: article.currentTextId },
    select: { content: true },
  })
  for (const { start, end, exact, path } of places) {
    const found = content.slice(start, end)
    if (found !== exact)
      throw new AnchorMismatchError(pathText(path), exact, found.toWellFormed(), hint(content, exact))
  }
  return new Map([[article.currentTextId, content]])
}

function hint(content: string, exact: string): string {
  const at = exact === '' ? -1 : content.indexOf(exact)
  if (at < 0) return 'the text does not have them; take them from its `content`'
  if (content.indexOf(exact, at + 1) >= 0) return 'the text has them at several other places'
  return `the text has them from ${at} to ${at + exact.length}`
}
