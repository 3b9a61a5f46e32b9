import type { Entity } from '../names/entity.js'
import type { Mention } from '../names/mention.js'
import type { ReadParagraph, ReadSentence } from '../names/read-body.js'
import type { Registry } from '../names/registry.js'
import type { SentenceDraft } from '../said/sentence-draft.js'
import { is } from '../text/token.js'
import type { StatementMedium } from '../types.js'
import type { Attributed } from './attributed.js'
import { carryOn } from './carry-on.js'
import { draftsOf } from './drafts-of.js'
import { findInterview } from './find-interview.js'
import { findSignatures } from './find-signatures.js'
import { findTurns, printedStatement, type Turn, turnStatement } from './find-turns.js'
import {
  continuesOpenQuotation,
  continuesQuotation,
  DIRECT_SHARE,
  inherit,
  isMostlyQuoted,
  isQuotationOnly,
  quotedShare,
} from './inherit.js'
import { type AttributionKnowledge, add, type Reading } from './reading.js'
import { resolveSpeaker } from './resolve-speaker.js'
import { resolveTogether } from './resolve-together.js'
import { createSalience } from './salience.js'
import { toStatement } from './to-statement.js'

/** Gives every statement of the body its speaker, in order, and finds those that carry on without a cue. */
export function attribute(
  text: string,
  paragraphs: ReadParagraph[],
  registry: Registry,
  language: AttributionKnowledge,
  headline: string,
): Pick<Reading, 'statements' | 'unsaid'> {
  const reading: Reading = {
    text,
    language,
    registry,
    salience: createSalience(),
    statements: [],
    unsaid: [],
    last: null,
    run: null,
    turn: null,
    here: null,
    previousAttributed: false,
  }
  const turns = findTurns(text, paragraphs, registry, language)
  const interview =
    turns.labelled.size > 0 ? null : findInterview(text, paragraphs, registry, headline, language)
  const signatures = findSignatures(text, paragraphs, registry)
  for (const [index, paragraph] of paragraphs.entries()) {
    reading.here = null
    const signed = signatures.get(paragraph)
    if (signed !== undefined) {
      if (signed) addSigned(reading, signed)
      continue
    }
    const { labelled, continued, medium } = turns
    const answer = interview?.answers.get(paragraph)
    if (answer) {
      const source = {
        source: answer.label,
        entity: interview?.speaker ?? null,
        medium: 'INTERVIEW' as const,
      }
      add(reading, printedStatement(answer.words, source, paragraph.sentences[0]))
    } else if (!readTurn(reading, paragraph, labelled.get(paragraph), continued.has(paragraph), medium)) {
      const waiting = readSentences(reading, paragraph)
      carryOn(reading, paragraph, waiting, paragraphs[index + 1])
    }
    reading.previousAttributed = reading.here !== null
  }
  return reading
}

/** Adds signed words. Nobody goes on speaking behind a signature. */
function addSigned(reading: Reading, statement: Attributed) {
  add(reading, statement)
  if (statement.entity) reading.salience.push(statement.entity, true)
  reading.run = null
  reading.turn = null
  reading.previousAttributed = false
}

