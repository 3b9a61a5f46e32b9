import { MOST, type StatementPatch } from '../../record/statement/statement-patch.js'
import { builder, type InputFields } from '../builder.js'
import { FuzzyDateInput } from '../fuzzy-date-input.js'
import { ExternalIdInput } from '../shared-types.js'
import {
  AttributionBasis,
  AttributionRole,
  EventPhase,
  StatementKind,
  StatementMedium,
  StatementPolarity,
} from './enums.js'

const TextAnchorInput = builder.inputType('TextAnchorInput', {
  description: "A place in an article's newest text, and the words that stand there.",
  fields: (t) => ({
    articleTextId: t.id({ required: true, description: "The text: the article's `text { id }`." }),
    start: t.int({
      required: true,
      description: 'Where the words begin in the text: their first UTF-16 code unit.',
    }),
    end: t.int({ required: true, description: 'Where the words end: the first code unit after them.' }),
    exact: t.string({
      required: true,
      description: 'The words: `content.slice(start, end)`, or the write is an AnchorMismatchError.',
    }),
  }),
})

const AttributionInput = builder.inputType('AttributionInput', {
  description: 'Who a statement is attributed to: `speakerId`, `asWritten`, or both.',
  fields: (t) => ({
    speakerId: t.id({
      description:
        'Global id of the speaker; absent when the article names nobody ("a senior official said").',
    }),
    role: t.field({
      type: AttributionRole,
      required: true,
      defaultValue: 'SPEAKER',
      description: 'The part that they have in the statement.',
    }),
    asWritten: t.string({ description: 'The mention in the text: "Rao", "she", "a senior official".' }),
    cue: t.string({ description: 'The words that report: "said", "according to".' }),
    basis: t.field({
      type: AttributionBasis,
      required: true,
      defaultValue: 'NAMED',
      description: 'The way in which the speaker is known: by name, by a pronoun, or carried on.',
    }),
  }),
})

const ReferenceInput = builder.inputType('ReferenceInput', {
  description: 'A document that a statement cites.',
  fields: (t) => ({
    documentId: t.id({ required: true, description: 'Global id of the document that is cited.' }),
    asWritten: t.string({
      required: true,
      description: 'The words that cite the document, as in the text: "the treaty".',
    }),
    start: t.int({ description: "Where they stand in the article's newest text: first UTF-16 code unit." }),
    end: t.int({ description: 'First code unit after them; with `start`, or not at all.' }),
  }),
})

const ANCHORS = `Its places in the text, in order; 1 to ${MOST.anchors}, several when a quotation is broken.`
const ATTRIBUTIONS = `Who it is attributed to, in order, each once in a role; at most ${MOST.attributions}; none when nobody is named.`

/** The fields of a patch; a forgotten field of `StatementPatch` does not compile. */
const patchFields = (t: InputFields) =>
  ({
    kind: t.field({ type: StatementKind, description: 'How the words are reported.' }),
    anchors: t.field({ type: [TextAnchorInput], description: ANCHORS }),
    attributions: t.field({ type: [AttributionInput], description: ATTRIBUTIONS }),
    polarity: t.field({
      type: StatementPolarity,
      description: 'How the speaker stands to what the words tell; AFFIRMED when null, or when it is new.',
    }),
    medium: t.field({ type: StatementMedium, description: 'Where the words were spoken or written.' }),
    saidAt: t.field({
      type: FuzzyDateInput,
      description: 'The date at which it was said; null when it is not known any more.',
    }),
    eventId: t.id({ description: 'The event at which, or about which, it was said.' }),
    eventPhase: t.field({ type: EventPhase, description: 'How it stands to its event; only with an event.' }),
    placeId: t.id({
      description: 'Global id of the place where it was said; null when it is not known any more.',
    }),
    topicIds: t.idList({ description: `What it is about; at most ${MOST.topicIds}.` }),
    withinId: t.id({ description: 'The statement of the same article that it is quoted inside.' }),
    threadOfId: t.id({
      description: 'A statement of the same article with which it is in one thread: of posts, of paragraphs.',
    }),
    mentionIds: t.idList({
      description: `Speakers who are named in it and do not speak; at most ${MOST.mentionIds}.`,
    }),
    references: t.field({
      type: [ReferenceInput],
      description: `Documents that it cites; at most ${MOST.references}.`,
    }),
  }) satisfies Record<keyof StatementPatch, unknown>

export const StatementUpdatePatch = builder.inputType('StatementUpdatePatch', {
  description:
    'What is to change of a statement. An absent field stays as it is; null empties one that can be empty; a list replaces the one before.',
  fields: patchFields,
})

export const statementCreateFields = (t: InputFields) => ({
  ...patchFields(t),
  articleId: t.id({ required: true, description: 'Global id of the article that it stands in.' }),
  externalId: t.field({
    type: ExternalIdInput,
    description:
      'Its id in another system: when there is a statement with it, that one is brought up to date, unless it has been reviewed.',
  }),
  kind: t.field({ type: StatementKind, required: true, description: 'How the words are reported.' }),
  anchors: t.field({ type: [TextAnchorInput], required: true, description: ANCHORS }),
  attributions: t.field({ type: [AttributionInput], required: true, description: ATTRIBUTIONS }),
})
