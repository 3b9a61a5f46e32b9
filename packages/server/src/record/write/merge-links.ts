import type { MergeableNoun } from '../nouns.js'

/** A column that refers to an object that can be merged into another. */
export interface MergeLink {
  table: string
  column: string
  /** What tells the table's rows apart when it has no id of its own: the id on the other side of a link. */
  key: string
  /**
   * Columns that make a row a repeat of one that the kept object has already, where a rule of the database forbids
   * repeats: such a row is removed instead of moved.
   */
  sameIn?: string[]
  /** Rows are also a part of another object: one that was removed comes back only while that still has its repeat. */
  isShared?: true
  /** A column that must not become the kept object itself. */
  notSelf?: string
}

/** Everything that refers to a speaker. */
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

/** Everything that refers to a topic. */
const TOPIC: MergeLink[] = [
  { table: 'StatementTopic', column: 'topicId', key: 'statementId', sameIn: ['statementId'], isShared: true },
  { table: 'ArticleTopic', column: 'topicId', key: 'articleId', sameIn: ['articleId'], isShared: true },
  { table: 'TopicAlias', column: 'topicId', key: 'id', sameIn: ['nameFolded'] },
  { table: 'Topic', column: 'parentId', key: 'id' },
  { table: 'ExternalId', column: 'topicId', key: 'id' },
]

/** Everything that refers to an object of each noun that can be merged. */
export const MERGE_LINKS: Record<MergeableNoun, MergeLink[]> = { Speaker: SPEAKER, Topic: TOPIC }
