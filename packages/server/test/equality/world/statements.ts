import { dateColumns } from './dates.js'
import { type Draft, type Row, type Shade, within } from './draft.js'
import { standingWithin } from './things.js'

const KINDS = ['DIRECT', 'MIXED', 'INDIRECT', 'AUTHOR']
const POLARITIES = ['AFFIRMED', 'AFFIRMED', 'DENIED', 'ASKED', 'PROMISED', 'DEMANDED']
const MEDIUMS = ['UNKNOWN', 'INTERVIEW', 'SPEECH', 'SOCIAL_POST', 'PRESS_CONFERENCE']
const STATUSES = ['VERIFIED', 'VERIFIED', 'PROPOSED', 'PROPOSED', 'REJECTED', 'RETRACTED']
const REASONS = ['SCARE_QUOTE', 'NOT_SPEECH', 'OTHER']
const ROLES = ['SPEAKER', 'CO_SPEAKER', 'RELAYED_BY']
const BASES = ['NAMED', 'PRONOUN', 'INHERITED', 'EXTERNAL']
const PER_ARTICLE = 10

/** Adds statements with all their parts, the utterances that they report and the threads that they stand in. */
export function addStatements(draft: Draft): void {
  const { choices } = draft
  for (let n = 0; n < 8; n++) {
    const canonicalText = draft.maybe(40, () => 'We will sail again on Monday at noon with 38 boats.')
    const primarySourceId = draft.maybe(50, () => choices.pick(draft.rows('Document')).id)
    draft.add('Utterance', { id: draft.id(), canonicalText, primarySourceId, ...draft.edited() })
    draft.add('StatementThread', { id: draft.id(), createdAt: draft.instant() })
  }
  for (const article of draft.rows('Article')) {
    for (let n = 0; n < PER_ARTICLE; n++) addStatement(draft, article)
  }
}

function shadeOf(reviewStatus: string, isInBin: boolean): Shade {
  if (isInBin || reviewStatus === 'REJECTED') return 'HIDDEN'
  return reviewStatus === 'PROPOSED' ? 'PROPOSED' : 'PUBLIC'
}

function addStatement(draft: Draft, article: Row): void {
  const { choices } = draft
  const reviewStatus = choices.pick(STATUSES)
  const deletedAt = draft.maybe(8, () => draft.instant())
  const shade = shadeOf(reviewStatus, deletedAt !== null || article.deletedAt !== null)
  const any = (table: string, percent: number) =>
    draft.maybe(percent, () => choices.pick(within(draft.rows(table), shade)).id)
  const reviewed = reviewStatus !== 'PROPOSED' || choices.chance(20)
  const eventId = any('Event', 30)
  const method = choices.pick(['RULE', 'RULE', 'MODEL', 'MANUAL', 'IMPORT'])
  const others = draft.rows('Statement').filter(({ articleId }) => articleId === article.id)
  const { anchors, ...place } = anchorsOf(draft, article)
  const statement = draft.add('Statement', {
    ...{
      id: draft.id(),
      articleId: article.id,
      kind: choices.pick(KINDS),
      polarity: choices.pick(POLARITIES),
    },
    ...{ medium: choices.pick(MEDIUMS), language: draft.maybe(80, () => article.language), ...place },
    ...dateColumns(choices, 'said'),
    ...{ method, agent: method === 'MANUAL' ? 'editor' : 'onrecord-rules@0.1.0' },
    ...{ confidence: method === 'MANUAL' ? null : choices.below(101) / 100, reviewStatus },
    ...(reviewed ? { reviewedAt: draft.instant(), reviewedBy: choices.pick(['Mara', 'Nils', 'mara']) } : {}),
    rejectionReason: reviewStatus === 'REJECTED' ? choices.pick(REASONS) : null,
    reviewNote: reviewed ? draft.maybe(40, () => 'Checked against the tape.') : null,
    ...{ eventId, eventPhase: eventId && draft.maybe(60, () => choices.pick(['BEFORE', 'DURING', 'AFTER'])) },
    ...{ placeId: any('Place', 30), threadId: any('StatementThread', 25), utteranceId: any('Utterance', 50) },
    ...{ withinId: others.length > 0 ? draft.maybe(25, () => choices.pick(others).id) : null, deletedAt },
    ...draft.edited(),
  })
  for (const anchor of anchors) draft.add('Anchor', { ...anchor, statementId: statement.id })
  addNames(draft, statement, shade)
  addParts(draft, statement, article, shade)
}

