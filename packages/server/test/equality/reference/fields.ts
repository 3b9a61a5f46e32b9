import { coverageOf } from '@onrecord/extract'
import { MOST_PARTS } from '../../../src/record/most-parts.js'
import { differences } from '../../../src/text/differences.js'
import { type Asking, badInput, globalId } from './asking.js'
import { Eyes, NOUN_OF } from './eyes.js'
import {
  below,
  date,
  type Field,
  type Fields,
  parts,
  position,
  relation,
  root,
  shownRelation,
  sortedBy,
  through,
} from './field-readers.js'
import { changesOf, objectsIn } from './history-rules.js'
import { idOf, lookUp, lookUpBy, node, nodes } from './look-ups.js'
import { officesHeld } from './offices.js'
import { connection } from './pages.js'
import { matchQuote, nodeIdOf, search, suggest } from './search-rules.js'
import type { Row } from './store.js'
import { canonicalText, ownWords } from './utterances.js'
import { ADMIN_QUERIES, WEBHOOKS } from './webhook-rules.js'

const textOf = (utteranceId: string, { store, eyes }: Asking) => {
  const counting = eyes.sight === 'EVERYTHING' ? new Eyes(store, 'PROPOSALS', false) : eyes
  return canonicalText(store, counting, store.get('Utterance', utteranceId))
}

/** A part of a text; a character of two code units is in it when its first one is. */
function partOf(content: string, start: number, end: number): string {
  if (start < 0 || end < start) throw badInput()
  const [from, to] = [start, end].map((at) => (/[\udc00-\udfff]/.test(content[at] ?? '') ? at + 1 : at))
  return content.slice(from, start === end ? from : to)
}

const officesOf: Field = ({ speakerId, statementId }, _args, { store }) =>
  officesHeld(store, speakerId, store.get('Statement', statementId)).slice(0, MOST_PARTS.affiliations)

const named =
  (noun: string): Field =>
  (_row, args, asking) =>
    lookUpBy(asking, noun, args)

const QUERY: Fields = {
  ...{ article: named('Article'), document: named('Document'), event: named('Event'), place: named('Place') },
  ...{ site: named('Site'), speaker: named('Speaker'), statement: named('Statement'), topic: named('Topic') },
  utterance: named('Utterance'),
  articles: root('articles', 'Article'),
  documents: root('documents', 'Document'),
  events: root('events', 'Event'),
  places: root('places', 'Place'),
  sites: root('sites', 'Site'),
  speakers: root('speakers', 'Speaker'),
  statements: root('statements', 'Statement'),
  topics: root('topics', 'Topic'),
  changes: root('changes', 'Change'),
  ...ADMIN_QUERIES,
  node: (_row, { id }, asking) => node(asking, id),
  nodes: (_row, { ids }, asking) => nodes(asking, ids),
  viewer: (_row, _args, { caller: { name, scopes } }) => ({ name, scopes }),
  search: (_row, args, asking) => search(asking, args),
  matchQuote: (_row, args, asking) => matchQuote(asking, args),
  suggest: (_row, args, asking) => suggest(asking, args),
}

const id: Field = (row) => idOf(row)
const origin: Field = ({ byMachine }) => (byMachine ? 'MACHINE' : 'PERSON')

const EDITED: Fields = { id, revisions: below('revisions', 'Revision', 'entityId') }
const externalIds = (column: string): Fields => ({
  externalIds: parts('ExternalId', column, ['namespace', 'value'], MOST_PARTS.externalIds),
})

