import { type Extraction, extract } from '@onrecord/extract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkExtraction } from './check-extraction.js'
import { runExtractor } from './run-extractor.js'

const TEXT = 'Ferry to sail\n\n“We 🐟 sail,” she said, “at noon.” Mara Lindt left.'
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })

/** An extraction that fits the text. Each test spoils one thing of it. */
const good = () => ({
  statements: [
    {
      ...{ start: at('“We').start, end: at('noon.”').end },
      segments: [at('“We 🐟 sail,”'), { ...at('“at noon.”'), words: '“at noon.”' }],
      kind: 'DIRECT',
      polarity: 'AFFIRMED',
      medium: 'UNKNOWN',
      speaker: 'Mara Lindt',
      source: at('she'),
      mention: 'she',
      cue: 'said',
      basis: 'PRONOUN',
      confidence: 0.9,
      ...{ alterations: [], saidAt: null, within: null },
      topics: ['fish'],
    },
  ],
  speakers: [{ name: 'Mara Lindt', kind: 'PERSON', aliases: [], role: null, mentions: [at('Mara Lindt')] }],
  topics: [{ slug: 'fish', name: 'Fish', basis: 'PHRASE', weight: 0.5, mentions: [at('🐟')] }],
  segments: [
    { ...at('Ferry to sail'), kind: 'TITLE' },
    { start: 15, end: TEXT.length, kind: 'BODY' },
  ],
  extractor: 'acme-quotes@2.1',
})

type Draft = ReturnType<typeof good>
// biome-ignore lint/suspicious/noExplicitAny: what is spoiled has no type
const statement = (extraction: Draft): any => extraction.statements[0]

