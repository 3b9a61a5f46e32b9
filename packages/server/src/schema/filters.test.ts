import { type GraphQLInputObjectType, isListType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../database/database.js'
import { describeOnBoth } from '../testing/databases.js'
import { createService, type Service } from '../testing/service.js'
import { fill } from '../testing/synthetic.js'
import { schema } from './schema.js'

/** What the synthetic rows do not have: rows that some filter must tell apart. */
const VARIETY = [
  `UPDATE "Statement" SET language = 'fr' WHERE position = 29`,
  `UPDATE "Statement" SET "saidEdtf" = NULL, "saidLatest" = NULL, "saidBasis" = 'UNKNOWN' WHERE position = 58`,
  `UPDATE "Anchor" SET status = 'MOVED' WHERE start = 87`,
  `UPDATE "Article" SET "publishedEdtf" = NULL, "publishedEarliest" = NULL, "publishedLatest" = NULL,
     "publishedPrecision" = 'UNKNOWN', "publishedBasis" = 'UNKNOWN' WHERE title = 'Article 1'`,
  `UPDATE "Article" SET language = 'pt-BR', "updatedAt" = '2099-01-01' WHERE title = 'Article 2'`,
  `DELETE FROM "ArticleTopic" WHERE "articleId" = md5('article3')::uuid`,
  `DELETE FROM "ArticleTopic" WHERE "articleId" = md5('article4')::uuid AND "topicId" = md5('topic1')::uuid`,
  `DELETE FROM "ArticleSpeaker" WHERE "articleId" = md5('article3')::uuid`,
  `UPDATE "Topic" SET "parentId" = md5('topic1')::uuid WHERE slug IN ('topic-2', 'topic-3')`,
  `UPDATE "Topic" SET "parentId" = md5('topic3')::uuid WHERE slug = 'topic-4'`,
  `UPDATE "Speaker" SET kind = 'ORGANIZATION' WHERE name = 'Speaker 2'`,
  `INSERT INTO "Alias" (id, "speakerId", name, "nameFolded")
     VALUES (gen_random_uuid(), md5('speaker3')::uuid, 'Änne Quill', 'anne quill')`,
  `INSERT INTO "TopicAlias" (id, "topicId", name, "nameFolded")
     VALUES (gen_random_uuid(), md5('topic5')::uuid, 'Pêche', 'peche')`,
]

const LISTS = {
  statements: `id text kind medium language reviewStatus updatedAt saidAt { latest } provenance { confidence }
    speaker { id } article { id site { id } } anchors { status } topics { nodes { ...Lineage } }`,
  articles: `id title language updatedAt publishedAt { earliest latest } site { id } text { content }
    speakers(first: 12) { nodes { id } } topics(first: 12) { nodes { ...Lineage } }`,
  speakers: 'id name kind aliases { name }',
  topics: 'id name aliases parent { id }',
  sites: 'id name domain',
} as const

type ListName = keyof typeof LISTS
// biome-ignore lint/suspicious/noExplicitAny: rows of any list
type Row = any
type Case = [filter: (rows: Row[]) => Record<string, unknown>, keeps: (row: Row, filter: Row) => boolean]

const has = <T>(values: T[], wanted: T[]) => values.some((value) => wanted.includes(value))
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
/** A topic and all above it. */
const lineage = (topic: Row): string[] => (topic ? [topic.id, ...lineage(topic.parent)] : [])
const topicIn = (row: Row, filter: Row) => has(row.topics.nodes.flatMap(lineage), filter.topicIds)
/** The topic that has others below it, two levels deep. */
const top = (rows: Row[]) => {
  const lines = rows.flatMap((row) => row.topics.nodes).map(lineage)
  return lines.find((line) => line.length === 3)?.at(-1)
}

const CASES: Record<ListName, Case[]> = {
  statements: [
    [(rows) => ({ ids: ids(rows.slice(3, 9)) }), (row, { ids }) => ids.includes(row.id)],
    [() => ({ text: '"line 07" or "line 08"' }), (row) => /Line 0[78]/.test(row.text)],
    [() => ({ kinds: ['DIRECT', 'MIXED'] }), (row) => row.kind !== 'INDIRECT'],
    [() => ({ mediums: ['SPEECH'] }), (row) => row.medium === 'SPEECH'],
    [(rows) => ({ speakerIds: [rows[5].speaker.id] }), (row, f) => f.speakerIds.includes(row.speaker.id)],
    [(rows) => ({ topicIds: [top(rows)] }), topicIn],
    [
      (rows) => ({ topicIds: [top(rows)], includeSubtopics: false }),
      (row, f) => has(ids(row.topics.nodes), f.topicIds),
    ],
    [(rows) => ({ articleIds: [rows[0].article.id] }), (row, f) => f.articleIds.includes(row.article.id)],
    [(rows) => ({ siteIds: [rows[0].article.site.id] }), (row, f) => f.siteIds.includes(row.article.site.id)],
    [() => ({ languages: ['fr', 'de'] }), (row) => row.language === 'fr'],
    [() => ({ anchorStatuses: ['MOVED'] }), (row) => row.anchors[0].status === 'MOVED'],
    [() => ({ reviewStatuses: ['VERIFIED'] }), (row) => row.reviewStatus === 'VERIFIED'],
    [() => ({ saidFrom: '2026-01-04' }), ({ saidAt: { latest } }) => latest >= '2026-01-04'],
    [() => ({ saidUntil: '2026-01-03' }), ({ saidAt: { latest } }) => latest && latest <= '2026-01-03'],
    [
      () => ({ saidUntil: '2026-01-03', includeUndated: true }),
      ({ saidAt: { latest } }) => !latest || latest <= '2026-01-03',
    ],
    [() => ({ minConfidence: 0.4 }), (row) => row.provenance.confidence >= 0.4],
    [(rows) => ({ updatedSince: rows[33].updatedAt }), (row, f) => row.updatedAt >= f.updatedSince],
    [
      () => ({ kinds: ['DIRECT'], mediums: ['INTERVIEW'], saidFrom: '2026-01-04', includeDeleted: false }),
      (row) => row.kind === 'DIRECT' && row.medium === 'INTERVIEW' && row.saidAt.latest >= '2026-01-04',
    ],
  ],
  articles: [
    [() => ({ text: '00000003' }), (row) => row.text.content.includes('00000003')],
    [(rows) => ({ siteIds: [rows[1].site.id] }), (row, f) => f.siteIds.includes(row.site.id)],
    [
      (rows) => ({ speakerIds: [rows[0].speakers.nodes[0].id] }),
      (row, f) => has(ids(row.speakers.nodes), f.speakerIds),
    ],
    [(rows) => ({ topicIds: [top(rows)] }), topicIn],
    [
      (rows) => ({ topicIds: [top(rows)], includeSubtopics: false }),
      (row, f) => has(ids(row.topics.nodes), f.topicIds),
    ],
    [() => ({ languages: ['pt-BR'], includeDeleted: false }), (row) => row.language === 'pt-BR'],
    [() => ({ publishedFrom: '2026-01-04' }), ({ publishedAt: { latest } }) => latest >= '2026-01-04'],
    [
      () => ({ publishedUntil: '2026-01-04' }),
      ({ publishedAt: { latest } }) => latest && latest <= '2026-01-04',
    ],
    [
      () => ({ publishedUntil: '2026-01-04', includeUndated: true }),
      ({ publishedAt: { latest } }) => !latest || latest <= '2026-01-04',
    ],
    [() => ({ updatedSince: '2098-12-31T23:59:59+05:00' }), (row) => row.title === 'Article 2'],
  ],
  speakers: [
    [() => ({ name: 'ÄNNE' }), (row) => row.aliases.length > 0],
    [() => ({ name: 'kér 1' }), (row) => row.name.includes('ker 1')],
    [() => ({ kinds: ['ORGANIZATION', 'GROUP'] }), (row) => row.kind === 'ORGANIZATION'],
  ],
  topics: [
    [() => ({ name: 'peche' }), (row) => row.aliases.includes('Pêche')],
    [() => ({ name: 'TOPIC 3' }), (row) => row.name === 'Topic 3'],
    [
      (rows) => ({ parentIds: [rows.find((row) => row.parent).parent.id] }),
      (row, f) => f.parentIds.includes(row.parent?.id),
    ],
  ],
  sites: [[() => ({ name: 'SITE3' }), (row) => row.domain === 'site3.example']],
}

const inputOf = (list: ListName) =>
  schema
    .getQueryType()
    ?.getFields()
    [list]?.args.find(({ name }) => name === 'filter')?.type as GraphQLInputObjectType

describeOnBoth('the filter', (open) => {
  let database: Database
  let service: Service
  beforeAll(async () => {
    database = await open()
    service = createService(database)
    await fill(database, { statements: 100, speakers: 12, topics: 12 })
    for (const sql of VARIETY) await database.prisma.$executeRawUnsafe(sql)
  })
  afterAll(() => database.close())

  const read = async (list: ListName, filter: object): Promise<Row[]> => {
    const lineage = LISTS[list].includes('Lineage')
      ? 'fragment Lineage on Topic { id parent { id parent { id parent { id } } } }'
      : ''
    const data = await service.data(
      `query ($filter: ${inputOf(list).name}!) {
         rows: ${list}(first: 100, filter: $filter) { nodes { ${LISTS[list]} } totalCount { value } } } ${lineage}`,
      { filter },
    )
    expect(data.rows.totalCount.value).toBe(data.rows.nodes.length)
    return data.rows.nodes
  }

  describe.each(Object.keys(LISTS) as ListName[])('of %s', (list) => {
    it('keeps what its fields say, each of them tried', async () => {
      const rows = await read(list, {})
      const tried = new Set<string>()
      for (const [make, keeps] of CASES[list]) {
        const filter = make(rows)
        for (const field of Object.keys(filter)) tried.add(field)
        const expected = ids(rows.filter((row) => keeps(row, filter)))
        expect(expected.length, JSON.stringify(filter)).toBeGreaterThan(0)
        expect(expected.length, JSON.stringify(filter)).toBeLessThan(rows.length)
        expect(ids(await read(list, filter)), JSON.stringify(filter)).toEqual(expected)
      }
      expect([...tried].toSorted()).toEqual(Object.keys(inputOf(list).getFields()).toSorted())
    })

    it('matches nothing with an empty list, and refuses null and too many values', async () => {
      const input = inputOf(list)
      const query = (filter: string) => `{ ${list}(filter: ${filter}) { nodes { id } } }`
      expect(await service.refusal(query('null'))).toMatch(/^BAD_USER_INPUT: filter is null/)
      for (const { name, type, defaultValue } of Object.values(input.getFields())) {
        if (defaultValue !== undefined) continue
        expect(await service.refusal(query(`{ ${name}: null }`))).toBe(
          `BAD_USER_INPUT: filter.${name} is null: leave the field out to not filter by it`,
        )
        if (!isListType(type)) continue
        expect(await read(list, { [name]: [] }), name).toEqual([])
        const value = { ids: '"x"', kinds: 'DIRECT' }[name]
        if (list !== 'statements' || !value) continue
        expect(await service.refusal(query(`{ ${name}: [${Array(501).fill(value)}] }`))).toBe(
          `BAD_USER_INPUT: filter.${name} has 501 values: pass at most 500`,
        )
      }
    })
  })

  it('of statements refuses what no confidence is', async () => {
    for (const least of [-0.1, 1.01, 2]) {
      expect(
        await service.refusal(`{ statements(filter: { minConfidence: ${least} }) { nodes { id } } }`),
      ).toBe(`BAD_USER_INPUT: filter.minConfidence is ${least}: pass a number from 0 to 1`)
    }
  })
})
