import type { Database } from '../../src/database/database.js'
import { encodeGlobalId } from '../../src/record/global-id.js'
import type { NounName } from '../../src/record/nouns.js'
import { fill } from './synthetic.js'

const uuid = (name: string) => `md5('${name}')::uuid`

/**
 * Three articles of 20 statements. Each statement has a speaker of its own and is verified, with these exceptions: the
 * first statement is rejected, the second is in the bin, the third is proposed, the fourth is retracted, and the whole
 * third article is in the bin. Speaker 6 speaks in the first article, and in the second only in a rejected statement.
 */
const WORLD = [
  `INSERT INTO "ArticleTopic" SELECT DISTINCT s."articleId", l."topicId"
     FROM "StatementTopic" l JOIN "Statement" s ON s.id = l."statementId" ON CONFLICT DO NOTHING`,
  `UPDATE "Statement" SET "reviewStatus" = 'VERIFIED'`,
  `UPDATE "Statement" SET "reviewStatus" = 'REJECTED' WHERE id IN (${uuid('statement0')}, ${uuid('statement25')})`,
  `UPDATE "Statement" SET "deletedAt" = now() WHERE id = ${uuid('statement1')}`,
  `UPDATE "Statement" SET "reviewStatus" = 'PROPOSED' WHERE id = ${uuid('statement2')}`,
  `UPDATE "Statement" SET "reviewStatus" = 'RETRACTED' WHERE id = ${uuid('statement3')}`,
  `UPDATE "Article" SET "deletedAt" = now() WHERE id = ${uuid('article3')}`,
  `UPDATE "Attribution" SET "speakerId" = ${uuid('speaker6')} WHERE "statementId" = ${uuid('statement25')}`,
  `UPDATE "ArticleSpeaker" SET "speakerId" = ${uuid('speaker6')} WHERE "speakerId" = ${uuid('speaker26')}`,
  // Speakers without public statements. Those named "hidden …" are hidden, because only hidden objects name them. The
  // others are public, because public objects name them.
  `INSERT INTO "Speaker" (id, kind, name, "nameFolded")
     SELECT md5(n)::uuid, 'ORGANIZATION', n, n FROM unnest(ARRAY['office', 'member', 'author', 'issuer', 'guest',
       'hidden office', 'hidden member', 'hidden author', 'hidden issuer', 'hidden guest']) n`,
  `INSERT INTO "Byline" (id, "articleId", position, "asWritten", "speakerId") VALUES
     (gen_random_uuid(), ${uuid('article1')}, 0, 'By an author', ${uuid('author')}),
     (gen_random_uuid(), ${uuid('article1')}, 1, 'and Speaker 6', ${uuid('speaker6')}),
     (gen_random_uuid(), ${uuid('article3')}, 0, 'By an author', ${uuid('hidden author')})`,
  `INSERT INTO "Affiliation" (id, "speakerId", "organizationId") VALUES
     (gen_random_uuid(), ${uuid('speaker6')}, ${uuid('office')}), (gen_random_uuid(), ${uuid('speaker1')}, ${uuid('hidden office')})`,
  `INSERT INTO "SpeakerMember" ("groupId", "memberId") VALUES
     (${uuid('speaker6')}, ${uuid('member')}), (${uuid('speaker1')}, ${uuid('hidden member')})`,
  `INSERT INTO "Event" (id, name, "nameFolded") VALUES (${uuid('event')}, 'e', 'e'), (${uuid('hidden event')}, 'e', 'e')`,
  `INSERT INTO "EventParticipant" ("eventId", "speakerId") VALUES
     (${uuid('event')}, ${uuid('guest')}), (${uuid('hidden event')}, ${uuid('hidden guest')})`,
  `UPDATE "Statement" SET "eventId" = ${uuid('event')} WHERE id = ${uuid('statement6')}`,
  `UPDATE "Statement" SET "eventId" = ${uuid('hidden event')} WHERE id = ${uuid('statement0')}`,
  `INSERT INTO "Document" (id, title, "titleFolded") VALUES
     (${uuid('document')}, 'd', 'd'), (${uuid('hidden document')}, 'd', 'd')`,
  `INSERT INTO "DocumentIssuer" ("documentId", "speakerId") VALUES
     (${uuid('document')}, ${uuid('issuer')}), (${uuid('hidden document')}, ${uuid('hidden issuer')})`,
  `INSERT INTO "Reference" (id, "documentId", "articleId", "statementId", "asWritten") VALUES
     (gen_random_uuid(), ${uuid('document')}, ${uuid('article1')}, ${uuid('statement6')}, 'it'),
     (gen_random_uuid(), ${uuid('hidden document')}, ${uuid('article1')}, ${uuid('statement0')}, 'it')`,
  // A topic that only the article in the bin has, below a topic that no article has.
  `INSERT INTO "Topic" (id, slug, name, "nameFolded", "parentId") VALUES
     (${uuid('above')}, 'above', 'Above', 'above', NULL), (${uuid('below')}, 'below', 'Below', 'below', ${uuid('above')})`,
  `INSERT INTO "ArticleTopic" VALUES (${uuid('article3')}, ${uuid('below')})`,
  // A speaker who was merged twice, with all attributions moved, and one who was merged into a hidden speaker.
  `UPDATE "Speaker" SET "mergedIntoId" = ${uuid('speaker9')} WHERE id = ${uuid('speaker8')}`,
  `UPDATE "Speaker" SET "mergedIntoId" = ${uuid('speaker10')} WHERE id = ${uuid('speaker9')}`,
  `UPDATE "Attribution" SET "speakerId" = ${uuid('speaker10')} WHERE "speakerId" IN (${uuid('speaker8')}, ${uuid('speaker9')})`,
  `UPDATE "Speaker" SET "mergedIntoId" = ${uuid('speaker1')} WHERE id = ${uuid('speaker60')}`,
  `INSERT INTO "Topic" (id, slug, name, "nameFolded", "mergedIntoId") VALUES
     (${uuid('old')}, 'old', 'Old', 'old', ${uuid('topic5')})`,
]

/** The objects of this world that only people who work on the record may see. */
export const HIDDEN: [NounName, string][] = [
  ['Statement', 'statement0'],
  ['Statement', 'statement1'],
  ['Statement', 'statement40'],
  ['Article', 'article3'],
  ['ArticleText', 'text3'],
  ['Site', 'site4'],
  ['Site', 'site5'],
  ['Speaker', 'speaker1'],
  ['Speaker', 'speaker2'],
  ['Speaker', 'speaker41'],
  ['Speaker', 'speaker60'],
  ...['office', 'member', 'author', 'issuer', 'guest'].map((name): [NounName, string] => [
    'Speaker',
    `hidden ${name}`,
  ]),
  ['Event', 'hidden event'],
  ['Document', 'hidden document'],
  ['Topic', 'below'],
  ['Topic', 'above'],
]
export const PROPOSED: [NounName, string][] = [
  ['Statement', 'statement2'],
  ['Speaker', 'speaker3'],
]

/** Fills an empty database with this world. */
export async function makeHiddenWorld(database: Database): Promise<void> {
  await fill(database, { statements: 60, speakers: 60, topics: 60 })
  for (const one of WORLD) await database.prisma.$executeRawUnsafe(one)
}

/** The global id of an object in this world, by its name. */
export async function idOfNamed({ prisma }: Database, type: string, name: string): Promise<string> {
  const [row] = await prisma.$queryRaw<[{ id: string }]>`SELECT md5(${name})::uuid::text AS id`
  return encodeGlobalId(type, row.id)
}