const ARTICLE: Fields = {
  ...EDITED,
  ...externalIds('articleId'),
  claims: below('claims', 'ArticleClaim', 'articleId'),
  bylines: parts('Byline', 'articleId', ['position'], MOST_PARTS.bylines),
  copies: (row, args, asking) => {
    const group =
      row.copyGroupId === null ? [] : asking.store.where('Article', 'copyGroupId', row.copyGroupId)
    return connection(
      asking,
      'articles',
      group.filter((one) => one.id !== row.id),
      args,
    )
  },
  held: ({ heldSource, heldAt }, _args, { eyes }) =>
    heldAt && eyes.sight === 'EVERYTHING'
      ? { content: heldSource.text, length: heldSource.text.length, heldAt }
      : null,
  languageCoverage: ({ language }) => (language === null ? null : coverageOf(language)),
  publishedAt: date('published'),
  references: (row, _args, { store, eyes }) => {
    const shown = store
      .where('Reference', 'articleId', row.id)
      .filter(({ statementId }) => statementId === null || eyes.seesStatement(statementId))
    return sortedBy(shown, ['start', 'id']).slice(0, MOST_PARTS.references)
  },
  site: relation('Site', 'siteId'),
  speakers: (row, args, asking) => {
    const linked = asking.store.where('ArticleSpeaker', 'articleId', row.id).map(({ speakerId }) => speakerId)
    const heard = linked.filter((speakerId) => asking.eyes.hears(speakerId, row.id))
    return connection(
      asking,
      'speakers',
      heard.map((one) => asking.store.get('Speaker', one)),
      args,
    )
  },
  statements: below('statements', 'Statement', 'articleId'),
  text: relation('ArticleText', 'currentTextId'),
  texts: below('texts', 'ArticleText', 'articleId'),
  topics: through('topics', 'Topic', ['ArticleTopic', 'articleId', 'topicId']),
}

const SPEAKER: Fields = {
  ...EDITED,
  ...externalIds('speakerId'),
  affiliations: ({ id }, { at }, { store }) =>
    sortedBy(
      store
        .where('Affiliation', 'speakerId', id)
        .filter(({ fromEarliest }) => at == null || fromEarliest === null || fromEarliest <= at)
        .filter(({ untilLatest }) => at == null || untilLatest === null || untilLatest >= at)
        // An office of which nobody knows when it began comes first.
        .map((row) => ({ ...row, began: row.fromEarliest ?? '' })),
      ['began', 'id'],
    ).slice(0, MOST_PARTS.affiliations),
  aliases: parts('Alias', 'speakerId', ['nameFolded'], MOST_PARTS.aliases),
  articles: (row, args, asking) => {
    const linked = asking.store.where('ArticleSpeaker', 'speakerId', row.id).map(({ articleId }) => articleId)
    const heard = linked.filter((articleId) => asking.eyes.hears(row.id, articleId))
    return connection(
      asking,
      'articles',
      heard.map((one) => asking.store.get('Article', one)),
      args,
    )
  },
  members: through('speakers', 'Speaker', ['SpeakerMember', 'groupId', 'memberId']),
  mentionedIn: through('statements', 'Statement', ['StatementMention', 'speakerId', 'statementId']),
  mergedFrom: below('merges', 'Merge', 'keptId'),
  statements: through('statements', 'Statement', ['Attribution', 'speakerId', 'statementId']),
}

const STATEMENT: Fields = {
  ...EDITED,
  ...externalIds('statementId'),
  alterations: parts('Alteration', 'statementId', ['position'], MOST_PARTS.alterations),
  anchors: parts('Anchor', 'statementId', ['position'], MOST_PARTS.anchors),
  article: relation('Article', 'articleId'),
  attributions: parts('Attribution', 'statementId', ['position'], MOST_PARTS.attributions),
  differences: (row, _args, asking) =>
    row.utteranceId === null ? [] : differences(row.text, textOf(row.utteranceId, asking), ownWords(row)),
  event: relation('Event', 'eventId'),
  inner: below('statements', 'Statement', 'withinId'),
  notes: below('notes', 'StatementNote', 'statementId'),
  mentions: through('speakers', 'Speaker', ['StatementMention', 'statementId', 'speakerId']),
  place: relation('Place', 'placeId'),
  provenance: ({ method, agent, confidence }) => ({ method, agent, confidence }),
  references: parts('Reference', 'statementId', ['start', 'id'], MOST_PARTS.references),
  review: ({ reviewedAt: at, reviewedBy: by, rejectionReason: reason, reviewNote: note }) =>
    at && { at, by, reason, note },
  saidAt: date('said'),
  speaker: (row, _args, { store }) =>
    store.get(
      'Speaker',
      sortedBy(store.where('Attribution', 'statementId', row.id), ['position'])[0]?.speakerId ?? null,
    ),
  thread: relation('StatementThread', 'threadId'),
  topics: through('topics', 'Topic', ['StatementTopic', 'statementId', 'topicId']),
  utterance: relation('Utterance', 'utteranceId'),
  within: shownRelation('Statement', 'withinId'),
}

