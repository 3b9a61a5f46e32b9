import { beforeAll, describe, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../test/harness/databases.js'
import { TEST_KEY } from '../../test/harness/service.js'
import { idOfNamed, makeHiddenWorld } from '../../test/worlds/hidden-world.js'

describeServiceOnBoth('the id of a merged object', (service, database) => {
  beforeAll(async () => {
    await makeHiddenWorld(database)
  })
  const idOf = (type: string, name: string) => idOfNamed(database, type, name)

  describe('gives the object that it was merged into', () => {
    it('by `node`, `nodes`, look-up and filter', async () => {
      const [old, older, kept] = await Promise.all(
        ['speaker9', 'speaker8', 'speaker10'].map((name) => idOf('Speaker', name)),
      )
      const [oldTopic, topic] = [await idOf('Topic', 'old'), await idOf('Topic', 'topic5')]
      const query = `query ($id: ID!, $ids: [ID!]!, $topic: ID!) {
        node(id: $id) { id ... on Speaker { name } } nodes(ids: $ids) { id } speaker(by: { id: $id }) { id name }
        topic(by: { id: $topic }) { id } slug: topic(by: { slug: "old" }) { id }
        statements(filter: { speakerIds: $ids }) { nodes { speaker { id } } totalCount { value } }
        articles(filter: { topicIds: [$topic] }) { totalCount { value } }
        said: statements(filter: { topicIds: [$topic] }) { totalCount { value } } }`
      const seen = { id: older, ids: [old, kept, older], topic: oldTopic }
      const data = await service.data(query, seen)
      expect(data).toEqual(await service.data(query, { id: kept, ids: [kept, kept, kept], topic }))
      expect(data.node).toEqual({ id: kept, name: 'Speaker 10' })
      expect(data.statements.totalCount.value).toBe(3)
      expect(data.said.totalCount.value).toBeGreaterThan(0)
    })

    it('with as many SQL statements as any other id', async () => {
      const cost = async (type: string, name: string) => {
        const id = await idOf(type, name)
        return (
          await service.sqlOf(() =>
            service.data('query ($id: ID!) { node(id: $id) { id } }', { id }, TEST_KEY),
          )
        ).length
      }
      await service.data('{ __typename }', {}, TEST_KEY)
      expect(await cost('Speaker', 'speaker10')).toBe(1)
      expect(await cost('Speaker', 'speaker8')).toBe(1)
      expect(await cost('Statement', 'statement3')).toBe(1)
      expect(await cost('Statement', 'nothing')).toBe(1)
    })
  })
})
