import { expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { refused, upsertsOf } from '../../../test/harness/upserts.js'

describeServiceOnBoth('the tree of topics', (service) => {
  const of = upsertsOf(service)

  it('has at most five levels after an upsert, a merge and a split', async () => {
    const topic = async (name: string, parentId?: string) =>
      (await of.upsert('topic', { name, parentId })).topic
    const chain: { id: string }[] = []
    for (const name of ['First', 'Second', 'Third', 'Fourth', 'Fifth']) {
      chain.push(await topic(name, chain.at(-1)?.id))
    }
    const [first, , third, , fifth] = chain as [
      { id: string },
      unknown,
      { id: string },
      unknown,
      { id: string },
    ]
    const message = 'makes a tree of more than 5 levels: move it, or what is below it, higher up'
    expect(await of.upsert('topic', { name: 'Sixth', parentId: fifth.id })).toEqual(
      refused('input.parentId', message),
    )
    const over = await topic('Over')
    expect(await of.upsert('topic', { id: first.id, expectedVersion: 1, parentId: over.id })).toEqual(
      refused('input.parentId', message),
    )
    // The child of the absorbed topic would come to stand below the kept one.
    await topic('Under', over.id)
    expect(await of.merge('topic', fifth.id, 1, [over.id])).toEqual(refused('input.absorbIds', message))
    const root = await topic('Root')
    const merged = await of.merge('topic', root.id, 1, [third.id])
    await of.upsert('topic', { id: first.id, expectedVersion: 1, parentId: over.id })
    expect(
      await of.run('topicSplit', {
        mergeId: merged.topic.mergedFrom.nodes[0].id,
        expectedVersion: 2,
      }),
    ).toEqual(refused('input.mergeId', message))
  })
})
