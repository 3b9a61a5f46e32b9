import { beforeEach, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../test/harness/databases.js'
import { TEST_KEY } from '../../test/harness/service.js'
import { write } from '../../test/harness/writes.js'
import { createEditor, type Saved } from '../../test/worlds/editor.js'
import { type QuotedStory, takeQuotedStory } from '../../test/worlds/quoted-story.js'

const READ = `query ($id: ID!) { statement(by: { id: $id }) { version topics { nodes { id } } attributions { speaker { id } } } }`
const MERGES = `query ($id: ID!) { speaker(by: { id: $id }) { version mergedFrom { nodes { id } } } }`

describeServiceOnBoth('a statement by two speakers who were merged', (service, database) => {
  const editor = createEditor(service)
  let desk: QuotedStory
  let one: Saved
  let other: Saved
  beforeEach(async () => {
    desk = await takeQuotedStory(database)
    one = await editor.save('speakerUpsert', { name: 'One Name' })
    other = await editor.save('speakerUpsert', { name: 'Other Name' })
    await attribute(1, [one.id, other.id])
    await editor.save('speakerMerge', { keepId: one.id, keepVersion: 1, absorbIds: [other.id] })
  })

  const attribute = async (expectedVersion: number, speakers: string[]) => {
    const attributions = speakers.map((speakerId) => ({ speakerId }))
    const args = { id: desk.sail.id, expectedVersion, patch: { attributions } }
    return write(service, 'statementUpdate', args)
  }
  const speakers = async () => {
    const { statement } = await service.data(READ, { id: desk.sail.id }, TEST_KEY)
    return statement.attributions.map(({ speaker }: { speaker: { id: string } }) => speaker.id)
  }
  const split = async () => {
    const { version, mergedFrom } = (await service.data(MERGES, { id: one.id }, TEST_KEY)).speaker
    const query = `mutation ($input: SpeakerSplitInput!) { speakerSplit(input: $input) { __typename } }`
    const input = { mergeId: mergedFrom.nodes[0].id, expectedVersion: version }
    const result = await service.data(query, { input }, TEST_KEY)
    expect(result.speakerSplit.__typename).toBe('SpeakerSuccess')
  }

  it('has one speaker, whichever of the two ids an editor passes', async () => {
    expect(await speakers()).toEqual([one.id])
    expect(await attribute(2, [other.id, one.id])).toMatchObject({ __typename: 'StatementSuccess' })
    expect(await speakers()).toEqual([one.id])
  })

  it('can be reverted to a version in which it had both speakers', async () => {
    expect(await attribute(2, [desk.quay.speakerId])).toMatchObject({ status: 'UPDATED' })
    const args = { id: desk.sail.id, expectedVersion: 3, toVersion: 2 }
    expect(await write(service, 'statementRevert', args)).toMatchObject({ status: 'UPDATED' })
    expect(await speakers()).toEqual([one.id])
  })

  it('leaves histories of the speakers that show what a merge and a split changed', async () => {
    const told = async (name: string) => {
      const { id } = await database.prisma.speaker.findFirstOrThrow({ where: { name } })
      const [last] = await database.prisma.revision.findMany({
        where: { entityId: id },
        orderBy: { version: 'desc' },
      })
      return { action: last?.action, changes: last?.changes }
    }
    const aliases = { field: 'aliases', before: '[]', after: '["Other Name"]' }
    expect(await told('One Name')).toEqual({
      ...{ action: 'MERGED', changes: [{ field: 'mergedFrom', before: null, after: other.id }, aliases] },
    })
    await split()
    expect(await told('One Name')).toEqual({
      action: 'SPLIT',
      changes: [
        { field: 'mergedFrom', before: other.id, after: null },
        { ...aliases, before: aliases.after, after: aliases.before },
      ],
    })
  })

  it('has both speakers again after the split', async () => {
    await split()
    expect(await speakers()).toEqual([one.id, other.id])
  })

  it('keeps what a person has changed since the merge after the split', async () => {
    await attribute(2, [desk.quay.speakerId])
    await split()
    expect(await speakers()).toEqual([desk.quay.speakerId])
  })
})
