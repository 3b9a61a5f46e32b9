import type { Database } from '../../src/database/database.js'

export interface SyntheticSize {
  /** The number of statements, a multiple of 20. Each article has 20. */
  statements: number
  speakers?: number
  topics?: number
}

/**
 * Fills a database with invented statements, the same ones each time. Many have the same day. Each has correct anchors, a
 * speaker, and one or two topics. An id is the `md5` of a name: `md5('speaker7')`.
 */
export async function fill({ prisma }: Database, size: SyntheticSize): Promise<void> {
  const { statements, speakers = 50, topics = 20 } = size
  const articles = statements / 20
  await prisma.$transaction(async (tx) => {
    for (const sql of [
      ...sources(speakers, topics),
      ...articleRows(articles),
      ...statementRows(speakers, topics),
    ]) {
      await tx.$executeRawUnsafe(sql)
    }
  })
  await prisma.$executeRawUnsafe('ANALYZE')
}

const id = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`

const sources = (speakers: number, topics: number) => [
  `INSERT INTO "Site" (id, name, "nameFolded", domain)
   SELECT ${id('site', 'n')}, 'Site ' || n, 'site ' || n, 'site' || n || '.example' FROM generate_series(1, 5) n`,
  `INSERT INTO "Speaker" (id, kind, name, "nameFolded")
   SELECT ${id('speaker', 'n')}, 'PERSON', 'Speaker ' || n, 'speaker ' || n FROM generate_series(1, ${speakers}) n`,
  `INSERT INTO "Topic" (id, slug, name, "nameFolded")
   SELECT ${id('topic', 'n')}, 'topic-' || n, 'Topic ' || n, 'topic ' || n FROM generate_series(1, ${topics}) n`,
]

const LINE = `'Line ' || lpad(l::text, 2, '0') || ' of article ' || lpad(n::text, 8, '0') || '.'`
/** The number of code units from the start of a line to the start of the next one. */
const STEP = 'Line 01 of article 00000001.\n'.length

const articleRows = (articles: number) => [
  `INSERT INTO "Article" (id, "siteId", title, "titleFolded", language, "publishedEdtf", "publishedEarliest",
     "publishedLatest", "publishedPrecision", "publishedBasis")
   SELECT ${id('article', 'n')}, ${id('site', '(1 + n % 5)')}, 'Article ' || n, 'article ' || n, 'en', day::text, day, day,
     'DAY', 'STATED'
   FROM generate_series(1, ${articles}) n, LATERAL (SELECT '2026-01-01'::date + n % 200 AS day) d`,
  `INSERT INTO "ArticleText" (id, "articleId", content, sha256, length, language, "searchText")
   SELECT ${id('text', 'n')}, ${id('article', 'n')}, content, encode(sha256(convert_to(content, 'UTF8')), 'hex'),
     char_length(content), 'en', content
   FROM generate_series(1, ${articles}) n,
     LATERAL (SELECT string_agg(${LINE}, E'\\n' ORDER BY l) AS content FROM generate_series(0, 19) l) c`,
  `UPDATE "Article" a SET "currentTextId" = x.id FROM "ArticleText" x WHERE x."articleId" = a.id`,
  `CREATE TEMPORARY TABLE line ON COMMIT DROP AS
   SELECT n, l, (n - 1) * 20 + l AS i, ${LINE} AS words FROM generate_series(1, ${articles}) n, generate_series(0, 19) l`,
]

const statementRows = (speakers: number, topics: number) => [
  `INSERT INTO "Statement" (id, "articleId", kind, polarity, medium, text, language, position, "saidEdtf", "saidLatest",
     "saidBasis", method, agent, confidence, "reviewStatus", "createdAt", "updatedAt")
   SELECT ${id('statement', 'i')}, ${id('article', 'n')},
     (ARRAY['DIRECT', 'MIXED', 'INDIRECT']::"StatementKind"[])[1 + i % 3],
     (ARRAY['AFFIRMED', 'DENIED', 'ASKED', 'PROMISED']::"StatementPolarity"[])[1 + i % 4],
     (ARRAY['INTERVIEW', 'SPEECH', 'UNKNOWN']::"StatementMedium"[])[1 + i % 3], words, 'en', l * ${STEP},
     '../' || day, day, 'INFERRED', 'RULE', 'synthetic@1', (i % 101) / 100.0,
     (CASE WHEN i % 10 = 0 THEN 'VERIFIED' ELSE 'PROPOSED' END)::"ReviewStatus",
     '2026-08-01'::timestamptz + (i % 977) * interval '1 minute', '2026-09-01'::timestamptz + (i % 971) * interval '1 minute'
   FROM line, LATERAL (SELECT '2026-01-01'::date + n % 200 AS day) d`,
  `INSERT INTO "Anchor" (id, "statementId", "textId", position, start, "end", exact, prefix, suffix)
   SELECT ${id('anchor', 'i')}, ${id('statement', 'i')}, ${id('text', 'n')}, 0, l * ${STEP}, l * ${STEP} + ${STEP - 1}, words,
     '', '' FROM line`,
  `INSERT INTO "Attribution" (id, "statementId", position, "speakerId", "asWritten", cue, basis, confidence)
   SELECT ${id('attribution', 'i')}, ${id('statement', 'i')}, 0, ${id('speaker', `(1 + i % ${speakers})`)}, 'Speaker', 'said',
     'NAMED', 0.9 FROM line`,
  `INSERT INTO "StatementTopic" ("statementId", "topicId")
   SELECT ${id('statement', 'i')}, ${id('topic', `(1 + i % ${topics})`)} FROM line
   UNION SELECT ${id('statement', 'i')}, ${id('topic', `(1 + i * 7 % ${topics})`)} FROM line`,
  `INSERT INTO "ArticleTopic" ("articleId", "topicId")
   SELECT DISTINCT ${id('article', 'n')}, ${id('topic', `(1 + i % ${topics})`)} FROM line`,
  `INSERT INTO "ArticleSpeaker" ("articleId", "speakerId")
   SELECT DISTINCT ${id('article', 'n')}, ${id('speaker', `(1 + i % ${speakers})`)} FROM line`,
]
