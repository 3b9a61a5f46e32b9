import { beforeAll, describe, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { ingestSamples, ingestText } from '../../../test/harness/service.js'
import { story } from '../../../test/worlds/stories.js'

// biome-ignore lint/suspicious/noExplicitAny: answers of any shape
type Any = any

describeServiceOnBoth('matchQuote', (service, database) => {
  beforeAll(async () => {
    await ingestSamples(database)
  })

  it('finds where a quotation stands, although its words were changed', async () => {
    const match = async (text: string, args = '') =>
      (
        await service.data(
          `query ($text: String!) { matchQuote(text: $text ${args}) { similarity position { start end } matched { start end }
          statement { text article { site { name } } } } }`,
          { text },
        )
      ).matchQuote
    const quote = 'No island should be cut off because two parties can’t agree on a roster'
    const sql = await service.sqlOf(async () => {
      const [first, ...others] = await match(quote)
      expect(first).toMatchObject({
        similarity: 1,
        statement: { article: { site: { name: 'The Selvane Courier' } } },
      })
      const { text } = first.statement
      expect(text.slice(first.position.start, first.position.end)).toBe(
        "No island should be cut off because two parties can't agree on a roster",
      )
      expect(first.matched).toEqual({ start: 0, end: quote.length })
      expect(others.map(({ statement }: Any) => statement.article.site.name)).toContain('Harbour Post')
      for (const { similarity } of others) expect(similarity < 1 && similarity >= 0.8).toBe(true)
    })
    // One stems the words, one finds the candidates, one reads the rows.
    expect(sql).toHaveLength(3)
    for (const changed of [
      "“(N)O ISLAND should be cut off … because two parties can't [all] agree on a roster!”",
      'no island should be cut off because two parties agree on a roster',
      'Nó islánd should bé cut off because two parties (so far) can’t agree on a roster',
    ]) {
      expect((await match(changed))[0].statement.text, changed).toContain('two parties')
    }
    expect(await match('no ferry should be built because six ministers will dance in a harbour')).toEqual([])
    expect(await match(quote, ', minSimilarity: 1, limit: 1')).toHaveLength(1)
    const [{ statement }] = await match(quote)
    const [short] = await match(`He told us this: ${statement.text} And then, said Mara, he left the hall.`)
    expect(short).toMatchObject({
      similarity: 1,
      statement: { text: statement.text },
      matched: { start: 18 },
    })
  })

  describe('of statements whose quotation is interrupted or written otherwise', () => {
    const SAID = {
      town: '“Nobody in our town,” Okafor said with a long look at the mayor, “wants another winter of candles.”',
      boats:
        '“The boats will not leave,” Okafor told reporters on the wet quay, “until somebody can not only promise but pay.”',
      mail: '“An e-mail reached every one of us before the herring came,” said Mara Lindt.',
      single: '‘Give the harbour back,’ she added with a raised voice, ‘to the people who built it.’',
      mixed:
        'The plan is “a rotten deal for small islands” and, as he put it before a silent room, “a gift to the ferry barons”, Anselm Okafor said.',
    }
    beforeAll(async () => {
      for (const [name, text] of Object.entries(SAID)) {
        await ingestText(
          database,
          story(`Mara Lindt opened the meeting.\n\nAnselm Okafor spoke first.\n\n${text}`, {
            id: name,
            title: `Council ${name}`,
          }),
        )
      }
    })
    const similarities = async (text: string): Promise<{ similarity: number; words: string }[]> =>
      (
        await service.data(
          `query ($text: String!) { matchQuote(text: $text) { similarity position { start end } statement { text } } }`,
          { text },
        )
      ).matchQuote.map(({ similarity, position, statement }: Any) => ({
        similarity,
        words: statement.text.slice(position.start, position.end),
      }))

    it.each([
      ['Nobody in our town wants another winter of candles', 1, 'Nobody in our town'],
      [
        '“Nobody in our town,” Okafor told the Courier, “wants another winter of candles.”',
        1,
        'Nobody in our town',
      ],
      ['“Nobody in our town … wants another winter”', 0.95, 'Nobody in our town'],
      ['The boats will not leave until somebody cannot only promise but pay', 1, 'The boats will not leave'],
      [
        '(The boats will not leave until somebody can not only promise but pay)',
        1,
        'The boats will not leave',
      ],
      ['“an email reached everyone of us before the herring came”', 1, 'An e-mail reached'],
      ['an e-mail reached every one of us', 1, 'An e-mail reached'],
      ['Give the harbour back to the people who built it', 1, 'Give the harbour back'],
      ['‘Give the harbour back,’ said Lindt, ‘to the people who built it.’', 1, 'Give the harbour back'],
      ['“a rotten deal for small islands … a gift to the ferry barons”', 0.95, 'a rotten deal'],
    ])('finds %s', async (text, least, words) => {
      const [best] = await similarities(text)
      expect(best?.words).toContain(words)
      expect(best?.similarity).toBeGreaterThanOrEqual(least)
    })

    it.each([
      // Most of the words stand nowhere: the few between marks are no quotation.
      'The minister thinks that “the people who built” motorways through the hills deserve a monument of marble',
      'Nobody in this house believes that summer could bring candles and another boat',
      'We saw that he went on and on about quays and reporters',
      'until nobody pays, the boats of the barons give everything back to harbours',
      'every herring reached one of the islands',
    ])('does not find %s', async (text) => {
      expect(await similarities(text)).toEqual([])
    })
  })

  it('finds words with apostrophes, which the index splits', async () => {
    await ingestText(database, story('“They won’t say so, and don’t know,” said Anselm Okafor.'))
    const { matchQuote } = await service.data(
      `{ matchQuote(text: "They won't say so and don't know") { similarity } }`,
    )
    expect(matchQuote).toEqual([{ similarity: 1 }])
  })

  it.each([
    ['text: ""', /^text has no word/],
    ['text: "[sic] …"', /^text has no word outside of brackets/],
    ['text: "It is what it is."', /^text has only words that nearly every text has/],
    [`text: "${'roster '.repeat(300)}"`, /^text is 2100 code units long: pass at most 2000/],
    [`text: "${'x'.repeat(100_000)}"`, /^text .*100,?000/],
    ['text: "roster", minSimilarity: 1.1', /^minSimilarity is 1.1: pass a number from 0 to 1/],
    ['text: "roster", limit: 51', /^limit is 51: ask for 1 to 50/],
  ])('refuses to match %.40s', async (args, message) => {
    const refusal = await service.refusal(`{ matchQuote(${args}) { similarity } }`)
    expect(refusal.slice('BAD_USER_INPUT: '.length)).toMatch(message)
    expect(refusal).toMatch(/^BAD_USER_INPUT: /)
  })
})
