import { expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { TEST_KEY } from '../../../test/harness/service.js'

const UPSERT = `mutation ($input: TopicUpsertInput!) { topicUpsert(input: $input) { __typename
  ... on TopicSuccess { status topic { id slug version parent { slug } } } ... on Error { message } } }`
const MERGE = `mutation ($input: TopicMergeInput!) { topicMerge(input: $input) { __typename
    ... on TopicSuccess { topic { version children { nodes { slug } } aliases } } ... on Error { message } } }`

describeServiceOnBoth('a write to a topic', (service) => {
  // biome-ignore lint/suspicious/noExplicitAny: each mutation has a result of its own shape
  const write = async (mutation: string, input: object): Promise<any> => {
    const { data, errors } = await service.request(mutation, { input }, TEST_KEY)
    if (errors) throw new Error(JSON.stringify(errors))
    return Object.values(data)[0]
  }
  const made = async (name: string, parentId?: string) => (await write(UPSERT, { name, parentId })).topic

  it('is refused when an upsert or a merge would put a topic below itself', async () => {
    const sea = await made('The Sea')
    const fish = await made('Fish', sea.id)
    const herring = await made('Herring', fish.id)
    expect([sea.slug, herring.parent]).toEqual(['the-sea', { slug: 'fish' }])
    for (const parentId of [herring.id, fish.id, sea.id]) {
      expect(await write(UPSERT, { id: sea.id, expectedVersion: 1, parentId })).toMatchObject({
        __typename: 'ValidationError',
        message: 'input.parentId is the topic itself or one below it: pass one that is not',
      })
    }
    expect(await write(MERGE, { keepId: herring.id, keepVersion: 1, absorbIds: [sea.id] })).toMatchObject({
      message: 'input.absorbIds[0] stands above the topic that stays: move that one first',
    })
    const merged = await write(MERGE, { keepId: sea.id, keepVersion: 1, absorbIds: [fish.id] })
    expect(merged.topic).toEqual({
      version: 2,
      children: { nodes: [{ slug: 'herring' }] },
      aliases: ['Fish'],
    })
  })

  it('finds the topic by its slug, and changes nothing when nothing differs', async () => {
    const ferries = await made('Ferries')
    expect(await write(UPSERT, { slug: 'ferries', name: 'Ferries' })).toMatchObject({
      status: 'UNCHANGED',
      topic: { id: ferries.id, version: 1 },
    })
    expect(await write(UPSERT, { name: '…' })).toMatchObject({ __typename: 'ValidationError' })
  })
})
