import { badInput, uuidOf } from './asking.js'
import { mayBeSame } from './duplicates.js'
import {
  between,
  country,
  type Filtering,
  type FilterRules,
  followed,
  idIn,
  linked,
  matches,
  named,
  noRule,
  officeRule,
  oneOf,
  part,
  topicsBelow,
  updatedSince,
  uuids,
} from './filter-rules.js'
import type { ListRule } from './list-rule.js'
import { officesHeld } from './offices.js'
import type { Row, Store } from './store.js'
import { WEBHOOK_LISTS } from './webhook-lists.js'

const isJoint = (row: Row, { store }: Filtering) =>
  store
    .where('Attribution', 'statementId', row.id)
    .some(
      ({ role, speakerId }) =>
        role === 'CO_SPEAKER' || (role === 'SPEAKER' && store.get('Speaker', speakerId)?.kind === 'GROUP'),
    )

/** The claims that hold on an article. */
const claimsOn = (store: Store, articleId: string): Row[] =>
  store.where('ArticleClaim', 'articleId', articleId).filter(({ endedAt }) => endedAt === null)

/** The rules about claims, for rows that have the id of an article in a column. */
const claimed = (column: 'id' | 'articleId'): FilterRules => ({
  isClaimed:
    (isClaimed: boolean, { store, eyes }) =>
    (row) =>
      eyes.sight === 'EVERYTHING' && claimsOn(store, row[column]).length > 0 === isClaimed,
  claimedBy:
    (names: string[], { store, eyes }) =>
    (row) =>
      eyes.sight === 'EVERYTHING' &&
      claimsOn(store, row[column]).some(({ holder }) => names.includes(holder)),
})

const statementFilter: FilterRules = {
  ...claimed('articleId'),
  ids: idIn('Statement', 'id'),
  text: (words: string, filtering) => {
    const found = matches(filtering, 'Statement', words)
    return ({ id }) => found.has(id)
  },
  kinds: oneOf('kind'),
  polarities: oneOf('polarity'),
  mediums: oneOf('medium'),
  speakerIds: linked('Speaker', ['Attribution', 'statementId', 'speakerId']),
  mentionedSpeakerIds: linked('Speaker', ['StatementMention', 'statementId', 'speakerId']),
  affiliation: (office, filtering) => {
    const isMeant = officeRule({ ...filtering, filter: office })
    return (row) =>
      filtering.store
        .where('Attribution', 'statementId', row.id)
        .some(({ speakerId }) => officesHeld(filtering.store, speakerId, row).some(isMeant))
  },
  topicIds: (ids: string[], filtering) => {
    const wanted = topicsBelow(filtering, ids)
    return (row) =>
      filtering.store
        .where('StatementTopic', 'statementId', row.id)
        .some(({ topicId }) => wanted.has(topicId))
  },
  includeSubtopics: noRule,
  articleIds: idIn('Article', 'articleId'),
  siteIds: (ids: string[], filtering) => {
    const wanted = uuids(filtering, 'Site', ids)
    return ({ articleId }) => wanted.has(filtering.store.get('Article', articleId).siteId)
  },
  eventIds: idIn('Event', 'eventId'),
  eventPhases: oneOf('eventPhase'),
  placeIds: idIn('Place', 'placeId'),
  documentIds: linked('Document', ['Reference', 'statementId', 'documentId']),
  languages: oneOf('language'),
  joint: (joint: boolean, filtering) => (row) => isJoint(row, filtering) === joint,
  altered:
    (altered: boolean, { store }) =>
    ({ id }) =>
      store.where('Alteration', 'statementId', id).length > 0 === altered,
  anchorStatuses:
    (statuses: string[], { store }) =>
    ({ id }) =>
      store.where('Anchor', 'statementId', id).some(({ status }) => statuses.includes(status)),
  reviewStatuses: oneOf('reviewStatus'),
  reviewedBy: oneOf('reviewedBy'),
  rejectionReasons: oneOf('rejectionReason'),
  saidFrom: between('said', ['saidFrom', 'saidUntil']),
  saidUntil: between('said', ['saidFrom', 'saidUntil']),
  includeUndated: noRule,
  minConfidence: (least: number) => {
    if (least < 0 || least > 1) throw badInput()
    return ({ confidence }) => confidence !== null && confidence >= least
  },
  maxConfidence: (most: number) => {
    if (most < 0 || most > 1) throw badInput()
    return ({ confidence }) => confidence !== null && confidence <= most
  },
  hasSpeaker:
    (hasSpeaker: boolean, { store }) =>
    ({ id }) =>
      store.where('Attribution', 'statementId', id).some(({ speakerId }) => speakerId !== null) ===
      hasSpeaker,
  minLength: (least: number) => {
    if (least < 0) throw badInput()
    return ({ text }) => [...text].length >= least
  },
  maxLength: (most: number) => {
    if (most < 0) throw badInput()
    return ({ text }) => [...text].length <= most
  },
  minPosition:
    (least: number) =>
    ({ position }) =>
      position >= least,
  maxPosition:
    (most: number) =>
    ({ position }) =>
      position <= most,
  updatedSince,
  includeDeleted: noRule,
}

