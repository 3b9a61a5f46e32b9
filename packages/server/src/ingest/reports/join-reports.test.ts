import { describe, expect, it } from 'vitest'
import { MOST_REPORTS, type Report } from '../../record/utterance/report.js'
import { quoteWords } from '../../text/quote-words.js'
import { type ActOfSpeech, joinReports } from './join-reports.js'

const report = (id: string, text: string): Report => ({ id, kind: 'DIRECT', text })
const single = (one: Report): ActOfSpeech => ({
  ...{ utteranceId: null, canonicalText: null, reports: [one], memberIds: [one.id] },
})
const utterance = (id: string, reports: Report[], canonicalText: string | null = null): ActOfSpeech => ({
  ...{ utteranceId: id, canonicalText, reports, memberIds: reports.map((one) => one.id) },
})

/** Joins reports that share words with all of the acts. Gives the ids of the joined reports by the act's id. */
function join(newReports: Report[], acts: ActOfSpeech[]): Record<string, string[]> {
  const alike = acts.flatMap(({ reports }) => reports)
  const compared = newReports.map((one) => ({ ...one, words: quoteWords(one.text), alike }))
  const entries = joinReports(compared, acts).map(({ act, joined }) => {
    const to = act.utteranceId ?? act.memberIds.join(' ')
    return [to, joined.map(({ id }) => id)] as const
  })
  return Object.fromEntries(entries)
}

const NOT_OURS = 'The bank does not belong to whoever shouts loudest.'
const FIFTY = 'It belongs to those who will still be fishing it in fifty years.'
const WORDS = 'one two three four five six seven eight nine ten eleven twelve'

describe('joinReports', () => {
  it.each([
    ['the same words', FIFTY, FIFTY, true],
    ['a part of them', FIFTY, `${NOT_OURS} ${FIFTY}`, true],
    ['more than them', `${NOT_OURS} ${FIFTY}`, FIFTY, true],
    ['another number', FIFTY, FIFTY.replace('fifty', '50'), true],
    ['a "not" less', NOT_OURS, NOT_OURS.replace(' not', ''), true],
    [
      'brackets and dots',
      FIFTY,
      '(I)t belongs … to those who will still be fishing it [the bank] in fifty years',
      true,
    ],
    [
      'every fourth word another',
      WORDS,
      WORDS.replace('two', 'a').replace('six', 'b').replace('ten', 'c'),
      true,
    ],
    [
      'every third word another',
      WORDS,
      WORDS.replace('two', 'a').replace('six', 'b').replace('ten', 'c').replace('four', 'd'),
      false,
    ],
    ['other words', FIFTY, NOT_OURS, false],
    ['seven words', 'to those who will still be fishing', FIFTY, false],
    ['nothing but seven words', FIFTY, 'to those who will still be fishing', false],
  ])('takes reports with %s for one act: %4$s', (_what, mine, theirs, isOne) => {
    expect(join([report('2', mine)], [single(report('1', theirs))])).toEqual(isOne ? { 1: ['2'] } : {})
  })

  it('joins the nearest utterance, or else the nearest single report', () => {
    const [other, far] = [FIFTY.replace('fifty', '50'), FIFTY.replace('fifty', 'five hundred')]
    const acts = [single(report('1', far)), single(report('2', other))]
    expect(join([report('9', other)], acts)).toEqual({ 2: ['9', '1'] })
    const utterances = [utterance('u', [report('3', far)]), utterance('v', [report('4', FIFTY)])]
    expect(join([report('9', other)], [...acts, ...utterances])).toEqual({ v: ['9', '2', '1'] })
  })

  it('joins two reports of one article to the same act', () => {
    const acts = [single(report('1', FIFTY))]
    expect(join([report('2', FIFTY), report('3', FIFTY)], acts)).toEqual({ 1: ['2', '3'] })
  })

  it('joins single reports that are near to the fullest report, and does not join utterances', () => {
    const both = `${NOT_OURS} ${FIFTY}`
    expect(join([report('3', both)], [single(report('1', NOT_OURS)), single(report('2', FIFTY))])).toEqual({
      1: ['3', '2'],
    })
    const utterances = [utterance('u', [report('1', NOT_OURS)]), utterance('v', [report('2', FIFTY)])]
    expect(join([report('3', both)], utterances)).toEqual({ u: ['3'] })
  })

  it('does not join two speeches that have a sentence in common', () => {
    const [first, second] = [`${WORDS} ${FIFTY}`, `${FIFTY} ${NOT_OURS} ${NOT_OURS}`]
    expect(join([report('3', FIFTY)], [single(report('1', first)), single(report('2', second))])).toEqual({
      1: ['3'],
    })
    const speech = utterance('u', [report('1', first), report('2', FIFTY)])
    expect(join([report('3', second)], [speech])).toEqual({})
  })

  it('compares reports with the canonical text that a person wrote', () => {
    const act = utterance('u', [report('1', FIFTY)], NOT_OURS)
    expect(join([report('2', FIFTY)], [act])).toEqual({})
    expect(join([report('2', NOT_OURS)], [act])).toEqual({ u: ['2'] })
  })

  it('joins no report to an utterance that is full', () => {
    const reports = Array.from({ length: MOST_REPORTS }, (_, index) => report(`r${index}`, FIFTY))
    expect(join([report('2', FIFTY)], [utterance('u', reports)])).toEqual({})
    expect(join([report('2', FIFTY), report('3', FIFTY)], [utterance('u', reports.slice(1))])).toEqual({
      u: ['2'],
    })
  })

  it('leaves out a report that is too long to compare, and compares the rest', () => {
    const speech = Array.from({ length: 2_000 }, (_, index) => `word${index}`).join(' ')
    const acts = [single(report('1', speech)), single(report('2', FIFTY))]
    expect(join([report('3', speech), report('4', FIFTY)], acts)).toEqual({ 2: ['4'] })
  })
})
