import { allOf, raw, sql } from '../../database/sql.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { Viewer } from '../viewer.js'
import { shownStatements } from '../visibility/shown-statements.js'
import { type View, viewOf } from '../visibility/view.js'
import { canonicalTextOf, MOST_REPORTS, type Report } from './report.js'

/**
 * The view of the reports that an utterance's text is taken from: the viewer may see them, and nobody has rejected
 * them.
 */
export const countingView = (viewer: Viewer): View =>
  viewOf({ ...viewer, sight: viewer.sight === 'EVERYTHING' ? 'PROPOSALS' : viewer.sight })

/** The texts of utterances, in the order of `utteranceIds`, with one SQL statement. */
export async function readCanonicalTexts(
  prisma: PrismaClient,
  view: View,
  utteranceIds: readonly string[],
): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ id: string; canonicalText: string | null; reports: Report[] }[]>(sql`
    SELECT u.id::text, u."canonicalText", coalesce(r.reports, '[]') AS reports
    FROM "Utterance" u CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'text', s.text) ORDER BY s.id) AS reports
      FROM (SELECT w.id, w.kind, w.text FROM "Statement" w
        WHERE w."utteranceId" = u.id AND ${allOf(shownStatements(sql`w`, view))}
        ORDER BY w.id LIMIT ${raw(String(MOST_REPORTS))}) s) r
    WHERE u.id = ANY(${utteranceIds}::uuid[])`)
  const texts = new Map(
    rows.map(({ id, canonicalText, reports }) => [id, canonicalTextOf(canonicalText, reports)]),
  )
  return utteranceIds.map((id) => texts.get(id) ?? '')
}
