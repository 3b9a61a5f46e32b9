import type { StatementFilter } from '../../record/statement/filter.js'
import { filterInput, whichOf } from '../filter-input.js'
import { INCLUDE_DELETED } from '../list-type.js'
import { AffiliationFilterInput } from '../speaker/affiliation-filter-input.js'
import {
  AnchorStatus,
  EventPhase,
  RejectionReason,
  ReviewStatus,
  StatementKind,
  StatementMedium,
  StatementPolarity,
} from './enums.js'

export const StatementFilterInput = filterInput<StatementFilter>('Statement', whichOf('statements'), (t) => ({
  ids: t.idList({ description: 'Global ids of the statements: it is one of these.' }),
  text: t.string({
    description:
      'Words in the statement, stemmed, as in a web search: `"a phrase"`, `or`, `-without`; at most 500 characters.',
  }),
  kinds: t.field({ type: [StatementKind], description: 'Of one of these kinds.' }),
  polarities: t.field({
    type: [StatementPolarity],
    description: 'Of one of these polarities: `[AFFIRMED]` leaves out what the speaker denied or asked.',
  }),
  mediums: t.field({ type: [StatementMedium], description: 'Of one of these mediums.' }),
  speakerIds: t.idList({ description: 'Attributed to one of these speakers.' }),
  mentionedSpeakerIds: t.idList({
    description: 'One of these speakers is named in it without speaking in it.',
  }),
  affiliation: t.field({
    type: AffiliationFilterInput,
    description:
      'A speaker held such an office when the words were spoken: one of `attributions.affiliations`. Statements of unknown date are not found.',
  }),
  topicIds: t.idList({ description: 'About one of these topics.' }),
  includeSubtopics: t.boolean({
    required: true,
    defaultValue: true,
    description: 'Whether the topics below the given ones count, too.',
  }),
  articleIds: t.idList({ description: 'In one of these articles.' }),
  siteIds: t.idList({ description: 'In an article of one of these sites.' }),
  eventIds: t.idList({ description: 'Said at or about one of these events.' }),
  eventPhases: t.field({
    type: [EventPhase],
    description: 'Said before, at or after its event.',
  }),
  placeIds: t.idList({ description: 'Said at one of these places.' }),
  documentIds: t.idList({ description: 'Cites one of these documents.' }),
  languages: t.field({
    type: ['LanguageTag'],
    description: 'In one of these languages; `en` does not find `en-GB`.',
  }),
  joint: t.boolean({
    description: 'True: said by several speakers together or by a group; false: all other statements.',
  }),
  altered: t.boolean({
    description:
      "True: the article's author changed something inside the quotation marks; false: no change is known.",
  }),
  anchorStatuses: t.field({ type: [AnchorStatus], description: 'With an anchor in one of these states.' }),
  reviewStatuses: t.field({ type: [ReviewStatus], description: 'In one of these review states.' }),
  reviewedBy: t.stringList({
    description: 'Last reviewed by one of these, each the whole name in `review.by`.',
  }),
  rejectionReasons: t.field({
    type: [RejectionReason],
    description: 'Rejected for one of these reasons.',
  }),
  saidFrom: t.field({
    type: 'Date',
    description:
      'Said on this day or later, whichever day of a partial date it was: `2026` from 2026-01-01 on. What is only known to be said by some day counts as said on it.',
  }),
  saidUntil: t.field({
    type: 'Date',
    description:
      'Said on this day or earlier, whichever day of a partial date it was: `2026` until 2026-12-31. What is only known to be said by some day counts as said on it.',
  }),
  includeUndated: t.boolean({
    required: true,
    defaultValue: false,
    description: 'Keep statements of wholly unknown date when `saidFrom` or `saidUntil` is given.',
  }),
  minConfidence: t.float({ description: 'Proposed with this confidence or more, 0 to 1.' }),
  maxConfidence: t.float({
    description: 'Proposed with this confidence or less, 0 to 1. What a person recorded has no confidence.',
  }),
  hasSpeaker: t.boolean({
    description: 'True: attributed to a speaker; false: to nobody, or only to words such as "an official".',
  }),
  minLength: t.int({ description: 'Its `text` has so many characters or more; Unicode code points count.' }),
  maxLength: t.int({ description: 'Its `text` has so many characters or less; Unicode code points count.' }),
  minPosition: t.int({
    description:
      'Its words begin at this place of the text of its article, or behind it; UTF-16 code units count.',
  }),
  maxPosition: t.int({
    description:
      'Its words begin at this place of the text of its article, or before it; UTF-16 code units count.',
  }),
  isClaimed: t.boolean({
    description:
      'True: one of the team works on its article, see `Article.claims`. False: nobody does. Matches nothing for everybody else.',
  }),
  claimedBy: t.stringList({
    description:
      'One of the team with one of these names works on its article. Matches nothing for everybody else.',
  }),
  updatedSince: t.field({ type: 'DateTime', description: 'Changed at this instant or later.' }),
  includeDeleted: t.boolean(INCLUDE_DELETED),
}))