describe('checkExtraction', () => {
  it('accepts an extraction that fits, with fields that it does not know', () => {
    const extraction = { ...good(), cost: 3, statements: [{ ...statement(good()), price: 3 }] }
    expect(checkExtraction(TEXT, extraction)).toEqual(extraction)
  })

  it('takes topics without a weight as those of the article', () => {
    const extraction = good()
    const [{ weight: _, ...rest }] = extraction.topics as [Draft['topics'][0]]
    expect(checkExtraction(TEXT, { ...extraction, topics: [rest] }).topics).toMatchObject([{ weight: 1 }])
  })

  it('takes statements without a polarity as affirmed', () => {
    const extraction = good()
    const [{ polarity: _, ...rest }] = extraction.statements as [Draft['statements'][0]]
    expect(checkExtraction(TEXT, { ...extraction, statements: [rest] })).toEqual(extraction)
  })

  it('accepts what the rules give for any text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('“', '”', '"', ' said ', 'Mara Lindt', 'she', '. ', '\n\n', '🐟', ', '))
        .map((all) => all.join('')),
    )
    fc.assert(fc.property(texts, (text) => void checkExtraction(text, extract(text))))
  })

  it.each<[string, (extraction: Draft) => void]>([
    ['statements[0].segments is empty', (e) => (statement(e).segments = [])],
    [
      'statements[0].segments[1] has other words than the text at its offsets: count UTF-16 code units',
      (e) => (statement(e).segments[1].words = '“at noon'),
    ],
    ['statements[0].segments[1] overlaps the segment before it', (e) => statement(e).segments.reverse()],
    [
      'statements[0].segments[1] ends at 999, and the text at 66',
      (e) => (statement(e).segments[1].end = 999),
    ],
    ['statements[0].segments[0] is empty', (e) => (statement(e).segments[0].end = 15)],
    [
      'statements[0].segments[0] cuts a surrogate pair in two',
      (e) => (statement(e).segments[0].end = TEXT.indexOf('🐟') + 1),
    ],
    ['statements[0].segments[0] begins or ends with white space', (e) => (statement(e).segments[0].end += 1)],
    ['statements[0].segments[0].start is negative', (e) => (statement(e).segments[0].start = -1)],
    ['statements[0].segments[0].start is no whole number', (e) => (statement(e).segments[0].start = 15.5)],
    ['statements[0] does not start and end where its segments do', (e) => (statement(e).end -= 1)],
    ['statements[0].kind is none of DIRECT, MIXED, INDIRECT', (e) => (statement(e).kind = 'direct')],
    ['statements[0].confidence is above 1', (e) => (statement(e).confidence = 90)],
    ['statements[0].confidence is no number', (e) => (statement(e).confidence = Number.NaN)],
    ['statements[0].speaker is none of the speakers', (e) => (statement(e).speaker = 'Lindt')],
    ['statements[0].coSpeakers[0] is none of the speakers', (e) => (statement(e).coSpeakers = ['Lindt'])],
    [
      'statements[0].mention has other words than the text at its source',
      (e) => (statement(e).mention = 'he'),
    ],
    ['statements[0].source is null, and its mention is not', (e) => (statement(e).source = null)],
    [
      'statements[0].cue has a NUL character or half of a surrogate pair',
      (e) => (statement(e).cue = 'said\0'),
    ],
    ['topics[0].weight is above 1', (e) => Object.assign(e.topics[0] as object, { weight: 2 })],
    ['statements[0].topics[0] is none of the topics', (e) => (e.topics = [])],
    [
      'statements[1] starts before the statement before it',
      (e) => {
        const noon = at('“at noon.”')
        e.statements.unshift({ ...statement(e), ...noon, segments: [noon] })
      },
    ],
    [
      'speakers[0].name has a NUL character or half of a surrogate pair',
      (e) => (speaker(e).name = 'Mara \uD83D'),
    ],
    ['speakers[0].name is longer than 500 characters', (e) => (speaker(e).name = 'M'.repeat(1001))],
    [
      'speakers[0].kind is none of PERSON, ORGANIZATION, GROUP, UNKNOWN',
      (e) => (speaker(e).kind = 'MINISTER'),
    ],
    ['speakers[0].mentions[0] ends at 67, and the text at 66', (e) => (speaker(e).mentions[0].end = 67)],
    ['speakers[1] is there twice', (e) => e.speakers.push(speaker(e))],
    ['segments[1] overlaps the segment before it', (e) => ((e.segments[1] as { start: number }).start = 5)],
    [
      'segments[1] leaves out words of the text before it',
      (e) => ((e.segments[1] as { start: number }).start = 17),
    ],
    ['segments leave out the text from 13 on', (e) => e.segments.pop()],
    ['extractor is not name@version', (e) => (e.extractor = 'acme')],
  ])('refuses an extraction that does not fit: %s', (message, spoil) => {
    const extraction = good()
    spoil(extraction)
    expect(() => checkExtraction(TEXT, extraction)).toThrow(
      expect.objectContaining({
        code: 'INVALID_EXTRACTION',
        message: `the extractor gave what does not fit the text: ${message}`,
      }),
    )
  })

  it.each([undefined, null, 'text', [], { statements: null }])(
    'refuses a value that is no extraction: %j',
    (what) => {
      expect(() => checkExtraction(TEXT, what)).toThrow(/^the extractor gave what does not fit the text: /)
    },
  )
})

// biome-ignore lint/suspicious/noExplicitAny: what is spoiled has no type
const speaker = (extraction: Draft): any => extraction.speakers[0]

describe('runExtractor', () => {
  it('calls the extractor as a method, and reports what it throws as its error', async () => {
    class Acme {
      readonly method = 'MODEL'
      readonly #reason = 'no\ncredit'
      extract(): Extraction {
        throw new Error(this.#reason)
      }
    }
    await expect(runExtractor(new Acme(), TEXT, {})).rejects.toMatchObject({
      code: 'FAILED',
      message: 'the extractor failed: no credit',
      cause: expect.objectContaining({ message: 'no\ncredit' }),
    })
  })
})
