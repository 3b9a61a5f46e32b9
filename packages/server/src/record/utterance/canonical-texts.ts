import { allOf, raw, type Sql, sql } from '../../database/sql.js'
import type { Viewer } from '../viewer.js'
import { shownStatements } from '../visibility/shown-statements.js'
import { type View, viewOf } from '../visibility/view.js'
import { canonicalTextOf, MOST_REPORTS, type Report } from './report.js'

/**
 * The view of the reports that an utterance's text is taken from: the viewer may see them, and nobody has rejected
 * them.
 */
const countingView = (viewer: Viewer): View =>
  viewOf({ ...viewer, sight: viewer.sight === 'EVERYTHING' ? 'PROPOSALS' : viewer.sight })

/** What the text of an utterance is taken from. */
export interface Sources {
  written: string | null
  reports: Report[] | null
}

/** SQL of the {@link Sources} of an utterance, from reports that the viewer may see, as JSON. */
export const sourcesOf = (utteranceId: Sql, viewer: Viewer): Sql => sql`
  SELECT json_build_object('written', u."canonicalText", 'reports', (
    SELECT json_agg(json_build_object('id', s.id, 'kind', s.kind, 'text', s.text))
    FROM (SELECT w.id, w.kind, w.text FROM "Statement" w
      WHERE w."utteranceId" = u.id AND ${allOf(shownStatements(sql`w`, countingView(viewer)))}
      ORDER BY w.id LIMIT ${raw(String(MOST_REPORTS))}) s))
  FROM "Utterance" u WHERE u.id = ${utteranceId}`

/** The text of an utterance. */
export const textOf = ({ written, reports }: Sources): string => canonicalTextOf(written, reports ?? [])
