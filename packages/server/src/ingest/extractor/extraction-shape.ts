import { z } from 'zod'
import { isEdtf } from '../../dates/fuzzy-date.js'

// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what PostgreSQL cannot hold
const UNSTORABLE = /[\u0000\p{Surrogate}]/u

/** Text that the database can hold. */
const words = z
  .string('is no text')
  .min(1, 'is empty')
  .refine((value) => !UNSTORABLE.test(value), 'has a NUL character or half of a surrogate pair')

/** A name. An index entry holds at most 2,704 bytes, and names are looked up by indexes. */
const name = words.max(500, 'is longer than 500 characters')

const offset = z.int('is no whole number').min(0, 'is negative')
const span = z.looseObject({ start: offset, end: offset })

export const STATEMENT_KINDS = ['DIRECT', 'MIXED', 'INDIRECT'] as const
export const SPEAKER_KINDS = ['PERSON', 'ORGANIZATION', 'GROUP', 'UNKNOWN'] as const
export const ATTRIBUTION_BASES = ['NAMED', 'PRONOUN', 'INHERITED'] as const
export const STATEMENT_POLARITIES = ['AFFIRMED', 'DENIED', 'ASKED', 'PROMISED', 'DEMANDED'] as const
export const STATEMENT_MEDIA = [
  'PRESS_CONFERENCE',
  'INTERVIEW',
  'SPEECH',
  'SOCIAL_POST',
  'WRITTEN_STATEMENT',
  'PUBLISHED_ARTICLE',
  'UNKNOWN',
] as const

export const ALTERATION_KINDS = ['INSERTION', 'SUBSTITUTION', 'CASE_CHANGE', 'ELLIPSIS'] as const

const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, `is none of ${values.join(', ')}`)

const statement = z.looseObject({
  ...span.shape,
  segments: z.array(z.looseObject({ ...span.shape, words: z.string().optional() })).min(1, 'is empty'),
  kind: oneOf(STATEMENT_KINDS),
  // Extractors written before there was a polarity do not give it.
  polarity: oneOf(STATEMENT_POLARITIES).default('AFFIRMED'),
  medium: oneOf(STATEMENT_MEDIA),
  speaker: name.nullable(),
  coSpeakers: z.array(name).optional(),
  source: span.nullable(),
  mention: words.nullable(),
  cue: words.nullable(),
  basis: oneOf(ATTRIBUTION_BASES),
  confidence: z.number('is no number').min(0, 'is below 0').max(1, 'is above 1'),
  alterations: z.array(z.looseObject({ ...span.shape, kind: oneOf(ALTERATION_KINDS) })),
  saidAt: z
    .looseObject({
      asWritten: words,
      edtf: words.refine(isEdtf, 'is no date of the Extended Date/Time Format').nullable(),
      earliest: words.nullable(),
      basis: oneOf(['STATED', 'INFERRED', 'UNKNOWN']),
    })
    .nullable(),
  within: offset.nullable(),
  topics: z.array(name),
})

const speaker = z.looseObject({
  name,
  kind: oneOf(SPEAKER_KINDS),
  aliases: z.array(name),
  role: name.nullable(),
  mentions: z.array(span),
})

const topic = z.looseObject({
  slug: name,
  name,
  basis: oneOf(['LIST', 'NAME', 'PHRASE']),
  // Extractors written before topics were weighed list those of the article only.
  weight: z.number('is no number').min(0, 'is below 0').max(1, 'is above 1').default(1),
  mentions: z.array(span),
})

const segment = z.looseObject({
  ...span.shape,
  kind: oneOf(['TITLE', 'BYLINE', 'HEADING', 'BODY', 'BOILERPLATE']),
})

/**
 * The form of every extraction. Fields that are not listed pass unchecked, so a new field of a draft needs a line here
 * only when its value can be wrong.
 */
export const extractionShape = z.looseObject({
  statements: z.array(statement),
  speakers: z.array(speaker),
  topics: z.array(topic),
  segments: z.array(segment),
  extractor: name.regex(/^\S+@\S+$/, 'is not name@version'),
})
