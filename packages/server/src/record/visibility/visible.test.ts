import { beforeAll, expect, it } from 'vitest'
import { describeOnBoth } from '../../../test/harness/databases.js'
import { VISIBLE_WHERE } from '../../../test/oracles/visible-where.js'
import { fill } from '../../../test/worlds/synthetic.js'
import { allOf, raw, sql } from '../../database/sql.js'
import type { View } from './view.js'
import { visible } from './visible.js'

const TYPES = Object.keys(VISIBLE_WHERE) as (keyof typeof VISIBLE_WHERE)[]
const VIEWS: View[] = (['PUBLIC', 'PROPOSALS', 'EVERYTHING'] as const).flatMap((sight) =>
  [false, true].map((bin) => ({ sight, bin, keys: bin })),
)

/** Rows of every noun, and what links them for good. */
const WORLD = [
  `INSERT INTO "ApiKey" (id, "keyId", name, "secretSha256", "createdBy")
     VALUES (gen_random_uuid(), 'a', 'a', repeat('0', 64), 'test')`,
  `INSERT INTO "Webhook" (id, url, secret, cursor, "createdBy")
     VALUES (md5('webhook')::uuid, 'https://a.example/', 'whsec_', 0, 'test')`,
  `INSERT INTO "WebhookDelivery" (id, "webhookId", event, at)
     VALUES (gen_random_uuid(), md5('webhook')::uuid, 'webhook.test', now())`,
  `INSERT INTO "Place" (id, name, "nameFolded") SELECT md5('place' || n)::uuid, n, n FROM generate_series(1, 6) n`,
  `INSERT INTO "Event" (id, name, "nameFolded", "placeId")
     SELECT md5('event' || n)::uuid, n, n, md5('place' || n)::uuid FROM generate_series(1, 6) n`,
  `INSERT INTO "StatementThread" (id) SELECT md5('thread' || n)::uuid FROM generate_series(1, 6) n`,
  `INSERT INTO "Utterance" (id, "canonicalText") SELECT md5('utterance' || n)::uuid, n FROM generate_series(1, 6) n`,
  `INSERT INTO "Document" (id, title, "titleFolded")
     SELECT md5('document' || n)::uuid, n, n FROM generate_series(1, 6) n`,
  `UPDATE "Topic" SET "parentId" = md5('topic' || (substr(slug, 7)::int / 2))::uuid WHERE slug <> 'topic-1'`,
  `UPDATE "Speaker" SET "mergedIntoId" = md5('speaker1')::uuid WHERE name = 'Speaker 2'`,
  `UPDATE "Topic" SET "mergedIntoId" = md5('topic1')::uuid WHERE slug = 'topic-9'`,
]

/** SQL of a number from 0 to `most - 1` that is random but the same each time for the same row and salt. */
const dice = (most: number, salt: string, id = 'id') =>
  `(('x' || substr(md5(${id}::text || '${salt}'), 1, 7))::bit(28)::int % ${most})`
const picked = (kind: string, salt: string) =>
  `CASE WHEN ${dice(3, `${salt}?`)} = 0 THEN md5('${kind}' || (1 + ${dice(6, salt)}))::uuid END`

/** SQL that holds for one pair of rows in twelve. */
const link = (alias: string, salt: string) => `${dice(12, salt, `${alias}.id::text || t.id`)} = 0`
const numberOf = 'row_number() OVER (PARTITION BY a.id ORDER BY t.id)'

