import { type GraphQLInputObjectType, isListType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../database/database.js'
import { describeOnBoth } from '../testing/databases.js'
import { createService, type Service, TEST_KEY } from '../testing/service.js'
import { fill } from '../testing/synthetic.js'
import { encodeGlobalId } from './global-id.js'
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
  `INSERT INTO "Place" (id, name, "nameFolded", "countryCode") VALUES (md5('place')::uuid, 'Vienna', 'vienna', 'AT')`,
  `INSERT INTO "Event" (id, name, "nameFolded") VALUES (md5('event')::uuid, 'Talks', 'talks')`,
  `INSERT INTO "Document" (id, title, "titleFolded") VALUES (md5('document')::uuid, 'Treaty', 'treaty')`,
  `UPDATE "Statement" SET "eventId" = md5('event')::uuid, "eventPhase" = 'BEFORE' WHERE position = 116`,
  `UPDATE "Statement" SET "eventId" = md5('event')::uuid, "placeId" = md5('place')::uuid WHERE position = 145`,
  `INSERT INTO "Reference" (id, "documentId", "articleId", "statementId", "asWritten")
     SELECT gen_random_uuid(), md5('document')::uuid, "articleId", id, 'the treaty' FROM "Statement" WHERE position = 174`,
  `INSERT INTO "StatementMention" ("statementId", "speakerId")
     SELECT id, md5('speaker4')::uuid FROM "Statement" WHERE position = 203`,
  `INSERT INTO "Alteration" ("statementId", position, kind, start, "end")
     SELECT id, 0, 'ELLIPSIS', position, position + 1 FROM "Statement" WHERE position = 232`,
  `INSERT INTO "Attribution" (id, "statementId", position, "speakerId", role, basis)
     SELECT gen_random_uuid(), id, 1, md5('speaker5')::uuid, 'CO_SPEAKER', 'NAMED' FROM "Statement" WHERE position = 261`,
  `UPDATE "Statement" SET "reviewStatus" = 'REJECTED', "reviewedAt" = now(), "reviewedBy" = 'mara', "rejectionReason" = 'SCARE_QUOTE'
     WHERE position = 290`,
  `INSERT INTO "Byline" (id, "articleId", position, "asWritten", "speakerId")
     VALUES (gen_random_uuid(), md5('article2')::uuid, 0, 'A. Writer', md5('speaker6')::uuid)`,
  // Of speaker 7 nobody knows until when they were minister; they became ambassador on the fourth.
  `INSERT INTO "Affiliation" (id, "speakerId", role, "roleFolded", "organizationId", "placeId", "fromEarliest", "fromLatest",
       "untilEarliest", "untilLatest") VALUES
     (gen_random_uuid(), md5('speaker7')::uuid, 'Foreign Minister', 'foreign minister', NULL, NULL, NULL, '2026-01-01', '2026-01-02', NULL),
     (gen_random_uuid(), md5('speaker7')::uuid, 'Ambassador', 'ambassador', NULL, md5('place')::uuid, '2026-01-04', '2026-01-04', NULL, NULL),
     (gen_random_uuid(), md5('speaker8')::uuid, 'Foreign Minister', 'foreign minister', md5('speaker2')::uuid, NULL, NULL, NULL, NULL, '2026-01-03')`,
]

const LISTS = {
  statements: `id text kind medium language reviewStatus updatedAt saidAt { latest } provenance { confidence }
    speaker { id } article { id site { id } } anchors { status } topics(first: 5) { nodes { ...Lineage } }
    event { id } eventPhase place { id } references { document { id } } mentions(first: 2) { nodes { id } } alterations { kind }
    attributions { role affiliation { role organization { id } place { countryCode } } } review { by reason }`,
  articles: `id title language updatedAt publishedAt { earliest latest } site { id } text { content }
    bylines { speaker { id } } speakers(first: 12) { nodes { id } } topics(first: 12) { nodes { ...Lineage } }`,
  speakers: 'id name kind aliases { name } affiliations { role organization { id } place { countryCode } }',
  topics: 'id name aliases parent { id }',
  sites: 'id name domain',
} as const

type ListName = keyof typeof LISTS
// biome-ignore lint/suspicious/noExplicitAny: rows of any list
type Row = any
type Case = [filter: (rows: Row[]) => Record<string, unknown>, keeps: (row: Row, filter: Row) => boolean]

const has = <T>(values: T[], wanted: T[]) => values.some((value) => wanted.includes(value))
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
/** A speaker of the statement held such an office when they said it. */
const holds = (row: Row, is: (office: Row) => unknown) =>
  row.attributions.some(({ affiliation }: Row) => affiliation && is(affiliation))
