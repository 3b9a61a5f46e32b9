import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { describeOnBoth } from '../../../test/harness/databases.js'
import { createService, type Service } from '../../../test/harness/service.js'
import { write } from '../../../test/harness/writes.js'
import { type QuotedStory, takeQuotedStory } from '../../../test/worlds/quoted-story.js'

const HISTORY = `query ($id: ID!) { it: statement(by: { id: $id }) { revisions {
  totalCount { value } nodes { version action note changes { field before after } } } } }`

interface Revision {
  version: number
  note: string | null
  changes: { field: string; before: string | null; after: string | null }[]
}

describeOnBoth('a history', (database) => {
  /** A service on which proposals are public. */
  let everybody: Service
  /** A service on which proposals are not public. */
  let readers: Service
  let desk: QuotedStory
  let editor: string
  beforeAll(async () => {
    everybody = createService(database, { publicProposals: true })
    readers = createService(database, { publicProposals: false })
    editor = await everybody.key('editor', 'reviewer')
  })
  beforeEach(async () => {
    desk = await takeQuotedStory(database)
  })

  const historyOf = async (service: Service, id: string, key?: string): Promise<Revision[]> => {
    const { nodes, totalCount } = (await service.data(HISTORY, { id }, key)).it.revisions
    expect(totalCount.value).toBe(nodes.length)
    return nodes
  }
  const versions = (revisions: Revision[]) => revisions.map(({ version }) => version)
  const speaker = async (name: string): Promise<string> => {
    const query = `mutation ($input: SpeakerUpsertInput!) { it: speakerUpsert(input: $input) {
      ... on SpeakerSuccess { speaker { id } } } }`
    return (await everybody.data(query, { input: { name } }, editor)).it.speaker.id
  }
  const update = async (id: string, expectedVersion: number, patch: object) => {
    const result = await write(everybody, 'statementUpdate', { id, expectedVersion, patch }, editor)
    expect(result).toMatchObject({ status: 'UPDATED' })
  }
  const attribute = (id: string, expectedVersion: number, speakerId: string) =>
    update(id, expectedVersion, { attributions: [{ speakerId }] })
  const review = async (id: string, expectedVersion: number, decision: object) => {
    const input = { id, expectedVersion, ...decision }
    expect(await write(everybody, 'statementReview', input, editor)).toMatchObject({ status: 'UPDATED' })
  }

  describe('of a statement', () => {
    let wrong: string
    let first: string
    let second: string
    beforeEach(async () => {
      const { id } = desk.sail
      wrong = await speaker('Wrongly Named')
      first = await speaker('First Verified')
      second = await speaker('Then Corrected')
      await attribute(id, 1, wrong)
      await attribute(id, 2, first)
      await review(id, 3, { decision: 'VERIFY', note: 'heard the tape' })
      await update(id, 4, { medium: 'SPEECH' })
      await attribute(id, 5, second)
    })

    it('is complete for an editor', async () => {
      const revisions = await historyOf(readers, desk.sail.id, editor)
      expect(versions(revisions)).toEqual([6, 5, 4, 3, 2, 1])
      const text = JSON.stringify(revisions)
      for (const id of [wrong, first, second, desk.sail.speakerId]) expect(text).toContain(id)
    })

    it('gives a revision by its id only to callers who see it in the history', async () => {
      const list = 'query ($id: ID!) { it: statement(by: { id: $id }) { revisions { nodes { id } } } }'
      const idsOf = async (key?: string): Promise<string[]> => {
        const { it } = await readers.data(list, { id: desk.sail.id }, key)
        return it.revisions.nodes.map(({ id }: { id: string }) => id)
      }
      const all = await idsOf(editor)
      const shown = new Set(await idsOf())
      expect(shown.size).toBeLessThan(all.length)
      const read = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
      const { nodes } = await readers.data(read, { ids: all })
      expect(nodes).toEqual(all.map((id) => (shown.has(id) ? { id } : null)))
      expect((await readers.data(read, { ids: all }, editor)).nodes).toEqual(all.map((id) => ({ id })))
    })

    it('begins with the verification for readers, and hides earlier values', async () => {
      for (const key of [undefined, await readers.key('reader')]) {
        const revisions = await historyOf(readers, desk.sail.id, key)
        expect(versions(revisions)).toEqual([6, 5, 4])
        const [corrected, , verified] = revisions
        expect(verified).toMatchObject({
          note: 'heard the tape',
          changes: [
            { field: 'reviewStatus', before: null, after: 'VERIFIED' },
            { field: 'reviewNote', before: null, after: 'heard the tape' },
          ],
        })
        // The speaker that it was attributed to before has no public statement any more, and is hidden.
        const [change] = corrected?.changes ?? []
        expect(JSON.parse(change?.before ?? '')).toMatchObject([{ speakerId: null, basis: 'NAMED' }])
        expect(JSON.parse(change?.after ?? '')).toMatchObject([{ speakerId: second }])
        const text = JSON.stringify(revisions)
        for (const id of [wrong, first, desk.sail.speakerId]) expect(text).not.toContain(id)
      }
    })

    it('is complete for everybody where proposals are public, except for ids of hidden objects', async () => {
      const revisions = await historyOf(everybody, desk.sail.id)
      expect(versions(revisions)).toEqual([6, 5, 4, 3, 2, 1])
      const text = JSON.stringify(revisions)
      for (const id of [wrong, first]) expect(text).not.toContain(id)
      expect(text).toContain(second)
    })

    it('takes as many SQL statements for many revisions as for one', async () => {
      const cost = async (first: number) => {
        const query = `query ($id: ID!) { it: statement(by: { id: $id }) { revisions(first: ${first}) { nodes { changes { before after } } } } }`
        return (await everybody.sqlOf(() => everybody.data(query, { id: desk.sail.id }))).length
      }
      expect(await cost(6)).toBe(await cost(1))
    })
  })

  it('hides a rejection that was taken back', async () => {
    const { id } = desk.quay
    await review(id, 1, { decision: 'REJECT', reason: 'OTHER', note: 'the lawyers say no' })
    await review(id, 2, { decision: 'REOPEN' })
    const revisions = await historyOf(everybody, id)
    expect(versions(revisions)).toEqual([3, 1])
    expect(revisions[0]?.changes).toEqual([{ field: 'reviewStatus', before: null, after: 'PROPOSED' }])
    expect(JSON.stringify(await historyOf(everybody, id, editor))).toContain('the lawyers say no')
  })

  it('leaves hidden members out of a list', async () => {
    await review(desk.sail.id, 1, { decision: 'VERIFY' })
    const hidden = await speaker('Nobody Hears')
    const query = `mutation ($input: SpeakerUpsertInput!) { it: speakerUpsert(input: $input) { ... on SpeakerSuccess { status } } }`
    const memberIds = [hidden, desk.sail.speakerId].sort()
    const group = await speaker('The Crew')
    const input = { id: group, expectedVersion: 1, kind: 'GROUP', memberIds }
    await everybody.data(query, { input }, editor)
    await attribute(desk.quay.id, 1, group)
    await review(desk.quay.id, 2, { decision: 'VERIFY' })
    const read = `query ($id: ID!) { speaker(by: { id: $id }) { revisions { nodes { version changes { field before after } } } } }`
    const changes = async (key?: string) =>
      (await readers.data(read, { id: group }, key)).speaker.revisions.nodes[0].changes
    expect(await changes(editor)).toContainEqual({
      ...{ field: 'memberIds', before: '[]', after: JSON.stringify(memberIds) },
    })
    // A member is visible because their group has a public statement; out of the group, they are hidden again.
    await everybody.data(query, { input: { id: group, expectedVersion: 2, memberIds: [] } }, editor)
    expect(await changes()).toContainEqual({
      ...{ field: 'memberIds', before: JSON.stringify([desk.sail.speakerId]), after: '[]' },
    })
  })
})