/** How each field is read that is not simply a column or a property of the same name. */
export const FIELDS: Record<string, Fields> = {
  Query: QUERY,
  Article: ARTICLE,
  Speaker: SPEAKER,
  Statement: STATEMENT,
  Affiliation: {
    ...{ from: date('from'), until: date('until') },
    organization: shownRelation('Speaker', 'organizationId'),
    place: shownRelation('Place', 'placeId'),
  },
  Alteration: { position },
  ArticleClaim: { id, articleId: ({ articleId }) => globalId('Article', articleId) },
  StatementNote: { id, statementId: ({ statementId }) => globalId('Statement', statementId) },
  ApiKey: { id, scopes: ({ scopes }) => scopes.map((scope: string) => scope.toUpperCase()) },
  ArticleText: {
    id,
    article: relation('Article', 'articleId'),
    part: ({ content }, { start, end }) => ({
      content: partOf(content, start, end),
      position: { start: Math.min(start, content.length), end: Math.min(end, content.length) },
    }),
    segments: ({ id }, { kinds, start, end }, { store }) =>
      sortedBy(store.where('TextSegment', 'textId', id), ['position'])
        .filter(({ kind }) => kinds?.includes(kind) ?? true)
        .filter((segment) => segment.end > (start ?? -1) && segment.start < (end ?? Number.MAX_SAFE_INTEGER)),
  },
  Attribution: {
    affiliation: (row, args, asking) => (officesOf(row, args, asking) as Row[])[0] ?? null,
    affiliations: officesOf,
    speaker: relation('Speaker', 'speakerId'),
  },
  Byline: { speaker: shownRelation('Speaker', 'speakerId') },
  Change: {
    id,
    kind: ({ kind, shownBefore, shownAfter }, _args, { eyes }) => {
      if (!eyes.saw(shownAfter)) return 'DELETED'
      if (!eyes.saw(shownBefore)) return 'CREATED'
      return kind === 'REVIEWED' ? 'REVIEWED' : 'UPDATED'
    },
    object: ({ type, entityId }, _args, asking) => lookUp(asking, NOUN_OF[type] as string, entityId),
    objectId: ({ type, entityId }) => globalId(NOUN_OF[type] as string, entityId),
  },
  Document: {
    ...{ ...EDITED, ...externalIds('documentId'), date: date('date') },
    citedBy: through('statements', 'Statement', ['Reference', 'documentId', 'statementId']),
    issuers: through('speakers', 'Speaker', ['DocumentIssuer', 'documentId', 'speakerId']),
  },
  Event: {
    ...{ ...EDITED, ...externalIds('eventId'), date: date('date'), place: relation('Place', 'placeId') },
    participants: through('speakers', 'Speaker', ['EventParticipant', 'eventId', 'speakerId']),
    statements: below('statements', 'Statement', 'eventId'),
  },
  FieldChange: { objects: (change, _args, asking) => objectsIn(asking, change) },
  Merge: { id, absorbedId: nodeIdOf, origin },
  Place: { ...EDITED, statements: below('statements', 'Statement', 'placeId') },
  Reference: { document: relation('Document', 'documentId'), position },
  Revision: {
    id,
    changes: (row, _args, asking) => changesOf(asking, row),
    origin,
  },
  Site: { id, ...externalIds('siteId'), articles: below('articles', 'Article', 'siteId') },
  StatementThread: { id, statements: below('statements', 'Statement', 'threadId') },
  TextAnchor: {
    ...{ position, text: relation('ArticleText', 'textId') },
    quote: ({ exact, prefix, suffix }) => ({ exact, prefix, suffix }),
  },
  TextSegment: { position },
  Topic: {
    ...{ ...EDITED, ...externalIds('topicId'), parent: relation('Topic', 'parentId') },
    aliases: ({ id }, _args, { store }) =>
      sortedBy(store.where('TopicAlias', 'topicId', id), ['nameFolded']).map(({ name }) => name),
    articles: through('articles', 'Article', ['ArticleTopic', 'topicId', 'articleId']),
    children: below('topics', 'Topic', 'parentId'),
    mergedFrom: below('merges', 'Merge', 'keptId'),
    statements: through('statements', 'Statement', ['StatementTopic', 'topicId', 'statementId']),
  },
  Utterance: {
    ...EDITED,
    canonicalText: ({ id }, _args, asking) => textOf(id, asking),
    primarySource: shownRelation('Document', 'primarySourceId'),
    statements: below('statements', 'Statement', 'utteranceId'),
  },
  ...WEBHOOKS,
}
