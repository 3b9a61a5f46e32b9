import { beforeAll, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../test/harness/databases.js'
import { explain } from '../../test/harness/explain.js'
import { fill } from '../../test/worlds/synthetic.js'
import { encodeGlobalId } from '../record/global-id.js'
import { statements } from '../record/statement/list.js'

const FOUR_LEVELS = /* GraphQL */ `
  query ($first: Int!) {
    articles(first: $first) {
      nodes {
        title
        site { name }
        statements(first: 5) {
          nodes {
            text
            speaker { name affiliations { role } }
            anchors { position { start end } quote { exact } text { sha256 } }
            topics(first: 3) {
              nodes {
                name
                statements(first: 2) { nodes { text speaker { name } } pageInfo { endCursor hasNextPage } }
              }
            }
          }
        }
      }
    }
  }
`

describeServiceOnBoth('a service with 10,000 statements', (service, database) => {
  beforeAll(async () => {
    await fill(database, { statements: 10_000, speakers: 200, topics: 40 })
  }, 120_000)

  it('reads four nested lists with one SQL statement, however many rows they have', async () => {
    for (const first of [2, 50]) {
      const sql = await service.sqlOf(async () => {
        const { articles } = await service.data(FOUR_LEVELS, { first })
        expect(articles.nodes).toHaveLength(first)
        expect(articles.nodes[0].statements.nodes[0].topics.nodes[0].statements.nodes).toHaveLength(2)
      })
      expect(sql).toHaveLength(1)
    }
  })

  it('counts nothing unless the operation asks for a count', async () => {
    const sql = await service.sqlOf(() =>
      service.data('{ statements { nodes { text } pageInfo { hasNextPage } } }'),
    )
    expect(sql).toHaveLength(1)
    expect(sql.filter(({ query }) => /count\(/i.test(query))).toEqual([])
    expect(await service.sqlOf(() => service.data('{ statements { totalCount { value } } }'))).toHaveLength(1)
    expect(
      await service.sqlOf(() => service.data('{ statements { pageInfo { hasNextPage } } }')),
    ).toHaveLength(1)
  })

  it('reads `nodes` of several nouns with one SQL statement', async () => {
    const { articles, speakers } = await service.data(
      '{ articles { nodes { id } } speakers { nodes { id } } }',
    )
    const ids = [...articles.nodes, ...speakers.nodes].map(({ id }: { id: string }) => id)
    const sql = await service.sqlOf(async () => {
      const { nodes } = await service.data(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename ... on Article { title site { name } } ... on Speaker { name } } }',
        { ids },
      )
      expect(nodes.map(({ id }: { id: string }) => id)).toEqual(ids)
      expect(nodes[0].site.name).toMatch(/^Site \d$/)
    })
    expect(sql).toHaveLength(1)
  })

  const orders = Object.keys(statements.orders).flatMap((order) =>
    ['ASC', 'DESC'].map((direction) => `orderBy: { field: ${order}, direction: ${direction} }`),
  )

  it.each(orders)('reads no more rows deep in the list than at its beginning: %s', async (orderBy) => {
    const deep = await cursorAt(8_000, orderBy)
    const [first, after] = [await effortOf(`${orderBy}`), await effortOf(`${orderBy}, after: "${deep}"`)]
    expect(after.statements).toBe(first.statements)
    expect(after.rowsRead).toBeLessThanOrEqual(first.rowsRead)
    expect(first.rowsRead).toBeLessThanOrEqual(21)
    for (const { nodes } of [first, after]) {
      expect(nodes.filter((node) => /Seq Scan|Sort/.test(node))).toEqual([])
    }
  })

  it.each([
    ['speakerIds', '{ speakers(first: 1) { nodes { id } } }', 2_000],
    ['topicIds', '{ topics(first: 1) { nodes { id } } }', 4_000],
    ['articleIds', '{ articles(first: 1) { nodes { id } } }', 100],
  ])('reads few rows for %s', async (field, look, limit) => {
    const data = await service.data(look)
    const [{ nodes }] = Object.values(data) as [{ nodes: { id: string }[] }]
    const { rowsRead } = await effortOf(`filter: { ${field}: ["${nodes[0]?.id}"] }`)
    expect(rowsRead).toBeLessThan(limit)
  })

  it('reads few rows for a rare speaker, a rare topic or a narrow range of days', async () => {
    const { prisma } = database
    const rare = await prisma.topic.create({
      data: { id: crypto.randomUUID(), slug: 'rare', name: 'Rare', nameFolded: 'rare' },
    })
    const speaker = await prisma.speaker.create({
      data: { id: crypto.randomUUID(), kind: 'PERSON', name: 'Rare', nameFolded: 'rare' },
    })
    const some = await prisma.statement.findMany({ select: { id: true }, orderBy: { id: 'asc' }, take: 5 })
    for (const { id } of some) {
      await prisma.statementTopic.create({ data: { statementId: id, topicId: rare.id } })
      await prisma.attribution.updateMany({ where: { statementId: id }, data: { speakerId: speaker.id } })
    }
    const topicIds = `topicIds: ["${encodeGlobalId('Topic', rare.id)}"], includeSubtopics: false`
    const speakerIds = `speakerIds: ["${encodeGlobalId('Speaker', speaker.id)}"]`
    const days = 'saidFrom: "2026-03-01", saidUntil: "2026-03-02"'
    for (const filter of [topicIds, speakerIds, days]) {
      // With the forty topics or two hundred speakers, among which a merged one is looked for.
      expect((await effortOf(`filter: { ${filter} }`)).rowsRead, filter).toBeLessThanOrEqual(250)
    }
    const [places] = await service.sqlOf(() =>
      service.data('{ articles(filter: { publishedFrom: "2030-01-01" }) { pageInfo { endCursor } } }'),
    )
    expect(places && (await explain(database, places)).rowsRead).toBe(0)
  })

  it.each(['kinds: [DIRECT]', 'reviewStatuses: [VERIFIED]', 'mediums: [SPEECH]', 'minConfidence: 0.5'])(
    'stops reading at the end of the page with %s',
    async (filter) => {
      const { rowsRead, nodes } = await effortOf(`filter: { ${filter} }`)
      expect(rowsRead).toBeLessThan(400)
      expect(nodes.filter((node) => node.startsWith('Seq Scan'))).toEqual([])
    },
  )

  it.each([
    ['speakers { nodes { id } }', 100],
    ['articles(first: 1) { nodes { speakers { nodes { id } } } }', 1_000],
    ['speakers(first: 1) { nodes { articles { nodes { id } } } }', 3_000],
  ])('reads few rows to find the visible speakers: %s', async (list, limit) => {
    const [sql] = await service.sqlOf(() => service.data(`{ ${list} }`))
    expect(sql && (await explain(database, sql)).rowsRead).toBeLessThan(limit)
  })

  it('finds words with the search index', async () => {
    const { nodes } = await effortOf('filter: { text: "00000123" }')
    expect(nodes).toContain('Bitmap Index Scan')
  })

  /** How many SQL statements a page of 20 takes, and the plan of the one that finds its ids. */
  async function effortOf(args: string) {
    const sql = await service.sqlOf(() =>
      service.data(`{ statements(first: 20, ${args}) { nodes { id text } } }`),
    )
    const [page] = sql
    if (!page) throw new Error('nothing was read')
    return { statements: sql.length, ...(await explain(database, page)) }
  }

  async function cursorAt(depth: number, orderBy: string): Promise<string> {
    let cursor = ''
    for (let at = 0; at < depth; at += 100) {
      const place = cursor ? `, after: "${cursor}"` : ''
      const data = await service.data(
        `{ statements(first: 100, ${orderBy}${place}) { pageInfo { endCursor } } }`,
      )
      cursor = data.statements.pageInfo.endCursor
    }
    return cursor
  }
})
