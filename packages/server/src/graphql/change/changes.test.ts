import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { describeOnBoth } from '../../../test/harness/databases.js'
import { createService, type Service } from '../../../test/harness/service.js'
import { speakerWrites } from '../../../test/harness/speaker-writes.js'
import { write } from '../../../test/harness/writes.js'
import { type QuotedStory, takeQuotedStory } from '../../../test/worlds/quoted-story.js'

const CHANGES = `query ($after: String, $first: Int = 100, $filter: ChangeFilter) {
  changes(after: $after, first: $first, filter: $filter) {
    nodes { kind type objectId object { __typename id } } pageInfo { hasNextPage endCursor } } }`

const LAST = 'query { changes(last: 1) { pageInfo { endCursor } } }'

describeOnBoth('the log of changes', (database) => {
  let everybody: Service
  let readers: Service
  let desk: QuotedStory
  let editor: string
  let start: string
  beforeAll(async () => {
    everybody = createService(database, { publicProposals: true })
    readers = createService(database, { publicProposals: false })
    editor = await everybody.key('editor', 'reviewer')
  })
  beforeEach(async () => {
    desk = await takeQuotedStory(database)
    start = (await everybody.data(LAST, {}, editor)).changes.pageInfo.endCursor
  })

  const changesOf = async (service: Service, after: string | null = start, key?: string, filter?: object) =>
    (await service.data(CHANGES, { after, filter }, key)).changes.nodes
  const kindsOf = async (service: Service, id: string, after?: string | null, key?: string) =>
    (await changesOf(service, after, key))
      .filter(({ objectId }: { objectId: string }) => objectId === id)
      .map(({ kind, object }: { kind: string; object: object | null }) => `${kind}${object ? '' : ' gone'}`)
  const review = async (id: string, expectedVersion: number, decision: object) =>
    expect(
      await write(everybody, 'statementReview', { id, expectedVersion, ...decision }, editor),
    ).toMatchObject({ status: 'UPDATED' })
  const bin = async (name: string, input: object) =>
    expect(await write(everybody, name, { id: desk.articleId, ...input }, editor)).toMatchObject({
      status: 'UPDATED',
    })

  it('gives an article that was taken in, and what came with it, from the front', async () => {
    const all = await changesOf(everybody, null)
    const ofArticle = all.find(({ objectId }: { objectId: string }) => objectId === desk.articleId)
    expect(ofArticle).toMatchObject({ kind: 'CREATED', type: 'ARTICLE', object: { id: desk.articleId } })
    expect(await kindsOf(everybody, desk.sail.id, null)).toEqual(['CREATED'])
    expect(await kindsOf(everybody, desk.sail.speakerId, null)).not.toEqual([])
  })

  it('says of a statement that comes into sight that it is new, and of one that goes that it is deleted', async () => {
    const { id } = desk.sail
    await review(id, 1, { decision: 'VERIFY' })
    expect(await kindsOf(readers, id)).toEqual(['CREATED'])
    expect(await kindsOf(everybody, id)).toEqual(['REVIEWED'])
    await review(id, 2, { decision: 'REOPEN' })
    // An object is as it is now, also for a change from before.
    expect(await kindsOf(readers, id)).toEqual(['CREATED gone', 'DELETED gone'])
    expect(await kindsOf(everybody, id)).toEqual(['REVIEWED', 'REVIEWED'])
    await review(id, 3, { decision: 'REJECT', reason: 'NOT_SPEECH' })
    expect(await kindsOf(readers, id)).toEqual(['CREATED gone', 'DELETED gone'])
    expect(await kindsOf(everybody, id)).toEqual(['REVIEWED gone', 'REVIEWED gone', 'DELETED gone'])
    expect(await kindsOf(everybody, id, start, editor)).toEqual(['REVIEWED', 'REVIEWED', 'REVIEWED'])
  })

  it('says nothing of a statement that its caller never saw', async () => {
    const { id } = desk.sail
    await write(everybody, 'statementUpdate', { id, expectedVersion: 1, patch: { medium: 'SPEECH' } }, editor)
    await review(id, 2, { decision: 'REJECT', reason: 'NOT_SPEECH' })
    expect(await kindsOf(readers, id, null)).toEqual([])
    expect((await changesOf(readers)).length).toBe(0)
  })

  it('deletes the statements of an article that goes into the bin, and gives them again when it is restored', async () => {
    const { id } = desk.sail
    await bin('articleDelete', { expectedVersion: 1 })
    expect(await kindsOf(everybody, id)).toEqual(['DELETED gone'])
    expect(await kindsOf(everybody, desk.articleId)).toEqual(['DELETED gone'])
    await bin('articleRestore', {})
    expect(await kindsOf(everybody, id)).toEqual(['DELETED', 'CREATED'])
    expect(await kindsOf(everybody, desk.articleId)).toEqual(['DELETED', 'CREATED'])
  })

  it('gives the object that a merged one stands for now', async () => {
    const { made, merge } = speakerWrites(everybody)
    const [kept, absorbed] = [await made('Wend Ashby'), await made('W. Ashby')]
    await merge(kept.id, kept.version, [absorbed.id])
    const log = await changesOf(everybody, start, editor)
    const ofAbsorbed = log.filter(({ objectId }: { objectId: string }) => objectId === absorbed.id)
    expect(ofAbsorbed.at(-1)).toMatchObject({ kind: 'UPDATED', object: { id: kept.id } })
  })

  it('narrows to types', async () => {
    const all = await changesOf(everybody, null, undefined, { types: ['ARTICLE', 'SITE'] })
    expect(new Set(all.map(({ type }: { type: string }) => type))).toEqual(new Set(['ARTICLE', 'SITE']))
  })

  it('reads a page with one SQL statement', async () => {
    expect(await everybody.sqlOf(() => changesOf(everybody, null))).toHaveLength(1)
  })

  describe('after a cursor', () => {
    const cursorOf = (...values: string[]) =>
      Buffer.from(JSON.stringify([1, 'Change', 'SEQUENCE ASC', values[0], '0', values[1]])).toString(
        'base64url',
      )
    const refusal = (after: string) => everybody.refusal(CHANGES, { after })

    it('that the log has not reached, refuses', async () => {
      expect(await refusal(cursorOf('99999999', randomUUID()))).toMatch(
        /^BAD_USER_INPUT: after is a place that this log/,
      )
    })

    it('that is of another list, cut, or damaged, refuses', async () => {
      const { articles } = await everybody.data('{ articles { pageInfo { endCursor } } }')
      expect(await refusal(articles.pageInfo.endCursor)).toMatch(
        /^BAD_USER_INPUT: after is a cursor of another/,
      )
      expect(await refusal(start.slice(0, -3))).toMatch(/^BAD_USER_INPUT: after is/)
      expect(await refusal(cursorOf('1e9', randomUUID()))).toMatch(/^BAD_USER_INPUT: after is a damaged/)
    })

    it('that is older than the log is kept, says how to begin again', async () => {
      await database.prisma.changeHorizon.update({ where: { id: 1 }, data: { sequence: 1 } })
      expect(await refusal(cursorOf('0', randomUUID()))).toMatch(
        /^CURSOR_EXPIRED: .* begin again without after/,
      )
      expect(await changesOf(everybody, cursorOf('1', randomUUID()))).not.toEqual([])
      await database.prisma.changeHorizon.update({ where: { id: 1 }, data: { sequence: 0 } })
    })
  })
})
