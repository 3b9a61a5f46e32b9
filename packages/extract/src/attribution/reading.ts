import type { Registry } from '../names/registry.js'
import type { Span } from '../types.js'
import type { Attributed } from './attributed.js'
import type { ReadingKnowledge } from './drafts-of.js'
import type { InterviewKnowledge } from './find-interview.js'
import type { TurnKnowledge } from './find-turns.js'
import type { SpeakerKnowledge } from './resolve-speaker.js'
import type { PairKnowledge } from './resolve-together.js'
import type { Salience } from './salience.js'

/** What giving words their speakers takes from a language. */
export interface AttributionKnowledge
  extends ReadingKnowledge,
    SpeakerKnowledge,
    PairKnowledge,
    TurnKnowledge,
    InterviewKnowledge {}

/** What the reader remembers from paragraph to paragraph. */
export interface Reading {
  text: string
  language: AttributionKnowledge
  registry: Registry
  salience: Salience
  statements: Attributed[]
  /** Words that nobody said. */
  unsaid: Span[]
  last: Attributed | null
  /** What a colon at the end of a paragraph opened: "Moss said the following:". */
  run: Attributed | null
  /** The turn of a transcript that may go on. */
  turn: Attributed | null
  /** The last statement of this paragraph so far. */
  here: Attributed | null
  /** The paragraph before has a statement. */
  previousAttributed: boolean
}

/** Adds a statement, which the next ones may go on with. */
export function add(reading: Reading, statement: Attributed) {
  reading.statements.push(statement)
  reading.last = statement
  reading.here = statement
}
