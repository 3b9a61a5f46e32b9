import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/harness/databases.js'
import { createService } from '../../test/harness/service.js'
import { type Upserts, upsertsOf } from '../../test/harness/upserts.js'
import type { Database } from '../database/database.js'

// Concurrent writes need more than one connection, which the embedded database does not have.
describe('a concurrent upsert', () => {
  let database: Database
  let of: Upserts
  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    of = upsertsOf(createService(database))
  })
  afterAll(() => database.close())

  it('finds the object that another one made, and never closes a cycle of topics', async () => {
    const eight = <Result>(write: () => Promise<Result>) =>
      Promise.all(Array.from({ length: 8 }, () => write()))
    for (const [noun, input] of [
      ['topic', { name: 'At once' }],
      ['speaker', { name: 'At once', wikidataId: 'Q4711' }],
      ['document', { title: 'At once', identifier: 'A/1' }],
      ['place', { name: 'At once' }],
    ] as const) {
      const statuses = (await eight(() => of.upsert(noun, input))).map(({ status }) => status)
      expect(statuses.toSorted(), noun).toEqual(['CREATED', ...Array(7).fill('UNCHANGED')])
    }
    for (let round = 0; round < 5; round++) {
      const [one, other] = [
        (await of.upsert('topic', { name: `One ${round}` })).topic,
        (await of.upsert('topic', { name: `Other ${round}` })).topic,
      ]
      const under = (topic: { id: string }, parent: { id: string }) =>
        of.upsert('topic', { id: topic.id, expectedVersion: 1, parentId: parent.id })
      const results = await Promise.all([under(one, other), under(other, one)])
      expect(results.map(({ __typename }) => __typename).toSorted()).toEqual([
        'TopicSuccess',
        'ValidationError',
      ])
    }
  })
})
