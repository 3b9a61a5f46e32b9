import type { Mention } from '../names/mention.js'
import { isDash } from '../text/marks.js'
import { is, type Range, type Token } from '../text/token.js'
import { NO_TRAITS, type VerbClass, type VerbForm } from '../text/verb-form.js'
import { type Cue, cueOf } from './cue.js'
import { subjectAcross, subjectBefore } from './find-subject.js'
import { isMereRefusal } from './infinitive.js'
import { invertedSubject, precededByQuote } from './inverted-subject.js'
import { nounPhrase } from './noun-phrase.js'
import { participleCue, sharedSubject } from './shared-subject.js'
import { type Subject, subject } from './subject.js'
import { type VerbGroup, verbGroup } from './verb-group.js'

/**
 * Reads the verb at token `i` as a cue with its subject; null when it does not report. `before`: the cues so far.
 * `clauses`: those between a subject and its verb.
 */
export function verbCue(
  tokens: Token[],
  mentions: Mention[],
  i: number,
  before: Cue[],
  clauses: Range[],
): Cue | null {
  const token = tokens[i]
  if (!token || (token.capital && i > 0)) return null
  if (token.lower === 'quoted') return quotedAsCue(tokens, mentions, i)
  const form = token.verb
  if (!form || mentions.some((mention) => mention.from <= i && i < mention.to && (i > 0 || mention.to > 1)))
    return null
  const gap = 1 + gapAfter(tokens, i)
  const after = tokens[i + gap]?.lower ?? ''
  const particle = form.particles.includes(after) ? after : null
  if (form.classes.size === 0 && !particle) return null
  const to = particle ? i + gap + 1 : i + 1
  const group = verbGroup(tokens, i)
  if (isMereRefusal(tokens, form.traits, to)) return null
  if (group.infinitive && !takeCarrier(tokens, group)) return null
  if (!reports(tokens, i, to, form, group, particle)) return null
  const behind = invertedSubject(tokens, mentions, i, to, form)
  const bare =
    form.tense === 'base' && !group.modal && !group.emphatic && !group.infinitive && form.lemma !== 'say'
  if (bare && !behind && !hasPluralSubject(tokens, mentions, group.from)) return null
  const base = {
    lemma: form.lemma,
    traits: form.traits,
    verbClass: classOf(form, particle),
    tense: form.tense,
    weak: form.weak,
    nounLike: form.nounLike,
    modal: group.modal && !group.factual,
    negated: group.negated,
  }
  if (form.tense === 'ing' && !group.be && !group.have)
    return participleCue(tokens, mentions, i, to, base, before)
  const clause = clauses.find(({ to }) => verbBehind(tokens, to) === group.from)
  const subject =
    (clause && subjectAcross(tokens, mentions, clause)) ?? subjectBefore(tokens, mentions, group.from)
  if (
    behind &&
    (precededByQuote(tokens, i) || !subject || subject.kind === 'NOUN' || isCut(tokens, subject, i))
  ) {
    const place = { inverted: true, groupFrom: i, groupTo: behind.to }
    return cueOf('VERB', i, to, { ...base, ...place, subject: behind })
  }
  if (!subject) return coordinatedCue(tokens, mentions, i, to, group, base, before)
  if (form.nounLike && subject.kind === 'NOUN' && (isParticiple(tokens[i - 1]) || !opensWords(tokens, to)))
    return null
  return cueOf('VERB', i, to, {
    ...base,
    subject,
    groupFrom: Math.min(subject.from, group.from),
    groupTo: to,
  })
}

/** Tells whether one comma parts a name from the verb, so that it is no subject: "a bridge to Hale, said Ada Moss". */
const isCut = (tokens: Token[], { from, to, kind }: Subject, verb: number): boolean =>
  kind === 'NAME' && to === verb - 1 && tokens[to]?.text === ',' && tokens[from - 1]?.text !== ','

/** Tells whether what may be a verb is the object of a participle: ", prompting questions". */
const isParticiple = (token: Token | undefined) => !token?.capital && is(token, 'participleEnding')

/** Returns where the main clause goes on behind a clause that ends before token `to`. */
const verbBehind = (tokens: Token[], to: number) =>
  tokens[to]?.text === ',' || isDash(tokens[to]) ? to + 1 : to

/**
 * Counts the tokens between a verb and its particle: "called Friday for", "called on Friday for", "spoke warmly of".
 */
function gapAfter(tokens: Token[], i: number): number {
  if (is(tokens[i + 1], 'adverbEnding')) return 1
  if (is(tokens[i + 1], 'day')) return 1
  return tokens[i + 1]?.lower === 'on' && is(tokens[i + 2], 'day') ? 2 : 0
}

/**
 * Takes the verb before an infinitive into the group, "went on to say"; false when that verb does not carry it: "hopes
 * to say".
 */
function takeCarrier(tokens: Token[], group: VerbGroup): boolean {
  const carrier = tokens[group.from - 1]
  if (!carrier || !is(carrier, 'carrier')) return false
  const from = group.from - (carrier.lower === 'on' ? 2 : 1)
  const { from: start, negated, modal, factual } = verbGroup(tokens, Math.max(0, from))
  group.from = start
  group.negated ||= negated
  group.modal ||= modal
  // "would go on to say" tells what came to pass.
  group.factual ||= factual || (modal && carrier.lower === 'on')
  return true
}

