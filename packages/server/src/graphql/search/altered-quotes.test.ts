import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { ingestSamples, ingestText } from '../../../test/harness/service.js'
import { alter, change, nearnessOf } from '../../../test/oracles/alter-quotation.js'
import { quoteWords } from '../../text/quote-words.js'

const wordsIn = (text: string) => quoteWords(text).map(({ word }) => word)

const LONG =
  'The quay is sound, and the crews who work on it know that very well, because they built every stone of it.'

interface Match {
  similarity: number
  position: { start: number; end: number }
  matched: { start: number; end: number }
  statement: { id: string; text: string }
}

/**
 * How many quotations each test tries; once, 3,000 passed on PostgreSQL. The embedded database runs the same SQL and is
 * five times slower.
 */
const RUNS = { embedded: 10, postgres: 150 }

describeServiceOnBoth('an altered quotation', (service, database, kind) => {
  let said: string[]
  beforeAll(async () => {
    await ingestSamples(database)
    await ingestText(
      database,
      `---\ntitle: The quay\n---\n\n“${LONG}” said Mara Lindt.\n\n“The quay is sound,” said Anselm Okafor.\n`,
    )
    const rows = await database.prisma.statement.findMany({ select: { text: true }, orderBy: { id: 'asc' } })
    said = rows
      .map(({ text }) => text)
      .filter((text) => quoteWords(text).length >= 10 && !/[([](?!…)/.test(text))
    expect(said.length).toBeGreaterThan(100)
  })

  const match = async (text: string, least = 0.8): Promise<Match[]> =>
    (
      await service.data(
        `query ($text: String!, $least: Float!) { matchQuote(text: $text, minSimilarity: $least) { similarity
          position { start end } matched { start end } statement { id text } } }`,
        { text, least },
      )
    ).matchQuote

  it('finds its statement first, with the matching words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(change, { minLength: 1, maxLength: 2 }), async (index, changes) => {
        // A search tolerates one split word, or two joined ones.
        fc.pre(changes.filter(([name]) => name === 'a word split' || name === 'two words joined').length < 2)
        const text = said[index % said.length] as string
        const words = text
          .replaceAll('[…]', '')
          .split(/\s+/)
          .filter((word) => /[\p{L}\p{N}]/u.test(word))
        const quote = alter(words, changes)
        const least = nearnessOf(changes, wordsIn(quote).length)
        const matches = await match(quote, least)
        const found = matches.find(({ statement }) => statement.text === text)
        expect(found, quote).toBeDefined()
        // Several articles print the same words, so other statements may match a part of them equally well.
        expect(found?.similarity, quote).toBe(matches[0]?.similarity)
        expect(found?.similarity, quote).toBeGreaterThanOrEqual(least)
        for (const { statement, similarity, position, matched } of matches) {
          expect(similarity).toBeLessThanOrEqual(1)
          const there = wordsIn(statement.text.slice(position.start, position.end))
          const here = wordsIn(quote.slice(matched.start, matched.end))
          expect(here.filter((word) => there.includes(word)).length, quote).toBeGreaterThan(0)
        }
      }),
      { numRuns: RUNS[kind] },
    )
  })

  it('finds its statement before a shorter one that matches word for word', async () => {
    const [first, second] = await match(LONG.replace('know that', 'know this').replace('because', 'for'))
    expect(first?.statement.text).toContain(LONG)
    expect(first?.similarity).toBeLessThan(1)
    expect(second).toMatchObject({ similarity: 1, statement: { text: '“The quay is sound,”' } })
  })

  it.each(['under Resolution 41/7', 'rose by 3.5 per cent', 'Section 12(b), sub-section 4'])(
    'finds %s, whatever characters join its words',
    async (words) => {
      await ingestText(
        database,
        `---\ntitle: Law ${words.length}\n---\n\n“It was ${words} of the law,” said Mara Lindt.\n`,
      )
      expect((await match(words, 1)).map(({ similarity }) => similarity)).toContain(1)
    },
  )

  it('finds nothing for words that nobody said in that order', async () => {
    const words = [...new Set(said.flatMap((text) => quoteWords(text).map(({ word }) => word)))]
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...words), { minLength: 8, maxLength: 40 }),
        async (mixed) => {
          // A quotation of only common words is refused, so a rare word is added.
          const matches = await match(`${mixed.join(' ')} herring`)
          expect(
            matches.map(({ statement }) => statement.text),
            mixed.join(' '),
          ).toEqual([])
        },
      ),
      { numRuns: RUNS[kind] },
    )
  })
})
