import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { placeOf } from '../../text/reanchor.js'
import { addArticleTopics } from '../article/add-article-topics.js'
import { uuidOf } from '../global-id.js'
import type { StatementFields } from './statement-state.js'

/** Fields whose values are rows of their own. */
const PARTS = ['anchors', 'alterations', 'attributions', 'topicIds', 'mentionIds', 'references'] as const

/** The parts of one statement that are to be as given; those that are absent stay. */
export interface PartsOf {
  id: string
  articleId: string
  fields: Partial<Pick<StatementFields, (typeof PARTS)[number]>>
}

/** Contents of texts by id: what stands around the words of anchors is taken from them. */
export type Contents = ReadonlyMap<string, string>

/**
 * Writes parts of statements: those there are removed and the new ones made, with two SQL statements for each kind of
 * part however many statements there are.
 *
 * @param fresh the statements have no parts yet.
 * @param contents known already; of others the texts are read.
 */
export async function storeParts(
  tx: Transaction,
  statements: readonly PartsOf[],
  { fresh = false, contents = new Map() }: { fresh?: boolean; contents?: Contents } = {},
): Promise<void> {
  const having = <Part extends (typeof PARTS)[number]>(part: Part) =>
    statements.flatMap(({ id, articleId, fields }) => {
      const value = fields[part]
      return value === undefined
        ? []
        : [{ statementId: id, articleId, value: value as StatementFields[Part] }]
    })
  const replace = async <Row>(
    rows: { statementId: string; made: readonly Row[] }[],
    table: {
      deleteMany(args: { where: { statementId: { in: string[] } } }): Promise<unknown>
      createMany(args: { data: Row[] }): Promise<unknown>
    },
  ) => {
    if (rows.length === 0) return
    if (!fresh) await table.deleteMany({ where: { statementId: { in: rows.map((row) => row.statementId) } } })
    const data = rows.flatMap(({ made }) => made)
    if (data.length > 0) await table.createMany({ data })
  }
  const anchors = having('anchors')
  const texts = await withContents(
    tx,
    contents,
    anchors.flatMap(({ value }) => value),
  )
  await replace(
    anchors.map(({ statementId, value }) => ({
      statementId,
      made: value.map(({ articleTextId, start, end, status }, position) => {
        const textId = uuidOf(articleTextId)
        return {
          id: newId(),
          statementId,
          textId,
          position,
          status,
          ...placeOf(contentIn(texts, textId), start, end),
        }
      }),
    })),
    tx.anchor,
  )
  await replace(
    having('alterations').map(({ statementId, value }) => ({
      statementId,
      made: value.map((alteration, position) => ({ statementId, position, ...alteration })),
    })),
    tx.alteration,
  )
  await replace(
    having('attributions').map(({ statementId, value }) => ({
      statementId,
      made: value.map(({ speakerId, ...rest }, position) => ({
        id: newId(),
        statementId,
        position,
        speakerId: speakerId === null ? null : uuidOf(speakerId),
        ...rest,
      })),
    })),
    tx.attribution,
  )
  await replace(
    having('topicIds').map(({ statementId, value }) => ({
      statementId,
      made: value.map((id) => ({ statementId, topicId: uuidOf(id) })),
    })),
    tx.statementTopic,
  )
  await replace(
    having('mentionIds').map(({ statementId, value }) => ({
      statementId,
      made: value.map((id) => ({ statementId, speakerId: uuidOf(id) })),
    })),
    tx.statementMention,
  )
  await replace(
    having('references').map(({ statementId, articleId, value }) => ({
      statementId,
      made: value.map(({ documentId, ...rest }) => ({
        id: newId(),
        statementId,
        articleId,
        documentId: uuidOf(documentId),
        ...rest,
      })),
    })),
    tx.reference,
  )
  await linkToArticles(tx, statements)
}

/** The contents given, and those that anchors stand in besides. */
async function withContents(
  tx: Transaction,
  contents: Contents,
  anchors: readonly { articleTextId: string }[],
): Promise<Contents> {
  const ids = new Set(
    anchors.map(({ articleTextId }) => uuidOf(articleTextId)).filter((id) => !contents.has(id)),
  )
  if (ids.size === 0) return contents
  const select = { id: true, content: true }
  const texts = await tx.articleText.findMany({ where: { id: { in: [...ids] } }, select })
  return new Map([...contents, ...texts.map(({ id, content }) => [id, content] as const)])
}

function contentIn(texts: Contents, textId: string): string {
  const content = texts.get(textId)
  if (content === undefined) throw new Error(`no text ${textId}`)
  return content
}

/** An article has the speakers and topics of its statements. */
async function linkToArticles(tx: Transaction, statements: readonly PartsOf[]): Promise<void> {
  const speakers = statements.flatMap(({ articleId, fields }) =>
    (fields.attributions ?? []).flatMap(({ speakerId }) =>
      speakerId === null ? [] : [{ articleId, speakerId: uuidOf(speakerId) }],
    ),
  )
  const topics = statements.flatMap(({ articleId, fields }) =>
    (fields.topicIds ?? []).map((id) => ({ articleId, topicId: uuidOf(id) })),
  )
  if (speakers.length > 0) await tx.articleSpeaker.createMany({ data: speakers, skipDuplicates: true })
  await addArticleTopics(tx, topics)
}
