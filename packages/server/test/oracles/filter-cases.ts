/** Changes to the synthetic rows, so that every filter has rows that it keeps and rows that it leaves out. */
export const VARIETY = [
  `UPDATE "Statement" SET language = 'fr' WHERE position = 29`,
  `UPDATE "Statement" SET "saidEdtf" = NULL, "saidLatest" = NULL, "saidBasis" = 'UNKNOWN' WHERE position = 58`,
  `UPDATE "Anchor" SET status = 'MOVED' WHERE start = 87`,
  `UPDATE "Article" SET "publishedEdtf" = NULL, "publishedEarliest" = NULL, "publishedLatest" = NULL,
     "publishedPrecision" = 'UNKNOWN', "publishedBasis" = 'UNKNOWN' WHERE title = 'Article 1'`,
  `UPDATE "Article" SET language = 'pt-BR', "updatedAt" = '2099-01-01' WHERE title = 'Article 2'`,
  `UPDATE "Article" SET "heldSource" = '{"text": "Short."}', "heldAt" = now() WHERE title = 'Article 5'`,
  `INSERT INTO "ArticleClaim" (id, "articleId", holder) VALUES
     (gen_random_uuid(), md5('article3')::uuid, 'Nils'), (gen_random_uuid(), md5('article4')::uuid, 'Mara')`,
  `INSERT INTO "ArticleClaim" (id, "articleId", holder, "endedAt", "endedBy") VALUES
     (gen_random_uuid(), md5('article2')::uuid, 'Mara', now(), 'Mara')`,
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
  `INSERT INTO "Place" (id, name, "nameFolded", "countryCode") VALUES (md5('place 2')::uuid, 'Geneva', 'geneva', 'CH')`,
  `INSERT INTO "Event" (id, name, "nameFolded", "placeId", "dateEdtf", "dateEarliest", "dateLatest", "datePrecision", "dateBasis")
     VALUES (md5('event 2')::uuid, 'Änderung', 'anderung', md5('place 2')::uuid, '2026-03', '2026-03-01', '2026-03-31', 'MONTH', 'STATED')`,
  `INSERT INTO "EventParticipant" ("eventId", "speakerId") VALUES (md5('event 2')::uuid, md5('speaker3')::uuid)`,
  `INSERT INTO "Document" (id, title, "titleFolded", identifier, "identifierFolded")
     VALUES (md5('document 2')::uuid, 'Charter', 'charter', 'S/12', 's/12')`,
  `INSERT INTO "DocumentIssuer" ("documentId", "speakerId") VALUES (md5('document 2')::uuid, md5('speaker2')::uuid)`,
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
  // It is unknown how long speaker 7 was minister. The speaker became ambassador on January 4.
  `INSERT INTO "Affiliation" (id, "speakerId", role, "roleFolded", "organizationId", "placeId", "fromEarliest", "fromLatest",
       "untilEarliest", "untilLatest") VALUES
     (gen_random_uuid(), md5('speaker7')::uuid, 'Foreign Minister', 'foreign minister', NULL, NULL, NULL, '2026-01-01', '2026-01-02', NULL),
     (gen_random_uuid(), md5('speaker7')::uuid, 'Ambassador', 'ambassador', NULL, md5('place')::uuid, '2026-01-04', '2026-01-04', NULL, NULL),
     (gen_random_uuid(), md5('speaker8')::uuid, 'Foreign Minister', 'foreign minister', md5('speaker2')::uuid, NULL, NULL, NULL, NULL, '2026-01-03')`,
]

export const LISTS = {
  statements: `id text kind polarity medium language reviewStatus updatedAt saidAt { latest } provenance { confidence }
    speaker { id } article { id title site { id } } anchors { status position { start } } topics(first: 5) { nodes { ...Lineage } }
    event { id } eventPhase place { id } references { document { id } } mentions(first: 2) { nodes { id } } alterations { kind }
    attributions { role affiliations { role organization { id } place { countryCode } } } review { by reason }`,
  articles: `id title language updatedAt publishedAt { earliest latest } site { id } text { content }
    bylines { speaker { id } } speakers(first: 12) { nodes { id } } topics(first: 12) { nodes { ...Lineage } }`,
  speakers: 'id name kind aliases { name } affiliations { role organization { id } place { countryCode } }',
  topics: 'id name aliases parent { id }',
  sites: 'id name domain',
  events: 'id name place { id } date { latest } participants(first: 2) { nodes { id } }',
  places: 'id name countryCode',
  documents: 'id title identifier issuers(first: 2) { nodes { id } }',
} as const

