import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { describeOnBoth } from '../../test/harness/databases.js'
import { createService, type Service } from '../../test/harness/service.js'
import { HIDDEN, idOfNamed, makeHiddenWorld, PROPOSED } from '../../test/worlds/hidden-world.js'
import { encodeGlobalId } from '../record/global-id.js'
import type { NounName } from '../record/nouns.js'

/** Speakers without a statement who are visible, because something public names them. */
const NAMED = ['office', 'member', 'author', 'issuer', 'guest']

const LIST = 'nodes { id } totalCount { value } pageInfo { hasNextPage endCursor }'
const BY_ID = ['node(id: $id) { id __typename }', 'nodes(ids: [$id, $id]) { id }']

/** Every query that takes an id of a noun, besides `node` and `nodes`. */
const PATHS: Record<string, string[]> = {
  Statement: ['statement(by: { id: $id }) { id text }', `statements(filter: { ids: [$id] }) { ${LIST} }`],
  Article: ['article(by: { id: $id }) { id }', `statements(filter: { articleIds: [$id] }) { ${LIST} }`],
  ArticleText: [],
  Site: [
    'site(by: { id: $id }) { id }',
    `articles(filter: { siteIds: [$id] }) { ${LIST} }`,
    `statements(filter: { siteIds: [$id] }) { ${LIST} }`,
  ],
  Speaker: [
    'speaker(by: { id: $id }) { id }',
    `articles(filter: { speakerIds: [$id] }) { ${LIST} }`,
    `statements(filter: { speakerIds: [$id] }) { ${LIST} }`,
  ],
  Event: ['event(by: { id: $id }) { id }', `statements(filter: { eventIds: [$id] }) { ${LIST} }`],
  Document: ['document(by: { id: $id }) { id }'],
  Topic: [
    'topic(by: { id: $id }) { id }',
    `articles(filter: { topicIds: [$id] }) { ${LIST} }`,
    `statements(filter: { topicIds: [$id] }) { ${LIST} }`,
    `topics(filter: { parentIds: [$id] }) { ${LIST} }`,
  ],
}

/** Queries that read all lists below each other, with their counts. */
const ALL = [
  `{ articles { nodes { id text { id } texts { nodes { id } totalCount { value } } site { id } bylines { speaker { id } }
       speakers(first: 60) { nodes { id } totalCount { value } }
       topics(first: 60) { nodes { id parent { id } } totalCount { value } } } totalCount { value } }
     sites { nodes { id articles { nodes { id } totalCount { value } } } totalCount { value } } }`,
  `{ articles { nodes { id statements(first: 40) {
       nodes { id speaker { id } attributions { speaker { id } } anchors { text { id } } } totalCount { value } } }
       totalCount { value } } }`,
  `{ speakers(first: 90) { nodes { id name affiliations { organization { id } } members { nodes { id } }
       statements(first: 4) { nodes { id article { id } } totalCount { value } }
       articles(first: 4) { nodes { id } totalCount { value } } } totalCount { value } } }`,
  `{ topics(first: 80) { nodes { id slug parent { id } children(first: 4) { nodes { id } totalCount { value } }
       articles(first: 4) { nodes { id } totalCount { value } }
       statements(first: 8) { nodes { id } totalCount { value } } } totalCount { value } } }`,
  `{ statements(first: 80) { nodes { id event { id participants { nodes { id } totalCount { value } } }
       references { document { id issuers { nodes { id } totalCount { value } } } } } totalCount { value } } }`,
  `{ statements(first: 80) { nodes { id topics(first: 60) { nodes { id } totalCount { value } } }
       totalCount { value } } }`,
]

