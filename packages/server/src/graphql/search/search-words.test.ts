import { expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'

// biome-ignore lint/suspicious/noExplicitAny: answers of any shape
type Any = any

describeServiceOnBoth('a search by words', (service, database) => {
  const articles = async (query: string): Promise<Any[]> =>
    (
      await service.data(
        `query ($query: String!) { search(query: $query, types: [ARTICLE]) { edges {
          node { ... on Article { title } } highlights { field fragment ranges { start end } } } } }`,
        { query },
      )
    ).search.edges

  it.each([
    ['es', 'Las negociaciones por la decisión', ['negociación', 'decisiones', 'DECISION', '"la decisión"']],
    ['pt', 'As negociações e a decisão', ['negociação', 'NEGOCIAÇÃO', 'decisao', '"e a decisão"']],
    ['fr', 'Ils ont déjà négocié le traité', ['négocier', 'negocier', 'négociées', '"déjà négocié"']],
    ['it', 'Domani parlerà alla città', ['parlare', 'parlera', 'citta', '"alla città"']],
    ['ru', 'Рыболовный йодистый договор', ['рыболовных', 'йодистого', '"рыболовный йодистый"']],
    ['de', 'Über die Häuser der Städte', ['Haus', 'hauser', 'Stadt', '"Häuser der Städte"']],
    ['en', 'A résumé of the café', ['resume', 'résumé', 'CAFÉS', '"résumé of the cafe"']],
  ])('finds words in %s with or without their accents', async (language, words, queries) => {
    const title = `Accents ${language}`
    await ingestText(database, `---\ntitle: ${title}\nlanguage: ${language}\n---\n\n${words}. Ñandú.\n`)
    const hit = async (query: string) => (await articles(query)).find(({ node }: Any) => node.title === title)
    for (const query of queries) {
      expect((await hit(query)).highlights[0].ranges.length, query).toBeGreaterThan(0)
      expect(await hit(`xylograph or ${query}`), query).toBeDefined()
      expect(await hit(`ñandú ${query}`), query).toBeDefined()
      // A minus leaves the article out, whichever form of the word it has.
      expect(await hit(`ñandú -${query}`), query).toBeUndefined()
    }
    expect(await hit('ñandú -"negociação xylograph"')).toBeDefined()
  })

  // The PostgreSQL server of the tests has LC_CTYPE C, which counts typographic marks as letters.
  it('finds words next to typographic marks', async () => {
    const words =
      '“Relieved crews” … and—herons «weeks»–of ‘waiting’, “l’été”…„Grateful“ 🎉cheers🎉 ¿lista? ‹done›'
    await ingestText(database, `---\ntitle: Printed marks\n---\n\n${words}.\n`)
    for (const query of 'relieved crews herons weeks waiting grateful cheers lista done'.split(' ')) {
      expect(
        (await articles(query)).map(({ node }) => node.title),
        query,
      ).toContain('Printed marks')
    }
    expect((await articles('“relieved crews” «grateful»'))[0].highlights[0].ranges).toHaveLength(3)
  })

  it('highlights a phrase only where its words follow one another, and words far down in a long text', async () => {
    const filler = 'Nobody said anything else in the hall that day. '.repeat(1_200)
    const hay = 'The fair was late, and the price of hay fell. The fair had no price for the fair.'
    await ingestText(
      database,
      `---\ntitle: The fair day\n---\n\n${hay} ${filler.slice(0, 480)} We got a fair price. ${filler} A kumquat ripened.\n`,
    )
    const shown = async (query: string) => {
      const [{ highlights }] = await articles(query)
      return highlights.map(({ field, fragment, ranges }: Any) => [
        field,
        ...ranges.map(({ start, end }: Any) => fragment.slice(start, end)),
      ])
    }
    expect(await shown('"fair price"')).toEqual([['TEXT', 'fair', 'price']])
    expect(await shown('"fair price" -xylograph or xylograph')).toEqual([['TEXT', 'fair', 'price']])
    expect((await shown('"price of hay" fair'))[0]).toEqual(['TITLE', 'fair'])
    expect(await shown('kumquat')).toEqual([['TEXT', 'kumquat']])
  })

  it('finds the first words of a text with more words than PostgreSQL can index', async () => {
    // A few long words have as many bytes as many short ones, and are faster to index.
    const word = 'w'.repeat(60)
    for (const language of ['english', 'french']) {
      const [{ first, last }] = await database.prisma.$queryRawUnsafe<[{ first: boolean; last: boolean }]>(
        `SELECT v @@ '${word}1x'::tsquery AS first, v @@ '${word}17000x'::tsquery AS last FROM (
          SELECT search_vector('${language}', string_agg('${word}' || n || 'x', ' é ' ORDER BY n)) AS v
          FROM generate_series(1, 17000) n) t`,
      )
      expect({ first, last }, language).toEqual({ first: true, last: false })
    }
  })
})
