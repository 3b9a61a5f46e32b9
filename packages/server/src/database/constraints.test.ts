import { createHash } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { describeOnBoth } from '../../test/harness/databases.js'
import { ingestText } from '../../test/harness/service.js'

/** Changes that the database refuses: what the change is, its SQL, and the error message. */
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
  ['a new content for a captured text', `UPDATE "ArticleText" SET content = content || '.'`, /immutable/],
  ['a new hash for a captured text', `UPDATE "ArticleText" SET sha256 = repeat('0', 64)`, /immutable/],
  [
    'a text with a wrong hash',
    `INSERT INTO "ArticleText" (id, "articleId", content, sha256, length, "searchText")
    SELECT gen_random_uuid(), id, 'x', repeat('0', 64), 1, 'x' FROM "Article"`,
    /ArticleText_sha256_check/,
  ],
  [
    'a text with a wrong length',
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
  [
    'a statement without an article',
    `UPDATE "Statement" SET "articleId" = gen_random_uuid()`,
    /foreign key/i,
  ],
  [
    'the deletion of a speaker who is still quoted',
    'DELETE FROM "Speaker"',
    /foreign key|violates RESTRICT/i,
  ],
  ['a confidence above 1', `UPDATE "Statement" SET confidence = 1.5`, /Statement_confidence_check/],
  [
    'an unknown review status',
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
    'an external id that belongs to two rows',
    `INSERT INTO "ExternalId" (id, type, namespace, value, "articleId", "speakerId")
    SELECT gen_random_uuid(), 'ARTICLE', 'a', 'b', a.id, s.id FROM "Article" a, "Speaker" s`,
    /ExternalId_one_check/,
  ],
]

describeOnBoth('the database', (database) => {
  beforeAll(async () => {
    await ingestText(
      database,
      '---\ntitle: Election day\nurl: https://gazette.example/vote\n---\n\n“We sail after the election 🎈,” said Mara Lindt.\n',
    )
  })

  it.each(REFUSED)('refuses %s', async (_what, sql, message) => {
    await expect(database.prisma.$executeRawUnsafe(sql)).rejects.toThrow(message)
  })

  it('accepts an anchor that is written again unchanged', async () => {
    expect(await database.prisma.$executeRawUnsafe('UPDATE "Anchor" SET start = start')).toBe(1)
  })
})

describeOnBoth('the check of an anchor in a long text', (database) => {
  // The text has 300,000 code units. The trigger that compares it cuts it into pieces of 4,096 and blocks of 262,144.
  const paragraph = (n: number) => `“Line ${n} of the 🎈 ferry’s log,” said Mara Lindt.`
  beforeAll(async () => {
    const lines = Array.from(
      { length: 300 },
      (_, n) => `${paragraph(n)}\n\n${'What nobody said. '.repeat(55)}`,
    )
    await ingestText(
      database,
      `---\ntitle: The log\nurl: https://gazette.example/log\n---\n\n${lines.join('\n\n')}\n`,
    )
  }, 60_000)

  it('accepts only the right words, wherever the pieces begin', async () => {
    const { prisma } = database
    const [anchor, text] = [
      await prisma.anchor.findFirstOrThrow({ orderBy: { start: 'desc' } }),
      await prisma.articleText.findFirstOrThrow(),
    ]
    expect(await prisma.anchor.count()).toBe(300)
    expect(anchor.start).toBeGreaterThan(262_144)
    const size = 4_096
    let looked = 0
    for (const border of [2 * size, 64 * size, text.length]) {
      for (const [start, end] of [
        [border - 40, border],
        [border - 40, border + 40],
        [border, border + 40],
        [border - size - 40, border + size + 40],
        [border - 1, border + 1],
      ] as const) {
        if (start < 0 || end > text.length) continue
        const [exact, prefix, suffix] = [
          text.content.slice(start, end),
          text.content.slice(start - 32, start),
          text.content.slice(end, end + 32),
        ]
        // Half of a surrogate pair cannot be stored.
        if (![exact, prefix, suffix].every((part) => part.isWellFormed())) continue
        looked++
        const data = { start, end, exact, prefix, suffix }
        await prisma.anchor.update({ where: { id: anchor.id }, data })
        // Each try takes the embedded database a second, so each place gets one of the three in turn.
        const wrong = [{ start: start - 1 }, { exact: `${exact.slice(0, -1)}\u0001` }, { prefix: 'not it' }]
        await expect(
          prisma.anchor.update({ where: { id: anchor.id }, data: { ...data, ...wrong[looked % 3] } }),
        ).rejects.toThrow(/not at its place/)
      }
    }
    expect(looked).toBeGreaterThan(8)
  })
})

describeOnBoth('the change log', (database) => {
  it('lists entries in the order of the commits', async () => {
    const log = (actor: string) =>
      database.prisma.$transaction(async (tx) => {
        await tx.change.createMany({
          data: [1, 2, 3].map(() => ({
            id: crypto.randomUUID(),
            kind: 'CREATED',
            type: 'TOPIC',
            entityId: crypto.randomUUID(),
            actor,
          })),
        })
      })
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map(log))
    const rows = await database.prisma.change.findMany({ orderBy: { sequence: 'asc' } })
    // The entries of a transaction stand together, with no entry of another one between them.
    const runs = rows.map(({ actor }) => actor).filter((actor, index, all) => actor !== all[index - 1])
    expect(rows).toHaveLength(15)
    expect(runs.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})
