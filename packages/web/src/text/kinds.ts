/** How the values of the schema's enums are called on pages. */
const WORDS: Readonly<Record<string, string>> = {
  DIRECT: 'direct',
  MIXED: 'partly quoted',
  INDIRECT: 'reported',
  AUTHOR: 'the author’s own words',
  AFFIRMED: 'affirmed',
  DENIED: 'denied',
  ASKED: 'asked',
  PROMISED: 'promised',
  DEMANDED: 'demanded',
  INTERVIEW: 'interview',
  PRESS_CONFERENCE: 'press conference',
  PUBLISHED_ARTICLE: 'published article',
  SOCIAL_POST: 'social post',
  SPEECH: 'speech',
  WRITTEN_STATEMENT: 'written statement',
  UNKNOWN: 'unknown',
  PROPOSED: 'not reviewed',
  VERIFIED: 'verified',
  REJECTED: 'rejected',
  RETRACTED: 'retracted',
  NAMED: 'named beside the words',
  PRONOUN: 'meant by a pronoun',
  INHERITED: 'taken over from the sentence before',
  EXTERNAL: 'known from elsewhere',
}

/** A value of an enum in words: "PRESS_CONFERENCE" is "press conference". A newer value is written out. */
export const wordFor = (value: string): string => WORDS[value] ?? value.toLowerCase().replaceAll('_', ' ')