/** Gives rows other review statuses, bin entries and links for each seed. */
const shake = (seed: string) => [
  `UPDATE "Statement" SET
     "reviewStatus" = (ARRAY['PROPOSED', 'VERIFIED', 'REJECTED', 'RETRACTED', 'REJECTED']::"ReviewStatus"[])[1 + ${dice(5, seed)}],
     "deletedAt" = CASE WHEN ${dice(2, `${seed}d`)} = 0 THEN now() END,
     "eventId" = ${picked('event', `${seed}e`)}, "placeId" = ${picked('place', `${seed}p`)},
     "threadId" = ${picked('thread', `${seed}t`)}, "utteranceId" = ${picked('utterance', `${seed}u`)}`,
  `UPDATE "Article" SET "deletedAt" = CASE WHEN ${dice(2, `${seed}a`)} = 0 THEN now() END`,
  'DELETE FROM "StatementMention"',
  `INSERT INTO "StatementMention" ("statementId", "speakerId")
     SELECT id, md5('speaker' || (1 + ${dice(12, `${seed}m`)}))::uuid FROM "Statement" WHERE ${dice(9, `${seed}n`)} = 0`,
  'DELETE FROM "ArticleTopic"',
  `INSERT INTO "ArticleTopic" ("articleId", "topicId")
     SELECT a.id, t.id FROM "Article" a, "Topic" t WHERE ${dice(6, `${seed}r`, 'a.id::text || t.id')} = 0`,
  ...['Byline', 'EventParticipant', 'DocumentIssuer', 'SpeakerMember', 'Affiliation'].map(
    (table) => `DELETE FROM "${table}"`,
  ),
  // Leaves some speakers without statements, so that their visibility depends on the other links.
  `DELETE FROM "Attribution" WHERE ${dice(9, `${seed}q`)} < 2`,
  `INSERT INTO "Byline" (id, "articleId", position, "asWritten", "speakerId")
     SELECT gen_random_uuid(), a.id, ${numberOf}, 'By', t.id FROM "Article" a, "Speaker" t WHERE ${link('a', `${seed}b`)}`,
  `INSERT INTO "EventParticipant" ("eventId", "speakerId")
     SELECT a.id, t.id FROM "Event" a, "Speaker" t WHERE ${link('a', `${seed}v`)}`,
  `INSERT INTO "DocumentIssuer" ("documentId", "speakerId")
     SELECT a.id, t.id FROM "Document" a, "Speaker" t WHERE ${link('a', `${seed}i`)}`,
  `INSERT INTO "SpeakerMember" ("groupId", "memberId")
     SELECT a.id, t.id FROM "Speaker" a, "Speaker" t WHERE a.id <> t.id AND ${link('a', `${seed}g`)}`,
  `INSERT INTO "Affiliation" (id, "speakerId", "organizationId")
     SELECT gen_random_uuid(), a.id, t.id FROM "Speaker" a, "Speaker" t WHERE a.id <> t.id AND ${link('a', `${seed}o`)}`,
  `INSERT INTO "Affiliation" (id, role, "roleFolded", "speakerId", "placeId")
     SELECT gen_random_uuid(), 'clerk', 'clerk', a.id, t.id FROM "Speaker" a, "Place" t WHERE ${link('a', `${seed}l`)}`,
  `UPDATE "Utterance" SET "primarySourceId" = ${picked('document', `${seed}y`)}`,
  'DELETE FROM "Reference"',
  `INSERT INTO "Reference" (id, "documentId", "articleId", "statementId", "asWritten")
     SELECT gen_random_uuid(), md5('document' || (1 + ${dice(6, `${seed}c`)}))::uuid, "articleId",
       CASE WHEN ${dice(4, `${seed}s`)} > 0 THEN id END, 'it' FROM "Statement" WHERE ${dice(6, `${seed}f`)} = 0`,
]

describeOnBoth('visible', (database) => {
  beforeAll(async () => {
    await fill(database, { statements: 60, speakers: 12, topics: 12 })
    for (const one of WORLD) await database.prisma.$executeRawUnsafe(one)
  })

  it('shows the same rows as the same rules written as Prisma filters', async () => {
    const { prisma } = database
    const shown = new Map(TYPES.map((type) => [type, { fewest: Number.POSITIVE_INFINITY, most: 0 }]))
    for (const seed of ['Rao', 'Lindt', 'Quill']) {
      for (const one of shake(seed)) await prisma.$executeRawUnsafe(one)
      for (const type of TYPES) {
        for (const view of VIEWS) {
          const listed = await prisma.$queryRaw<{ id: string }[]>(
            sql`SELECT t.id::text FROM ${raw(`"${type}"`)} t WHERE ${allOf(visible(type, view))} ORDER BY t.id`,
          )
          const model = `${type[0]?.toLowerCase()}${type.slice(1)}` as 'site'
          const where = VISIBLE_WHERE[type](view)
          const read = await prisma[model].findMany({ where, select: { id: true }, orderBy: { id: 'asc' } })
          expect(read, `${type} ${JSON.stringify(view)} of ${seed}`).toEqual(listed)
          const { fewest, most } = shown.get(type) ?? { fewest: 0, most: 0 }
          shown.set(type, { fewest: Math.min(fewest, listed.length), most: Math.max(most, listed.length) })
        }
      }
    }
    // Checks that every rule had rows to hide and rows to show.
    for (const [type, { fewest, most }] of shown) expect(fewest, type).toBeLessThan(most)
  }, 60_000)
})