const organizations = (rows: Row[]) =>
  rows.flatMap((row) =>
    row.attributions.flatMap(({ affiliation }: Row) => affiliation?.organization?.id ?? []),
  )
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
    [
      (rows) => ({ mentionedSpeakerIds: ids(rows.flatMap((row) => row.mentions.nodes)) }),
      (row) => row.mentions.nodes.length > 0,
    ],
    [
      () => ({ affiliation: { role: 'MINISTER' } }),
      (row) => holds(row, ({ role }) => role === 'Foreign Minister'),
    ],
    [
      () => ({ affiliation: { countryCode: 'at' } }),
      (row) => holds(row, ({ place }) => place?.countryCode === 'AT'),
    ],
    [
      (rows) => ({ affiliation: { role: 'foreign', organizationId: organizations(rows)[0] } }),
      (row) => holds(row, ({ organization }) => organization),
    ],
    [(rows) => ({ eventIds: [rows.find((row) => row.event).event.id] }), (row) => row.event],
    [() => ({ eventPhases: ['BEFORE', 'AFTER'] }), (row) => row.eventPhase === 'BEFORE'],
    [(rows) => ({ placeIds: [rows.find((row) => row.place).place.id] }), (row) => row.place],
    [
      (rows) => ({ documentIds: [rows.find((row) => row.references.length > 0).references[0].document.id] }),
      (row) => row.references.length > 0,
    ],
    [
      () => ({ joint: true }),
      (row) =>
        has(
          ['CO_SPEAKER'],
          row.attributions.map(({ role }: Row) => role),
        ),
    ],
    [() => ({ joint: false }), (row) => row.attributions.length === 1],
    [() => ({ altered: true }), (row) => row.alterations.length > 0],
    [() => ({ altered: false }), (row) => row.alterations.length === 0],
    [() => ({ reviewedBy: ['mara'] }), (row) => row.review?.by === 'mara'],
    [() => ({ rejectionReasons: ['SCARE_QUOTE', 'OTHER'] }), (row) => row.review?.reason === 'SCARE_QUOTE'],
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
    [
      (rows) => ({ bylineSpeakerIds: [rows.find((row) => row.bylines.length > 0).bylines[0].speaker.id] }),
      (row) => row.bylines.length > 0,
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
    [() => ({ affiliation: { role: 'foreign minister' } }), (row) => row.affiliations.length > 0],
    [(rows) => ({ possibleDuplicatesOf: rows[0].id }), (row, f) => row.id !== f.possibleDuplicatesOf],
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
      const fields = Object.keys(inputOf(list).getFields()).filter((field) => field !== 'includeDeleted')
      expect([...tried].toSorted()).toEqual(fields.toSorted())
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

  it.each([
    ['statements', 'Statement'],
    ['articles', 'Article'],
  ])('of %s leaves out what is in the bin, unless an editor asks for it', async (list, table) => {
    const { prisma } = database
    const bin = (value: string) =>
      prisma.$executeRawUnsafe(`UPDATE "${table}" SET "deletedAt" = ${value}
      WHERE id = (SELECT id FROM "${table}" ORDER BY id LIMIT 1)`)
    const count = `totalCount { value }`
    const all = `{ a: ${list} { ${count} } b: ${list}(filter: { includeDeleted: true }) { ${count} } }`
    const before = (await service.request(all, {}, TEST_KEY)).data
    await bin('now()')
    const { a, b } = (await service.request(all, {}, TEST_KEY)).data
    expect([a.totalCount.value, b.totalCount.value]).toEqual([
      before.a.totalCount.value - 1,
      before.a.totalCount.value,
    ])
    expect(await service.refusal(all)).toMatch(/^FORBIDDEN: this needs the scope "editor"/)
    await bin('NULL')
  })

  it.each([
    ['statements(filter: { text: " …" })', 'filter.text has no word: pass a word to look for'],
    ['articles(filter: { text: "" })', 'filter.text has no word: pass a word to look for'],
    [
      'statements(filter: { affiliation: {} })',
      'filter.affiliation is empty: name a role, an organisation or a country',
    ],
    [
      'statements(filter: { affiliation: { role: null } })',
      'filter.affiliation.role is null: leave the field out to not filter by it',
    ],
    [
      'speakers(filter: { affiliation: { role: " " } })',
      'filter.affiliation.role is empty: pass a part of the role',
    ],
    [
      'speakers(filter: { affiliation: { countryCode: "GBR" } })',
      'filter.affiliation.countryCode is not two letters: pass a code of ISO 3166-1 such as "GB"',
    ],
    [
      'statements(filter: { eventIds: ["x"] })',
      '"x" is not an id of this service: pass an `id` that it returned',
    ],
    [
      `statements(filter: { documentIds: ["${encodeGlobalId('Event', '00000000-0000-7000-8000-000000000000')}"] })`,
      'filter.documentIds[0] is the id of a Event: pass the id of a Document',
    ],
    [
      'statements(filter: { saidFrom: "2026-02-01", saidUntil: "2026-01-01" })',
      'filter.saidFrom … saidUntil is a range that ends before it begins: swap the two dates',
    ],
  ])('refuses %s', async (field, message) => {
    expect(await service.refusal(`{ ${field} { nodes { id } } }`)).toBe(`BAD_USER_INPUT: ${message}`)
  })

  it('of statements matches nothing with ids that nobody has', async () => {
    const id = (type: string) => encodeGlobalId(type, '00000000-0000-7000-8000-000000000000')
    for (const [field, type] of Object.entries({
      eventIds: 'Event',
      placeIds: 'Place',
      documentIds: 'Document',
      mentionedSpeakerIds: 'Speaker',
    })) {
      expect(await read('statements', { [field]: [id(type)] })).toEqual([])
    }
  })

  it('of statements refuses what no confidence is', async () => {
    for (const least of [-0.1, 1.01, 2]) {
      expect(
        await service.refusal(`{ statements(filter: { minConfidence: ${least} }) { nodes { id } } }`),
      ).toBe(`BAD_USER_INPUT: filter.minConfidence is ${least}: pass a number from 0 to 1`)
    }
  })
})
