import { beforeEach, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { globalId, refusal, write } from '../../../test/harness/writes.js'
import { type QuotedStory, takeQuotedStory } from '../../../test/worlds/quoted-story.js'
import { newId } from '../../database/id.js'

describeServiceOnBoth('a refused write to a statement', (service, database) => {
  let desk: QuotedStory
  beforeEach(async () => {
    desk = await takeQuotedStory(database)
  })

  const update = (patch: object, expectedVersion = 1, id = desk.sail.id) =>
    write(service, 'statementUpdate', { id, expectedVersion, patch })

  it('names the wrong field and says what to change', async () => {
    const nothing = '00000000-0000-7000-8000-000000000000'
    const create = (change: object) => refusal(service, 'statementCreate', { ...desk.flour(), ...change })
    const change = async (patch: object) => {
      const { __typename, message } = await update(patch)
      return `${__typename}: ${message}`
    }
    expect([
      await create({ articleId: globalId('Article', nothing) }),
      await create({ articleId: desk.sail.id }),
      await create({ articleId: 'x' }),
      await create({ anchors: [] }),
      await create({ anchors: [{ ...desk.anchor('The baker'), end: 3, start: 9 }] }),
      await create({ anchors: [desk.anchor('flour'), desk.anchor('The baker')] }),
      await create({
        anchors: [{ ...desk.anchor('The baker'), articleTextId: globalId('ArticleText', nothing) }],
      }),
      await create({ attributions: [{}] }),
      await create({
        attributions: [{ speakerId: desk.sail.speakerId }, { speakerId: desk.sail.speakerId }],
      }),
      await create({ externalId: { namespace: '', value: '7' } }),
      await create({ saidAt: { edtf: '10000-01-01' } }),
      await create({ saidAt: { edtf: '../..' } }),
      await create({ saidAt: { edtf: '2026-03-05/2026-03-01' } }),
      await create({ topicIds: [globalId('Topic', nothing)] }),
      await create({ topicIds: [desk.quay.id] }),
      await create({ references: [{ documentId: globalId('Document', nothing), asWritten: ' ' }] }),
      await change({ kind: null }),
      await change({ anchors: null }),
      await change({ eventPhase: 'AFTER' }),
      await change({ withinId: desk.sail.id }),
      await change({ threadOfId: desk.sail.id }),
      await change({ topicIds: Array(51).fill(desk.quay.id) }),
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
        "ValidationError: input.patch.kind is null: leave it out to keep it, or pass a value",
        "ValidationError: input.patch.anchors is null: leave it out to keep it, or pass a value",
        "ValidationError: input.patch.eventPhase is of no event: pass eventId, too, or leave it out",
        "ValidationError: input.patch.withinId is the statement itself, or one inside of it: pass one that it stands in",
        "ValidationError: input.patch.threadOfId is the statement itself: pass another one of its thread",
        "ValidationError: input.patch.topicIds has 51 values: pass at most 50",
      ]
    `)
  })

  it('has an empty id, an empty date or a mention that is too long', async () => {
    const messageOf = async (patch: object) => (await update(patch)).message
    for (const field of ['eventId', 'placeId', 'withinId', 'threadOfId', 'topicIds', 'mentionIds']) {
      const list = field.endsWith('Ids')
      expect(await messageOf({ [field]: list ? [''] : '' })).toBe(
        `input.patch.${field}${list ? '[0]' : ''} is not an id of this service: pass an \`id\` that it returned`,
      )
    }
    expect([
      await messageOf({ saidAt: {} }),
      await messageOf({ saidAt: { edtf: ' ' } }),
      await messageOf({ attributions: [{ asWritten: 'x'.repeat(2_001) }] }),
      await messageOf({ attributions: [{ asWritten: 'x', cue: 'x'.repeat(2_001) }] }),
    ]).toEqual([
      'input.patch.saidAt says nothing: pass edtf, asWritten, or both; null when nothing is known',
      'input.patch.saidAt.edtf is empty: leave it out when only the words are known',
      'input.patch.attributions[0].asWritten has 2001 characters: pass at most 2000',
      'input.patch.attributions[0].cue has 2001 characters: pass at most 2000',
    ])
    const { version } = await database.prisma.statement.findFirstOrThrow({
      where: { text: { contains: 'sail' } },
    })
    expect(version).toBe(1)
  })

  it('has an anchor whose words are not at its place', async () => {
    const here = desk.anchor('flour left')
    expect(await update({ anchors: [{ ...here, start: 0, end: 10 }] })).toMatchObject({
      __typename: 'AnchorMismatchError',
      code: 'ANCHOR_MISMATCH',
      expected: 'flour left',
      found: desk.content.slice(0, 10),
      message: `input.patch.anchors[0]: the words are not at this place: the text has them from ${here.start} to ${here.end}`,
    })
  })

  it('has an old version or an unknown id', async () => {
    expect(await update({ medium: 'SPEECH' }, 7)).toMatchObject({
      __typename: 'ConflictError',
      code: 'CONFLICT',
      currentVersion: 1,
      message:
        'input.expectedVersion is 7, but the version is 1 now: read the object again, and repeat what still applies',
    })
    const id = globalId('Statement', newId())
    expect(await update({}, 1, id)).toMatchObject({
      __typename: 'NotFoundError',
      code: 'NOT_FOUND',
      missingId: id,
    })
    expect(await database.prisma.revision.count({ where: { type: 'STATEMENT' } })).toBe(2)
  })

  it('puts a statement inside itself', async () => {
    expect(await update({ withinId: desk.quay.id })).toMatchObject({ status: 'UPDATED' })
    expect(await update({ withinId: desk.sail.id }, 1, desk.quay.id)).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: ['input', 'patch', 'withinId'] }],
    })
  })

  it('comes from a caller without the scope EDITOR', async () => {
    expect(
      await refusal(service, 'statementUpdate', { id: desk.sail.id, expectedVersion: 1, patch: {} }, ''),
    ).toMatch(/^ForbiddenError: this needs the scope EDITOR/)
  })
})
