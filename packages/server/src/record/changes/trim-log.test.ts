import { beforeEach, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { TEST_KEY } from '../../../test/harness/service.js'
import { write } from '../../../test/harness/writes.js'
import { type QuotedStory, takeQuotedStory } from '../../../test/worlds/quoted-story.js'
import { trimLog } from './trim-log.js'

const CHANGES =
  'query ($after: String) { changes(first: 100, after: $after) { edges { cursor node { objectId kind } } } }'

describeServiceOnBoth('a log that is trimmed', (service, database) => {
  let desk: QuotedStory
  beforeEach(async () => {
    desk = await takeQuotedStory(database)
    for (const [version, medium] of [
      [1, 'SPEECH'],
      [2, 'INTERVIEW'],
    ] as const) {
      await write(service, 'statementUpdate', {
        ...{ id: desk.sail.id, expectedVersion: version, patch: { medium } },
      })
    }
  })

  interface Edge {
    cursor: string
    node: { objectId: string; kind: string }
  }
  const log = async (after?: string): Promise<Edge[]> =>
    (await service.data(CHANGES, { after }, TEST_KEY)).changes.edges

  it('keeps the last change of every object, and says whose place is lost', async () => {
    const before = await log()
    const objects = new Set(before.map(({ node }) => node.objectId))
    const removed = await trimLog(database.prisma, new Date(Date.now() + 1_000))
    expect(removed).toBe(before.length - objects.size)
    const after = await log()
    expect(after.map(({ node }) => node.objectId).toSorted()).toEqual([...objects].toSorted())
    const first = before[0] as Edge
    expect(await service.refusal(CHANGES, { after: first.cursor }, TEST_KEY)).toMatch(/^CURSOR_EXPIRED/)
    expect(await log(before.at(-1)?.cursor)).toEqual([])
    expect(await trimLog(database.prisma, new Date(Date.now() + 1_000))).toBe(0)
  })

  it('still gives every object from its front, page by page', async () => {
    const page = async (after: string | null) =>
      (
        await service.data(
          'query ($after: String) { changes(first: 1, after: $after) { edges { cursor node { objectId } } } }',
          { after },
          TEST_KEY,
        )
      ).changes.edges
    await trimLog(database.prisma, new Date(Date.now() + 1_000))
    const all = await log()
    const seen: string[] = []
    for (let [edge] = await page(null); edge; [edge] = await page(edge.cursor)) seen.push(edge.node.objectId)
    expect(all.length).toBeGreaterThan(2)
    expect(seen).toEqual(all.map(({ node }) => node.objectId))
  })

  it('loses nothing that is young enough', async () => {
    const before = await log()
    expect(await trimLog(database.prisma, new Date(Date.now() - 60_000))).toBe(0)
    expect(await log()).toEqual(before)
  })
})
