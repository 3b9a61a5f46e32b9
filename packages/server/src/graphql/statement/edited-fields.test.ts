import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { ingestText, TEST_KEY } from '../../../test/harness/service.js'
import { encodeGlobalId } from '../../record/global-id.js'

const STORY = `# Two ministers on the quay

By Ada Moss

“The pier (so far) is safe,” said Transport Minister Anil Rao at the quay on Tuesday, citing Resolution 41/7.

“Anil is right,” said Mara Lindt, the harbour master.
`

describeServiceOnBoth('the context of a statement', (service, database) => {
  // Asked with a key, because one statement is rejected and hidden from readers.
  const ask = (query: string, variables: object = {}) => service.data(query, variables, TEST_KEY)
  let articleId: string
  const id = { event: randomUUID(), place: randomUUID(), document: randomUUID(), thread: randomUUID() }
  const utterance = randomUUID()

  beforeAll(async () => {
    articleId = (await ingestText(database, STORY)).articleId
    const copy = (await ingestText(database, `${STORY}\nAgain.\n`, { name: 'copy.md' })).articleId
    const { prisma } = database
    const [rao, lindt] = await Promise.all(
      ['Anil Rao', 'Mara Lindt'].map((name) => prisma.speaker.findFirstOrThrow({ where: { name } })),
    )
    const date = {
      dateEdtf: '2026-03-03',
      dateEarliest: new Date('2026-03-03'),
      dateLatest: new Date('2026-03-03'),
    }
    await prisma.place.create({
      data: { id: id.place, name: 'Quarrin', nameFolded: 'quarrin', countryCode: 'CH' },
    })
    await prisma.event.create({
      data: {
        ...{ id: id.event, name: 'Briefing on the quay', nameFolded: 'briefing on the quay', ...date },
        ...{ medium: 'PRESS_CONFERENCE', placeId: id.place },
        participants: { create: [{ speakerId: rao?.id ?? '' }, { speakerId: lindt?.id ?? '' }] },
      },
    })
    await prisma.document.create({
      data: {
        ...{ id: id.document, title: 'On the safety of piers', titleFolded: 'on the safety of piers' },
        ...{ identifier: 'Resolution 41/7', identifierFolded: 'resolution 41/7', ...date },
        issuers: { create: [{ speakerId: lindt?.id ?? '' }] },
      },
    })
    await prisma.statementThread.create({ data: { id: id.thread } })
    await prisma.utterance.create({
      data: { id: utterance, canonicalText: 'The pier is quite safe', primarySourceId: id.document },
    })
    const [first, second] = await prisma.statement.findMany({
      where: { articleId },
      orderBy: { position: 'asc' },
    })
    await prisma.statement.update({
      where: { id: first?.id ?? '' },
      data: {
        ...{ eventId: id.event, eventPhase: 'DURING', placeId: id.place, threadId: id.thread },
        ...{ utteranceId: utterance, reviewStatus: 'REJECTED', rejectionReason: 'OTHER', reviewNote: 'No.' },
        ...{ reviewedAt: new Date('2026-03-04'), reviewedBy: 'ana', saidEarliest: new Date('2026-03-03') },
        alterations: { deleteMany: {}, create: [{ position: 0, kind: 'INSERTION', start: 10, end: 18 }] },
        references: {
          create: [{ id: randomUUID(), articleId, documentId: id.document, asWritten: 'Resolution 41/7' }],
        },
      },
    })
    await prisma.statement.update({
      where: { id: second?.id ?? '' },
      data: {
        threadId: id.thread,
        withinId: first?.id ?? '',
        mentions: { deleteMany: {}, create: [{ speakerId: rao?.id ?? '' }] },
      },
    })
    await prisma.article.updateMany({
      where: { id: { in: [articleId, copy] } },
      data: { copyGroupId: randomUUID() },
    })
    await prisma.revision.deleteMany({ where: { entityId: first?.id ?? '' } })
    await prisma.revision.createMany({
      data: [1, 2].map((version) => ({
        ...{ id: randomUUID(), type: 'STATEMENT', entityId: first?.id ?? '', version, actor: 'ana' },
        action: version === 1 ? 'CREATED' : 'REVIEWED',
        changes: version === 1 ? [] : [{ field: 'reviewStatus', before: 'PROPOSED', after: 'REJECTED' }],
      })) as never,
    })
    await prisma.merge.create({
      data: {
        ...{ id: randomUUID(), type: 'SPEAKER', keptId: rao?.id ?? '', absorbedId: randomUUID() },
        ...{ absorbedName: 'A. Rao', actor: 'ana' },
      },
    })
  })

  it('is read with the statement in few SQL statements', async () => {
    const query = `query ($id: ID!) { article(by: { id: $id }) {
      copies { nodes { title } } references { asWritten position { start } document { identifier } }
      statements(orderBy: { field: POSITION_IN_ARTICLE, direction: ASC }) { nodes {
        text alterations { kind position { start end } } event { name medium date { edtf } place { name countryCode } }
        eventPhase place { name } references { document { title } } within { text } inner { nodes { text } }
        thread { statements { totalCount { value } } } utterance { canonicalText primarySource { identifier } }
        differences { words canonical } mentions { nodes { name } } review { at by reason note } deletedAt
        attributions { affiliation { role } }
        revisions { nodes { version action actor changes { field before after } } }
      } }
    } }`
    const variables = { id: encodeGlobalId('Article', articleId) }
    // biome-ignore lint/suspicious/noExplicitAny: an answer of its own shape
    let data: any
    const sql = await service.sqlOf(async () => {
      data = await ask(query, variables)
    })
    expect(sql.length).toBeLessThanOrEqual(23)
    const { copies, references, statements } = data.article
    expect(copies.nodes).toEqual([{ title: 'Two ministers on the quay' }])
    expect(references).toEqual([
      { asWritten: 'Resolution 41/7', position: null, document: { identifier: 'Resolution 41/7' } },
    ])
    const [pier, right] = statements.nodes
    expect(pier).toMatchObject({
      alterations: [{ kind: 'INSERTION', position: { start: 10, end: 18 } }],
      event: {
        name: 'Briefing on the quay',
        medium: 'PRESS_CONFERENCE',
        date: { edtf: '2026-03-03' },
        place: { name: 'Quarrin', countryCode: 'CH' },
      },
      eventPhase: 'DURING',
      place: { name: 'Quarrin' },
      references: [{ document: { title: 'On the safety of piers' } }],
      within: null,
      inner: { nodes: [{ text: right.text }] },
      thread: { statements: { totalCount: { value: 2 } } },
      utterance: {
        canonicalText: 'The pier is quite safe',
        primarySource: { identifier: 'Resolution 41/7' },
      },
      differences: [
        { words: 'so far', canonical: '' },
        { words: '', canonical: 'quite' },
      ],
      mentions: { nodes: [] },
      review: { at: '2026-03-04T00:00:00.000Z', by: 'ana', reason: 'OTHER', note: 'No.' },
      deletedAt: null,
      revisions: {
        nodes: [
          { version: 2, changes: [{ field: 'reviewStatus', before: 'PROPOSED', after: 'REJECTED' }] },
          { version: 1, action: 'CREATED', changes: [] },
        ],
      },
    })
    expect(pier.attributions[0].affiliation).toEqual({ role: 'Transport Minister' })
    expect(right).toMatchObject({
      within: { text: pier.text },
      mentions: { nodes: [{ name: 'Anil Rao' }] },
      utterance: null,
      differences: [],
      review: null,
    })
  })

  describe('is looked up', () => {
    it('by id and by identifier', async () => {
      const data = await ask(
        `query ($event: ID!, $document: ID!, $thread: ID!, $utterance: ID!, $place: ID!) {
          event(by: { id: $event }) { participants { nodes { name } } statements { nodes { text } } version }
          document(by: { identifier: "resolution 41/7" }) { id issuers { nodes { name } } citedBy { nodes { text } } }
          nodes(ids: [$event, $document, $thread, $utterance, $place]) { __typename id }
        }`,
        {
          event: encodeGlobalId('Event', id.event),
          document: encodeGlobalId('Document', id.document),
          thread: encodeGlobalId('StatementThread', id.thread),
          utterance: encodeGlobalId('Utterance', utterance),
          place: encodeGlobalId('Place', id.place),
        },
      )
      expect(data.event.participants.nodes.map(({ name }: { name: string }) => name)).toEqual([
        'Anil Rao',
        'Mara Lindt',
      ])
      expect(data.event.statements.nodes).toHaveLength(1)
      expect(data.document).toMatchObject({
        id: encodeGlobalId('Document', id.document),
        issuers: { nodes: [{ name: 'Mara Lindt' }] },
        citedBy: { nodes: data.event.statements.nodes },
      })
      expect(data.nodes.map((node: { __typename: string }) => node.__typename)).toEqual([
        'Event',
        'Document',
        'StatementThread',
        'Utterance',
        'Place',
      ])
    })

    it('in lists with filters', async () => {
      const place = encodeGlobalId('Place', id.place)
      const count = async (list: string) =>
        (await ask(`{ list: ${list} { totalCount { value } } }`)).list.totalCount.value
      expect(await count('events(filter: { from: "2026-03-03", until: "2026-03-03", name: "BRIEF" })')).toBe(
        1,
      )
      expect(await count('events(filter: { from: "2026-03-04" })')).toBe(0)
      expect(await count(`events(filter: { placeIds: ["${place}"] })`)).toBe(1)
      expect(await count('events(filter: { placeIds: [] })')).toBe(0)
      expect(await count('documents(filter: { title: "41/7" })')).toBe(1)
      expect(await count('documents(filter: { title: "%" })')).toBe(0)
      expect(await count('places(filter: { countryCodes: ["CH"], name: "quar" })')).toBe(1)
      expect(
        await service.refusal(
          '{ events(filter: { from: "2026-03-04", until: "2026-03-03" }) { nodes { id } } }',
        ),
      ).toMatch(/^BAD_USER_INPUT: filter.from … until is a range that ends before it begins/)
      expect(await service.refusal('{ places(filter: { name: null }) { nodes { id } } }')).toMatch(
        /filter.name is null/,
      )
    })

    it('from the speaker, with statements that name them and merges into them', async () => {
      const { speakers } = await ask(
        `{ speakers(filter: { name: "Anil Rao" }) { nodes {
             mentionedIn { nodes { speaker { name } } } mergedFrom { nodes { absorbedName actor } } members { nodes { name } }
             affiliations { place { name } } } } }`,
      )
      expect(speakers.nodes[0]).toEqual({
        mentionedIn: { nodes: [{ speaker: { name: 'Mara Lindt' } }] },
        mergedFrom: { nodes: [{ absorbedName: 'A. Rao', actor: 'ana' }] },
        members: { nodes: [] },
        affiliations: [{ place: null }],
      })
    })
  })
})
