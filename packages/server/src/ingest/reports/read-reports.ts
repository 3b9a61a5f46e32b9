import type { Transaction } from '../../database/database.js'
import { allOf, raw, sql } from '../../database/sql.js'
import { allWords, chunksOf, lackingOf, lexemesOf, type Quote } from '../../record/search/quote-groups.js'
import type { Report } from '../../record/utterance/report.js'
import { visible } from '../../record/visibility/visible.js'
import { lockRows } from '../../record/write/lock.js'
import type { ActOfSpeech } from './join-reports.js'

/** The most statements of one article that are compared, from the beginning of its text. */
const MOST_OF_ARTICLE = 200
/** The most statements of one speaker that are searched, newest first, and the most of these that are read. */
const [NEWEST, MOST_FOUND] = [5_000, 2_000]
/** The most groups of words that are looked for in the statements of one speaker. */
const MOST_GROUPS = 1_000

/** The statements that count: nobody has rejected them, and neither they nor their article are in the bin. */
const COUNTING = { sight: 'PROPOSALS', bin: false, keys: false } as const

/** A statement of the article that is being taken in. */
export interface ArticleReport extends Report {
  /** UUIDs of the speakers whose words they are, without those who only relay them. */
  speakerIds: string[]
}

/** A statement of another article. */
export interface OtherReport extends Report {
  speakerId: string
  utteranceId: string | null
}

/** Reads the quoted statements of an article that have a known speaker and no utterance. Leaves out those whose utterance a person has removed. */
export function readArticleReports(tx: Transaction, articleId: string): Promise<ArticleReport[]> {
  return tx.$queryRaw<ArticleReport[]>(sql`
    SELECT t.id::text, t.kind::text AS kind, t.text, s.ids AS "speakerIds" FROM "Statement" t
    CROSS JOIN LATERAL (SELECT array_agg(a."speakerId"::text ORDER BY a.position) AS ids FROM "Attribution" a
      WHERE a."statementId" = t.id AND a."speakerId" IS NOT NULL AND a.role <> 'RELAYED_BY') s
    WHERE t."articleId" = ${articleId}::uuid AND t.kind IN ('DIRECT', 'MIXED') AND s.ids IS NOT NULL
      AND t."utteranceId" IS NULL AND t."utteranceSetAt" IS NULL AND ${allOf(visible('Statement', COUNTING))}
    ORDER BY t.position, t.id LIMIT ${raw(String(MOST_OF_ARTICLE))}`)
}

/**
 * Reads the statements of other articles by the same speakers that may be variants of some quotations. It finds them by
 * groups of words, as `matchQuote` does, but only among the statements of each speaker. Takes two SQL statements.
 *
 * @param quotes the quotations, with the UUIDs of their speakers.
 */
export async function findSimilarReports(
  tx: Transaction,
  { articleId, language }: { articleId: string; language: string | null },
  quotes: readonly (Quote & { speakerIds: string[] })[],
  minSimilarity: number,
): Promise<OtherReport[]> {
  const lexemes = await lexemesOf(tx, quotes, sql`ARRAY[search_configuration(${language})]`)
  const groups = quotes.flatMap((quote, index) =>
    (lexemes[index] ?? []).flatMap((read) =>
      chunksOf(read, lackingOf(quote, minSimilarity)).flatMap((chunk) =>
        quote.speakerIds.map((speakerId) => ({ speakerId, query: `(${allWords(chunk)})` })),
      ),
    ),
  )
  const bySpeaker = [...Map.groupBy(groups, ({ speakerId }) => speakerId)]
  if (bySpeaker.length === 0) return []
  const queries = bySpeaker.map(([, some]) =>
    [...new Set(some.map(({ query }) => query))].slice(0, MOST_GROUPS).join(' | '),
  )
  return tx.$queryRaw<OtherReport[]>(sql`
    SELECT f.id::text, f.kind::text AS kind, f.text, f."utteranceId"::text, q.speaker::text AS "speakerId"
    FROM unnest(${bySpeaker.map(([id]) => id)}::uuid[], ${queries}::tsquery[]) q(speaker, query)
    CROSS JOIN LATERAL (
      SELECT t.id, t.kind, t.text, t."utteranceId"
      FROM (SELECT "statementId" FROM "Attribution" WHERE "speakerId" = q.speaker
        ORDER BY "statementId" DESC LIMIT ${raw(String(NEWEST))}) a
      JOIN "Statement" t ON t.id = a."statementId"
      WHERE t.kind IN ('DIRECT', 'MIXED') AND t."articleId" <> ${articleId}::uuid
        AND (t."utteranceId" IS NOT NULL OR t."utteranceSetAt" IS NULL)
        AND t."searchVector" @@ q.query AND ${allOf(visible('Statement', COUNTING))}
      ORDER BY t.id DESC LIMIT ${raw(String(MOST_FOUND))}) f
    WHERE EXISTS (SELECT FROM "Attribution" r
      WHERE r."statementId" = f.id AND r."speakerId" = q.speaker AND r.role <> 'RELAYED_BY')
    ORDER BY f.id, q.speaker`)
}

/** A locked statement with the utterance that it reports. */
interface LockedReport extends Report {
  utteranceId: string | null
  canonicalText: string | null
  counts: boolean
}

/**
 * Reads the acts of speech that statements of other articles report. It locks the utterances and all their statements
 * until the end of the transaction, so that a simultaneous change by a person comes either before or after this one.
 * Takes two SQL statements.
 */
export async function lockActs(tx: Transaction, others: readonly OtherReport[]): Promise<ActOfSpeech[]> {
  const utteranceIds = [...new Set(others.flatMap(({ utteranceId }) => utteranceId ?? []))]
  const looseIds = others.filter(({ utteranceId }) => utteranceId === null).map(({ id }) => id)
  if (utteranceIds.length > 0) await lockRows(tx, 'Utterance', utteranceIds)
  const locked = await tx.$queryRaw<LockedReport[]>(sql`
    SELECT t.id::text, t.kind::text AS kind, t.text, t."utteranceId"::text, u."canonicalText",
      (${allOf(visible('Statement', COUNTING))}) AS counts
    FROM "Statement" t LEFT JOIN "Utterance" u ON u.id = t."utteranceId"
    WHERE t."utteranceId" = ANY(${utteranceIds}::uuid[])
      OR (t.id = ANY(${looseIds}::uuid[]) AND t."utteranceId" IS NULL AND t."utteranceSetAt" IS NULL)
    ORDER BY t.id FOR NO KEY UPDATE OF t`)
  return [...Map.groupBy(locked, ({ id, utteranceId }) => utteranceId ?? id).values()].map((all) => ({
    utteranceId: all[0]?.utteranceId ?? null,
    canonicalText: all[0]?.canonicalText ?? null,
    reports: all.filter(({ counts }) => counts),
    memberIds: all.map(({ id }) => id),
  }))
}
