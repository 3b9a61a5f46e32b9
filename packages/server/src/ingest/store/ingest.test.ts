import { beforeEach, describe, expect, it } from 'vitest'
import { describeOnBoth } from '../../../test/harness/databases.js'
import { createService, ingestText } from '../../../test/harness/service.js'
import { empty, QUAY, SAIL, statementsOf, story } from '../../../test/worlds/stories.js'
import { parseContent } from '../sources/read-source.js'
import { SourceError } from '../sources/source-error.js'
import { ingest } from './ingest.js'

const TABLES = [
  'Article',
  'ArticleText',
  'Speaker',
  'Alias',
  'Statement',
  'Anchor',
  'Attribution',
  'Topic',
  'Change',
]

describeOnBoth('ingest', (database) => {
  beforeEach(() => empty(database))

  const take = (content: string) => ingestText(database, content)

  async function counts() {
    const all: Record<string, bigint> = {}
    for (const table of TABLES) {
      const [row] = await database.prisma.$queryRawUnsafe<{ count: bigint }[]>(
        `SELECT count(*) FROM "${table}"`,
      )
      all[table] = row?.count ?? 0n
    }
    return all
  }

  it('attributes a statement of two speakers to each of them', async () => {
    const { articleId } = await take(
      story('Mara Lindt and Anselm Okafor said that the ferry would sail at noon.'),
    )
    const attributions = await database.prisma.attribution.findMany({
      where: { statement: { articleId } },
      include: { speaker: true },
      orderBy: { position: 'asc' },
    })
    expect(attributions.map(({ role, speaker }) => [role, speaker?.name])).toEqual([
      ['CO_SPEAKER', 'Mara Lindt'],
      ['CO_SPEAKER', 'Anselm Okafor'],
    ])
  })

  it('stores an article with its statements, speakers, dates and log', async () => {
    const result = await take(
      story(`${SAIL}\n\n${QUAY}`, { url: 'https://www.gazette.example/ferry?utm_source=x#top' }),
    )
    expect(result).toMatchObject({
      status: 'created',
      title: 'Ferry to sail',
      statements: 2,
      textChanged: true,
    })
    const article = await database.prisma.article.findUniqueOrThrow({
      where: { id: result.articleId },
      include: { site: true, currentText: { include: { segments: true } } },
    })
    expect(article).toMatchObject({
      canonicalUrl: 'https://gazette.example/ferry',
      publishedEdtf: '2026-03-02',
      publishedPrecision: 'DAY',
      site: { domain: 'gazette.example' },
    })
    expect(article.currentText?.segments.length).toBeGreaterThan(0)
    const [sail, quay] = await statementsOf(database, result.articleId)
    expect(sail).toMatchObject({
      text: '“We sail at noon,”',
      attributions: [{ speaker: { name: 'Mara Lindt' } }],
    })
    expect(quay).toMatchObject({ attributions: [{ speaker: { name: 'Anselm Okafor' } }] })
    const log = await database.prisma.change.findMany({ orderBy: { sequence: 'asc' } })
    expect(log.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['SITE', 'ARTICLE', 'SPEAKER', 'STATEMENT']),
    )
    expect(log.every(({ kind, actor }) => kind === 'CREATED' && actor === 'test')).toBe(true)
    const revisions = await database.prisma.revision.findMany({ where: { type: { not: 'TOPIC' } } })
    expect(revisions.map(({ type, action, version }) => `${type} ${action} ${version}`).toSorted()).toEqual([
      'ARTICLE CREATED 1',
      'SPEAKER CREATED 1',
      'SPEAKER CREATED 1',
      'STATEMENT CREATED 1',
      'STATEMENT CREATED 1',
    ])
    const office = await database.prisma.affiliation.findMany({
      select: { role: true, fromEdtf: true, untilEdtf: true },
    })
    expect(office).toEqual([
      { role: 'transport minister', fromEdtf: '../2026-03-02', untilEdtf: '2026-03-02/..' },
    ])
  })

  describe('the same article again', () => {
    it.each<[string, string, string]>([
      [
        'its URL',
        story(SAIL, { url: 'https://gazette.example/ferry' }),
        story(SAIL, { url: 'https://GAZETTE.example/ferry/?fbclid=1#top' }),
      ],
      ['its external id', story(SAIL, { id: '17' }), story(SAIL, { id: '17' })],
      ['its text', story(SAIL), story(SAIL)],
    ])('is recognised by %s and changes nothing', async (_way, first, again) => {
      const { articleId } = await take(first)
      const before = await counts()
      expect(await take(again)).toEqual({
        status: 'unchanged',
        articleId,
        title: 'Ferry to sail',
        language: 'en',
        coverage: null,
        statements: 0,
        statementsUpdated: 0,
        statementsWithdrawn: 0,
        statementsVanished: [],
        textChanged: false,
      })
      expect(await counts()).toEqual(before)
    })

    it('is a copy, and a second article, at another address', async () => {
      const first = await take(story(SAIL, { url: 'https://gazette.example/ferry' }))
      const copy = await take(story(SAIL, { url: 'https://courier.example/ferry' }))
      expect(copy.status).toBe('created')
      expect(copy.articleId).not.toBe(first.articleId)
    })

    it('is refused when its external id and its URL belong to two articles', async () => {
      await take(story(SAIL, { id: '17', url: 'https://gazette.example/a' }))
      await take(story(QUAY, { id: '18', url: 'https://gazette.example/b' }))
      const before = await counts()
      const both = story(SAIL, { id: '17', url: 'https://gazette.example/b' })
      await expect(take(both)).rejects.toThrow(SourceError)
      await expect(take(both)).rejects.toThrow('belong to two different articles')
      expect(await counts()).toEqual(before)
    })

    it('changes the metadata that the source gives, and keeps the rest', async () => {
      const { articleId } = await take(story(SAIL, { id: '17', url: 'https://gazette.example/a' }))
      const again = await take(story(SAIL, { id: '17', title: 'Ferry has sailed', published: '2026-03-03' }))
      expect(again).toMatchObject({ status: 'updated', articleId, statements: 0, textChanged: false })
      const article = await database.prisma.article.findUniqueOrThrow({ where: { id: articleId } })
      expect(article).toMatchObject({
        title: 'Ferry has sailed',
        publishedEdtf: '2026-03-03',
        canonicalUrl: 'https://gazette.example/a',
        version: 2,
      })
    })

    it('never gets a file name as its title, and never loses an external id', async () => {
      const { articleId } = await take(story(SAIL))
      const plain = { name: 'archive/0017.txt', format: 'TEXT' } as const
      expect(await ingestText(database, `${SAIL}`, plain)).toMatchObject({
        status: 'unchanged',
        title: 'Ferry to sail',
      })
      expect(await take(story(SAIL, { id: '17' }))).toMatchObject({ status: 'updated', articleId })
      expect(await take(story(SAIL, { id: '17' }))).toMatchObject({ status: 'unchanged', articleId })
    })
  })

  it('writes a revision of everything that a changed article changes', async () => {
    const { articleId } = await take(story(`${SAIL}\n\n${QUAY}`, { id: '17' }))
    const title = 'Ferry has sailed'
    await take(story(`It rained.\n\n${SAIL}\n\n${QUAY}`, { id: '17', title }))
    const [article] = await database.prisma.revision.findMany({ where: { entityId: articleId, version: 2 } })
    expect(article).toMatchObject({ action: 'UPDATED', actor: 'test' })
    expect(article?.changes).toEqual([
      { field: 'title', before: 'Ferry to sail', after: title },
      { field: 'textId', before: expect.any(String), after: expect.any(String) },
    ])
    const moved = await database.prisma.revision.findMany({ where: { type: 'STATEMENT', version: 2 } })
    expect(moved).toHaveLength(2)
    for (const { changes } of moved) {
      expect(changes).toEqual([
        {
          field: 'anchors',
          before: expect.stringContaining('EXACT'),
          after: expect.stringContaining('MOVED'),
        },
      ])
    }
  })

  it('takes as many SQL statements for many statements as for few', async () => {
    const service = createService(database)
    const said = Array.from({ length: 30 }, (_, index) => `“We sail at ${index} o’clock,” said Mara Lindt.`)
    const sqlOf = async (some: string[], id: string) => {
      const first = await service.sqlOf(() => take(story([...some, QUAY].join('\n\n'), { id })))
      const again = await service.sqlOf(() => take(story(['It rained.', ...some].join('\n\n'), { id })))
      return [first.length, again.length]
    }
    // A frequent phrase becomes a topic, which takes three more; names on record and mentions take two.
    for (const count of await sqlOf(said, '2')) expect(count).toBeLessThanOrEqual(30)
  })

  it('gives a topic that the text only passes to the statement about it, and not to the article', async () => {
    const quiet = Array.from(
      { length: 9 },
      (_, day) => `On day ${day} the old men of the quay sat, and sat, and sat there.`,
    )
    await take(
      story([...quiet, '“We wait for the ferry,” said Mara Lindt.', ...quiet].join('\n\n'), {
        title: 'A quiet week',
      }),
    )
    const { statementTopic, articleTopic } = database.prisma
    const topics = await statementTopic.findMany({ select: { topic: { select: { slug: true } } } })
    expect(topics).toEqual([{ topic: { slug: 'transport' } }])
    expect(await articleTopic.count()).toBe(0)
  })

  it('creates the broader topics of a topic that it finds', async () => {
    await take(story('“The referendum is a vote on turnout and ballots in every election,” said Mara Lindt.'))
    const topics = await database.prisma.topic.findMany({
      include: { parent: true },
      orderBy: { slug: 'asc' },
    })
    const elections = topics.find(({ slug }) => slug === 'elections')
    expect(elections?.parent?.slug).toBe('politics')
  })

  it('leaves nothing half written when it fails at the end', async () => {
    const before = await counts()
    await database.prisma.$executeRawUnsafe(
      `CREATE FUNCTION fail_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$`,
    )
    await database.prisma.$executeRawUnsafe(
      'CREATE TRIGGER fail_change BEFORE INSERT ON "Change" FOR EACH ROW EXECUTE FUNCTION fail_change()',
    )
    try {
      await expect(take(story(SAIL))).rejects.toThrow('disk full')
      expect(await counts()).toEqual(before)
    } finally {
      await database.prisma.$executeRawUnsafe('DROP FUNCTION fail_change CASCADE')
    }
    expect((await take(story(SAIL))).status).toBe('created')
  })

  it('creates one article and one speaker when the same text comes many times at once', async () => {
    const read = (content: string) => parseContent({ content, name: 'story.md', format: 'MARKDOWN' })
    const [source, other] = [await read(story(SAIL)), await read(story(`${QUAY}\n\n${SAIL}`))]
    const results = await Promise.all(
      [source, other, source, source, other].map((each) => ingest(database.prisma, each, 'test')),
    )
    expect(results.map(({ status }) => status).sort()).toEqual([
      'created',
      'created',
      'unchanged',
      'unchanged',
      'unchanged',
    ])
    expect(await database.prisma.speaker.count()).toBe(2)
  })
})
