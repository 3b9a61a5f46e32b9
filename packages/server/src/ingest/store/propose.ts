import type { StatementDraft, TopicDraft } from '@onrecord/extract'
import { newId } from '../../database/id.js'
import { mapInTurns } from '../../database/map-in-turns.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { INITIAL_FIELDS } from '../../record/statement/field-table.js'
import { insertStatements } from '../../record/statement/insert-statements.js'
import { saveStatements } from '../../record/statement/save-statements.js'
import { loadStatements } from '../../record/statement/statement-state.js'
import type { Write } from '../../record/write/write.js'
import type { StorableExtraction } from '../extractor/extract-text.js'
import { linkReports } from '../reports/link-reports.js'
import { draftFields } from './draft-fields.js'
import { findMentions } from './find-mentions.js'
import { type FoundStatement, reconcile } from './reconcile.js'
import { recordAffiliations } from './record-affiliations.js'
import { resolveSpeakers } from './resolve-speakers.js'
import { resolveTopics } from './resolve-topics.js'
import { vanished } from './vanished.js'

/** The text that was extracted. */
export interface ExtractedText {
  articleId: string
  textId: string
  content: string
  language: string | null
  /** Last day on which the article can have been published. Nothing in it was said later. */
  publishedLatest: Date | null
  /** UUIDs of the article's copies on other sites, which have the same speakers. */
  copyIds: readonly string[]
  /** Whether the article has no statements yet. */
  isNew: boolean
}

/** Changes an article's statements to what an extractor finds in its newest text. {@link reconcile} has the rules. */
export async function propose(write: Write, extraction: StorableExtraction, text: ExtractedText) {
  const { tx, record } = write
  const { articleId, textId, content, publishedLatest } = text
  const states = text.isNew ? [] : await loadStatements(tx, { articleId })
  const speakers = await resolveSpeakers(tx, [articleId, ...text.copyIds], extraction.speakers)
  const topics = await resolveTopics(tx, extraction.topics)
  const offices = await recordAffiliations(tx, extraction.speakers, speakers, publishedLatest)
  record(...speakers.history, ...topics.history, ...offices)
  const mentions = await findMentions(tx, extraction, speakers.ids)
  const [speakerIds, topicIds] = [speakers.ids, topics.ids]
  const target = { textId, content, publishedLatest, speakerIds, topicIds, mentions }
  const found = await mapInTurns(extraction.statements, (draft) => ({
    id: newId(),
    fields: draftFields(draft, target),
    confidence: draft.confidence,
  }))
  const here = {
    articleTextId: encodeGlobalId('ArticleText', textId),
    content,
    extractor: extraction.extractor,
  }
  const { changes, fresh, matched, updated, withdrawn } = reconcile(states, found, here, new Date())
  const around = idsAround(extraction.statements, found, fresh, matched)
  const contents = new Map([[textId, content]])
  const passing = passingTopics(extraction.topics, topics.ids)
  const links = {
    speakers: [...speakers.ids.values()].map((speakerId) => ({ articleId, speakerId })),
    topics: extraction.topics.flatMap(({ slug }) => {
      const topicId = topics.ids.get(slug)
      return topicId && !passing.has(topicId) ? [{ articleId, topicId }] : []
    }),
  }
  await saveStatements(write, changes, { contents, passing })
  await insertStatements(
    write,
    fresh.map(({ id, fields, confidence }) => ({
      id,
      articleId,
      language: text.language,
      method: extraction.method,
      agent: extraction.extractor,
      confidence,
      fields: { ...INITIAL_FIELDS, ...fields, withinId: around.get(id) ?? null },
    })),
    { contents, links, passing },
  )
  const isFresh = new Set(fresh.map(({ id }) => id))
  const linked = await linkReports(tx, articleId, text.language)
  // The log has an entry for each new statement already.
  record(...linked.filter(({ entityId }) => !isFresh.has(entityId)))
  return {
    ...{ statements: fresh.length, statementsUpdated: updated, statementsWithdrawn: withdrawn },
    statementsVanished: vanished(changes),
  }
}

/** UUIDs of the topics that some statements are about and the text is not. Of merged topics, one may be about both. */
function passingTopics(drafts: readonly TopicDraft[], ids: ReadonlyMap<string, string>): Set<string> {
  const idsOf = (isPassing: boolean) =>
    drafts.filter(({ weight }) => (weight === 0) === isPassing).flatMap(({ slug }) => ids.get(slug) ?? [])
  const main = new Set(idsOf(false))
  return new Set(idsOf(true).filter((id) => !main.has(id)))
}

/** For each statement that is quoted inside another one: its id, and the global id of the outer statement. */
function idsAround(
  drafts: readonly StatementDraft[],
  found: readonly FoundStatement[],
  fresh: readonly FoundStatement[],
  matched: ReadonlyMap<FoundStatement, string>,
): Map<string, string> {
  const isFresh = new Set(fresh)
  return new Map(
    drafts.flatMap(({ within }, index) => {
      const [inner, outer] = [found[index], within === null ? undefined : found[within]]
      const id = outer && (isFresh.has(outer) ? outer.id : matched.get(outer))
      return inner && id ? [[inner.id, encodeGlobalId('Statement', id)] as const] : []
    }),
  )
}