/** Adds a turn of a transcript, or a paragraph that goes on with one; false when the paragraph is neither. */
function readTurn(
  reading: Reading,
  paragraph: ReadParagraph,
  turn: Turn | undefined,
  continued: boolean,
  medium: StatementMedium,
): boolean {
  const { text } = reading
  if (turn) {
    add(reading, turnStatement(text, turn, paragraph.sentences[0], reading.registry, medium))
    reading.turn = reading.last
    reading.run = null
    return true
  }
  const goesOn = continued || /^["“„«][^([]/.test(text.slice(paragraph.start, paragraph.start + 2))
  if (reading.turn && goesOn) {
    add(reading, inherit(reading.turn, 'TURN', 'DIRECT', paragraph, paragraph.sentences[0]))
    return true
  }
  reading.turn = null
  return false
}

/** Reads the cues; returns the bare quotations at the paragraph's head, whose speaker is still open. */
function readSentences(reading: Reading, paragraph: ReadParagraph): ReadSentence[] {
  const waiting: ReadSentence[] = []
  for (const [position, sentence] of paragraph.sentences.entries()) {
    if (readCues(reading, sentence, waiting)) continue
    const before = reading.here ?? (reading.previousAttributed && position === 0 ? reading.last : null)
    if (isQuotationOnly(sentence)) {
      const goesOn = reading.here && continuesQuotation(reading.here) && reading.here === reading.last
      if (before && (goesOn || (position === 0 && continuesOpenQuotation(paragraph)))) {
        before.segments.push({ start: sentence.start, end: sentence.end })
        reading.here = before
      } else if (reading.here)
        add(reading, inherit(reading.here, 'BARE_SENTENCE', 'DIRECT', sentence, sentence))
      else waiting.push(sentence)
    } else if (before && isMostlyQuoted(sentence)) {
      const kind = quotedShare(sentence) >= DIRECT_SHARE ? 'DIRECT' : 'MIXED'
      add(reading, inherit(before, 'MOSTLY_QUOTED', kind, sentence, sentence))
    }
  }
  return waiting
}

/**
 * Adds what the cues of a sentence report, and gives its speaker the quotations that wait for one; false without a cue.
 */
function readCues(reading: Reading, sentence: ReadSentence, waiting: ReadSentence[]): boolean {
  const read = draftsOf(reading.text, sentence, reading.language)
  const drafts = read.filter(({ said }) => said)
  reading.unsaid.push(...read.filter(({ said }) => !said).flatMap(({ segments }) => segments))
  const made = new Map<SentenceDraft, Attributed>()
  // Words inside other words come last: whoever spoke them does not go on to speak.
  for (const draft of [...drafts].sort((a, b) => Number(a.outer !== null) - Number(b.outer !== null))) {
    // The pronoun means whom its own sentence named: "Moss shook her head: “No,” she said."
    if (draft.subject.kind === 'PRONOUN') noteNames(reading, sentence, namesAhead(draft, sentence))
    const speakers = resolveTogether(draft, sentence, reading) ?? [resolveSpeaker(draft, sentence, reading)]
    const statement = toStatement(reading.text, draft, sentence, speakers)
    const [entity] = speakers
    made.set(draft, statement)
    if (draft.outer) {
      statement.within = made.get(draft.outer) ?? null
      reading.statements.push(statement)
      continue
    }
    if (entity) reading.salience.push(entity, true)
    for (const early of waiting.splice(0))
      add(reading, inherit(statement, 'BARE_SENTENCE', 'DIRECT', early, early))
    if (draft.shape === 'ABOVE') continue
    if (draft.shape === 'RUN') {
      reading.run = statement
      reading.last = statement
      reading.here = statement
    } else {
      add(reading, statement)
      reading.run = null
    }
  }
  reading.salience.together(peopleIn(sentence, reading.registry))
  if (drafts.length === 0) noteNames(reading, sentence)
  return read.length > 0
}

/** Returns the names that the reporter gives before the pronoun that speaks. */
const namesAhead = ({ subject, segments }: SentenceDraft, { mentions }: ReadSentence) =>
  mentions.filter(
    ({ to, start, end }) =>
      to <= subject.from && !segments.some((span) => span.start <= start && end <= span.end),
  )

/** Returns everybody whom the reporter names in the sentence, once. */
const peopleIn = ({ mentions }: ReadSentence, registry: Registry): Entity[] => [
  ...new Set(mentions.filter(({ kind }) => kind === 'PERSON').map((mention) => registry.resolve(mention))),
]

/** A subject stands among the first words of its sentence. */
const SUBJECT_REACH = 8

/** Remembers whom a sentence names, and who is its subject. */
function noteNames({ registry, salience }: Reading, sentence: ReadSentence, mentions = sentence.mentions) {
  for (const mention of mentions) if (mention.kind === 'PERSON') salience.see(registry.resolve(mention))
  const early = mentions.filter((mention) => mention.from < SUBJECT_REACH && !mention.possessive)
  const fronted = (mention: Mention) => is(sentence.tokens[mention.from - 1], 'preposition')
  const subject = early.find((mention) => !fronted(mention)) ?? early[0]
  if (subject && registry.isName(subject)) salience.push(registry.resolve(subject), false)
}
