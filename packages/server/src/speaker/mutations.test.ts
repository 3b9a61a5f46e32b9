import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../database/database.js'
import { encodeGlobalId } from '../schema/global-id.js'
import { describeOnBoth } from '../testing/databases.js'
import { createService, ingestText, type Service, TEST_KEY } from '../testing/service.js'
import { story } from '../testing/stories.js'

const UPSERT = `mutation ($input: SpeakerUpsertInput!) { speakerUpsert(input: $input) { __typename
  ... on SpeakerSuccess { speaker { id kind name aliases { name } wikidataId version members { nodes { name } } externalIds { value } } }
  ... on Error { code message } ... on ConflictError { currentVersion } } }`
const MERGE = `mutation ($keepId: ID!, $keepVersion: Int!, $absorbIds: [ID!]!) {
  speakerMerge(keepId: $keepId, keepVersion: $keepVersion, absorbIds: $absorbIds, note: "the same") { __typename
    ... on SpeakerSuccess { speaker { id version aliases { name } wikidataId mergedFrom { nodes { id absorbedId absorbedName note } } } }
    ... on Error { code message } } }`
const SPLIT = `mutation ($mergeId: ID!, $expectedVersion: Int!) {
  speakerSplit(mergeId: $mergeId, expectedVersion: $expectedVersion) { __typename
    ... on SpeakerSuccess { speaker { id name version } } ... on Error { code message } } }`

