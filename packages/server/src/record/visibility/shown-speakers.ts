import { allOf, type Sql, sql } from '../../database/sql.js'
import { shownDocuments, shownEvents } from './shown-others.js'
import { speaks } from './shown-statements.js'
import { notInBin, type Shown, type View } from './view.js'

/**
 * Public once something public names them: a statement (theirs, or by a mention), a byline, an event that they took part
 * in, a document that they issued, or somebody who speaks or is mentioned in public: the organisation of their office,
 * the members of their group. The merged are found by what they merged into.
 */
export const shownSpeakers: Shown = (alias, view, few = false) => [
  sql`${alias}."mergedIntoId" IS NULL`,
  ...(view.sight === 'EVERYTHING' ? [] : [isNamed(alias, view, few)]),
]

const isNamed = (alias: Sql, view: View, few: boolean): Sql =>
  sql`(${speaks(sql`${alias}.id`, view, few)}
    OR EXISTS (SELECT FROM "Byline" y WHERE y."speakerId" = ${alias}.id AND ${notInBin(sql`y."articleId"`)})
    OR EXISTS (SELECT FROM "EventParticipant" y JOIN "Event" e ON e.id = y."eventId"
      WHERE y."speakerId" = ${alias}.id AND ${allOf(shownEvents(sql`e`, view))})
    OR EXISTS (SELECT FROM "DocumentIssuer" y JOIN "Document" d ON d.id = y."documentId"
      WHERE y."speakerId" = ${alias}.id AND ${allOf(shownDocuments(sql`d`, view))})
    OR EXISTS (SELECT FROM "Affiliation" y
      WHERE y."organizationId" = ${alias}.id AND ${speaks(sql`y."speakerId"`, view, true)})
    OR EXISTS (SELECT FROM "SpeakerMember" y
      WHERE y."memberId" = ${alias}.id AND ${speaks(sql`y."groupId"`, view, true)}))`
