import { type Extraction, type Extractor, extract, type StatementDraft } from '@onrecord/extract'
import { beforeEach, describe, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'
import { globalId, write } from '../../../test/harness/writes.js'
import { empty, QUAY, SAIL, statementsOf, story } from '../../../test/worlds/stories.js'
import { runWrite } from '../../record/write/write.js'
import { reextract } from './reextract.js'

describeServiceOnBoth('reconcile', (service, database) => {
  beforeEach(() => empty(database))

  const take = (content: string) => ingestText(database, content)
  const url = 'https://gazette.example/ferry'

  it('keeps statements that are still there, moves those that stand elsewhere, and proposes only new ones', async () => {
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

  it('keeps decisions of people, and marks decided statements that the text no longer has', async () => {
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

  it('marks a statement as ambiguous when it may stand in two places', async () => {
    const { articleId } = await take(story(`“No,” said Mara Lindt.\n\n${QUAY}`, { url }))
    const [no] = await statementsOf(database, articleId)
    expect(no?.text).toBe('“No,”')
    await take(story(`Asked twice, “No,” was the word. And then: “No,” again.\n\n${QUAY}`, { url }))
    const [same] = (await statementsOf(database, articleId)).filter(({ id }) => id === no?.id)
    expect(same?.anchors[0]?.status).toBe('AMBIGUOUS')
  })

  it('takes a text that comes back for the same text', async () => {
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

  describe('with decisions of people', () => {
    const NO = '“No comment,” said Josefa Quill.'
    const id = async (text: string) => {
      const { id } = await database.prisma.statement.findFirstOrThrow({ where: { text } })
      return globalId('Statement', id)
    }
    const review = async (text: string, decision: object) =>
      write(service, 'statementReview', { id: await id(text), expectedVersion: 1, ...decision })
    const reject = (text: string, reason: string) => review(text, { decision: 'REJECT', reason })
    const texts = async (articleId: string) =>
      (await statementsOf(database, articleId)).map(({ text }) => text)

    it('does not propose a rejected statement again, whatever changes elsewhere', async () => {
      const { articleId } = await take(story(`${SAIL}\n\n${NO}`, { url }))
      await reject('“No comment,”', 'SCARE_QUOTE')
      const before = await texts(articleId)
      expect(await take(story(`News of the day.\n\n${SAIL}\n\n${NO}`, { url }))).toMatchObject({
        statements: 0,
      })
      expect(await take(story(`${SAIL}\n\nIt rained.\n\n${NO}`, { url }))).toMatchObject({ statements: 0 })
      expect(await texts(articleId)).toEqual(before)
      const [rejected] = await database.prisma.statement.findMany({ where: { reviewStatus: 'REJECTED' } })
      expect(rejected).toMatchObject({ text: '“No comment,”', rejectionReason: 'SCARE_QUOTE' })
    })

    it('does not propose a statement in the bin again, even when its place is ambiguous', async () => {
      const { articleId } = await take(story(`${SAIL}\n\n${NO}`, { url }))
      await write(service, 'statementDelete', { id: await id('“No comment,”'), expectedVersion: 1 })
      await take(story(`It rained.\n\n${SAIL}\n\n${NO}`, { url }))
      const twice = '“No comment,” said Anselm Okafor.'
      expect(await take(story(`${SAIL}\n\n${twice}\n\n${twice}`, { url }))).toMatchObject({ statements: 0 })
      const deleted = await database.prisma.statement.findMany({
        where: { articleId, deletedAt: { not: null } },
        include: { anchors: true },
      })
      expect(deleted).toMatchObject([{ text: '“No comment,”', anchors: [{ status: 'AMBIGUOUS' }] }])
    })

    it('keeps the words of a verified statement, and the speaker that an editor set', async () => {
      const { articleId } = await take(story(`${SAIL}\n\n${NO}`, { url }))
      await review('“We sail at noon,”', { decision: 'VERIFY' })
      const patch = { attributions: [{ asWritten: 'a clerk' }] }
      await write(service, 'statementUpdate', { id: await id('“No comment,”'), expectedVersion: 1, patch })
      const changed = `“We sail at noon,” said Anselm Okafor.\n\n“No comment,” said Ottilie Brandreth.`
      expect(await take(story(changed, { url }))).toMatchObject({ statements: 0, statementsUpdated: 0 })
      const statements = await statementsOf(database, articleId)
      expect(statements.map(({ attributions }) => attributions[0]?.speaker?.name)).toEqual([
        'Mara Lindt',
        undefined,
      ])
    })

    it('proposes other words and another speaker after a rejection', async () => {
      await take(story(`${SAIL}\n\n${NO}`, { url }))
      await reject('“We sail at noon,”', 'WRONG_SPEAKER')
      const changed = `“We sail at noon,” said Anselm Okafor.\n\n${NO}`
      expect(await take(story(changed, { url }))).toMatchObject({ statements: 1 })
      expect(await take(story(`${changed}\n\nIt rained.`, { url }))).toMatchObject({ statements: 0 })
    })

    it('changes a statement that nobody touched to what the text says now', async () => {
      const { articleId } = await take(story(SAIL, { url }))
      const changed = story('“We sail at noon,” said Anselm Okafor.', { url })
      expect(await take(changed)).toMatchObject({ statements: 0, statementsUpdated: 1 })
      const statements = await statementsOf(database, articleId)
      expect(statements).toMatchObject([{ attributions: [{ speaker: { name: 'Anselm Okafor' } }] }])
      const [, revision] = await database.prisma.revision.findMany({
        where: { type: 'STATEMENT' },
        orderBy: { version: 'asc' },
      })
      expect(revision).toMatchObject({ version: 2, action: 'UPDATED', actor: 'test' })
      expect(revision?.changes).toContainEqual(expect.objectContaining({ field: 'attributions' }))
    })
  })

  describe('with a better extractor, on the same text', () => {
    /** Changes what the rules find. Each test sets its own change. */
    let alter: (extraction: Extraction) => void
    const better: Extractor = {
      method: 'MODEL',
      extract(text, options) {
        const extraction = { ...extract(text, options), extractor: 'better@2' }
        alter(extraction)
        return extraction
      },
    }
    const again = async (articleId: string) =>
      reextract(database.prisma, globalId('Article', articleId), better, (work) =>
        runWrite(database.prisma, 'test', work),
      )
    const NO = '“No comment,” said Josefa Quill.'

    it('changes nothing when the extractor finds the same', async () => {
      const { articleId } = await take(story(`${SAIL}\n\n${NO}`, { url }))
      alter = () => {}
      const revisions = await database.prisma.revision.count()
      expect(await again(articleId)).toMatchObject({ status: 'unchanged', statements: 0 })
      expect(await database.prisma.revision.count()).toBe(revisions)
    })

    it('proposes new statements, updates and withdraws those that nobody touched, and keeps the rest', async () => {
      const { articleId } = await take(story(`${SAIL}\n\n${QUAY}\n\n${NO}`, { url }))
      const { prisma } = database
      await prisma.statement.updateMany({
        where: { text: '“The quay is sound,”' },
        data: { reviewStatus: 'REJECTED', reviewedAt: new Date(), reviewedBy: 'x', rejectionReason: 'OTHER' },
      })
      alter = (extraction) => {
        const [sail, quay] = extraction.statements as [StatementDraft, StatementDraft]
        sail.confidence = 0.99
        const start = quay.start + 1
        const half = { ...quay, start, end: start + 8, segments: [{ start, end: start + 8 }] }
        extraction.statements = [sail, quay, { ...half, topics: [] }]
      }
      expect(await again(articleId)).toMatchObject({
        status: 'updated',
        ...{ statements: 1, statementsUpdated: 1, statementsWithdrawn: 1 },
      })
      const rows = await prisma.statement.findMany({ orderBy: [{ position: 'asc' }, { createdAt: 'asc' }] })
      expect(
        rows.map(({ text, agent, reviewStatus, deletedAt }) => [
          text,
          agent,
          reviewStatus,
          deletedAt !== null,
        ]),
      ).toEqual([
        ['“We sail at noon,”', 'better@2', 'PROPOSED', false],
        ['“The quay is sound,”', expect.stringMatching(/^onrecord-rules@/), 'REJECTED', false],
        ['The quay', 'better@2', 'PROPOSED', false],
        ['“No comment,”', expect.stringMatching(/^onrecord-rules@/), 'PROPOSED', true],
      ])
      // A statement that is found again comes out of the bin.
      alter = () => {}
      expect(await again(articleId)).toMatchObject({ statements: 0, statementsWithdrawn: 1 })
      const no = await prisma.statement.findFirstOrThrow({ where: { text: '“No comment,”' } })
      expect(no).toMatchObject({ deletedAt: null, version: 3 })
    })

    it('takes as many SQL statements for many statements as for few', async () => {
      alter = ({ statements }) => {
        for (const statement of statements) statement.confidence = 0.5
      }
      const sqlOf = async (body: string) => {
        const { articleId } = await take(story(body))
        return (await service.sqlOf(() => again(articleId))).length
      }
      const many = Array.from({ length: 20 }, (_, index) => `“We sail at ${index} o’clock,” said Mara Lindt.`)
      const few = await sqlOf([...many.slice(0, 2), QUAY].join('\n\n'))
      expect(await sqlOf([...many, QUAY].join('\n\n'))).toBe(few)
    })
  })
})
