import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { insertRows } from '../../database/insert-rows.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { fieldChanges } from '../../record/history/field-changes.js'
import type { HistoryEntry } from '../../record/history/record-history.js'
import { quotedText, type Report } from '../../record/utterance/report.js'
import { raiseVersions } from '../../record/write/raise-versions.js'
import { quoteWords } from '../../text/quote-words.js'
import { distinctWords, rankBySharedWords } from '../../text/shared-words.js'
import { FEWEST_WORDS, type Joining, joinReports, MIN_SIMILARITY } from './join-reports.js'
import { findSimilarReports, lockActs, readArticleReports } from './read-reports.js'

/** The most reports that one report is compared with, and the part of their words that they must share. */
const [MOST_ALIKE, LEAST_SHARED] = [10, 0.6]

/**
 * Joins an article's quoted statements to utterances. Two statements report the same utterance when the same speaker
 * says nearly the same words in other articles; `join-reports.ts` has the rules. Where only another report exists, an
 * utterance is created. The field `differences` shows what differs, such as a number or a "not".
 *
 * A statement whose utterance a person has set is left alone, and joined statements are never parted. The function takes
 * one SQL statement when nothing is quoted at length, three when nothing is alike, and at most eight.
 *
 * @returns entries for the history of the utterances, and of the statements that report one now.
 */
export async function linkReports(
  tx: Transaction,
  articleId: string,
  language: string | null,
): Promise<HistoryEntry[]> {
  const fromArticle = withWords(await readArticleReports(tx, articleId))
  if (fromArticle.length === 0) return []
  const others = withWords(await findSimilarReports(tx, { articleId, language }, fromArticle, MIN_SIMILARITY))
  const bySpeaker = Map.groupBy(others, ({ speakerId }) => speakerId)
  const reports = fromArticle.map((report) => {
    const ofSpeakers = report.speakerIds.flatMap((id) => bySpeaker.get(id) ?? [])
    return { ...report, alike: rankBySharedWords(report, ofSpeakers, MOST_ALIKE, LEAST_SHARED) }
  })
  const found = new Set(reports.flatMap(({ alike }) => alike))
  if (found.size === 0) return []
  return store(tx, joinReports(reports, await lockActs(tx, [...found])))
}

/** Adds the quoted words to each report. Leaves out reports with fewer than {@link FEWEST_WORDS} words. */
function withWords<Any extends Report>(reports: readonly Any[]) {
  return reports.flatMap((report) => {
    const quote = quotedText(report)
    const words = quoteWords(quote)
    return words.length < FEWEST_WORDS ? [] : [{ ...report, quote, words, distinct: distinctWords(words) }]
  })
}

async function store(tx: Transaction, joinings: readonly Joining[]): Promise<HistoryEntry[]> {
  if (joinings.length === 0) return []
  const links = joinings.map(({ act, joined }) => {
    const reports = act.utteranceId === null ? [...act.reports, ...joined] : joined
    return { ...act, id: act.utteranceId ?? newId(), joinedIds: reports.map(({ id }) => id) }
  })
  const made = links.filter(({ utteranceId }) => utteranceId === null)
  const known = links.filter(({ utteranceId }) => utteranceId !== null)
  await insertRows(tx, { table: 'Utterance', rows: made.map(({ id }) => ({ id })) })
  const pairs = links.flatMap(({ id, joinedIds }) => joinedIds.map((statementId) => ({ id, statementId })))
  await tx.$executeRaw`
    UPDATE "Statement" s SET "utteranceId" = n.utterance, "updatedAt" = now()
    FROM unnest(${pairs.map(({ statementId }) => statementId)}::uuid[], ${pairs.map(({ id }) => id)}::uuid[])
      n(statement, utterance) WHERE s.id = n.statement`
  const versionOf = await raiseVersions(
    tx,
    'Utterance',
    known.map(({ id }) => id),
  )
  return [
    ...made.map(({ id }) => utteranceEntry(id, 'CREATED', 1)),
    ...known.map(({ id, memberIds, joinedIds }) => ({
      ...utteranceEntry(id, 'UPDATED', versionOf.get(id) ?? null),
      changes: fieldChanges(
        { statementIds: globalIds(memberIds) },
        { statementIds: globalIds([...memberIds, ...joinedIds]) },
      ),
    })),
    ...pairs.map(({ statementId }) => ({
      ...({ type: 'STATEMENT', entityId: statementId, action: 'UPDATED', version: null } as const),
    })),
  ]
}

const utteranceEntry = (entityId: string, action: 'CREATED' | 'UPDATED', version: number | null) =>
  ({ type: 'UTTERANCE', entityId, action, version }) as const

const globalIds = (ids: readonly string[]) => ids.map((id) => encodeGlobalId('Statement', id)).sort()
