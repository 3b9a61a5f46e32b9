import { bareMention } from '../names/mention.js'
import type { Registry } from '../names/registry.js'
import type { Sentence } from '../text/sentence.js'
import { isShouted, titleCase } from '../text/shouted.js'
import { NO_TRAITS } from '../text/verb-form.js'
import type { Span, StatementMedium } from '../types.js'
import type { Attributed } from './attributed.js'

/** One turn of a printed conversation: "MOSS: We will see." */
export interface Turn {
  name: Span
  words: Span
}

const LABEL = /^["“„«]?((?:\p{Lu}[\p{L}.'’-]*\s?){1,4})(?:\([^)]{1,40}\))?:\s+(?=\S)/u
const LABEL_REACH = 120

/** What reading a transcript takes from a language. */
export interface TurnKnowledge {
  turns: {
    /** Words that open a line before a colon and are no names: "Update:". */
    noName: RegExp
  }
}

/** The turns of a text. */
export interface Turns<P> {
  /** An interview of two voices, a speech of more. */
  medium: StatementMedium
  labelled: Map<P, Turn>
  /** Paragraphs without a label that go on with the turn before them. */
  continued: Set<P>
}

/**
 * Finds the paragraphs that are turns: two or more have the same label, or the label is the name of somebody in the
 * text.
 */
export function findTurns<P extends Span>(
  text: string,
  paragraphs: P[],
  registry: Registry,
  language: TurnKnowledge,
): Turns<P> {
  const turns = new Map<P, Turn>()
  const counts = new Map<string, number>()
  for (const paragraph of paragraphs) {
    const turn = readTurn(text, paragraph, language)
    if (!turn) continue
    turns.set(paragraph, turn)
    const label = text.slice(turn.name.start, turn.name.end)
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  // Two or more who speak in turn make an interview, if there are too many turns for a list of headings.
  const voices = [...counts].filter(([, count]) => count > 1)
  const interview = voices.length > 1 && voices.reduce((sum, [, count]) => sum + count, 0) >= LEAST_INTERVIEW
  const isSure = (label: string) =>
    (interview && (counts.get(label) ?? 0) > 1) ||
    ((counts.get(label) ?? 0) > 1 && (isShouted(label) || registry.knows(label))) ||
    (isShouted(label) && registry.knows(label))
  const transcript = [...counts].some(([label, count]) => count > 1 && isShouted(label))
  const sure = new Set([...counts.keys()].filter(isSure))
  for (const [paragraph, turn] of turns) {
    const label = text.slice(turn.name.start, turn.name.end)
    const surname = label.split(' ').at(-1) ?? ''
    if (!sure.has(label) && !sure.has(surname) && !(transcript && isShouted(label))) turns.delete(paragraph)
  }
  const medium = voicesOf(text, turns).size > 2 ? 'SPEECH' : 'INTERVIEW'
  return { labelled: turns, continued: goingOn(text, paragraphs, turns), medium }
}

/** An interview whose labels are no names of the text has more turns. */
const LEAST_INTERVIEW = 5

/** Fewer turns make no transcript. */
const LEAST_TURNS = 4

/**
 * Finds the paragraphs between the turns of several voices that go on with the turn before: no stage direction and no
 * question does.
 */
function goingOn<P extends Span>(text: string, paragraphs: P[], turns: ReadonlyMap<P, Turn>): Set<P> {
  const continued = new Set<P>()
  // With one voice only, the paragraphs without a label may be those of whoever asks.
  if (turns.size < LEAST_TURNS || voicesOf(text, turns).size < 2) return continued
  const last = paragraphs.findLastIndex((paragraph) => turns.has(paragraph))
  for (const [i, paragraph] of paragraphs.slice(0, last).entries()) {
    const before = paragraphs[i - 1]
    if (turns.has(paragraph) || !before || !(turns.has(before) || continued.has(before))) continue
    const words = text.slice(paragraph.start, paragraph.end)
    if (!/^[([]/.test(words) && !/\?["”’]?$/.test(words)) continued.add(paragraph)
  }
  return continued
}

/** Returns who takes turns, by the last words of the labels. */
const voicesOf = <P>(text: string, turns: ReadonlyMap<P, Turn>) =>
  new Set([...turns.values()].map(({ name }) => text.slice(name.start, name.end).split(' ').at(-1)))

/** Reads a paragraph as a label and words; null when it has no label. */
function readTurn(text: string, paragraph: Span, { turns }: TurnKnowledge): Turn | null {
  const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LABEL_REACH))
  const match = LABEL.exec(head)
  const name = match?.[1]
  if (!match || !name || turns.noName.test(name) || name.trim().length < 2) return null
  if (isCount(text.slice(paragraph.start + match[0].length, paragraph.end))) return null
  const start = paragraph.start + match[0].indexOf(name)
  return {
    name: { start, end: start + name.trimEnd().length },
    words: { start: paragraph.start + match[0].length, end: paragraph.end },
  }
}

/** No count is longer, in code units. */
const LONGEST_COUNT = 40

/** Tells whether the words are a result and nobody's turn: "1,204", "52 votes". */
const isCount = (words: string) =>
  words.length <= LONGEST_COUNT && /\p{N}/u.test(words) && (words.match(/\p{L}+/gu)?.length ?? 0) < 2

/** Makes the statement of a turn: its label is the speaker, all the rest the words. */
export function turnStatement(
  text: string,
  turn: Turn,
  sentence: Sentence | undefined,
  registry: Registry,
  medium: StatementMedium,
): Attributed {
  const label = text.slice(turn.name.start, turn.name.end)
  const mention = bareMention(turn.name, isShouted(label) ? titleCase(label) : label, 0)
  return printedStatement(
    turn.words,
    { source: turn.name, entity: registry.resolve(mention), medium },
    sentence,
  )
}

/**
 * Makes the statement of words that are printed as somebody's without a verb: behind a label or, with `source` null,
 * below a question.
 */
export function printedStatement(
  words: Span,
  { source, entity, medium }: Pick<Attributed, 'source' | 'entity' | 'medium'>,
  sentence: Sentence | undefined,
): Attributed {
  return {
    segments: [words],
    kind: 'DIRECT',
    polarity: 'AFFIRMED',
    entity,
    together: [],
    source,
    cue: source && ':',
    traits: NO_TRAITS,
    verbClass: 'CLAUSE',
    basis: source ? 'NAMED' : 'INHERITED',
    rule: source ? 'TURN' : 'RUN',
    medium,
    subject: 'NAME',
    doubtful: false,
    plain: true,
    cueTokens: null,
    within: null,
    sentence: sentence ?? { ...words, tokens: [] },
    from: null,
  }
}
