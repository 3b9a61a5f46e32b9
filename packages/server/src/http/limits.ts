/** What callers may ask for, and what answers may take. `docs/configuration.md` lists the variables that set the limits. */
export interface Limits {
  /** Most bytes of a body. */
  body: number
  /** Most bytes of a body with a valid key that may write: an article of 5 MB as JSON. */
  ingestBody: number
  /** Most words and signs of a document. */
  tokens: number
  /** Most levels of objects. `edges` with its `node` is one level. */
  depth: number
  /** Most aliases in a document. */
  aliases: number
  /** Most fields at the root of an operation. */
  rootFields: number
  /** Most errors in an answer. */
  errors: number
  /** Most points that an operation may cost. */
  cost: number
  /** Most characters of an answer. */
  answer: number
  /**
   * Points that an address may spend at once; a twentieth comes back each second. A key has ten times as many. Null: no
   * limit.
   */
  rate: number | null
  /** Milliseconds that a query may take. */
  deadline: number
  /** Most requests that are worked on at the same time. */
  concurrency: number
  /** Most requests that wait to be worked on. */
  queue: number
  /** Most streams of events that are open at the same time, and most of one key or address. */
  streams: number
  streamsPerCaller: number
  /** Milliseconds within which a client must take an answer. */
  answerTime: number
  /** Most bytes of all answers that clients have not taken yet. */
  waitingAnswers: number
}

export const DEFAULT_LIMITS: Limits = {
  body: 1_000_000,
  ingestBody: 16_000_000,
  tokens: 2_000,
  depth: 10,
  aliases: 30,
  rootFields: 20,
  errors: 10,
  cost: 1_000,
  answer: 25_000_000,
  rate: 1_000,
  deadline: 10_000,
  concurrency: 64,
  queue: 1_024,
  streams: 1_000,
  streamsPerCaller: 20,
  answerTime: 20_000,
  waitingAnswers: 100_000_000,
}

/** All limits, some of them set. */
export const limitsWith = (set: Partial<Limits> = {}): Limits => ({ ...DEFAULT_LIMITS, ...set })