/** The claims on an article that hold. */
const articleFilter: FilterRules = {
  text: (words: string, filtering) => {
    const found = matches(filtering, 'ArticleText', words)
    return ({ currentTextId }) => found.has(currentTextId)
  },
  siteIds: idIn('Site', 'siteId'),
  speakerIds: (ids: string[], filtering) => {
    const wanted = [...uuids(filtering, 'Speaker', ids)]
    const { store, eyes } = filtering
    return ({ id }) =>
      store
        .where('ArticleSpeaker', 'articleId', id)
        .some(({ speakerId }) => wanted.includes(speakerId) && eyes.hears(speakerId, id))
  },
  bylineSpeakerIds: linked('Speaker', ['Byline', 'articleId', 'speakerId']),
  topicIds: (ids: string[], filtering) => {
    const wanted = topicsBelow(filtering, ids)
    return (row) =>
      filtering.store.where('ArticleTopic', 'articleId', row.id).some(({ topicId }) => wanted.has(topicId))
  },
  includeSubtopics: noRule,
  languages: oneOf('language'),
  publishedFrom: between('published', ['publishedFrom', 'publishedUntil']),
  publishedUntil: between('published', ['publishedFrom', 'publishedUntil']),
  includeUndated: noRule,
  updatedSince,
  ...claimed('id'),
  isHeld: (isHeld: boolean) => (row) => (row.heldAt !== null) === isHeld,
  includeDeleted: noRule,
}

const containing =
  (...columns: string[]) =>
  (text: string) => {
    const wanted = part(text)
    return (row: Row) => columns.some((column) => row[column]?.includes(wanted))
  }

const speakerFilter: FilterRules = {
  name: named('Alias', 'speakerId'),
  kinds: oneOf('kind'),
  affiliation: (office, filtering) => {
    const isMeant = officeRule({ ...filtering, filter: office })
    return ({ id }) => filtering.store.where('Affiliation', 'speakerId', id).some(isMeant)
  },
  possibleDuplicatesOf: (id: string, filtering) =>
    mayBeSame(filtering.store, filtering.eyes, uuidOf('Speaker', followed(filtering, id))),
}

const [newest, byName] = [
  (field: string) => ({ field, direction: 'DESC' }) as const,
  { field: 'NAME', direction: 'ASC' } as const,
]
const NAME = ['nameFolded']
const TIMES = { CREATED_AT: ['createdAt'], UPDATED_AT: ['updatedAt'] }

export const LISTS = {
  statements: {
    noun: 'Statement',
    orders: {
      SAID_AT: ['saidSort'],
      ...TIMES,
      POSITION_IN_ARTICLE: ['articleId', 'position'],
      REVIEW_PRIORITY: ['reviewPriority', 'articleId', 'readingOrder'],
    },
    order: newest('SAID_AT'),
    filter: statementFilter,
  },
  articles: {
    noun: 'Article',
    orders: {
      PUBLISHED_AT: ['publishedSort'],
      INGESTED_AT: ['ingestedAt'],
      UPDATED_AT: ['updatedAt'],
      TITLE: ['titleFolded'],
    },
    order: newest('PUBLISHED_AT'),
    filter: articleFilter,
  },
  texts: { noun: 'ArticleText', orders: { CAPTURED_AT: ['capturedAt'] }, order: newest('CAPTURED_AT') },
  speakers: { noun: 'Speaker', orders: { NAME, ...TIMES }, order: byName, filter: speakerFilter },
  topics: {
    noun: 'Topic',
    orders: { NAME, UPDATED_AT: ['updatedAt'] },
    order: byName,
    filter: { name: named('TopicAlias', 'topicId'), parentIds: idIn('Topic', 'parentId') },
  },
  sites: {
    noun: 'Site',
    orders: { NAME },
    order: byName,
    filter: { name: containing('nameFolded', 'domain') },
  },
  places: {
    noun: 'Place',
    orders: { NAME },
    order: byName,
    filter: {
      name: containing('nameFolded'),
      countryCodes: (codes: string[]) => oneOf('countryCode')(codes.map(country)),
    },
  },
  events: {
    noun: 'Event',
    orders: { DATE: ['dateSort'], NAME },
    order: newest('DATE'),
    filter: {
      name: containing('nameFolded'),
      participantIds: linked('Speaker', ['EventParticipant', 'eventId', 'speakerId']),
      placeIds: idIn('Place', 'placeId'),
      from: between('date', ['from', 'until']),
      until: between('date', ['from', 'until']),
    },
  },
  documents: {
    noun: 'Document',
    orders: { TITLE: ['titleFolded'] },
    order: { field: 'TITLE', direction: 'ASC' },
    filter: {
      title: containing('titleFolded', 'identifierFolded'),
      issuerIds: linked('Speaker', ['DocumentIssuer', 'documentId', 'speakerId']),
    },
  },
  revisions: { noun: 'Revision', orders: { VERSION: ['version'] }, order: newest('VERSION') },
  merges: { noun: 'Merge', orders: { AT: ['at'] }, order: newest('AT') },
  notes: {
    noun: 'StatementNote',
    orders: { CREATED_AT: ['createdAt'] },
    order: { field: 'CREATED_AT', direction: 'ASC' },
  },
  claims: { noun: 'ArticleClaim', orders: { CREATED_AT: ['createdAt'] }, order: newest('CREATED_AT') },
  changes: {
    noun: 'Change',
    orders: { SEQUENCE: ['sequence', 'horizon'] },
    order: { field: 'SEQUENCE', direction: 'ASC' },
    filter: { types: oneOf('type') },
  },
  ...WEBHOOK_LISTS,
  apiKeys: { noun: 'ApiKey', orders: { CREATED_AT: ['createdAt'] }, order: newest('CREATED_AT') },
} as const satisfies Record<string, ListRule>

export type ListName = keyof typeof LISTS
