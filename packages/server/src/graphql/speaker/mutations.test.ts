import { expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { TEST_KEY } from '../../../test/harness/service.js'
import { speakerWrites, UPSERT } from '../../../test/harness/speaker-writes.js'
import { encodeGlobalId } from '../../record/global-id.js'

describeServiceOnBoth('a write to a speaker', (service, database) => {
  const by = speakerWrites(service)

  const read = (query: string, variables: object) => service.data(query, variables, TEST_KEY)

  it('makes a speaker, changes it by any of its keys, and keeps absent fields', async () => {
    const externalId = { namespace: 'cms', value: 'rao' }
    const first = await by.upsert({
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
    expect((await by.upsert({ externalId, wikidataId: 'Q42' })).speaker).toMatchObject({
      ...{ id, name: 'Anil Rao', kind: 'PERSON', wikidataId: 'Q42', version: 2 },
      aliases: [{ name: 'A. Rao' }, { name: 'Rao' }],
    })
    expect((await by.upsert({ wikidataId: 'Q42', name: 'Anil Rao' })).speaker).toMatchObject({
      id,
      version: 2,
    })
    const members = [id, (await by.made('Mara Lindt')).id]
    const group = await by.upsert({ name: 'The two ministers', kind: 'GROUP', memberIds: members })
    expect(group.speaker.members.nodes).toEqual([{ name: 'Anil Rao' }, { name: 'Mara Lindt' }])
    // A speaker without a statement is visible only with the scope of an editor.
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

  it('is refused with the wrong field and what to change', async () => {
    const { id } = await by.made('Nobody Else', { wikidataId: 'Q7' })
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
      expect(await by.upsert(input)).toMatchObject({ __typename: 'ValidationError', message })
    }
    expect(await by.upsert({ id, expectedVersion: 9, name: 'X' })).toMatchObject({
      __typename: 'ConflictError',
      currentVersion: 1,
    })
    const unknown = encodeGlobalId('Speaker', '018f0000-0000-7000-8000-000000000000')
    expect(await by.upsert({ id: unknown, expectedVersion: 1 })).toMatchObject({
      __typename: 'NotFoundError',
    })
    const { data } = await service.request(UPSERT, { input: { name: 'X' } })
    expect(data.speakerUpsert).toMatchObject({ __typename: 'ForbiddenError' })
  })

  it('replaces all offices at once', async () => {
    const ministry = await by.made('Ministry of Transport', { kind: 'ORGANIZATION' })
    const { id } = await by.made('Ada Moss')
    const set = `mutation ($input: AffiliationSetInput!) { affiliationSet(input: $input) { __typename
        ... on SpeakerSuccess { speaker { version affiliations { role organization { name } from { edtf precision } until { edtf } } } }
        ... on Error { message } } }`
    const office = { role: 'Minister of Transport', organizationId: ministry.id, from: { edtf: '2024-05' } }
    const affiliations = [{ ...office, until: { edtf: '2026-03-10' } }]
    expect(await by.write(set, { id, expectedVersion: 1, affiliations })).toMatchObject({
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
    expect(await by.write(set, { id, expectedVersion: 2, affiliations })).toMatchObject({
      speaker: { version: 2 },
    })
    const wrong: [object, string][] = [
      [{}, 'input.affiliations[0] needs a role, an organizationId, or both'],
      [
        { ...office, until: { edtf: '2020' } },
        'input.affiliations[0].until is before `from`: swap the two dates',
      ],
      [
        { role: 'X', from: { edtf: '20-1' } },
        expect.stringMatching(/^input\.affiliations\[0\]\.from\.edtf /) as never,
      ],
      [{ organizationId: id }, 'input.affiliations[0].organizationId is the speaker: pass the organisation'],
    ]
    for (const [affiliation, message] of wrong) {
      expect(await by.write(set, { id, expectedVersion: 2, affiliations: [affiliation] })).toMatchObject({
        __typename: 'ValidationError',
        message,
      })
    }
  })

  it('stores each alias once, whatever its case, and notes the stored aliases in the history', async () => {
    const { id, aliases } = await by.made('Ida Quist', { aliases: ['I. Quist', 'IDA QUIST', 'i. quist'] })
    expect(aliases).toEqual([{ name: 'I. Quist' }])
    const status = async (input: object) => (await by.upsert({ id, ...input })).speaker.version
    expect(await status({ expectedVersion: 1, aliases: ['i. quist', 'I. Quist'] })).toBe(1)
    // An alias that becomes the name is dropped from the aliases.
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
})
