import { allOf, type Sql, sql } from '../../database/sql.js'
import { shownDocuments, shownEvents } from './shown-others.js'
import { isNamedInStatement } from './shown-statements.js'
import { notInBin, type Shown, type View } from './view.js'

/**
 * A speaker is public once one of these is public: a statement that is theirs or mentions them, an article with their
 * byline, an event that they took part in, or a document that they issued. So is the organisation of an office of a
 * speaker who is named in a public statement, and a member of a group that is. A merged speaker is never shown: the
 * speaker that it was merged into is.
 */
export const shownSpeakers: Shown = (alias, view, few = false) => [
  sql`${alias}."mergedIntoId" IS NULL`,
  ...(view.sight === 'EVERYTHING' ? [] : [isNamed(alias, view, few)]),
]

/**
 * The condition that a speaker is public for the usual reason: a public statement that is theirs or mentions them. Each of
 * the other reasons costs a look-up time, although it is hardly ever asked for.
 */
export const usuallyShown = (alias: Sql, view: View): Sql =>
  sql`(${alias}."mergedIntoId" IS NULL AND ${isNamedInStatement(sql`${alias}.id`, view, true)})`

const isNamed = (alias: Sql, view: View, few: boolean): Sql =>
  sql`(${isNamedInStatement(sql`${alias}.id`, view, few)}
    OR EXISTS (SELECT FROM "Byline" y WHERE y."speakerId" = ${alias}.id AND ${notInBin(sql`y."articleId"`)})
    OR EXISTS (SELECT FROM "EventParticipant" y JOIN "Event" e ON e.id = y."eventId"
      WHERE y."speakerId" = ${alias}.id AND ${allOf(shownEvents(sql`e`, view))})
    OR EXISTS (SELECT FROM "DocumentIssuer" y JOIN "Document" d ON d.id = y."documentId"
      WHERE y."speakerId" = ${alias}.id AND ${allOf(shownDocuments(sql`d`, view))})
    OR EXISTS (SELECT FROM "Affiliation" y
      WHERE y."organizationId" = ${alias}.id AND ${isNamedInStatement(sql`y."speakerId"`, view, true)})
    OR EXISTS (SELECT FROM "SpeakerMember" y
      WHERE y."memberId" = ${alias}.id AND ${isNamedInStatement(sql`y."groupId"`, view, true)}))`
