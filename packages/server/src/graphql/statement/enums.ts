import {
  AlterationKind as Alterations,
  AnchorStatus as Anchors,
  AttributionBasis as Bases,
  StatementKind as Kinds,
  StatementMedium as Mediums,
  ExtractionMethod as Methods,
  EventPhase as Phases,
  StatementPolarity as Polarities,
  RejectionReason as Reasons,
  ReviewStatus as Reviews,
  AttributionRole as Roles,
} from '../../generated/prisma/enums.js'
import { builder } from '../builder.js'

export const StatementKind = builder.enumType(Kinds, {
  name: 'StatementKind',
  description: 'How the words are reported.',
  values: {
    DIRECT: { description: 'Whole sentences in quotation marks.' },
    MIXED: { description: "Some words in quotation marks inside the reporter's sentence." },
    INDIRECT: { description: 'Reported without quotation marks.' },
    AUTHOR: { description: "What the article's author asserts in their own voice." },
  },
})

export const StatementPolarity = builder.enumType(Polarities, {
  name: 'StatementPolarity',
  description:
    'How the speaker stands to what the words tell, by the words that report. In speech-act theory the first two are assertives, the others questions, commissives and directives.',
  values: {
    AFFIRMED: {
      description:
        'Says that it is so: "said that". Words in quotation marks that tell what the speaker denies are affirmed, too.',
    },
    DENIED: {
      description: 'Says that it is not so, or says no to it: "denied that", "rejected the claim that".',
    },
    ASKED: { description: 'Asks about it: "asked whether".' },
    PROMISED: { description: 'Undertakes to do it, threats included: "vowed to".' },
    DEMANDED: { description: 'Wants others to do it: "urged the mayor to", "called for".' },
  },
})

export const StatementMedium = builder.enumType(Mediums, {
  name: 'StatementMedium',
  description: 'Where the words were spoken or written.',
  values: {
    PRESS_CONFERENCE: { description: 'To the press, questions allowed or not.' },
    INTERVIEW: { description: 'In answer to an interviewer.' },
    SPEECH: { description: 'In a speech, a debate or a hearing.' },
    SOCIAL_POST: { description: 'In a post on a social network.' },
    WRITTEN_STATEMENT: { description: 'In a statement, letter or report.' },
    PUBLISHED_ARTICLE: { description: 'In an article or a book.' },
    UNKNOWN: { description: 'Nothing says where.' },
  },
})

export const ReviewStatus = builder.enumType(Reviews, {
  name: 'ReviewStatus',
  description: 'Whether a person stands behind a statement.',
  values: {
    PROPOSED: { description: 'An extractor, an import or an editor says so; nobody has reviewed it.' },
    VERIFIED: { description: 'A person found it right.' },
    REJECTED: { description: 'A person found it wrong.' },
    RETRACTED: { description: 'It was verified, and is withdrawn.' },
  },
})

export const AnchorStatus = builder.enumType(Anchors, {
  name: 'AnchorStatus',
  description: "How an anchor stands to the article's newest text.",
  values: {
    EXACT: { description: 'The words are at this place.' },
    MOVED: { description: 'The text changed; the same words stand in it once, at this other place.' },
    AMBIGUOUS: {
      description:
        'The text changed; the words stand in it more than once. The anchor is in the text before.',
    },
    ORPHANED: { description: 'The text changed; the words are gone. The anchor is in the text before.' },
  },
})

export const AttributionRole = builder.enumType(Roles, {
  name: 'AttributionRole',
  description: 'The part that a speaker has in a statement.',
  values: {
    SPEAKER: { description: 'Whose words they are.' },
    CO_SPEAKER: { description: 'One of several parties to a joint statement.' },
    RELAYED_BY: { description: "Who passes on somebody else's words." },
  },
})

export const AttributionBasis = builder.enumType(Bases, {
  name: 'AttributionBasis',
  description: 'The way in which the speaker of a statement is known.',
  values: {
    NAMED: { description: 'By a name or noun: "Rao said", "the ministry said".' },
    PRONOUN: { description: 'By a pronoun: "she said".' },
    INHERITED: { description: 'Without a cue of its own; it carries on from what stands before.' },
    EXTERNAL: { description: 'From outside the article.' },
  },
})

export const ExtractionMethod = builder.enumType(Methods, {
  name: 'ExtractionMethod',
  description: 'How a statement came into the record.',
  values: {
    MANUAL: { description: 'Put in by a person.' },
    RULE: { description: 'Proposed by the rules of an extractor.' },
    MODEL: { description: 'Proposed by a language model.' },
    IMPORT: { description: 'Taken from another data set.' },
  },
})

export const AlterationKind = builder.enumType(Alterations, {
  name: 'AlterationKind',
  description: 'What an author did to words inside quotation marks.',
  values: {
    INSERTION: { description: 'Words put in: "(so far)", "[the bill]".' },
    CASE_CHANGE: { description: 'A letter made large or small: "(T)hese", "[t]he".' },
    ELLIPSIS: { description: 'Words left out: "…", "[...]".' },
    SUBSTITUTION: { description: 'Words put in the place of others.' },
  },
})

export const RejectionReason = builder.enumType(Reasons, {
  name: 'RejectionReason',
  description: 'Why a statement was rejected.',
  values: {
    SCARE_QUOTE: { description: 'Words in quotation marks that nobody is quoted with.' },
    TITLE_OF_WORK: { description: 'The title of a book, a film, a song.' },
    BOILERPLATE: { description: 'Not a part of the article: a contact line, an advert.' },
    NOT_SPEECH: { description: 'Neither said nor written by anybody.' },
    WRONG_WORDS: { description: 'It begins or ends at the wrong place.' },
    WRONG_SPEAKER: { description: 'The words are attributed to the wrong speaker.' },
    DUPLICATE: { description: 'The record has it already.' },
    OTHER: { description: 'Something else: the note says what.' },
  },
})

export const EventPhase = builder.enumType(Phases, {
  name: 'EventPhase',
  description: 'How a statement stands to its event.',
  values: {
    BEFORE: { description: 'Ahead of it, about it.' },
    DURING: { description: 'During it, as a part of it.' },
    AFTER: { description: 'After it, about it.' },
  },
})
