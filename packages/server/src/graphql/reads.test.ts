import { beforeAll, describe, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../test/harness/databases.js'
import { ingestSamples, ingestText } from '../../test/harness/service.js'

interface Anchored {
  text: string
  anchors: {
    position: { start: number; end: number }
    quote: { exact: string; prefix: string; suffix: string }
    text: { id: string; content: string; length: number }
  }[]
}

describeServiceOnBoth('the service', (service, database) => {
  beforeAll(async () => {
    await ingestSamples(database)
    await ingestText(
      database,
      'Emoji day\n\n🎉🎉 “We 🚢 sail 👍🏽 at noon,” said Mara Lindt. “So 🎈,” she said.\n',
      {
        name: 'emoji.txt',
        format: 'TEXT',
      },
    )
  })

  const list = async <Row = Record<string, never>>(query: string, variables?: object): Promise<Row[]> => {
    const [connection] = Object.values(await service.data(query, variables)) as { nodes: Row[] }[]
    return connection?.nodes ?? []
  }
  it('gives the exact words and the exact place of every statement', async () => {
    let seen = 0
    for (let after: string | null = null, more = true; more; ) {
      const { statements } = await service.data(
        `query ($after: String) { statements(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes {
           text anchors { position { start end } quote { exact prefix suffix } text { id content length } } } } }`,
        { after },
      )
      for (const { text, anchors } of statements.nodes as Anchored[]) {
        expect(anchors.map(({ quote }) => quote.exact).join(' […] ')).toBe(text)
        for (const { position, quote, text: captured } of anchors) {
          expect(captured.content.slice(position.start, position.end)).toBe(quote.exact)
          expect(captured.content.slice(0, position.start).endsWith(quote.prefix)).toBe(true)
          expect(captured.content.slice(position.end).startsWith(quote.suffix)).toBe(true)
          expect(captured.length).toBe(captured.content.length)
          seen++
        }
      }
      after = statements.pageInfo.endCursor
      more = statements.pageInfo.hasNextPage
    }
    expect(seen).toBeGreaterThan(230)
    const [emoji] = await list<Anchored>(
      '{ statements(filter: { text: "noon" }) { nodes { text anchors { position { start end } } } } }',
    )
    expect(emoji).toMatchObject({
      text: '“We 🚢 sail 👍🏽 at noon,”',
      anchors: [{ position: { start: 16 } }],
    })
  })

  describe('a look-up', () => {
    it.each(['site', 'article', 'speaker', 'topic'])(
      'gives the %s of an id, the same as `node`',
      async (type) => {
        const [{ id }] = (await list(`{ ${type}s(first: 1) { nodes { id } } }`)) as unknown as [
          { id: string },
        ]
        const data = await service.data(
          `query ($id: ID!) { one: ${type}(by: { id: $id }) { id } node(id: $id) { id __typename } }`,
          { id },
        )
        const typename = `${type[0]?.toUpperCase()}${type.slice(1)}`
        expect(data).toEqual({ one: { id }, node: { id, __typename: typename } })
      },
    )

    it('finds by domain, slug and URL', async () => {
      const data = await service.data(`{
        site(by: { domain: "WWW.harbour-post.example" }) { name articles { totalCount { value } } }
        topic(by: { slug: "elections" }) { name parent { slug } children { nodes { slug } } }
        article(by: { url: "https://HARBOUR-POST.example/2026/08/14/merrow-bank-treaty-signed/?utm_source=mail#top" }) { title }
        nobody: speaker(by: { wikidataId: "Q1" }) { name }
        nothing: topic(by: { slug: "no-such-topic" }) { name }
      }`)
      expect(data).toMatchObject({
        site: { name: 'Harbour Post' },
        topic: { name: 'Elections', parent: { slug: 'politics' } },
        article: { title: 'A treaty for the Merrow Bank, signed in the rain' },
        nobody: null,
        nothing: null,
      })
    })

    it('finds by hash, Wikidata item and external id', async () => {
      const { prisma } = database
      const speaker = await prisma.speaker.findFirstOrThrow({ where: { kind: 'PERSON' } })
      const topic = await prisma.topic.findFirstOrThrow()
      const text = await prisma.articleText.findFirstOrThrow({ include: { article: true } })
      await prisma.speaker.update({ where: { id: speaker.id }, data: { wikidataId: 'Q7' } })
      await prisma.topic.update({ where: { id: topic.id }, data: { wikidataId: 'Q8' } })
      const value = { namespace: 'cms', value: '17' }
      await prisma.externalId.createMany({
        data: [
          { id: crypto.randomUUID(), type: 'SPEAKER', speakerId: speaker.id, ...value },
          { id: crypto.randomUUID(), type: 'ARTICLE', articleId: text.articleId, ...value },
        ],
      })
      const data = await service.data(
        `query ($id: ExternalIdInput!, $sha256: Sha256!) {
           q: speaker(by: { wikidataId: "Q7" }) { name }
           speaker(by: { externalId: $id }) { name externalIds { namespace value } }
           topic(by: { wikidataId: "Q8" }) { name }
           article(by: { externalId: $id }) { title }
           captured: article(by: { sha256: $sha256 }) { title }
         }`,
        { id: value, sha256: text.sha256 },
      )
      expect(data).toEqual({
        q: { name: speaker.name },
        speaker: { name: speaker.name, externalIds: [value] },
        topic: { name: topic.name },
        article: { title: text.article.title },
        captured: { title: text.article.title },
      })
      expect(await service.refusal('{ speaker(by: {}) { name } }')).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALID)/)
    })

    it('gives null for an unknown id, and `nodes` in the order asked', async () => {
      const unknown = Buffer.from('Statement:018f0000-0000-7000-8000-000000000000').toString('base64url')
      const [{ id }] = (await list('{ speakers(first: 1) { nodes { id } } }')) as unknown as [{ id: string }]
      expect(
        await service.data(
          'query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id } statement(by: { id: $id }) { id } node(id: $id) { id } }',
          { ids: [unknown, id, unknown, id], id: unknown },
        ),
      ).toEqual({ nodes: [null, { id }, null, { id }], statement: null, node: null })
    })

    it('refuses an id of another noun, a malformed id, and too many ids', async () => {
      const [{ id }] = (await list('{ speakers(first: 1) { nodes { id } } }')) as unknown as [{ id: string }]
      const statement = 'query ($id: ID!) { statement(by: { id: $id }) { id } }'
      expect(await service.refusal(statement, { id })).toBe(
        'BAD_USER_INPUT: by.id is the id of a Speaker: pass the id of a Statement',
      )
      const filter = 'query ($id: ID!) { statements(filter: { topicIds: [$id] }) { nodes { id } } }'
      expect(await service.refusal(filter, { id })).toBe(
        'BAD_USER_INPUT: filter.topicIds[0] is the id of a Speaker: pass the id of a Topic',
      )
      for (const bad of ['', '1', 'U3BlYWtlcjox', '%%%', 'x'.repeat(5000)]) {
        expect(await service.refusal(statement, { id: bad })).toMatch(
          /^BAD_USER_INPUT: by.id is not an id of this service: /,
        )
        expect(await service.refusal('query ($id: ID!) { node(id: $id) { id } }', { id: bad })).toMatch(
          /^BAD_USER_INPUT: /,
        )
      }
      expect(
        await service.refusal('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
          ids: Array(101).fill(id),
        }),
      ).toBe('BAD_USER_INPUT: ids has 101 ids: pass at most 100')
    })
  })

  describe('a filter', () => {
    const all = async (field: string) =>
      (await service.data(`{ list: ${field} { totalCount { value } } }`)).list.totalCount.value as number

    it('by speaker finds only statements of the speaker', async () => {
      const [rao] = await list<{ id: string }>(
        '{ speakers(filter: { name: "ánand rao" }) { nodes { id name } } }',
      )
      const found = await list<{ speaker: { id: string } }>(
        'query ($id: ID!) { statements(filter: { speakerIds: [$id] }, first: 100) { nodes { speaker { id } } } }',
        { id: rao?.id },
      )
      expect(found.length).toBeGreaterThan(2)
      expect(found.every(({ speaker }) => speaker.id === rao?.id)).toBe(true)
    })

    it('by topic includes the topics below it, unless told not to', async () => {
      const [politics] = await list<{ id: string }>(
        '{ topics(filter: { name: "Politics" }) { nodes { id slug } } }',
      )
      const count = async (more: string) =>
        all(`statements(filter: { topicIds: ["${politics?.id}"]${more} })`)
      expect(await count('')).toBeGreaterThan(await count(', includeSubtopics: false'))
    })

    it('by day finds what was said in the range, and refuses a range that ends before it begins', async () => {
      const said = await list<{ saidAt: { latest: string } }>(
        '{ statements(filter: { saidFrom: "2026-03-01", saidUntil: "2026-04-30" }, first: 100) { nodes { saidAt { latest } } } }',
      )
      expect(said.length).toBeGreaterThan(10)
      for (const { saidAt } of said)
        expect(saidAt.latest >= '2026-03-01' && saidAt.latest <= '2026-04-30').toBe(true)
      const undated = await all('statements(filter: { saidFrom: "2026-03-01", includeUndated: true })')
      expect(undated).toBeGreaterThan(await all('statements(filter: { saidFrom: "2026-03-01" })'))
      expect(
        await service.refusal(
          '{ statements(filter: { saidFrom: "2026-03-02", saidUntil: "2026-03-01" }) { nodes { id } } }',
        ),
      ).toMatch(/^BAD_USER_INPUT: filter.saidFrom … saidUntil is a range that ends before it begins/)
      expect(
        await service.refusal('{ articles(filter: { publishedFrom: "2026-02-30" }) { nodes { id } } }'),
      ).toMatch(/^BAD_USER_INPUT: .*a Date is a calendar date such as/)
    })

    it('by words finds stems and phrases, never boilerplate', async () => {
      expect(await all('statements(filter: { text: "\\"cut off\\" roster" })')).toBeGreaterThan(1)
      expect(await all('articles(filter: { text: "newsletter" })')).toBe(0)
      expect(await all('articles(filter: { text: "ferries" })')).toBe(
        await all('articles(filter: { text: "ferry" })'),
      )
      expect(await service.refusal('{ statements(filter: { text: "the" }) { nodes { id } } }')).toMatch(
        /^BAD_USER_INPUT: filter.text has only words that nearly every text has/,
      )
      expect(await service.refusal(`{ statements(filter: { text: "'!&|:* (" }) { nodes { id } } }`)).toBe(
        'BAD_USER_INPUT: filter.text has no word: pass a word to look for',
      )
    })

    it('by name treats wildcards of LIKE as plain characters', async () => {
      expect(await all('speakers(filter: { name: "%" })')).toBe(0)
      expect(await all('sites(filter: { name: "_" })')).toBe(0)
      expect(await all('topics(filter: { name: "\\\\" })')).toBe(0)
    })
  })
})
