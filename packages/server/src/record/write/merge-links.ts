import type { MergeableNoun } from '../nouns.js'

/** A foreign key to an object that can be merged into another. */
export interface MergeLink {
  table: string
  column: string
  /** The column that tells the rows of one object apart: `id`, or in a link table the id on the other side. */
  key: string
  /**
   * Columns of a unique index: a row that has the same values in them as a row of the kept object is a repeat, and is
   * deleted instead of moved.
   */
  sameIn?: string[]
  /**
   * True when the rows are part of another object, too. A row that was deleted as a repeat then comes back only while
   * that object still has the row that it repeated.
   */
  isShared?: true
  /** A column that must not hold the kept object itself: such a row is deleted instead of moved. */
  notSelf?: string
}

/** All foreign keys to a speaker. */
const SPEAKER: MergeLink[] = [
  { table: 'Attribution', column: 'speakerId', key: 'id', sameIn: ['statementId', 'role'], isShared: true },
  { table: 'Alias', column: 'speakerId', key: 'id', sameIn: ['nameFolded'] },
  { table: 'Affiliation', column: 'speakerId', key: 'id', notSelf: 'organizationId' },
  { table: 'Affiliation', column: 'organizationId', key: 'id', notSelf: 'speakerId' },
  { table: 'Byline', column: 'speakerId', key: 'id' },
  { table: 'ArticleSpeaker', column: 'speakerId', key: 'articleId', sameIn: ['articleId'], isShared: true },
  {
    table: 'StatementMention',
    column: 'speakerId',
    key: 'statementId',
    sameIn: ['statementId'],
    isShared: true,
  },
  { table: 'EventParticipant', column: 'speakerId', key: 'eventId', sameIn: ['eventId'], isShared: true },
  { table: 'DocumentIssuer', column: 'speakerId', key: 'documentId', sameIn: ['documentId'], isShared: true },
  { table: 'SpeakerMember', column: 'groupId', key: 'memberId', sameIn: ['memberId'], notSelf: 'memberId' },
  {
    table: 'SpeakerMember',
    column: 'memberId',
    key: 'groupId',
    sameIn: ['groupId'],
    notSelf: 'groupId',
    isShared: true,
  },
  { table: 'ExternalId', column: 'speakerId', key: 'id' },
]

/** All foreign keys to a topic. */
const TOPIC: MergeLink[] = [
  { table: 'StatementTopic', column: 'topicId', key: 'statementId', sameIn: ['statementId'], isShared: true },
  { table: 'ArticleTopic', column: 'topicId', key: 'articleId', sameIn: ['articleId'], isShared: true },
  { table: 'TopicAlias', column: 'topicId', key: 'id', sameIn: ['nameFolded'] },
  { table: 'Topic', column: 'parentId', key: 'id' },
  { table: 'ExternalId', column: 'topicId', key: 'id' },
]

/** All foreign keys to the objects of each noun that can be merged. */
export const MERGE_LINKS: Record<MergeableNoun, MergeLink[]> = { Speaker: SPEAKER, Topic: TOPIC }
