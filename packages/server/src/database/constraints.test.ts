import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeOnBoth } from '../testing/databases.js'
import { ingestText } from '../testing/service.js'
import type { Database } from './database.js'

/** What the database refuses, and the words by which it does. */
const REFUSED: [what: string, sql: string, message: RegExp][] = [
  [
    'an anchor whose words are not at its place',
    `UPDATE "Anchor" SET exact = 'We sail at one'`,
    /not at its place/,
  ],
  [
    'an anchor that was moved',
    `UPDATE "Anchor" SET start = start + 1, "end" = "end" + 1`,
    /not at its place/,
  ],
  ['an anchor that ends before it begins', `UPDATE "Anchor" SET "end" = start`, /Anchor_span_check/],
  [
    'an anchor past the end of the text',
    `UPDATE "Anchor" SET start = 90000, "end" = 90005`,
    /not at its place/,
  ],
  ['another content of a captured text', `UPDATE "ArticleText" SET content = content || '.'`, /immutable/],
  ['another hash of a captured text', `UPDATE "ArticleText" SET sha256 = repeat('0', 64)`, /immutable/],
  [
    'a text whose hash is not its own',
    `INSERT INTO "ArticleText" (id, "articleId", content, sha256, length, "searchText")
    SELECT gen_random_uuid(), id, 'x', repeat('0', 64), 1, 'x' FROM "Article"`,
    /ArticleText_sha256_check/,
  ],
  [
    'a text whose length is not its own',
    `INSERT INTO "ArticleText" (id, "articleId", content, sha256, length, "searchText")
    SELECT gen_random_uuid(), id, '🎈', '${createHash('sha256').update('🎈').digest('hex')}', 1, '🎈' FROM "Article"`,
    /ArticleText_length_check/,
  ],
  ['an article without a text', `UPDATE "Article" SET "currentTextId" = NULL`, /needs a text/],
  [
    'a second article at a canonical URL',
    `INSERT INTO "Article" (id, title, "titleFolded", "canonicalUrl")
    SELECT gen_random_uuid(), 'x', 'x', "canonicalUrl" FROM "Article"`,
    /unique/i,
  ],
  ['a statement of no article', `UPDATE "Statement" SET "articleId" = gen_random_uuid()`, /foreign key/i],
  ['a speaker who is still quoted, deleted', 'DELETE FROM "Speaker"', /foreign key|violates RESTRICT/i],
  ['a confidence above 1', `UPDATE "Statement" SET confidence = 1.5`, /Statement_confidence_check/],
  [
    'a review status that is none',
    `UPDATE "Statement" SET "reviewStatus" = 'MAYBE'`,
    /invalid input value for enum/,
  ],
  [
    'a date that ends before it begins',
    `UPDATE "Article" SET "publishedEarliest" = '2026-05-01', "publishedLatest" = '2026-04-01'`,
    /published_check/,
  ],
  ['a topic below itself', `UPDATE "Topic" SET "parentId" = id`, /Topic_parent_check/],
  [
    'an attribution to nobody and nothing',
    `UPDATE "Attribution" SET "speakerId" = NULL, "asWritten" = NULL`,
    /Attribution_who_check/,
  ],
  [
    'an external id of two things',
    `INSERT INTO "ExternalId" (id, type, namespace, value, "articleId", "speakerId")
    SELECT gen_random_uuid(), 'ARTICLE', 'a', 'b', a.id, s.id FROM "Article" a, "Speaker" s`,
    /ExternalId_one_check/,
  ],
]

describeOnBoth('the database refuses', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await ingestText(
      database,
      '---\ntitle: Election day\nurl: https://gazette.example/vote\n---\n\n“We sail after the election 🎈,” said Mara Lindt.\n',
    )
  })
  afterAll(() => database.close())

  it.each(REFUSED)('%s', async (_what, sql, message) => {
    await expect(database.prisma.$executeRawUnsafe(sql)).rejects.toThrow(message)
  })

  it('nothing that is right: an anchor may be written again as it is', async () => {
    expect(await database.prisma.$executeRawUnsafe('UPDATE "Anchor" SET start = start')).toBe(1)
  })
})

describeOnBoth('the change log', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  it('has the order of the commits', async () => {
    const log = (actor: string) =>
      database.prisma.$transaction(async (tx) => {
        await tx.change.createMany({
          data: [1, 2, 3].map(() => ({
            kind: 'CREATED',
            type: 'TOPIC',
            entityId: crypto.randomUUID(),
            actor,
          })),
        })
      })
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map(log))
    const rows = await database.prisma.change.findMany({ orderBy: { sequence: 'asc' } })
    // Of each transaction the entries stand together: no other one came between.
    const runs = rows.map(({ actor }) => actor).filter((actor, index, all) => actor !== all[index - 1])
    expect(rows).toHaveLength(15)
    expect(runs.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})