export type ListName = keyof typeof LISTS
// biome-ignore lint/suspicious/noExplicitAny: rows of any list
export type Row = any
type Case = [filter: (rows: Row[]) => Record<string, unknown>, keeps: (row: Row, filter: Row) => boolean]

const has = <T>(values: T[], wanted: T[]) => values.some((value) => wanted.includes(value))
export const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
/** The offices that the speakers of a statement held on the day of the statement. */
const offices = (row: Row): Row[] => row.attributions.flatMap(({ affiliations }: Row) => affiliations)
const holds = (row: Row, is: (office: Row) => unknown) => offices(row).some(is)
const organizations = (rows: Row[]) =>
  rows.flatMap((row) => offices(row).flatMap(({ organization }) => organization?.id ?? []))
/** The ids of a topic and of all topics above it. */
const lineage = (topic: Row): string[] => (topic ? [topic.id, ...lineage(topic.parent)] : [])
const topicIn = (row: Row, filter: Row) => has(row.topics.nodes.flatMap(lineage), filter.topicIds)
/** The id of the topic that has two levels of topics below it. */
const top = (rows: Row[]) => {
  const lines = rows.flatMap((row) => row.topics.nodes).map(lineage)
  return lines.find((line) => line.length === 3)?.at(-1)
}

export const CASES: Record<ListName, Case[]> = {
  statements: [
    [(rows) => ({ ids: ids(rows.slice(3, 9)) }), (row, { ids }) => ids.includes(row.id)],
    [() => ({ text: '"line 07" or "line 08"' }), (row) => /Line 0[78]/.test(row.text)],
    [() => ({ kinds: ['DIRECT', 'MIXED'] }), (row) => row.kind !== 'INDIRECT'],
    [() => ({ polarities: ['DENIED', 'ASKED'] }), (row) => ['DENIED', 'ASKED'].includes(row.polarity)],
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
    [
      () => ({ maxConfidence: 0.4 }),
      ({ provenance: { confidence } }) => confidence !== null && confidence <= 0.4,
    ],
    [() => ({ isClaimed: true }), ({ article: { title } }) => ['Article 3', 'Article 4'].includes(title)],
    [() => ({ isClaimed: false }), ({ article: { title } }) => !['Article 3', 'Article 4'].includes(title)],
    [() => ({ claimedBy: ['Mara', 'Ida'] }), ({ article: { title } }) => title === 'Article 4'],
    [() => ({ hasSpeaker: true, kinds: ['DIRECT'] }), (row) => row.speaker !== null && row.kind === 'DIRECT'],
    [
      () => ({ minLength: 20, kinds: ['DIRECT'] }),
      (row) => [...row.text].length >= 20 && row.kind === 'DIRECT',
    ],
    [
      () => ({ maxLength: 40, kinds: ['MIXED'] }),
      (row) => [...row.text].length <= 40 && row.kind === 'MIXED',
    ],
    [() => ({ minPosition: 30 }), (row) => row.anchors[0].position.start >= 30],
    [() => ({ maxPosition: 60 }), (row) => row.anchors[0].position.start <= 60],
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
    [() => ({ isClaimed: true }), ({ title }) => ['Article 3', 'Article 4'].includes(title)],
    [() => ({ isClaimed: false }), ({ title }) => !['Article 3', 'Article 4'].includes(title)],
    [() => ({ claimedBy: ['Mara', 'Ida'] }), (row) => row.title === 'Article 4'],
    [() => ({ isHeld: true }), (row) => row.title === 'Article 5'],
    [() => ({ isHeld: false }), (row) => row.title !== 'Article 5'],
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
  events: [
    [() => ({ name: 'ANDER' }), (row) => row.name === 'Änderung'],
    [
      (rows) => ({ participantIds: ids(rows.flatMap((row) => row.participants.nodes)) }),
      (row) => row.date.latest,
    ],
    [(rows) => ({ placeIds: rows.flatMap((row) => row.place?.id ?? []) }), (row) => row.place],
    [() => ({ from: '2026-03-01' }), (row) => row.date.latest],
    [() => ({ until: '2026-03-31' }), (row) => row.date.latest],
  ],
  places: [
    [() => ({ name: 'NEV' }), (row) => row.name === 'Geneva'],
    [() => ({ countryCodes: ['at', 'FR'] }), (row) => row.countryCode === 'AT'],
  ],
  documents: [
    [() => ({ title: 's/1' }), (row) => row.identifier === 'S/12'],
    [() => ({ title: 'TREA' }), (row) => row.title === 'Treaty'],
    [(rows) => ({ issuerIds: ids(rows.flatMap((row) => row.issuers.nodes)) }), (row) => row.identifier],
  ],
}
