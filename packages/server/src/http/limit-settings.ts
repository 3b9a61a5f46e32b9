import { z } from 'zod'
import { DEFAULT_LIMITS, type Limits } from './limits.js'
import { numberWithin, wholeNumberWithin } from './setting-types.js'

/** A whole number from `least` to `most`; by default the limit of that name. */
const limit = (name: keyof Limits, least: number, most: number, unit: string) =>
  wholeNumberWithin(least, most, `${least} to ${most} ${unit}`).default(DEFAULT_LIMITS[name] as number)

/** Seconds; by default the limit of that name. */
const seconds = (name: keyof Limits, most: number) =>
  numberWithin(1, most, `1 to ${most} seconds`).default((DEFAULT_LIMITS[name] as number) / 1000)

/** The variables that set limits. */
export const limitVariables = {
  ONRECORD_MAX_BODY: limit('body', 10_000, 100_000_000, 'bytes'),
  ONRECORD_MAX_INGEST_BODY: limit('ingestBody', 10_000, 100_000_000, 'bytes'),
  ONRECORD_MAX_TOKENS: limit('tokens', 100, 100_000, 'tokens'),
  ONRECORD_MAX_DEPTH: limit('depth', 1, 100, 'levels'),
  ONRECORD_MAX_ALIASES: limit('aliases', 0, 10_000, 'aliases'),
  ONRECORD_MAX_ROOT_FIELDS: limit('rootFields', 1, 10_000, 'fields'),
  ONRECORD_MAX_ERRORS: limit('errors', 1, 1_000, 'errors'),
  ONRECORD_MAX_COST: limit('cost', 1, 1_000_000, 'points'),
  ONRECORD_LONGEST_ANSWER: limit('answer', 10_000, 200_000_000, 'characters'),
  ONRECORD_RATE_LIMIT: z
    .union([z.literal('off').transform(() => null), limit('rate', 10, 1_000_000_000, 'points')], {
      error: 'is neither "off" nor a number of points: give 10 to 1000000000',
    })
    .default(DEFAULT_LIMITS.rate),
  ONRECORD_DEADLINE: seconds('deadline', 300),
  ONRECORD_CONCURRENCY: limit('concurrency', 1, 10_000, 'requests'),
  ONRECORD_QUEUE: limit('queue', 0, 100_000, 'requests'),
  ONRECORD_STREAMS: limit('streams', 0, 100_000, 'streams'),
  ONRECORD_STREAMS_PER_CALLER: limit('streamsPerCaller', 0, 100_000, 'streams'),
  ONRECORD_ANSWER_TIME: seconds('answerTime', 600),
  ONRECORD_WAITING_ANSWERS: limit('waitingAnswers', 1_000_000, 10_000_000_000, 'bytes'),
}

/** The limits that the variables set. */
export function limitsOf(
  data: { [Name in keyof typeof limitVariables]: z.output<(typeof limitVariables)[Name]> },
): Limits {
  return {
    body: data.ONRECORD_MAX_BODY,
    ingestBody: data.ONRECORD_MAX_INGEST_BODY,
    tokens: data.ONRECORD_MAX_TOKENS,
    depth: data.ONRECORD_MAX_DEPTH,
    aliases: data.ONRECORD_MAX_ALIASES,
    rootFields: data.ONRECORD_MAX_ROOT_FIELDS,
    errors: data.ONRECORD_MAX_ERRORS,
    cost: data.ONRECORD_MAX_COST,
    answer: data.ONRECORD_LONGEST_ANSWER,
    rate: data.ONRECORD_RATE_LIMIT,
    deadline: data.ONRECORD_DEADLINE * 1000,
    concurrency: data.ONRECORD_CONCURRENCY,
    queue: data.ONRECORD_QUEUE,
    streams: data.ONRECORD_STREAMS,
    streamsPerCaller: data.ONRECORD_STREAMS_PER_CALLER,
    answerTime: data.ONRECORD_ANSWER_TIME * 1000,
    waitingAnswers: data.ONRECORD_WAITING_ANSWERS,
  }
}