/** Anchors of one to three stretches of one of the article's texts. */
function anchorsOf(draft: Draft, article: Row) {
  const { choices } = draft
  const texts = draft.rows('ArticleText').filter(({ articleId }) => articleId === article.id)
  const text = choices.chance(25) ? choices.pick(texts) : texts.at(-1)
  const segments = draft.rows('TextSegment').filter(({ textId }) => textId === text.id)
  const first = 2 + choices.below(segments.length - 2)
  const taken = segments.slice(first, first + 1 + choices.below(3))
  const isCurrent = text.id === article.currentTextId
  const anchors = taken.map(({ start, end }, position) => ({
    ...{ id: draft.id(), textId: text.id, position, start, end, exact: text.content.slice(start, end) },
    ...{
      prefix: whole(text.content.slice(Math.max(0, start - 32), start)),
      suffix: whole(text.content.slice(end, end + 32)),
    },
    status: choices.pick(isCurrent ? ['EXACT', 'EXACT', 'MOVED'] : ['ORPHANED', 'AMBIGUOUS']),
  }))
  const words = anchors.map(({ exact }) => exact).join(' […] ')
  return { anchors, position: anchors[0]?.start, text: words }
}

/** The text, or nothing when its ends cut a character in two. */
const whole = (text: string) => (/\p{Surrogate}/u.test(text) ? '' : text)

function addNames(draft: Draft, statement: Row, shade: Shade): void {
  const { choices } = draft
  const speakers = standingWithin(draft, 'Speaker', shade)
  const said = choices.some(speakers, 3).map(({ id }) => id as string | null)
  if (choices.chance(20)) said.splice(choices.below(said.length + 1), 0, null)
  for (const [position, speakerId] of said.entries()) {
    draft.add('Attribution', {
      ...{ id: draft.id(), statementId: statement.id, position, speakerId, role: choices.pick(ROLES) },
      asWritten: speakerId === null ? 'an official' : draft.maybe(50, () => 'she'),
      ...{ cue: draft.maybe(60, () => 'said'), basis: choices.pick(BASES) },
      confidence: draft.maybe(60, () => choices.below(11) / 10),
    })
  }
  for (const { id } of choices.some(speakers, 2)) {
    if (!said.includes(id)) draft.add('StatementMention', { statementId: statement.id, speakerId: id })
  }
  for (const speakerId of new Set(said)) {
    const has = draft
      .rows('ArticleSpeaker')
      .some((row) => row.articleId === statement.articleId && row.speakerId === speakerId)
    if (speakerId !== null && !has) draft.add('ArticleSpeaker', { articleId: statement.articleId, speakerId })
  }
}

function addParts(draft: Draft, statement: Row, article: Row, shade: Shade): void {
  const { choices } = draft
  for (const { id } of choices.some(standingWithin(draft, 'Topic', shade), 3)) {
    draft.add('StatementTopic', { statementId: statement.id, topicId: id })
  }
  for (let position = 0; choices.chance(25); position++) {
    const kind = choices.pick(['INSERTION', 'CASE_CHANGE', 'ELLIPSIS', 'SUBSTITUTION'])
    draft.add('Alteration', {
      statementId: statement.id,
      position,
      kind,
      start: position + 1,
      end: position + 4,
    })
  }
  while (choices.chance(30)) {
    const start = draft.maybe(60, () => choices.below(3))
    draft.add('Reference', {
      ...{
        id: draft.id(),
        documentId: choices.pick(within(draft.rows('Document'), shade)).id,
        articleId: article.id,
      },
      ...{ statementId: draft.maybe(80, () => statement.id), asWritten: 'the treaty' },
      ...{ start, end: start === null ? null : start + 5 },
    })
  }
}