/** Rules out negations, passives, nouns, adjectives, and what may or might be said. */
function reports(
  tokens: Token[],
  i: number,
  to: number,
  form: VerbForm,
  group: VerbGroup,
  particle: string | null,
): boolean {
  if (group.be && form.tense !== 'ing') return false
  // A silence ends the words before it, "… but would not say when", and quotations beside it are not said.
  if (group.negated) return is(tokens[to], 'questionWord') || tokens.some(({ kind }) => kind === 'quote')
  // A passive may have no auxiliary: "affirmed by the council", ", compared with last year".
  const after = tokens[i + 1]?.lower ?? ''
  if (
    form.tense === 'past' &&
    !group.have &&
    (after === 'by' || (form.lemma === 'compare' && /^(?:to|with)$/.test(after)))
  )
    return false
  if (form.tense === 'ing' && !group.be && !group.have) return true
  if (form.nounLike && isNoun(tokens, i, group.from)) return false
  if (opensWords(tokens, to)) return true
  if (group.modal && form.lemma !== 'say') return false
  // A participle may be an adjective: "Moss's repeated pleas".
  return !(tokens[i - 1]?.lower === "'s" && form.tense === 'past' && !particle)
}

/** Reads a verb that shares the subject of the verb before: "… and said". */
function coordinatedCue(
  tokens: Token[],
  mentions: Mention[],
  i: number,
  to: number,
  group: VerbGroup,
  base: Partial<Cue>,
  before: Cue[],
): Cue | null {
  const mark = tokens[group.from - 1]
  if (!mark || !/^(?:and|but|or|then|,)$/.test(mark.lower) || base.tense === 'base') return null
  // One comma alone joins a verb only to one that reports: "The boat, called a wreck, …".
  const commas = tokens.slice(0, group.from).filter(({ text }) => text === ',').length
  if (mark.text === ',' && commas === 1 && !before.some(({ kind }) => kind === 'VERB')) return null
  const subject = sharedSubject(tokens, mentions, before, group.from)
  const comma = mark.text !== ',' && tokens[group.from - 2]?.text === ','
  const groupFrom = group.from - (comma ? 2 : 1)
  return subject && cueOf('VERB', i, to, { ...base, subject, coordinate: true, groupFrom, groupTo: to })
}

/** Tells whether what follows is plainly the words said: "that", a quotation, a colon. */
function opensWords(tokens: Token[], to: number): boolean {
  const next = tokens[to]
  return !next || is(next, 'that') || next.kind !== 'word' || tokens[to + 1]?.kind === 'quote'
}

/** With these the verb still takes a clause: "pointed out that", "as Moss put it". */
const CLAUSE_PARTICLES = new Set(['out', 'back', 'that', 'it'])

function classOf(form: VerbForm, particle: string | null): VerbClass {
  if (particle && !CLAUSE_PARTICLES.has(particle)) return 'OBJECT'
  const order: VerbClass[] = ['CLAUSE', 'HEARER', 'ASKING', 'OBJECT']
  return order.find((verbClass) => form.classes.has(verbClass)) ?? 'CLAUSE'
}

/** Tells whether a plain form, "say", has a subject or auxiliary before it that such a form takes. */
function hasPluralSubject(tokens: Token[], mentions: Mention[], from: number): boolean {
  const before = tokens[from - 1]
  if (before?.kind !== 'word') return before?.text === ')' || before?.text === ','
  if (is(before, 'pluralSubject') || is(before, 'pluralEnding')) return true
  return before.capital && (nounPhrase(tokens, mentions, from - 1)?.others.length ?? 0) > 0
}

/** Tells whether a form that may be a noun is one: it is after an article, an adjective or a preposition. */
function isNoun(tokens: Token[], i: number, from: number): boolean {
  if (from < i) return false
  const before = tokens[i - 1]
  if (before?.kind !== 'word') return i === 0 || before?.text === '-'
  if (before.lower === "'s" || is(before, 'possessive') || is(before, 'preposition')) return true
  const third = tokens[i]?.lower.endsWith('s') === true
  if (is(before, 'determiner') && (third || !/^(?:both|all|some|many|most)$/.test(before.lower))) return true
  return /^\p{N}/u.test(before.lower) || is(before, 'nounMarker')
}

/** Tokens between "quoted" and "as saying". */
const QUOTED_REACH = 8

/** Reads "was quoted as saying", "was quoted by the Gazette as saying", "the Gazette quoted Moss as saying". */
function quotedAsCue(tokens: Token[], mentions: Mention[], i: number): Cue | null {
  const as = tokens.findIndex((token, k) => k > i && k <= i + QUOTED_REACH && token.lower === 'as')
  if (as < 0 || tokens[as + 1]?.lower !== 'saying') return null
  const group = verbGroup(tokens, i)
  const quoted = mentions.find((mention) => mention.from === i + 1 && mention.to === as)
  const active = quoted && !group.be ? subject('NAME', quoted.from, quoted.to, quoted) : null
  if (!active && !group.be && as !== i + 1) return null
  const owner = subjectBefore(tokens, mentions, group.from)
  const speaker = active ?? owner
  return (
    speaker &&
    cueOf('VERB', i, as + 2, {
      subject: speaker,
      groupFrom: (owner ?? speaker).from,
      lemma: 'say',
      negated: group.negated || is(tokens[group.from], 'misquoting') || is(tokens[i - 1], 'misquoting'),
      modal: group.modal,
      traits: tokens[as + 1]?.verb?.traits ?? NO_TRAITS,
    })
  )
}
