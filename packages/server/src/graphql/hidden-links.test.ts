import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../test/harness/databases.js'
import { fill } from '../../test/worlds/synthetic.js'
import { encodeGlobalId } from '../record/global-id.js'

const uuid = (name: string) => `md5('${name}')::uuid`

/**
 * Speaker 1 has only a rejected statement, but an author holds an office there; speaker 5 has nearly the same name.
 * Topic "quiet" has only a rejected statement. Topic "said" has a verified statement, but no article.
 */
const WORLD = [
  `INSERT INTO "ArticleTopic" SELECT DISTINCT s."articleId", l."topicId"
     FROM "StatementTopic" l JOIN "Statement" s ON s.id = l."statementId" ON CONFLICT DO NOTHING`,
  `UPDATE "Statement" SET "reviewStatus" = 'VERIFIED'`,
  `UPDATE "Statement" SET "reviewStatus" = 'REJECTED' WHERE id = ${uuid('statement0')}`,
  `UPDATE "Speaker" SET name = 'Zora Quill', "nameFolded" = 'zora quill' WHERE id = ${uuid('speaker1')}`,
  `UPDATE "Speaker" SET name = 'Z. Quill', "nameFolded" = 'z. quill' WHERE id = ${uuid('speaker5')}`,
  `INSERT INTO "Speaker" (id, kind, name, "nameFolded") VALUES (${uuid('author')}, 'PERSON', 'An author', 'an author')`,
  `INSERT INTO "Byline" (id, "articleId", position, "asWritten", "speakerId")
     VALUES (gen_random_uuid(), ${uuid('article1')}, 0, 'By an author', ${uuid('author')})`,
  `INSERT INTO "Place" (id, name, "nameFolded", "countryCode") VALUES (${uuid('place')}, 'Quarrin', 'quarrin', 'QQ')`,
  `INSERT INTO "Affiliation" (id, "speakerId", "organizationId", "placeId", role, "roleFolded")
     VALUES (gen_random_uuid(), ${uuid('author')}, ${uuid('speaker1')}, ${uuid('place')}, 'Editor', 'editor')`,
  `INSERT INTO "Topic" (id, slug, name, "nameFolded") VALUES (${uuid('quiet')}, 'quiet', 'Quiet', 'quiet')`,
  `INSERT INTO "StatementTopic" ("statementId", "topicId") VALUES (${uuid('statement0')}, ${uuid('quiet')})`,
  `INSERT INTO "Topic" (id, slug, name, "nameFolded") VALUES (${uuid('said')}, 'said', 'Said', 'said')`,
  `INSERT INTO "StatementTopic" ("statementId", "topicId") VALUES (${uuid('statement4')}, ${uuid('said')})`,
  // The id of a merged speaker leads to speaker 1.
  `INSERT INTO "Speaker" (id, kind, name, "nameFolded", "mergedIntoId")
     VALUES (${uuid('old')}, 'PERSON', 'Old', 'old', ${uuid('speaker1')})`,
]

const LIST = 'nodes { id } totalCount { value }'

/** Filters by the id of a hidden object, which must not give it away. */
const BY_LINK: [type: string, name: string, path: string][] = [
  ['Speaker', 'speaker1', `speakers(filter: { possibleDuplicatesOf: $id }) { ${LIST} }`],
  ['Speaker', 'speaker1', `speakers(filter: { affiliation: { organizationId: $id } }) { ${LIST} }`],
  ['Speaker', 'old', `speakers(filter: { affiliation: { organizationId: $id } }) { ${LIST} }`],
  ['Topic', 'quiet', `statements(filter: { topicIds: [$id] }) { ${LIST} }`],
  ['Topic', 'quiet', `statements(filter: { topicIds: [$id], includeSubtopics: false }) { ${LIST} }`],
]

describeServiceOnBoth(
  'a reader',
  (readers, database) => {
    let editor: string
    beforeAll(async () => {
      await fill(database, { statements: 60, speakers: 60, topics: 60 })
      for (const one of WORLD) await database.prisma.$executeRawUnsafe(one)
      editor = await readers.key('editor')
    })

    const idOf = async (type: string, name: string) => {
      const [row] = await database.prisma.$queryRaw<[{ id: string }]>`SELECT md5(${name})::uuid::text AS id`
      return encodeGlobalId(type, row.id)
    }

    it.each(BY_LINK)('finds nothing by the hidden %s %s in %s', async (type, name, path) => {
      const query = `query ($id: ID!) { it: ${path} }`
      const id = await idOf(type, name)
      const unknown = encodeGlobalId(type, randomUUID())
      const none = { it: { nodes: [], totalCount: { value: 0 } } }
      expect(await readers.data(query, { id })).toEqual(none)
      expect(await readers.data(query, { id: unknown })).toEqual(none)
      expect((await readers.data(query, { id }, editor)).it.totalCount.value).toBeGreaterThan(0)
      expect(await readers.data(query, { id: unknown }, editor)).toEqual(none)
    })

    it('finds no speaker by the country of a hidden office', async () => {
      const query = `{ speakers(filter: { affiliation: { countryCode: "QQ" } }) { nodes { name } } }`
      expect((await readers.data(query)).speakers.nodes).toEqual([])
      expect((await readers.data(query, {}, editor)).speakers.nodes).toEqual([{ name: 'An author' }])
    })

    it('finds no hidden topic among the facets of statements', async () => {
      const query = `{ statements(first: 1) { facets(by: [TOPIC], top: 100) { buckets { label node { id } } } } }`
      const labels = async (key?: string) =>
        (await readers.data(query, {}, key)).statements.facets[0].buckets.map(
          ({ label }: { label: string }) => label,
        )
      expect(await labels(editor)).toContain('Quiet')
      const shown = await labels()
      expect(shown).not.toContain('Quiet')
      expect(shown).toContain('Topic 5')
      expect(shown).toContain('Said')
      const id = await idOf('Topic', 'said')
      const [found] = [await readers.data('query ($id: ID!) { node(id: $id) { id } }', { id })]
      expect(found).toEqual({ node: { id } })
    })

    it('sees a topic on the deepest level, and those above it, only once something public is about it', async () => {
      const levels = ['one', 'two', 'three', 'four', 'five']
      for (const [index, name] of levels.entries()) {
        const above = index === 0 ? 'NULL' : uuid(levels[index - 1] as string)
        await database.prisma.$executeRawUnsafe(
          `INSERT INTO "Topic" (id, slug, name, "nameFolded", "parentId") VALUES (${uuid(name)}, '${name}', '${name}', '${name}', ${above})`,
        )
      }
      const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { id }
      topics(first: 100) { nodes { slug } } five: topic(by: { slug: "five" }) { parent { parent { parent { parent { slug } } } } } }`
      const ids = await Promise.all(levels.map((name) => idOf('Topic', name)))
      const seen = async () => {
        const { nodes, topics, five } = await readers.data(query, { ids })
        const slugs = topics.nodes.map(({ slug }: { slug: string }) => slug)
        return {
          nodes: nodes.filter(Boolean).length,
          listed: levels.filter((name) => slugs.includes(name)),
          five,
        }
      }
      expect(await seen()).toEqual({ nodes: 0, listed: [], five: null })
      await database.prisma.$executeRawUnsafe(
        `INSERT INTO "ArticleTopic" VALUES (${uuid('article1')}, ${uuid('five')})`,
      )
      const top = { parent: { parent: { parent: { parent: { slug: 'one' } } } } }
      expect(await seen()).toEqual({ nodes: 5, listed: levels, five: top })
    })
  },
  { publicProposals: false },
)
