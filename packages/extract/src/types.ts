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

/**
 * How the speaker stands to what the words tell, by the words that report. `AFFIRMED`: says that it is so. `DENIED`: says
 * that it is not so, or says no to it ("denied that", "rejected the claim that", "her denial that"). `ASKED`: asks about it
 * ("asked whether"). `PROMISED`: undertakes to do it ("vowed to", "promised that"). `DEMANDED`: wants others to do it
 * ("urged the mayor to", "called for").
 *
 * In speech-act theory (Searle 1976) the first two are assertives, and the others questions, commissives and directives.
 * A quotation of the kind `DIRECT` is never `DENIED`, because it is in the speaker's own words: “I did not,” she denied.
 */
export type StatementPolarity = 'AFFIRMED' | 'DENIED' | 'ASKED' | 'PROMISED' | 'DEMANDED'

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

/** What a part of the text is. Every code unit of the text but white space lies in exactly one segment. */
export type SegmentKind = 'TITLE' | 'BYLINE' | 'HEADING' | 'BODY' | 'BOILERPLATE'

export interface TextSegment extends Span {
  kind: SegmentKind
}

/**
 * What an editor did to words in quotation marks. `INSERTION`: words added, "it (the bill)". `SUBSTITUTION`: words
 * put for others, "to [the mayor]". `CASE_CHANGE`: "[T]hese". `ELLIPSIS`: words left out, "…".
 */
export type AlterationKind = 'INSERTION' | 'SUBSTITUTION' | 'CASE_CHANGE' | 'ELLIPSIS'

/** Brackets or dots inside a quotation, marks included. */
export interface Alteration extends Span {
  kind: AlterationKind
}

export type DatePrecision = 'UNKNOWN' | 'YEAR' | 'MONTH' | 'DAY'

/** When the words were spoken or written, as the reporter says beside the cue: "on Tuesday". */
export interface SaidAt extends Span {
  asWritten: string
  /**
   * ISO 8601-2, e.g. "2021-01-26", "2021-01", "2019"; null when the words name no date by themselves or together with
   * `publishedAt`.
   */
  edtf: string | null
  /** First and last day that it can have been, "2021-01-01"; null when `edtf` is null. */
  earliest: string | null
  latest: string | null
  precision: DatePrecision
  /** `STATED`: the year is printed. `INFERRED`: worked out from `publishedAt`. `UNKNOWN`: neither. */
  basis: 'STATED' | 'INFERRED' | 'UNKNOWN'
}

/** Words attributed to somebody, as found by the extractor; nobody has reviewed them. */
export interface StatementDraft extends Span {
  /** The pieces in order; one unless the reporter's words break the quotation. `start` and `end` span them all. */
  segments: Span[]
  kind: StatementKind
  polarity: StatementPolarity
  medium: StatementMedium
  /** Name of one of `Extraction.speakers`, or null when the text names nobody ("officials said"). */
  speaker: string | null
  /**
   * Names of those of `Extraction.speakers` who say it together with `speaker`: "Moss and Hale said"; left out for
   * most.
   */
  coSpeakers?: string[]
  /** Where the mention of the speaker stands; null when inherited without one. */
  source: Span | null
  /** The mention as written: "Zarif", "he", "a senior official"; null when there is none. */
  mention: string | null
  /** The words that report, as written: "said", "according to", "tweeted"; null when inherited. */
  cue: string | null
  basis: AttributionBasis
  /** 0 to 1: how sure the extractor is that the span and its speaker are right. */
  confidence: number
  /** Inside the quotation marks, in order. */
  alterations: Alteration[]
  /** Null when the reporter does not say. */
  saidAt: SaidAt | null
  /** Index in `Extraction.statements` of the statement inside which these words are quoted; null for most. */
  within: number | null
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
  /**
   * 0 to 1: how far the text is about it, by where it stands (title, lead, headings) and in how many of its parts.
   * 0 when the text only passes it, and no more than some of its statements are about it.
   */
  weight: number
  /** Where the text names it. */
  mentions: Span[]
}

/** A topic to look for. Its name, aliases and hints are matched as whole words, case folded. */
export interface TopicEntry {
  slug: string
  name: string
  /** Words that stand for the topic wherever they stand: "interest rate". */
  aliases: string[]
  /**
   * Words of many senses, which tell of the topic only beside an alias or another hint: "rates". The name is one of them if
   * it stands here, too.
   */
  hints?: string[]
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
  /** The headline. When the text does not print it, the text's own title is looked for besides. */
  title?: string
  byline?: string
  /**
   * BCP 47 tag of the language that the text is in; by default, the text itself tells. See {@link LanguageCoverage} for
   * what is found in which.
   */
  language?: string
  /** The day of publication, "2021-01-27", from which "on Tuesday" is counted. */
  publishedAt?: string
  speakers?: KnownSpeaker[]
  /** Replaces the topic list of the language. */
  topics?: TopicEntry[]
}

/**
 * What is found in a language. `ALL_SPEECH`: direct and indirect speech, in English and German. `DIRECT_SPEECH`:
 * quotations with a verb, a source or a colon beside them, in French and Spanish. `MARKED_SPEECH`: in any other language,
 * which has no rules, quotations; they have a speaker where that asks for no grammar: beside a name with a colon or a dash,
 * and in transcripts.
 */
export type LanguageCoverage = 'ALL_SPEECH' | 'DIRECT_SPEECH' | 'MARKED_SPEECH'

export interface Extraction {
  /** The language in which the text was read, a BCP 47 tag; null when it has too few words to tell. */
  language?: string | null
  /** What was looked for in it; left out by extractors that do not go by rules. */
  coverage?: LanguageCoverage
  /** In order of `start`. `text.slice(start, end)` of each segment is the words. */
  statements: StatementDraft[]
  speakers: SpeakerDraft[]
  topics: TopicDraft[]
  segments: TextSegment[]
  /** Name and version of the extractor, for provenance: "onrecord-rules@0.1.0". */
  extractor: string
}