describeOnBoth('a hidden object', (database) => {
  let everybody: Service
  let readers: Service
  let reader: string
  beforeAll(async () => {
    everybody = createService(database, { publicProposals: true })
    readers = createService(database, { publicProposals: false })
    await makeHiddenWorld(database)
    reader = await readers.key('reader')
    // The first request with a key takes one SQL statement more, which reads the key.
    await readers.request('{ __typename }', {}, reader)
  })

  const idOf = (type: string, name: string) => idOfNamed(database, type, name)
  const answer = async (service: Service, path: string, id: string, key?: string) => {
    let got: unknown
    const query = `query ($id: ID!) { it: ${path} }`
    const sql = await service.sqlOf(async () => {
      got = await service.request(query, { id }, key)
    })
    return { got: JSON.stringify(got), sql: sql.length }
  }

  /** The answer for an unknown id, by noun, path and caller: hidden objects must get the same. */
  const unknownAnswers = new Map<string, ReturnType<typeof answer>>()
  const answerUnknown = (type: string, ...[service, path, key]: [Service, string, string | undefined]) => {
    const name = [type, path, service === everybody ? 'everybody' : (key ?? 'readers')].join()
    const known = unknownAnswers.get(name) ?? answer(service, path, encodeGlobalId(type, randomUUID()), key)
    unknownAnswers.set(name, known)
    return known
  }

  it.each([...HIDDEN, ...PROPOSED])('looks like an unknown id: %s %s', async (type, name) => {
    const id = await idOf(type, name)
    const callers: [Service, string | undefined][] = [
      [readers, undefined],
      [readers, reader],
      ...(PROPOSED.some(([, one]) => one === name)
        ? []
        : ([[everybody, undefined]] as [Service, undefined][])),
    ]
    for (const [service, key] of callers) {
      for (const path of [...BY_ID, ...(PATHS[type] ?? [])]) {
        const [hidden, none] = [
          await answer(service, path, id, key),
          await answerUnknown(type, service, path, key),
        ]
        expect(hidden.got, path).toBe(none.got)
        // It takes as many SQL statements, too, so that time tells nothing. A merged id takes one more.
        if (name !== 'speaker60') expect(hidden.sql, path).toBe(none.sql)
        expect(hidden.got).toMatch(/"it":(null|\[null,null\]|\{"nodes":\[\],"totalCount":\{"value":0\})/)
      }
    }
  })

  it('looks like an unknown object by its other keys, too', async () => {
    const [text] = await database.prisma.$queryRaw<[{ sha256: string }]>`
      SELECT sha256 FROM "ArticleText" WHERE id = md5('text3')::uuid`
    const { data } = await everybody.request(
      `query ($sha256: Sha256!) {
         article(by: { sha256: $sha256 }) { id } site(by: { domain: "site4.example" }) { id } topic(by: { slug: "below" }) { id }
         speakers(filter: { name: "Speaker 1" }, first: 100) { nodes { name } }
         topics(filter: { name: "below" }) { ${LIST} } statements(filter: { text: "00000003" }) { ${LIST} }
         articles(filter: { text: "00000003" }) { ${LIST} }
         rejected: statements(filter: { reviewStatuses: [REJECTED] }) { ${LIST} } }`,
      { sha256: text.sha256 },
    )
    const none = { nodes: [], totalCount: { value: 0 }, pageInfo: { hasNextPage: false, endCursor: null } }
    const { speakers, ...rest } = data
    expect(rest).toEqual({
      ...{ article: null, site: null, topic: null, topics: none },
      ...{ statements: none, articles: none, rejected: none },
    })
    expect(speakers.nodes).not.toContainEqual({ name: 'Speaker 1' })
    expect(speakers.nodes).toContainEqual({ name: 'Speaker 11' })
  })

  it('is in no list of another object, and in no count', async () => {
    const ids = async (of: [NounName, string][]) => Promise.all(of.map((one) => idOf(...one)))
    const always = await ids(HIDDEN)
    const proposed = await ids(PROPOSED)
    const named = await ids(NAMED.map((name) => ['Speaker', name]))
    const merged = await ids([
      ['Speaker', 'speaker8'],
      ['Speaker', 'speaker9'],
      ['Topic', 'old'],
    ])
    for (const [service, hidden, shown] of [
      [everybody, [...always, ...merged], [...proposed, ...named]],
      [readers, [...always, ...merged, ...proposed], named],
    ] as const) {
      const data: unknown[] = []
      for (const query of ALL) data.push(await service.data(query))
      const all = JSON.stringify(data)
      for (const id of hidden) expect(all).not.toContain(id)
      for (const id of shown) expect(all).toContain(id)
      expect(all).toContain(await idOf('Statement', 'statement3'))
      expectTrueCounts(data)
    }
  })

  it('does not link its visible speaker to its visible article', async () => {
    const [speaker, one, other] = [
      await idOf('Speaker', 'speaker6'),
      await idOf('Article', 'article1'),
      await idOf('Article', 'article2'),
    ]
    const query = `query ($id: ID!, $article: ID!) {
      speaker(by: { id: $id }) { articles { nodes { id } totalCount { value } } }
      articles(filter: { speakerIds: [$id] }) { nodes { id } }
      article(by: { id: $article }) { speakers(first: 100) { nodes { id } } } }`
    const seen = async (key?: string) => {
      const data = await everybody.data(query, { id: speaker, article: other }, key)
      const speakersThere = data.article.speakers.nodes.map(({ id }: { id: string }) => id)
      expect(data.speaker.articles.nodes).toEqual(data.articles.nodes)
      return { articles: data.articles.nodes.length, there: speakersThere.includes(speaker) }
    }
    expect(await seen()).toEqual({ articles: 1, there: false })
    expect(await seen(await everybody.key('reviewer'))).toEqual({ articles: 2, there: true })
    const { article } = await everybody.data(
      'query ($id: ID!) { article(by: { id: $id }) { bylines { asWritten speaker { name } } } }',
      { id: one },
    )
    expect(article.bylines).toEqual([
      { asWritten: 'By an author', speaker: { name: 'author' } },
      { asWritten: 'and Speaker 6', speaker: { name: 'Speaker 6' } },
    ])
  })

  it.each(['editor', 'reviewer', 'admin'] as const)(
    'is visible with the scope %s, also in the bin when asked for',
    async (role) => {
      const key = await readers.key(role)
      for (const [type, name] of [...HIDDEN, ...PROPOSED]) {
        const binned = ['statement1', 'statement40', 'article3', 'text3'].includes(name)
        const { node } = await readers.data(
          'query ($id: ID!) { node(id: $id) { id } }',
          { id: await idOf(type, name) },
          key,
        )
        const kept = name === 'speaker60' ? 'speaker1' : name
        expect(node, name).toEqual(binned ? null : { id: await idOf(type, kept) })
      }
      const count = async (bin: boolean) => {
        const data = await readers.data(
          `{ statements(filter: { includeDeleted: ${bin} }) { totalCount { value } } articles(filter: { includeDeleted: ${bin} }) { totalCount { value } } }`,
          {},
          key,
        )
        return [data.statements.totalCount.value, data.articles.totalCount.value]
      }
      expect([await count(false), await count(true)]).toEqual([
        [39, 2],
        [60, 3],
      ])
      const data = await readers.data(
        `query ($article: ID!, $statement: ID!) {
         article(by: { id: $article }, includeDeleted: true) { id }
         statement(by: { id: $statement }, includeDeleted: true) { id article { id } } }`,
        { article: await idOf('Article', 'article3'), statement: await idOf('Statement', 'statement40') },
        key,
      )
      expect(data.statement.article).toEqual(data.article)
    },
  )

  it('stays hidden in the bin from callers without a scope, whose request is refused', async () => {
    for (const query of [
      '{ statements(filter: { includeDeleted: true }) { nodes { id } } }',
      '{ articles(filter: { includeDeleted: true }) { totalCount { value } } }',
      `{ statement(by: { id: "${await idOf('Statement', 'statement1')}" }, includeDeleted: true) { id } }`,
    ]) {
      for (const key of [undefined, await everybody.key('reader')]) {
        expect(await everybody.refusal(query, {}, key)).toMatch(/^FORBIDDEN: this needs the scope EDITOR/)
      }
    }
  })
})

/** Expects each count in an answer to be the number of the nodes beside it. */
function expectTrueCounts(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  if ('nodes' in value && 'totalCount' in value) {
    const { nodes, totalCount } = value as { nodes: unknown[]; totalCount: { value: number } }
    expect(totalCount.value).toBe(nodes.length)
  }
  for (const inner of Object.values(value)) expectTrueCounts(inner)
}
