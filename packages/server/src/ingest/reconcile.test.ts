import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '../database/database.js'
import { describeOnBoth } from '../testing/databases.js'
import { ingestText } from '../testing/service.js'
import { empty, QUAY, SAIL, statementsOf, story } from '../testing/stories.js'

describeOnBoth('a changed text', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => empty(database))
  afterAll(() => database.close())

  const take = (content: string) => ingestText(database, content)
  const url = 'https://gazette.example/ferry'

  it('keeps what is still said, moves what stands elsewhere, and proposes only what is new', async () => {
    const { articleId } = await take(story(`${SAIL}\n\n${QUAY}`, { url }))
    const before = await statementsOf(database, articleId)
    const added = '“Bring a coat,” said Josefa Quill.'
    const again = await take(story(`${SAIL}\n\n${added}\n\n${QUAY}`, { url }))
    expect(again).toMatchObject({ status: 'updated', articleId, statements: 1, textChanged: true })
    const [sail, coat, quay, ...rest] = await statementsOf(database, articleId)
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
    const statements = await statementsOf(database, articleId)
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
    const [no] = await statementsOf(database, articleId)
    expect(no?.text).toBe('“No,”')
    await take(story(`Asked twice, “No,” was the word. And then: “No,” again.\n\n${QUAY}`, { url }))
    const [same] = (await statementsOf(database, articleId)).filter(({ id }) => id === no?.id)
    expect(same?.anchors[0]?.status).toBe('AMBIGUOUS')
  })

  it('that comes back is the text it was', async () => {
    const { articleId } = await take(story(SAIL, { url }))
    await take(story(QUAY, { url }))
    expect(await take(story(SAIL, { url }))).toMatchObject({ status: 'updated', textChanged: true })
    expect(await database.prisma.articleText.count()).toBe(2)
    const [sail] = await statementsOf(database, articleId)
    expect(sail?.anchors[0]?.status).toBe('EXACT')
    expect(
      (await statementsOf(database, articleId)).filter(({ text }) => text === '“We sail at noon,”'),
    ).toHaveLength(1)
  })
})
