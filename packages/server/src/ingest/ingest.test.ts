import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../database/database.js'
import { describeOnBoth } from '../testing/databases.js'
import { ingestText } from '../testing/service.js'
import { ingest } from './ingest.js'
import { parseContent } from './read-source.js'
import { SourceError } from './source-error.js'

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

interface Story {
  url?: string
  id?: string
  title?: string
  published?: string
}

/** An article in Markdown with the front matter given. */
const story = (body: string, { url, id, title = 'Ferry to sail', published = '2026-03-02' }: Story = {}) =>
  [
    ...['---', `title: ${title}`, `published: ${published}`],
    ...(url ? [`url: ${url}`] : []),
    ...(id ? [`external_id: cms:${id}`] : []),
    ...['---', '', body, ''],
  ].join('\n')

describeOnBoth('ingest', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    await database.prisma.$executeRawUnsafe(
      'TRUNCATE "Site", "Article", "Speaker", "Topic", "Change", "ExternalId" CASCADE',
    )
  })
  afterAll(() => database.close())

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

  const statementsOf = (articleId: string) =>
    database.prisma.statement.findMany({
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

  const SAIL = '“We sail at noon,” said Mara Lindt, the transport minister.'
  const QUAY = '“The quay is sound,” said Anselm Okafor.'

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
      canonicalUrl: 'https://www.gazette.example/ferry',
      publishedEdtf: '2026-03-02',
      publishedPrecision: 'DAY',
      site: { domain: 'gazette.example' },
    })
    expect(article.currentText?.segments.length).toBeGreaterThan(0)
    const [sail, quay] = await statementsOf(result.articleId)
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
    ])('is known by %s and changes nothing', async (_way, first, again) => {
      const { articleId } = await take(first)
      const before = await counts()
      expect(await take(again)).toEqual({
        status: 'unchanged',
        articleId,
        title: 'Ferry to sail',
        statements: 0,
        textChanged: false,
      })
      expect(await counts()).toEqual(before)
    })

    it('at another address is a copy, a second article', async () => {
      const first = await take(story(SAIL, { url: 'https://gazette.example/ferry' }))
      const copy = await take(story(SAIL, { url: 'https://courier.example/ferry' }))
      expect(copy.status).toBe('created')
      expect(copy.articleId).not.toBe(first.articleId)
    })

    it('is refused when its id and its URL name two articles', async () => {
      await take(story(SAIL, { id: '17', url: 'https://gazette.example/a' }))
      await take(story(QUAY, { id: '18', url: 'https://gazette.example/b' }))
      const before = await counts()
      const both = story(SAIL, { id: '17', url: 'https://gazette.example/b' })
      await expect(take(both)).rejects.toThrow(SourceError)
      await expect(take(both)).rejects.toThrow('belong to two different articles')
      expect(await counts()).toEqual(before)
    })

    it('with other particulars takes these over, and keeps those that it does not say', async () => {
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

    it('never gets the name of a file as its title, nor loses an id', async () => {
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

  describe('a changed text', () => {
    const url = 'https://gazette.example/ferry'

    it('keeps what is still said, moves what stands elsewhere, and proposes only what is new', async () => {
      const { articleId } = await take(story(`${SAIL}\n\n${QUAY}`, { url }))
      const before = await statementsOf(articleId)
      const added = '“Bring a coat,” said Josefa Quill.'
      const again = await take(story(`${SAIL}\n\n${added}\n\n${QUAY}`, { url }))
      expect(again).toMatchObject({ status: 'updated', articleId, statements: 1, textChanged: true })
      const [sail, coat, quay, ...rest] = await statementsOf(articleId)
      expect(rest).toEqual([])
      expect([sail?.id, quay?.id]).toEqual(before.map(({ id }) => id))
      expect(sail?.anchors[0]?.status).toBe('EXACT')
      expect(quay?.anchors[0]).toMatchObject({ status: 'MOVED', exact: '“The quay is sound,”' })
      expect(coat?.text).toBe('“Bring a coat,”')
      const { texts, currentTextId } = await database.prisma.article.findUniqueOrThrow({
        where: { id: articleId },
        include: { texts: true },
      })
      expect(texts).toHaveLength(2)
      expect(quay?.anchors[0]?.textId).toBe(currentTextId)
    })

    it('never undoes what a person decided, and marks for them what it no longer has', async () => {
      const { articleId } = await take(story(`${SAIL}\n\n${QUAY}`, { url }))
      const first = await database.prisma.articleText.findFirstOrThrow()
      await database.prisma.statement.updateMany({ data: { reviewStatus: 'VERIFIED' } })
      await take(story(`“We sail at one,” said Mara Lindt, the transport minister.\n\n${QUAY}`, { url }))
      const statements = await statementsOf(articleId)
      const verified = statements.filter(({ reviewStatus }) => reviewStatus === 'VERIFIED')
      expect(verified.map(({ text, anchors }) => [text, anchors[0]?.status])).toEqual([
        ['“We sail at noon,”', 'ORPHANED'],
        ['“The quay is sound,”', expect.stringMatching(/^(EXACT|MOVED)$/)],
      ])
      expect(verified[0]?.anchors[0]?.textId).toBe(first.id)
      const proposed = statements.filter(({ reviewStatus }) => reviewStatus === 'PROPOSED')
      expect(proposed.map(({ text }) => text)).toEqual(['“We sail at one,”'])
    })

    it('never guesses between two places', async () => {
      const { articleId } = await take(story(`“No,” said Mara Lindt.\n\n${QUAY}`, { url }))
      const [no] = await statementsOf(articleId)
      expect(no?.text).toBe('“No,”')
      await take(story(`Asked twice, “No,” was the word. And then: “No,” again.\n\n${QUAY}`, { url }))
      const [same] = (await statementsOf(articleId)).filter(({ id }) => id === no?.id)
      expect(same?.anchors[0]?.status).toBe('AMBIGUOUS')
    })

    it('that comes back is the text it was', async () => {
      const { articleId } = await take(story(SAIL, { url }))
      await take(story(QUAY, { url }))
      expect(await take(story(SAIL, { url }))).toMatchObject({ status: 'updated', textChanged: true })
      expect(await database.prisma.articleText.count()).toBe(2)
      const [sail] = await statementsOf(articleId)
      expect(sail?.anchors[0]?.status).toBe('EXACT')
      expect(
        (await statementsOf(articleId)).filter(({ text }) => text === '“We sail at noon,”'),
      ).toHaveLength(1)
    })
  })

  describe('speakers', () => {
    const names = async () =>
      (await database.prisma.speaker.findMany({ orderBy: [{ nameFolded: 'asc' }, { id: 'asc' }] })).map(
        ({ name }) => name,
      )

    it('are matched by name, case and diacritics folded', async () => {
      await take(story('“Yes,” said Renée Dvořák in a long and careful statement on Monday.'))
      await take(story('“No, never,” said Renee Dvorak in a short and careless one on Tuesday.'))
      expect(await names()).toEqual(['Renée Dvořák'])
    })

    it('are matched by an alias in full, never by a surname alone', async () => {
      await take(story('“Yes, indeed,” said Mara Lindt.'))
      const { id } = await database.prisma.speaker.findFirstOrThrow()
      await database.prisma.alias.create({
        data: {
          id: crypto.randomUUID(),
          speakerId: id,
          name: 'Mara Lindt-Okafor',
          nameFolded: 'mara lindt-okafor',
        },
      })
      await take(story('“No, never,” said Mara Lindt-Okafor.'))
      expect(await names()).toEqual(['Mara Lindt'])
      await take(story('“Perhaps so,” said Lindt.'))
      expect(await names()).toEqual(['Lindt', 'Mara Lindt'])
    })

    it('become new ones when two have the name', async () => {
      for (const id of ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002']) {
        await database.prisma.speaker.create({
          data: { id, kind: 'PERSON', name: 'Mara Lindt', nameFolded: 'mara lindt' },
        })
      }
      const { articleId } = await take(story('“Perhaps so,” said Mara Lindt.'))
      expect(await names()).toEqual(['Mara Lindt', 'Mara Lindt', 'Mara Lindt'])
      const { speakerId } = await database.prisma.articleSpeaker.findFirstOrThrow({ where: { articleId } })
      expect(speakerId).not.toMatch(/^018f0000/)
    })
  })

  it('makes the topics above those found', async () => {
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

  it('makes one article and one speaker of what comes many times at once', async () => {
    const document = parseContent({ content: story(SAIL), name: 'story.md', format: 'MARKDOWN' })
    const other = parseContent({ content: story(`${QUAY}\n\n${SAIL}`), name: 'other.md', format: 'MARKDOWN' })
    const results = await Promise.all(
      [document, other, document, document, other].map((each) => ingest(database.prisma, each, 'test')),
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
