/** A half-open range `[start, end)` in UTF-16 code units of the text given to {@link extract}. */
export interface Span {
  start: number
  end: number
}

/**
 * How the words are reported.
 * `DIRECT`: whole sentence(s) in quotation marks. `MIXED`: some words in quotation marks inside the reporter's
 * sentence. `INDIRECT`: reported without quotation marks.
 */
export type StatementKind = 'DIRECT' | 'MIXED' | 'INDIRECT'

/** Where the words were spoken or written. */
export type StatementMedium =
  | 'PRESS_CONFERENCE'
  | 'INTERVIEW'
  | 'SPEECH'
  | 'SOCIAL_POST'
  | 'WRITTEN_STATEMENT'
  | 'PUBLISHED_ARTICLE'
  | 'UNKNOWN'

/**
 * How the speaker is known. `NAMED`: by a name or a noun at the cue ("Zarif said", "the ministry said").
 * `PRONOUN`: by a pronoun at the cue ("he said"). `INHERITED`: no cue of its own, carries on from before.
 */
export type AttributionBasis = 'NAMED' | 'PRONOUN' | 'INHERITED'

export type SpeakerKind = 'PERSON' | 'ORGANIZATION' | 'GROUP' | 'UNKNOWN'

/** What a stretch of the text is. Every code unit of the text but white space lies in exactly one segment. */
export type SegmentKind = 'TITLE' | 'BYLINE' | 'HEADING' | 'BODY' | 'BOILERPLATE'

export interface TextSegment extends Span {
  kind: SegmentKind
}

/** Words attributed to somebody, as found by the extractor; nobody has reviewed them. */
export interface StatementDraft extends Span {
  /** The pieces in order; one unless the reporter's words break the quotation. `start` and `end` span them all. */
  segments: Span[]
  kind: StatementKind
  medium: StatementMedium
  /** Name of one of `Extraction.speakers`, or null when the text names nobody ("officials said"). */
  speaker: string | null
  /** Where the mention of the speaker stands; null when inherited without one. */
  source: Span | null
  /** The mention as written: "Zarif", "he", "a senior official"; null when there is none. */
  mention: string | null
  /** The words that report, as written: "said", "according to", "tweeted"; null when inherited. */
  cue: string | null
  basis: AttributionBasis
  /** 0 to 1: how sure the extractor is that the span and its speaker are right. */
  confidence: number
  /** Slugs of `Extraction.topics` that this statement is about. */
  topics: string[]
}

/** Somebody who speaks in the text. */
export interface SpeakerDraft {
  /** The fullest name in the text, without titles: "Anil Rao" for "Mr. Rao". */
  name: string
  kind: SpeakerKind
  /** Other names in the text, without pronouns: "Rao". */
  aliases: string[]
  /** Office or title as printed beside the name, e.g. "Minister of Transport"; null when none stands there. */
  role: string | null
  mentions: Span[]
}

export interface TopicDraft {
  /** Lower-case, hyphenated: "nuclear-deal". */
  slug: string
  name: string
  /** `LIST`: from the topic list given or built in. `NAME`: a name in the text. `PHRASE`: a repeated key phrase. */
  basis: 'LIST' | 'NAME' | 'PHRASE'
  mentions: Span[]
}

/** A topic to look for. Aliases are matched as whole words, case folded. */
export interface TopicEntry {
  slug: string
  name: string
  aliases: string[]
  /** Slug of the broader topic, if any. */
  parent?: string
}

/** A speaker known from elsewhere, so that short names can be resolved. */
export interface KnownSpeaker {
  name: string
  aliases?: string[]
  kind?: SpeakerKind
}

export interface ExtractOptions {
  title?: string
  byline?: string
  /** BCP 47 tag; English ("en") is the only language so far and the default. */
  language?: string
  speakers?: KnownSpeaker[]
  /** Replaces the built-in topic list. */
  topics?: TopicEntry[]
}

export interface Extraction {
  /** In order of `start`. `text.slice(start, end)` of each segment is the words. */
  statements: StatementDraft[]
  speakers: SpeakerDraft[]
  topics: TopicDraft[]
  segments: TextSegment[]
  /** Name and version of the extractor, for provenance: "onrecord-rules@0.1.0". */
  extractor: string
}
