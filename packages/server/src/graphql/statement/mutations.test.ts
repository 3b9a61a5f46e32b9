import { beforeEach, describe, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'
import { globalId, refusal, write } from '../../../test/harness/writes.js'
import { type QuotedStory, STORY_URL, takeQuotedStory } from '../../../test/worlds/quoted-story.js'
import { SAIL, story } from '../../../test/worlds/stories.js'
import { newId } from '../../database/id.js'

describeServiceOnBoth('the mutation', (service, database) => {
  let desk: QuotedStory
  beforeEach(async () => {
    desk = await takeQuotedStory(database)
  })

  const update = (patch: object, expectedVersion = 1, id = desk.sail.id) =>
    write(service, 'statementUpdate', { id, expectedVersion, patch })
  const revisions = async (id = desk.sail.id) => {
    const entityId = Buffer.from(id, 'base64url').toString().split(':')[1] as string
    const where = { type: 'STATEMENT' as const, entityId }
    return database.prisma.revision.findMany({ where, orderBy: { version: 'asc' } })
  }
  describe('statementCreate', () => {
    it('makes a statement with all its links, and updates it by its external id until it is reviewed', async () => {
      const { prisma } = database
      const [event, place, document, topic] = [newId(), newId(), newId(), newId()]
      await prisma.event.create({ data: { id: event, name: 'Regatta', nameFolded: 'regatta' } })
      await prisma.place.create({ data: { id: place, name: 'Quay', nameFolded: 'quay' } })
      await prisma.document.create({ data: { id: document, title: 'Treaty', titleFolded: 'treaty' } })
      await prisma.topic.create({ data: { id: topic, slug: 'bread', name: 'Bread', nameFolded: 'bread' } })
      const input = {
        ...desk.flour(),
        ...{ medium: 'PUBLISHED_ARTICLE', polarity: 'PROMISED' },
        saidAt: { edtf: '2026-03-01/2026-03-05', asWritten: 'this week' },
        eventId: globalId('Event', event),
        eventPhase: 'BEFORE',
        placeId: globalId('Place', place),
        topicIds: [globalId('Topic', topic)],
        withinId: desk.sail.id,
        threadOfId: desk.quay.id,
        mentionIds: [desk.sail.speakerId],
        references: [{ documentId: globalId('Document', document), asWritten: 'flour' }],
        externalId: { namespace: 'desk', value: '7' },
      }
      const made = await write(service, 'statementCreate', input)
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
      const again = await write(service, 'statementCreate', input)
      expect(again).toMatchObject({ status: 'UNCHANGED', statement: { id: made.statement.id, version: 1 } })
      const other = await write(service, 'statementCreate', { ...input, medium: 'SPEECH' })
      expect(other).toMatchObject({ status: 'UPDATED', statement: { id: made.statement.id, version: 2 } })
      const review = { id: made.statement.id, expectedVersion: 2, decision: 'VERIFY' }
      await write(service, 'statementReview', review)
      expect(await write(service, 'statementCreate', input)).toMatchObject({
        status: 'UNCHANGED',
        statement: { medium: 'SPEECH', reviewStatus: 'VERIFIED' },
      })
    })

    it('takes as many SQL statements for one part as for many', async () => {
      const one = await service.sqlOf(() => write(service, 'statementCreate', desk.flour()))
      const anchors = ['The baker', 'has no', 'flour'].map((exact) => desk.anchor(exact))
      const attributions = [
        desk.flour().attributions[0],
        { speakerId: desk.sail.speakerId },
        { speakerId: desk.quay.speakerId },
      ]
      const many = await service.sqlOf(() =>
        write(service, 'statementCreate', { ...desk.flour(), anchors, attributions }),
      )
      expect(one).toHaveLength(6)
      // Two more SQL statements: one looks up the speakers, one links them to the article.
      expect(many).toHaveLength(8)
    })
  })

  describe('statementUpdate', () => {
    it('changes the fields that it names, and notes the change in history and change log', async () => {
      const changed = await update({
        medium: 'SPEECH',
        polarity: 'DENIED',
        attributions: [{ speakerId: desk.quay.speakerId, asWritten: 'he', basis: 'PRONOUN' }],
        saidAt: { edtf: '../2026-03', basis: 'EXTERNAL' },
      })
      expect(changed).toMatchObject({
        status: 'UPDATED',
        statement: {
          version: 2,
          text: '“We sail at noon,”',
          medium: 'SPEECH',
          polarity: 'DENIED',
          attributions: [{ asWritten: 'he', speaker: { name: 'Anselm Okafor' }, confidence: null }],
          saidAt: { edtf: '../2026-03', earliest: null, latest: '2026-03-31', precision: 'UNKNOWN' },
        },
      })
      const [created, updated] = await revisions()
      expect(created).toMatchObject({ action: 'CREATED', version: 1, actor: 'test', changes: [] })
      expect(updated).toMatchObject({ action: 'UPDATED', version: 2, actor: 'local' })
      expect(updated?.changes).toContainEqual({ field: 'polarity', before: 'AFFIRMED', after: 'DENIED' })
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

    it('succeeds and makes no version when it changes nothing', async () => {
      const { anchors, attributions } = (await update({})).statement
      const [{ position }] = anchors
      const same = {
        kind: 'DIRECT',
        anchors: [desk.anchor('“We sail at noon,”', position.start)],
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

    it('empties fields for which null is passed', async () => {
      expect(
        await update({
          saidAt: null,
          attributions: null,
          topicIds: null,
          medium: null,
          polarity: null,
          eventId: null,
        }),
      ).toMatchObject({
        statement: { saidAt: { edtf: null, basis: 'UNKNOWN' }, attributions: [], topics: { nodes: [] } },
      })
    })

    it('takes as many SQL statements for one part as for many', async () => {
      const anchors = ['The baker', 'has no', 'flour'].map((exact) => desk.anchor(exact))
      const sql = async (patch: object, version: number) =>
        (await service.sqlOf(() => update(patch, version))).length
      expect(await sql({ medium: 'SPEECH' }, 1)).toBe(6)
      expect(await sql({ anchors: anchors.slice(0, 1) }, 2)).toBe(await sql({ anchors }, 3))
    })
  })

  describe('statementRevert', () => {
    it('sets all fields back to an earlier version, and keeps the review', async () => {
      const before = (await update({})).statement
      await update({
        medium: 'SPEECH',
        anchors: [desk.anchor('The baker'), desk.anchor('flour')],
        attributions: [],
        saidAt: null,
      })
      await update({ medium: 'INTERVIEW' }, 2)
      const input = { id: desk.sail.id, expectedVersion: 3, decision: 'VERIFY' }
      await write(service, 'statementReview', input)
      const args = { id: desk.sail.id, expectedVersion: 4 }
      expect(await write(service, 'statementRevert', { ...args, toVersion: 1 })).toMatchObject({
        status: 'UPDATED',
        statement: { ...before, version: 5, reviewStatus: 'VERIFIED' },
      })
      expect((await revisions()).at(-1)).toMatchObject({ action: 'REVERTED', note: 'to version 1' })
      expect(await refusal(service, 'statementRevert', { ...args, expectedVersion: 5, toVersion: 5 })).toBe(
        'ValidationError: input.toVersion is 5: pass a version from 1 to 4',
      )
      await database.prisma.revision.deleteMany({ where: { version: { lt: 4 } } })
      expect(await refusal(service, 'statementRevert', { ...args, expectedVersion: 5, toVersion: 1 })).toBe(
        'ValidationError: input.toVersion is 1, but the history begins later: pass 4 or more',
      )
    })

    it('finds the words in a text that was captured since', async () => {
      await update({ anchors: [desk.anchor('The baker')] })
      await ingestText(database, story(`First, a word.\n\n${SAIL}\n\nThe baker is back.`, { url: STORY_URL }))
      const [{ version }] = await database.prisma.$queryRaw<[{ version: number }]>`
        SELECT version FROM "Statement" WHERE text = 'The baker'`
      const { statement } = await write(service, 'statementRevert', {
        id: desk.sail.id,
        expectedVersion: version,
        toVersion: 1,
      })
      expect(statement).toMatchObject({ text: '“We sail at noon,”', anchors: [{ status: 'MOVED' }] })
      expect(statement.anchors[0].text.id).not.toBe(desk.textId)
    })
  })

  describe('statementDelete and statementRestore', () => {
    it('puts a statement into the bin and takes it out, each time with a new version', async () => {
      const deleted = await write(service, 'statementDelete', { id: desk.sail.id, expectedVersion: 1 })
      expect(deleted).toMatchObject({ status: 'UPDATED', statement: { version: 2 } })
      expect(await refusal(service, 'statementDelete', { id: desk.sail.id, expectedVersion: 2 })).toBe(
        'ValidationError: input.id is of a Statement in the bin: restore it first',
      )
      expect(await write(service, 'statementRestore', { id: desk.sail.id })).toMatchObject({
        status: 'UPDATED',
        statement: { version: 3 },
      })
      expect(await write(service, 'statementRestore', { id: desk.sail.id })).toMatchObject({
        status: 'UNCHANGED',
      })
      expect((await revisions()).map(({ action }) => action)).toEqual(['CREATED', 'DELETED', 'RESTORED'])
    })
  })
})
