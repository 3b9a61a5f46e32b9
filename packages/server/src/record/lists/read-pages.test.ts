import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { fill } from '../../../test/worlds/synthetic.js'
import { articles } from '../article/list.js'
import { sites } from '../site/list.js'
import { speakers } from '../speaker/list.js'
import { statements } from '../statement/list.js'
import { topics } from '../topic/list.js'

const LISTS = { articles, sites, speakers, statements, topics }
const ORDERS = Object.entries(LISTS).flatMap(([field, list]) =>
  Object.keys(list.orders).flatMap((order) =>
    (['ASC', 'DESC'] as const).map((direction) => ({ field, order, direction })),
  ),
)

describeServiceOnBoth('a connection', (service, database, kind) => {
  beforeAll(async () => {
    await fill(database, { statements: 400, speakers: 30, topics: 12 })
  })

  const page = async (field: string, args: string) => {
    const { list } = await service.data(
      `{ list: ${field}(${args}) { edges { cursor node { id } } nodes { id }
         pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    )
    expect(list.nodes).toEqual(list.edges.map((edge: { node: object }) => edge.node))
    expect(list.pageInfo.startCursor).toBe(list.edges.at(0)?.cursor ?? null)
    expect(list.pageInfo.endCursor).toBe(list.edges.at(-1)?.cursor ?? null)
    return { ids: list.nodes.map((node: { id: string }) => node.id) as string[], ...list.pageInfo }
  }

  async function walk(
    field: string,
    orderBy: string,
    sizes: number[],
    way: 'first' | 'last',
  ): Promise<string[]> {
    const all: string[] = []
    let cursor: string | null = null
    for (let step = 0; ; step++) {
      const size = sizes[step % sizes.length]
      const place: string = cursor ? `, ${way === 'first' ? 'after' : 'before'}: "${cursor}"` : ''
      const found = await page(field, `${orderBy}, ${way}: ${size}${place}`)
      if (way === 'first') all.push(...found.ids)
      else all.unshift(...found.ids)
      const [more, back] =
        way === 'first'
          ? [found.hasNextPage, found.hasPreviousPage]
          : [found.hasPreviousPage, found.hasNextPage]
      expect(back).toBe(step > 0)
      if (!more) return all
      cursor = way === 'first' ? found.endCursor : found.startCursor
    }
  }

  it.each(ORDERS)('gives each of $field once by $order $direction, whatever the page size', async (each) => {
    const { field, order, direction } = each
    const orderBy = `orderBy: { field: ${order}, direction: ${direction} }`
    const forwards = await walk(field, orderBy, [100], 'first')
    const { list } = await service.data(`{ list: ${field} { totalCount { value isExact } } }`)
    expect(new Set(forwards).size).toBe(list.totalCount.value)
    expect(forwards).toHaveLength(list.totalCount.value)
    const opposite = direction === 'ASC' ? 'DESC' : 'ASC'
    const reversed = await walk(field, `orderBy: { field: ${order}, direction: ${opposite} }`, [99], 'first')
    expect(reversed).toEqual(forwards.toReversed())
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 7, max: 100 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('first' as const, 'last' as const),
        async (sizes, way) => {
          expect(await walk(field, orderBy, sizes, way)).toEqual(forwards)
        },
      ),
      // The embedded database runs the same SQL, and takes longer for it.
      { numRuns: kind === 'embedded' ? 1 : field === 'statements' ? 2 : 4 },
    )
  })

  it('begins after `after` and ends before `before` when it has both', async () => {
    const { ids } = await page('statements', 'first: 30')
    const { list } = await service.data('{ list: statements(first: 30) { edges { cursor } } }')
    const [after, before] = [list.edges[4].cursor, list.edges[20].cursor]
    const between = await page('statements', `first: 100, after: "${after}", before: "${before}"`)
    expect(between.ids).toEqual(ids.slice(5, 20))
    const last = await page('statements', `last: 3, after: "${after}", before: "${before}"`)
    expect(last.ids).toEqual(ids.slice(17, 20))
  })

  it('goes on after a row that was deleted, and past rows that were inserted', async () => {
    const first = await page('topics', 'first: 5')
    const second = await page('topics', `first: 5, after: "${first.endCursor}"`)
    const row = Buffer.from(first.ids[4] as string, 'base64url')
      .toString()
      .slice('Topic:'.length)
    const topic = await database.prisma.topic.delete({ where: { id: row } })
    await database.prisma.topic.create({
      data: { ...topic, id: crypto.randomUUID(), slug: 'aa', nameFolded: 'aa' },
    })
    expect(await page('topics', `first: 5, after: "${first.endCursor}"`)).toEqual(second)
  })

  it('gives every lasting row exactly once while others are inserted and deleted between pages', async () => {
    const stays = (await walk('speakers', 'orderBy: { field: NAME, direction: ASC }', [100], 'first')).length
    const name = fc.string({
      unit: fc.constantFrom('s', 'p', 'z', '1', '2', ' '),
      minLength: 1,
      maxLength: 9,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(name, { maxLength: 12 }),
        fc.integer({ min: 3, max: 9 }),
        async (names, size) => {
          const create = (nameFolded: string) =>
            database.prisma.speaker.create({
              data: { id: crypto.randomUUID(), kind: 'GROUP', name: `passing ${nameFolded}`, nameFolded },
            })
          const passing = await Promise.all(names.map(create))
          const seen: string[] = []
          for (let after: string | null = null, more = true; more; ) {
            const { speakers } = await service.data(
              `query ($after: String) { speakers(first: ${size}, after: $after) {
               nodes { name } pageInfo { endCursor hasNextPage } } }`,
              { after },
            )
            seen.push(...speakers.nodes.map((node: { name: string }) => node.name))
            after = speakers.pageInfo.endCursor
            more = speakers.pageInfo.hasNextPage
            const gone = passing.pop()
            if (gone) passing.unshift(await create(`${gone.nameFolded}1`))
            if (gone) await database.prisma.speaker.delete({ where: { id: gone.id } })
          }
          await database.prisma.speaker.deleteMany({ where: { kind: 'GROUP' } })
          const staying = seen.filter((one) => !one.startsWith('passing'))
          expect(staying).toHaveLength(stays)
          expect(new Set(staying).size).toBe(stays)
        },
      ),
      { numRuns: 5 },
    )
  })

  it('counts up to the limit asked for, and says whether the count is exact', async () => {
    const count = (upTo: number) =>
      service.data(`{ statements { totalCount(upTo: ${upTo}) { value isExact } } }`)
    expect((await count(399)).statements.totalCount).toEqual({ value: 399, isExact: false })
    expect((await count(400)).statements.totalCount).toEqual({ value: 400, isExact: true })
    expect(
      await service.data('{ statements(filter: { kinds: [DIRECT] }) { totalCount { value } } }'),
    ).toEqual({
      statements: { totalCount: { value: 134 } },
    })
  })

  it('gives each parent its own ordered page with its own cursors when nested', async () => {
    const { articles: list } = await service.data(
      `{ articles(first: 3) { nodes { id statements(first: 4, orderBy: { field: POSITION_IN_ARTICLE, direction: ASC }) {
           nodes { article { id } anchors { position { start } } } pageInfo { endCursor hasNextPage } totalCount { value } } } } }`,
    )
    for (const article of list.nodes) {
      const { nodes, pageInfo, totalCount } = article.statements
      expect(nodes.map((node: { article: { id: string } }) => node.article.id)).toEqual(
        Array(4).fill(article.id),
      )
      expect(
        nodes.map((node: { anchors: { position: { start: number } }[] }) => node.anchors[0]?.position.start),
      ).toEqual([0, 1, 2, 3].map((line) => line * 29))
      expect(pageInfo.hasNextPage).toBe(true)
      expect(totalCount.value).toBe(20)
      const next = await service.data(
        `query ($id: ID!, $after: String) { article(by: { id: $id }) {
           statements(first: 1, after: $after, orderBy: { field: POSITION_IN_ARTICLE, direction: ASC }) {
             nodes { anchors { position { start } } } } } }`,
        { id: article.id, after: pageInfo.endCursor },
      )
      expect(next.article.statements.nodes[0].anchors[0].position.start).toBe(4 * 29)
    }
  })

  it('has its own arguments below fragments on different types', async () => {
    const { speakers, topic } = await service.data(
      '{ speakers(first: 1) { nodes { id } } topic(by: { slug: "topic-4" }) { id } }',
    )
    const below = (size: number) =>
      `said: statements(first: ${size}) { nodes { about: topics(first: ${size}) { nodes { id } } } }`
    const { nodes } = await service.data(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Speaker { ${below(1)} } ... on Topic { ${below(4)} } } }`,
      { ids: [speakers.nodes[0].id, topic.id] },
    )
    const topicsOf = nodes.map((node: { said: { nodes: { about: { nodes: unknown[] } }[] } }) =>
      node.said.nodes.map(({ about }) => about.nodes.length),
    )
    expect(topicsOf).toEqual([[1], expect.arrayContaining([2])])
    expect(topicsOf[1]).toHaveLength(4)
  })
})
