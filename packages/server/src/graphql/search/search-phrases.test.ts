import { beforeAll, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'

// biome-ignore lint/suspicious/noExplicitAny: answers of any shape
type Any = any

const TITLES = {
  hamlet: ['Stage', '“To be, or not to be, that is what we ask tonight,” said Mara Lindt, the player.'],
  mixed: ['Order', '“Not to be there, or to be there late, is the same to us,” said Mara Lindt, the player.'],
  off: ['The end of it', '“They cut off the island before the storm,” said Anselm Okafor, the mayor.'],
  on: ['End it', '“They cut on an island beside the storm,” said Anselm Okafor, the mayor.'],
  hyphen: ['Hyphens', '“It is a state-of-the-art ferry for all of us,” said Anselm Okafor, the mayor.'],
} as const
const GERMAN =
  '---\ntitle: Sein\nlanguage: de\n---\n\n„Es ist nicht so, wie es war, und über die Mauer gehen wir nicht“, sagte Mara Lindt.\n'

describeServiceOnBoth('a search for a phrase', (service, database) => {
  beforeAll(async () => {
    for (const [name, [title, body]] of Object.entries(TITLES)) {
      await ingestText(database, `---\ntitle: ${title}\nexternal_id: desk:${name}\n---\n\n${body}\n`)
    }
    await ingestText(database, GERMAN)
  })

  it.each([
    ['"to be or not to be"', ['To be, or not to be']],
    ['“not to be there, or to be”', ['Not to be there, or to be']],
    ['"or to be or"', []],
    ['"cut off the island"', ['cut off the island']],
    ['"cut on the island"', []],
    ['"off the" storm', ['off the island before the storm']],
    ['"of us" -"state of"', []],
    ['"of us" or "same to us"', ['of us', 'same to us']],
    ['"state of the art"', ['state-of-the-art']],
    ['"is not"', []],
    ['«nicht so, wie es war»', ['nicht so, wie es war']],
    ['"über die Mauer"', ['über die Mauer']],
    ['"unter die Mauer"', []],
    ['storm -"off the"', ['storm']],
  ])('finds and highlights %s', async (query, found) => {
    const { search } = await service.data(
      `query ($query: String!) { search(query: $query, types: [STATEMENT]) { edges { node { ... on Statement { id } }
        highlights { fragment ranges { start end } } } } }`,
      { query },
    )
    const phrases = search.edges.flatMap(({ highlights }: Any) =>
      highlights.map(({ fragment, ranges }: Any) => fragment.slice(ranges[0].start, ranges.at(-1).end)),
    )
    expect(phrases.toSorted()).toEqual([...found].toSorted())
    const { statements } = await service.data(
      'query ($text: String!) { statements(filter: { text: $text }) { nodes { id } } }',
      { text: query },
    )
    const ids = (nodes: Any[]) => nodes.map(({ id }) => id).toSorted()
    expect(ids(statements.nodes)).toEqual(ids(search.edges.map(({ node }: Any) => node)))
  })

  it('finds the phrase in titles and texts of articles', async () => {
    const titles = async (text: string) =>
      (
        await service.data(
          `query ($text: String!) { search(query: $text, types: [ARTICLE]) { nodes { ... on Article { title } } } }`,
          { text },
        )
      ).search.nodes.map(({ title }: Any) => title)
    expect(await titles('"the end of it"')).toEqual(['The end of it'])
    expect(await titles('"to be or not to be"')).toEqual(['Stage'])
    expect(await titles('"end it"')).toEqual(['End it'])
  })

  it.each(['the', '"the"', 'to be or not to be', '"the" of "and"', '"the'])(
    'refuses %s, which nearly every text has',
    async (query) => {
      expect(
        await service.refusal('query ($query: String!) { search(query: $query) { edges { score } } }', {
          query,
        }),
      ).toMatch(/query has only words that nearly every text has/)
    },
  )

  it.each([
    ['"to be or not to be"', 'Statement_searchVector_idx'],
    ['"of us"', 'Statement_searchVector_idx'],
  ])('looks for %s in the index', async (query, index) => {
    const plan = await database.prisma.$transaction(async (tx) => {
      await tx.$executeRawUnsafe('SET LOCAL enable_seqscan = off')
      return tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
        `EXPLAIN SELECT id FROM "Statement" WHERE "searchVector" @@ any_language_query('${query}')`,
      )
    })
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain(index)
  })
})
