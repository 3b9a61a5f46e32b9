import type { Database } from '../../src/database/database.js'

/** The front matter of a story. */
interface Story {
  url?: string
  id?: string
  title?: string
  published?: string
}

/** Makes an article in Markdown with front matter. */
export const story = (
  body: string,
  { url, id, title = 'Ferry to sail', published = '2026-03-02' }: Story = {},
) =>
  [
    ...['---', `title: ${title}`, `published: ${published}`],
    ...(url ? [`url: ${url}`] : []),
    ...(id ? [`external_id: cms:${id}`] : []),
    ...['---', '', body, ''],
  ].join('\n')

export const SAIL = '“We sail at noon,” said Mara Lindt, the transport minister.'
export const QUAY = '“The quay is sound,” said Anselm Okafor.'

/**
 * Empties the tables of the record, and those that refer to them. TRUNCATE would give each of their 200 files anew, which
 * takes as long as a test: few rows are deleted faster, without their triggers and foreign keys.
 */
export const empty = ({ prisma }: Database) =>
  prisma.$executeRawUnsafe(`DO $$
    DECLARE emptied regclass;
    BEGIN
      SET LOCAL session_replication_role = replica;
      FOR emptied IN
        WITH RECURSIVE tables(id) AS (
          SELECT unnest('{${ROOTS.map((name) => `"\\"${name}\\""`).join()}}'::regclass[])
          UNION SELECT conrelid FROM pg_constraint JOIN tables ON confrelid = tables.id AND contype = 'f'
        ) SELECT id FROM tables
      LOOP EXECUTE 'DELETE FROM ' || emptied; END LOOP;
    END $$`)

const ROOTS = [
  ...['Site', 'Article', 'Speaker', 'Topic', 'Place', 'Event', 'Document'],
  ...['Change', 'Revision', 'IdempotencyKey', 'ExternalId'],
]

/** Reads the statements of an article in the order of its text, with their anchors and speakers. */
export const statementsOf = ({ prisma }: Database, articleId: string) =>
  prisma.statement.findMany({
    where: { articleId },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
    select: {
      id: true,
      text: true,
      reviewStatus: true,
      anchors: {
        select: { status: true, exact: true, start: true, textId: true },
        orderBy: { position: 'asc' },
      },
      attributions: { select: { speaker: { select: { name: true } } } },
    },
  })