describeOnBoth('writes to speakers', (open) => {
  let database: Database
  let service: Service
  beforeAll(async () => {
    database = await open()
    service = createService(database)
  })
  afterAll(() => database.close())

  // biome-ignore lint/suspicious/noExplicitAny: each mutation has a result of its own shape
  const write = async (mutation: string, variables: object): Promise<any> => {
    const { data, errors } = await service.request(mutation, variables, TEST_KEY)
    if (errors) throw new Error(JSON.stringify(errors))
    return Object.values(data)[0]
  }
  // biome-ignore lint/suspicious/noExplicitAny: each query has an answer of its own shape
  const read = async (query: string, variables: object): Promise<any> =>
    (await service.request(query, variables, TEST_KEY)).data
  const upsert = (input: object) => write(UPSERT, { input })
  const made = async (name: string, more = {}) => (await upsert({ name, kind: 'PERSON', ...more })).speaker
  const statementsOf = async (id: string) => {
    const { speaker } = await service.data(
      'query ($id: ID!) { speaker(by: { id: $id }) { id statements { totalCount { value } } } }',
      { id },
    )
    return speaker.statements.totalCount.value
  }

  it('make one, change it by what it is known by, and leave alone what is absent', async () => {
    const externalId = { namespace: 'cms', value: 'rao' }
    const first = await upsert({
      name: '  Anil   Rao ',
      kind: 'PERSON',
      aliases: ['Rao', 'A. Rao'],
      externalId,
    })
    expect(first).toMatchObject({
      __typename: 'SpeakerSuccess',
      speaker: { name: 'Anil Rao', aliases: [{ name: 'A. Rao' }, { name: 'Rao' }], version: 1 },
    })
    const { id } = first.speaker
    expect((await upsert({ externalId, wikidataId: 'Q42' })).speaker).toMatchObject({
      ...{ id, name: 'Anil Rao', kind: 'PERSON', wikidataId: 'Q42', version: 2 },
      aliases: [{ name: 'A. Rao' }, { name: 'Rao' }],
    })
    expect((await upsert({ wikidataId: 'Q42', name: 'Anil Rao' })).speaker).toMatchObject({ id, version: 2 })
    const members = [id, (await made('Mara Lindt')).id]
    const group = await upsert({ name: 'The two ministers', kind: 'GROUP', memberIds: members })
    expect(group.speaker.members.nodes).toEqual([{ name: 'Anil Rao' }, { name: 'Mara Lindt' }])
    // Without a statement, only those who work on the record see them.
    const { speaker } = await read(
      'query ($id: ID!) { speaker(by: { id: $id }) { revisions { nodes { version action actor changes { field before after } } } } }',
      { id },
    )
    expect(speaker.revisions.nodes).toEqual([
      {
        ...{ version: 2, action: 'UPDATED', actor: 'local' },
        changes: [{ field: 'wikidataId', before: null, after: 'Q42' }],
      },
      { version: 1, action: 'CREATED', actor: 'local', changes: [] },
    ])
  })

  it('refuse with the field and what to change', async () => {
    const { id } = await made('Nobody Else', { wikidataId: 'Q7' })
    const refusals: [object, string][] = [
      [{ kind: 'PERSON' }, 'input.name is missing: a new speaker needs one'],
      [{ name: ' ' }, 'input.name is empty: pass a name'],
      [{ name: 'x'.repeat(501) }, 'input.name has 501 characters: pass at most 500'],
      [{ id, name: 'X' }, 'input.expectedVersion is missing: with `id`, pass the `version` that you read'],
      [
        { name: 'X', memberIds: [encodeGlobalId('Topic', '018f0000-0000-7000-8000-000000000000')] },
        'input.memberIds[0] is the id of a Topic: pass the id of a Speaker',
      ],
      [
        { name: 'X', memberIds: [encodeGlobalId('Speaker', '018f0000-0000-7000-8000-000000000000')] },
        'input.memberIds[0] is of no Speaker that is there: pass the id of one that is',
      ],
      [
        { id, expectedVersion: 1, memberIds: [id] },
        'input.memberIds has the group itself among them: leave it out',
      ],
      [
        { id, expectedVersion: 1, wikidataId: 'Q42' },
        'input.wikidataId belongs to another Speaker: merge the two, or correct it',
      ],
    ]
    for (const [input, message] of refusals) {
      expect(await upsert(input)).toMatchObject({ __typename: 'ValidationError', message })
    }
    expect(await upsert({ id, expectedVersion: 9, name: 'X' })).toMatchObject({
      __typename: 'ConflictError',
      currentVersion: 1,
    })
    const unknown = encodeGlobalId('Speaker', '018f0000-0000-7000-8000-000000000000')
    expect(await upsert({ id: unknown, expectedVersion: 1 })).toMatchObject({ __typename: 'NotFoundError' })
    const { data } = await service.request(UPSERT, { input: { name: 'X' } })
    expect(data.speakerUpsert).toMatchObject({ __typename: 'ForbiddenError' })
  })

  it('set offices, all of them at once', async () => {
    const ministry = await made('Ministry of Transport', { kind: 'ORGANIZATION' })
    const { id } = await made('Ada Moss')
    const set = `mutation ($id: ID!, $v: Int!, $patch: AffiliationSetPatch!) {
      affiliationSet(id: $id, expectedVersion: $v, patch: $patch) { __typename
        ... on SpeakerSuccess { speaker { version affiliations { role organization { name } from { edtf precision } until { edtf } } } }
        ... on Error { message } } }`
    const office = { role: 'Minister of Transport', organizationId: ministry.id, from: { edtf: '2024-05' } }
    const affiliations = [{ ...office, until: { edtf: '2026-03-10' } }]
    expect(await write(set, { id, v: 1, patch: { affiliations } })).toMatchObject({
      speaker: {
        version: 2,
        affiliations: [
          {
            role: 'Minister of Transport',
            organization: { name: 'Ministry of Transport' },
            from: { edtf: '2024-05', precision: 'MONTH' },
            until: { edtf: '2026-03-10' },
          },
        ],
      },
    })
    expect(await write(set, { id, v: 2, patch: { affiliations } })).toMatchObject({ speaker: { version: 2 } })
    const wrong: [object, string][] = [
      [{}, 'patch.affiliations[0] needs a role, an organizationId, or both'],
      [
        { ...office, until: { edtf: '2020' } },
        'patch.affiliations[0].until is before `from`: swap the two dates',
      ],
      [
        { role: 'X', from: { edtf: '20-1' } },
        expect.stringMatching(/^patch\.affiliations\[0\]\.from\.edtf /) as never,
      ],
      [{ organizationId: id }, 'patch.affiliations[0].organizationId is the speaker: pass the organisation'],
    ]
    for (const [affiliation, message] of wrong) {
      expect(await write(set, { id, v: 2, patch: { affiliations: [affiliation] } })).toMatchObject({
        __typename: 'ValidationError',
        message,
      })
    }
  })

  it('keep each other name once, whatever its case, and the history has what is kept', async () => {
    const { id, aliases } = await made('Ida Quist', { aliases: ['I. Quist', 'IDA QUIST', 'i. quist'] })
    expect(aliases).toEqual([{ name: 'I. Quist' }])
    const status = async (input: object) => (await upsert({ id, ...input })).speaker.version
    expect(await status({ expectedVersion: 1, aliases: ['i. quist', 'I. Quist'] })).toBe(1)
    // A name that was an alias before is none any more.
    expect(await status({ expectedVersion: 1, name: 'I. Quist', aliases: ['Ida Quist', 'IDA QUIST'] })).toBe(
      2,
    )
    expect(await status({ expectedVersion: 2, name: 'Ida Quist' })).toBe(3)
    const [revision] = await database.prisma.revision.findMany({
      where: { type: 'SPEAKER', version: 3 },
      orderBy: { id: 'desc' },
    })
    expect(revision?.changes).toEqual([
      { field: 'name', before: 'I. Quist', after: 'Ida Quist' },
      { field: 'aliases', before: '["IDA QUIST"]', after: '[]' },
    ])
  })

  describe('a merge', () => {
    it('brings everything together under one id, and is undone without loss', async () => {
      const articles = [
        story('“We sail at noon,” said Anton Prakash Vell. “The sea is calm,” said Anton Vell.', {
          title: 'Both',
        }),
        story('“The quay is sound,” said Anton Vell.', { title: 'One' }),
      ]
      for (const [index, article] of articles.entries())
        await ingestText(database, article, { name: `${index}.md` })
      const find = async (name: string) =>
        (
          await service.data(
            'query ($name: String) { speakers(filter: { name: $name }) { nodes { id name version } } }',
            {
              name,
            },
          )
        ).speakers.nodes.find((speaker: { name: string }) => speaker.name === name)
      const [long, short] = [
        await find('Anton Prakash Vell'),
        await made('Anton Q. Vell', { wikidataId: 'Q99' }),
      ]
      const vell = (await find('Anton Vell')) ?? long
      const before = await statementsOf(vell.id)
      const kept = vell.id === long.id ? long : vell
      const absorbed = vell.id === long.id ? [short] : [long, short]
      const merged = await write(MERGE, {
        keepId: kept.id,
        keepVersion: kept.version,
        absorbIds: absorbed.map(({ id }) => id),
      })
      expect(merged.__typename).toBe('SpeakerSuccess')
      expect(merged.speaker).toMatchObject({ wikidataId: 'Q99', version: kept.version + 1 })
      expect(merged.speaker.aliases).toContainEqual({ name: 'Anton Q. Vell' })
      expect(merged.speaker.mergedFrom.nodes).toHaveLength(absorbed.length)
      expect(await statementsOf(kept.id)).toBe(3)

      const ofShort = merged.speaker.mergedFrom.nodes.find(
        ({ absorbedId }: { absorbedId: string }) => absorbedId === short.id,
      )
      const split = await write(SPLIT, { mergeId: ofShort.id, expectedVersion: merged.speaker.version })
      expect(split.speaker).toMatchObject({ id: short.id, name: 'Anton Q. Vell', version: 3 })
      const { speaker } = await service.data(
        'query ($id: ID!) { speaker(by: { id: $id }) { wikidataId aliases { name } } }',
        { id: kept.id },
      )
      expect(speaker.wikidataId).toBeNull()
      expect(speaker.aliases).not.toContainEqual({ name: 'Anton Q. Vell' })
      for (const { id } of merged.speaker.mergedFrom.nodes.filter(
        (one: { id: string }) => one.id !== ofShort.id,
      )) {
        const { version } = await database.prisma.speaker.findFirstOrThrow({ where: { name: kept.name } })
        await write(SPLIT, { mergeId: id, expectedVersion: version })
      }
      expect(await statementsOf(kept.id)).toBe(before)
      expect(await write(SPLIT, { mergeId: ofShort.id, expectedVersion: 1 })).toMatchObject({
        __typename: 'ValidationError',
        message: 'mergeId is of a merge that was undone already: read `mergedFrom` again',
      })
    })

    it('through others leads every old id to the last, and back when the middle is undone', async () => {
      const [a, b, c] = [await made('Alpha Merge'), await made('Beta Merge'), await made('Gamma Merge')]
      const ab = await write(MERGE, { keepId: b.id, keepVersion: 1, absorbIds: [a.id] })
      expect(ab.__typename).toBe('SpeakerSuccess')
      const bc = await write(MERGE, { keepId: c.id, keepVersion: 1, absorbIds: [b.id] })
      const pointers = async () =>
        Object.fromEntries(
          (await database.prisma.speaker.findMany({ where: { name: { endsWith: ' Merge' } } })).map(
            ({ name, mergedIntoId }) => [
              name.slice(0, 1),
              mergedIntoId && encodeGlobalId('Speaker', mergedIntoId),
            ],
          ),
        )
      expect(await pointers()).toEqual({ A: c.id, B: c.id, G: null })
      expect(await write(MERGE, { keepId: c.id, keepVersion: 2, absorbIds: [a.id] })).toMatchObject({
        message: `absorbIds[0] was merged already: pass the id that it stands for, ${c.id}`,
      })
      expect(await write(MERGE, { keepId: a.id, keepVersion: 2, absorbIds: [c.id] })).toMatchObject({
        message: `keepId was merged already: pass the id that it stands for, ${c.id}`,
      })
      await write(SPLIT, { mergeId: bc.speaker.mergedFrom.nodes[0].id, expectedVersion: 2 })
      expect(await pointers()).toEqual({ A: b.id, B: null, G: null })
    })

    it('of a speaker into itself, of unknown ones, and of different Wikidata items is refused', async () => {
      const [one, other] = [
        await made('One W', { wikidataId: 'Q1001' }),
        await made('Other W', { wikidataId: 'Q1002' }),
      ]
      const merge = (absorbIds: string[], keepVersion = 1) =>
        write(MERGE, { keepId: one.id, keepVersion, absorbIds })
      const messages = [
        await merge([one.id]),
        await merge([]),
        await merge([other.id, other.id]),
        await merge([other.id]),
        await merge([encodeGlobalId('Speaker', '018f0000-0000-7000-8000-000000000000')]),
        await merge([other.id], 7),
      ].map(({ message }) => message)
      expect(messages).toEqual([
        'absorbIds[0] is the speaker that stays: leave it out',
        'absorbIds has 0 ids: pass 1 to 20',
        'absorbIds[1] is there twice: leave it out',
        'absorbIds have different Wikidata items, Q1001 and Q1002: correct the speaker whose item is wrong first',
        'absorbIds[0] is of no Speaker that is there: pass the id of one that is',
        expect.stringMatching(/^keepVersion is 7, but the version is 1 now/),
      ])
    })
  })
})
