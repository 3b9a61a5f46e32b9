import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../database/database.js'
import { newId } from '../database/id.js'
import { describeOnBoth } from '../testing/databases.js'
import { createService, ingestText, type Service } from '../testing/service.js'
import { empty, QUAY, SAIL, story } from '../testing/stories.js'
import { globalId, refusal, write } from '../testing/writes.js'

const url = 'https://gazette.example/ferry'
const STORY = story(`${SAIL}\n\n${QUAY}\n\nThe baker has no flour left, and says so.`, { url })

describeOnBoth('writes to statements', (open) => {
  let database: Database
  let service: Service
  beforeAll(async () => {
    database = await open()
    service = createService(database)
  })
  afterAll(() => database.close())

  let articleId: string
  let textId: string
  let content: string
  let sail: { id: string; speakerId: string }
  let quay: { id: string; speakerId: string }
  beforeEach(async () => {
    await empty(database)
    const taken = await ingestText(database, STORY)
    articleId = globalId('Article', taken.articleId)
    const text = await database.prisma.articleText.findFirstOrThrow()
    textId = globalId('ArticleText', text.id)
    content = text.content
    const statements = await database.prisma.statement.findMany({
      orderBy: { position: 'asc' },
      include: { attributions: true },
    })
    const ofIndex = (index: number) => ({
      id: globalId('Statement', statements[index]?.id as string),
      speakerId: globalId('Speaker', statements[index]?.attributions[0]?.speakerId as string),
    })
    sail = ofIndex(0)
    quay = ofIndex(1)
  })

  const anchor = (exact: string, at = content.indexOf(exact)) => ({
    articleTextId: textId,
    start: at,
    end: at + exact.length,
    exact,
  })
  const update = (patch: object, expectedVersion = 1, id = sail.id) =>
    write(service, 'statementUpdate', { id, expectedVersion, patch })
  const revisions = async (id = sail.id) => {
    const entityId = Buffer.from(id, 'base64url').toString().split(':')[1] as string
    const where = { type: 'STATEMENT' as const, entityId }
    return database.prisma.revision.findMany({ where, orderBy: { version: 'asc' } })
  }
  const flour = () => ({
    articleId,
    kind: 'AUTHOR',
    anchors: [anchor('The baker has no flour left')],
    attributions: [{ asWritten: 'The Gazette', basis: 'EXTERNAL' }],
  })

  describe('statementCreate', () => {
    it('takes what a person found, with everything that it refers to', async () => {
      const { prisma } = database
      const [event, place, document, topic] = [newId(), newId(), newId(), newId()]
      await prisma.event.create({ data: { id: event, name: 'Regatta', nameFolded: 'regatta' } })
      await prisma.place.create({ data: { id: place, name: 'Quay', nameFolded: 'quay' } })
      await prisma.document.create({ data: { id: document, title: 'Treaty', titleFolded: 'treaty' } })
      await prisma.topic.create({ data: { id: topic, slug: 'bread', name: 'Bread', nameFolded: 'bread' } })
      const input = {
        ...flour(),
        medium: 'PUBLISHED_ARTICLE',
        saidAt: { edtf: '2026-03-01/2026-03-05', asWritten: 'this week' },
        eventId: globalId('Event', event),
        eventPhase: 'BEFORE',
        placeId: globalId('Place', place),
        topicIds: [globalId('Topic', topic)],
        withinId: sail.id,
        threadOfId: quay.id,
        mentionIds: [sail.speakerId],
        references: [{ documentId: globalId('Document', document), asWritten: 'flour' }],
        externalId: { namespace: 'desk', value: '7' },
      }
      const made = await write(service, 'statementCreate', { input })
      expect(made).toMatchObject({
        __typename: 'StatementSuccess',
        status: 'CREATED',
        statement: {
          text: 'The baker has no flour left',
          kind: 'AUTHOR',
          version: 1,
          reviewStatus: 'PROPOSED',
          attributions: [{ asWritten: 'The Gazette', speaker: null }],
          saidAt: { edtf: '2026-03-01/2026-03-05', precision: 'MONTH', asWritten: 'this week' },
          eventPhase: 'BEFORE',
          topics: { nodes: [{ id: globalId('Topic', topic) }] },
        },
      })
      const row = await prisma.statement.findFirstOrThrow({
        where: { kind: 'AUTHOR' },
        include: {
          mentions: true,
          references: true,
          within: true,
          thread: { include: { statements: true } },
        },
      })
      expect(row).toMatchObject({ method: 'MANUAL', agent: 'local', eventId: event, placeId: place })
      expect(row.thread?.statements).toHaveLength(2)
      expect([row.mentions, row.references]).toEqual([[expect.anything()], [expect.anything()]])
      const again = await write(service, 'statementCreate', { input })
      expect(again).toMatchObject({ status: 'UNCHANGED', statement: { id: made.statement.id, version: 1 } })
      const other = await write(service, 'statementCreate', { input: { ...input, medium: 'SPEECH' } })
      expect(other).toMatchObject({ status: 'UPDATED', statement: { id: made.statement.id, version: 2 } })
      const review = { statementId: made.statement.id, expectedVersion: 2, decision: 'VERIFY' }
      await write(service, 'statementReview', { input: review })
      expect(await write(service, 'statementCreate', { input })).toMatchObject({
        status: 'UNCHANGED',
        statement: { medium: 'SPEECH', reviewStatus: 'VERIFIED' },
      })
    })

    it('takes as many SQL statements for one part as for many', async () => {
      const one = await service.sqlOf(() => write(service, 'statementCreate', { input: flour() }))
      const anchors = ['The baker', 'has no', 'flour'].map((exact) => anchor(exact))
      const attributions = [
        flour().attributions[0],
        { speakerId: sail.speakerId },
        { speakerId: quay.speakerId },
      ]
      const many = await service.sqlOf(() =>
        write(service, 'statementCreate', { input: { ...flour(), anchors, attributions } }),
      )
      expect(one).toHaveLength(9)
      // Two more: speakers are looked up, and linked to the article.
      expect(many).toHaveLength(11)
    })
  })

  describe('what is refused', () => {
    it('names the field and says what to change', async () => {
      const nothing = '00000000-0000-7000-8000-000000000000'
      const create = (change: object) =>
        refusal(service, 'statementCreate', { input: { ...flour(), ...change } })
      const change = async (patch: object) => {
        const { __typename, message } = await update(patch)
        return `${__typename}: ${message}`
      }
      expect([
        await create({ articleId: globalId('Article', nothing) }),
        await create({ articleId: sail.id }),
        await create({ articleId: 'x' }),
        await create({ anchors: [] }),
        await create({ anchors: [{ ...anchor('The baker'), end: 3, start: 9 }] }),
        await create({ anchors: [anchor('flour'), anchor('The baker')] }),
        await create({
          anchors: [{ ...anchor('The baker'), articleTextId: globalId('ArticleText', nothing) }],
        }),
        await create({ attributions: [{}] }),
        await create({ attributions: [{ speakerId: sail.speakerId }, { speakerId: sail.speakerId }] }),
        await create({ externalId: { namespace: '', value: '7' } }),
        await create({ saidAt: { edtf: '10000-01-01' } }),
        await create({ saidAt: { edtf: '../..' } }),
        await create({ saidAt: { edtf: '2026-03-05/2026-03-01' } }),
        await create({ topicIds: [globalId('Topic', nothing)] }),
        await create({ topicIds: [quay.id] }),
        await create({ references: [{ documentId: globalId('Document', nothing), asWritten: ' ' }] }),
        await change({ kind: null }),
        await change({ anchors: null }),
        await change({ eventPhase: 'AFTER' }),
        await change({ withinId: sail.id }),
        await change({ threadOfId: sail.id }),
        await change({ topicIds: Array(51).fill(quay.id) }),
      ]).toMatchInlineSnapshot(`
        [
          "ValidationError: input.articleId is of no Article that is there: pass the id of one that is",
          "ValidationError: input.articleId is the id of a Statement: pass the id of an Article",
          "ValidationError: input.articleId is not an id of this service: pass an \`id\` that it returned",
          "ValidationError: input.anchors is empty: pass the place of the words, at least one",
          "ValidationError: input.anchors[0] is a place from 9 to 3: pass 0 <= start < end",
          "ValidationError: input.anchors[1] begins before input.anchors[0] ends: pass the places of one text in order",
          "ValidationError: input.anchors[0].articleTextId is not of the article's newest text: pass the id that its \`text\` has now",
          "ValidationError: input.attributions[0] names nobody: pass speakerId, asWritten, or both",
          "ValidationError: input.attributions[1].speakerId is there already as SPEAKER: name each speaker once in a role",
          "ValidationError: input.externalId.namespace has 0 characters: pass 1 to 500",
          "ValidationError: input.saidAt.edtf is "10000-01-01", but must be a year (2026), a month (2026-03), a day (2026-03-02) or a time with its offset (2026-03-02T10:30:00+01:00), in the years 1 to 9999",
          "ValidationError: input.saidAt.edtf is an interval without ends: leave it out when nothing is known",
          "ValidationError: input.saidAt.edtf is an interval that ends before it begins: swap its ends",
          "ValidationError: input.topicIds[0] is of no Topic that is there: pass the id of one that is",
          "ValidationError: input.topicIds[0] is the id of a Statement: pass the id of a Topic",
          "ValidationError: input.references[0].asWritten is empty: pass the words that cite it",
          "ValidationError: patch.kind is null: leave it out to keep it, or pass a value",
          "ValidationError: patch.anchors is null: leave it out to keep it, or pass a value",
          "ValidationError: patch.eventPhase is of no event: pass eventId, too, or leave it out",
          "ValidationError: patch.withinId is the statement itself, or one inside of it: pass one that it stands in",
          "ValidationError: patch.threadOfId is the statement itself: pass another one of its thread",
          "ValidationError: patch.topicIds has 51 values: pass at most 50",
        ]
      `)
    })

    it('is an anchor whose words are not at its place', async () => {
      const here = anchor('flour left')
      expect(await update({ anchors: [{ ...here, start: 0, end: 10 }] })).toMatchObject({
        __typename: 'AnchorMismatchError',
        code: 'ANCHOR_MISMATCH',
        expected: 'flour left',
        found: content.slice(0, 10),
        message: `patch.anchors[0]: the words are not at this place: the text has them from ${here.start} to ${here.end}`,
      })
    })

    it('is a version that is not current, and an id of nothing', async () => {
      expect(await update({ medium: 'SPEECH' }, 7)).toMatchObject({
        __typename: 'ConflictError',
        code: 'CONFLICT',
        currentVersion: 1,
        message:
          'expectedVersion is 7, but the version is 1 now: read the object again, and repeat what still applies',
      })
      const id = globalId('Statement', newId())
      expect(await update({}, 1, id)).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND', id })
      expect(await revisions()).toHaveLength(1)
    })

    it('is a circle of statements within statements', async () => {
      expect(await update({ withinId: quay.id })).toMatchObject({ status: 'UPDATED' })
      expect(await update({ withinId: sail.id }, 1, quay.id)).toMatchObject({
        __typename: 'ValidationError',
        fields: [{ path: ['patch', 'withinId'] }],
      })
    })

    it('is whoever lacks the scope', async () => {
      expect(
        await refusal(service, 'statementUpdate', { id: sail.id, expectedVersion: 1, patch: {} }, ''),
      ).toMatch(/^ForbiddenError: this needs the scope "editor"/)
    })
  })

  describe('statementUpdate', () => {
    it('changes what it names, and says so in the history and the log', async () => {
      const changed = await update({
        medium: 'SPEECH',
        attributions: [{ speakerId: quay.speakerId, asWritten: 'he', basis: 'PRONOUN' }],
        saidAt: { edtf: '../2026-03', basis: 'EXTERNAL' },
      })
      expect(changed).toMatchObject({
        status: 'UPDATED',
        statement: {
          version: 2,
          text: '“We sail at noon,”',
          medium: 'SPEECH',
          attributions: [{ asWritten: 'he', speaker: { name: 'Anselm Okafor' }, confidence: null }],
          saidAt: { edtf: '../2026-03', earliest: null, latest: '2026-03-31', precision: 'UNKNOWN' },
        },
      })
      const [created, updated] = await revisions()
      expect(created).toMatchObject({ action: 'CREATED', version: 1, actor: 'test', changes: [] })
      expect(updated).toMatchObject({ action: 'UPDATED', version: 2, actor: 'local' })
      expect(updated?.changes).toContainEqual({ field: 'medium', before: 'UNKNOWN', after: 'SPEECH' })
      expect(updated?.changes).toContainEqual({
        field: 'saidAt',
        before: '{"edtf":"../2026-03-02","basis":"INFERRED","asWritten":null}',
        after: '{"edtf":"../2026-03","basis":"EXTERNAL","asWritten":null}',
      })
      const log = await database.prisma.change.findMany({ orderBy: { sequence: 'desc' }, take: 1 })
      expect(log).toMatchObject([{ kind: 'UPDATED', type: 'STATEMENT', actor: 'local' }])
      const links = await database.prisma.articleSpeaker.findMany({ include: { speaker: true } })
      expect(links.map(({ speaker }) => speaker.name)).toEqual(['Anselm Okafor'])
    })

    it('that changes nothing succeeds, and makes no version', async () => {
      const { anchors, attributions } = (await update({})).statement
      const [{ position }] = anchors
      const same = {
        kind: 'DIRECT',
        anchors: [anchor('“We sail at noon,”', position.start)],
        attributions: attributions.map(({ asWritten, basis, speaker }: (typeof attributions)[0]) => ({
          ...{ speakerId: speaker.id, asWritten, basis, cue: 'said' },
        })),
      }
      expect(await update(same)).toMatchObject({
        status: 'UNCHANGED',
        statement: { version: 1, attributions: [{ confidence: expect.any(Number) }] },
      })
      expect(await revisions()).toHaveLength(1)
    })

    it('empties what null is passed for', async () => {
      expect(
        await update({ saidAt: null, attributions: null, topicIds: null, medium: null, eventId: null }),
      ).toMatchObject({
        statement: { saidAt: { edtf: null, basis: 'UNKNOWN' }, attributions: [], topics: { nodes: [] } },
      })
    })

    it('takes as many SQL statements for one part as for many', async () => {
      const anchors = ['The baker', 'has no', 'flour'].map((exact) => anchor(exact))
      const sql = async (patch: object, version: number) =>
        (await service.sqlOf(() => update(patch, version))).length
      expect(await sql({ medium: 'SPEECH' }, 1)).toBe(9)
      expect(await sql({ anchors: anchors.slice(0, 1) }, 2)).toBe(await sql({ anchors }, 3))
    })
  })

  describe('statementRevert', () => {
    it('sets everything back to how it was, and leaves the review', async () => {
      const before = (await update({})).statement
      await update({
        medium: 'SPEECH',
        anchors: [anchor('The baker'), anchor('flour')],
        attributions: [],
        saidAt: null,
      })
      await update({ medium: 'INTERVIEW' }, 2)
      const input = { statementId: sail.id, expectedVersion: 3, decision: 'VERIFY' }
      await write(service, 'statementReview', { input })
      const args = { id: sail.id, expectedVersion: 4 }
      expect(await write(service, 'statementRevert', { ...args, toVersion: 1 })).toMatchObject({
        status: 'UPDATED',
        statement: { ...before, version: 5, reviewStatus: 'VERIFIED' },
      })
      expect((await revisions()).at(-1)).toMatchObject({ action: 'REVERTED', note: 'to version 1' })
      expect(await refusal(service, 'statementRevert', { ...args, expectedVersion: 5, toVersion: 5 })).toBe(
        'ValidationError: toVersion is 5: pass a version from 1 to 4',
      )
      await database.prisma.revision.deleteMany({ where: { version: { lt: 4 } } })
      expect(await refusal(service, 'statementRevert', { ...args, expectedVersion: 5, toVersion: 1 })).toBe(
        'ValidationError: toVersion is 1, but the history begins later: pass 4 or more',
      )
    })

    it('finds the words in a text that came since', async () => {
      await update({ anchors: [anchor('The baker')] })
      await ingestText(database, story(`First, a word.\n\n${SAIL}\n\nThe baker is back.`, { url }))
      const [{ version }] = await database.prisma.$queryRaw<[{ version: number }]>`
        SELECT version FROM "Statement" WHERE text = 'The baker'`
      const { statement } = await write(service, 'statementRevert', {
        id: sail.id,
        expectedVersion: version,
        toVersion: 1,
      })
      expect(statement).toMatchObject({ text: '“We sail at noon,”', anchors: [{ status: 'MOVED' }] })
      expect(statement.anchors[0].text.id).not.toBe(textId)
    })
  })

  describe('statementDelete and statementRestore', () => {
    it('put it into the bin and take it out, each as a version', async () => {
      const deleted = await write(service, 'statementDelete', { id: sail.id, expectedVersion: 1 })
      expect(deleted).toMatchObject({ status: 'UPDATED', statement: { version: 2 } })
      expect(await refusal(service, 'statementDelete', { id: sail.id, expectedVersion: 2 })).toBe(
        'ValidationError: id is of a Statement in the bin: restore it first',
      )
      expect(await write(service, 'statementRestore', { id: sail.id })).toMatchObject({
        status: 'UPDATED',
        statement: { version: 3 },
      })
      expect(await write(service, 'statementRestore', { id: sail.id })).toMatchObject({ status: 'UNCHANGED' })
      expect((await revisions()).map(({ action }) => action)).toEqual(['CREATED', 'DELETED', 'RESTORED'])
    })
  })
})
