import { readFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { explain } from '../../../test/harness/explain.js'
import { ingestText, TEST_KEY } from '../../../test/harness/service.js'
import { globalId, refusal, write } from '../../../test/harness/writes.js'
import { empty, story } from '../../../test/worlds/stories.js'
import { fill } from '../../../test/worlds/synthetic.js'
import { newId } from '../../database/id.js'

const SAYINGS = ['We sail at noon', 'The quay is sound', 'Bring a warm coat', 'Nobody was asked'].map(
  (words) => `“${words}, and I mean it,” said Mara Lindt.`,
)

describeServiceOnBoth('the mutation', (service, database) => {
  let ids: string[]
  beforeEach(async () => {
    await empty(database)
    await ingestText(database, story(SAYINGS.join('\n\n')))
    const statements = await database.prisma.statement.findMany({ orderBy: { position: 'asc' } })
    ids = statements.map(({ id }) => globalId('Statement', id))
  })

  const review = (decision: string, expectedVersion: number, more: object = {}, id = ids[0]) =>
    write(service, 'statementReview', { id, expectedVersion, decision, ...more })
  const refused = (decision: string, expectedVersion: number, more: object = {}) =>
    refusal(service, 'statementReview', { id: ids[0], expectedVersion, decision, ...more })

  describe('statementReview', () => {
    it('allows only the decisions that fit the status of the statement', async () => {
      const status = async (decision: string, version: number, more: object = {}) =>
        (await review(decision, version, more)).statement?.reviewStatus
      expect(await status('VERIFY', 1)).toBe('VERIFIED')
      expect(await refused('VERIFY', 2)).toBe(
        'ValidationError: input.decision is VERIFY, but the statement is VERIFIED: pass RETRACT or REOPEN',
      )
      expect(await status('RETRACT', 2, { note: 'she took it back' })).toBe('RETRACTED')
      expect(await status('REOPEN', 3)).toBe('PROPOSED')
      expect(await refused('RETRACT', 4)).toMatch(/pass VERIFY or REJECT$/)
      expect(await status('REJECT', 4, { reason: 'SCARE_QUOTE' })).toBe('REJECTED')
      expect(await refused('VERIFY', 5)).toMatch(/pass REOPEN$/)
      expect(await refused('VERIFY', 4)).toMatch(/^ConflictError: input.expectedVersion is 4, but .* 5 now/)
    })

    it('stores who decided what, when and why', async () => {
      await review('REJECT', 1, { reason: 'OTHER', note: ' read the tape ' })
      expect(
        await database.prisma.statement.findFirst({ where: { reviewStatus: 'REJECTED' } }),
      ).toMatchObject({
        rejectionReason: 'OTHER',
        reviewNote: 'read the tape',
        reviewedBy: 'local',
        version: 2,
      })
      const [revision] = await database.prisma.revision.findMany({ where: { action: 'REVIEWED' } })
      expect(revision).toMatchObject({ version: 2, actor: 'local', note: 'read the tape' })
      expect(revision?.changes).toEqual([
        { field: 'reviewStatus', before: 'PROPOSED', after: 'REJECTED' },
        { field: 'rejectionReason', before: null, after: 'OTHER' },
        { field: 'reviewNote', before: null, after: 'read the tape' },
      ])
      const [change] = await database.prisma.change.findMany({ orderBy: { sequence: 'desc' }, take: 1 })
      expect(change).toMatchObject({ kind: 'REVIEWED', type: 'STATEMENT' })
    })

    it('needs a reason for a rejection, and refuses one for other decisions', async () => {
      expect([
        await refused('REJECT', 1),
        await refused('REJECT', 1, { reason: 'OTHER' }),
        await refused('VERIFY', 1, { reason: 'DUPLICATE' }),
        await refused('VERIFY', 1, { note: 'x'.repeat(2001) }),
      ]).toEqual([
        'ValidationError: input.reason is missing: a rejection says why',
        'ValidationError: input.note is missing: with the reason OTHER it says why',
        'ValidationError: input.reason is only for REJECT: leave it out of VERIFY',
        'ValidationError: input.note has 2001 characters: pass at most 2000',
      ])
    })
  })

  describe('statementsReview', () => {
    it('decides about each statement by itself, and answers in order', async () => {
      const nothing = globalId('Statement', newId())
      const decisions = [
        { id: ids[1], expectedVersion: 1, decision: 'VERIFY' },
        { id: ids[0], expectedVersion: 9, decision: 'VERIFY' },
        { id: nothing, expectedVersion: 1, decision: 'VERIFY' },
        { id: 'x', expectedVersion: 1, decision: 'VERIFY' },
        { id: ids[2], expectedVersion: 1, decision: 'REJECT', reason: 'DUPLICATE' },
        { id: ids[1], expectedVersion: 1, decision: 'VERIFY' },
        { id: ids[3], expectedVersion: 1, decision: 'REJECT' },
      ]
      const args = { decisions, idempotencyKey: 'morning' }
      const { results } = await write(service, 'statementsReview', args)
      expect(results).toMatchObject([
        { __typename: 'StatementSuccess', statement: { id: ids[1], reviewStatus: 'VERIFIED', version: 2 } },
        { __typename: 'ConflictError', currentVersion: 1 },
        {
          __typename: 'NotFoundError',
          missingId: nothing,
          message: expect.stringMatching(/^input\.decisions\[2\]\.id: /),
        },
        { __typename: 'ValidationError', fields: [{ path: ['input', 'decisions', '3', 'id'] }] },
        { __typename: 'StatementSuccess', statement: { id: ids[2], reviewStatus: 'REJECTED' } },
        {
          __typename: 'ValidationError',
          message: 'input.decisions[5].id is that of input.decisions[0], too: decide about each once',
        },
        { __typename: 'ValidationError', fields: [{ path: ['input', 'decisions', '6', 'reason'] }] },
      ])
      expect((await write(service, 'statementsReview', args)).results).toEqual(results)
      expect(await database.prisma.revision.count({ where: { action: 'REVIEWED' } })).toBe(2)
      expect(await refusal(service, 'statementsReview', { decisions: [] })).toBe(
        'ValidationError: input.decisions has 0 entries: pass 1 to 100',
      )
    })

    it('takes as many SQL statements for many decisions as for one', async () => {
      const decisions = ids.map((id) => ({ id, expectedVersion: 1, decision: 'VERIFY' }))
      const sql = async (some: object[]) =>
        (await service.sqlOf(() => write(service, 'statementsReview', { decisions: some }))).length
      const one = await sql(decisions.slice(0, 1))
      expect(one).toBeLessThanOrEqual(8)
      expect(await sql(decisions.slice(1))).toBe(one)
      expect(await database.prisma.statement.count({ where: { reviewStatus: 'VERIFIED' } })).toBe(4)
    })

    it('works with the operations in docs/guides/review.md', async () => {
      const guide = readFileSync(new URL('../../../../../docs/guides/review.md', import.meta.url), 'utf8')
      const [queue, decide] = [...guide.matchAll(/^```graphql\n([\s\S]*?)^```$/gm)].map(
        ([, code = '']) => code,
      )
      const { statements } = (await service.request(queue ?? '', {}, TEST_KEY)).data
      const [first, second] = statements.nodes.map(({ id, version }: { id: string; version: number }) => ({
        id,
        expectedVersion: version,
      }))
      const decisions = [
        { ...first, decision: 'VERIFY' },
        { ...second, decision: 'REJECT', reason: 'SCARE_QUOTE' },
        { ...second, expectedVersion: 7, decision: 'VERIFY' },
      ]
      const { data } = await service.request(
        decide ?? '',
        { input: { decisions, idempotencyKey: 'page 1' } },
        TEST_KEY,
      )
      expect(data.statementsReview.results).toEqual([
        { statement: { id: first.id, version: 2, reviewStatus: 'VERIFIED' } },
        { statement: { id: second.id, version: 2, reviewStatus: 'REJECTED' } },
        expect.objectContaining({ code: 'VALIDATION' }),
      ])
    })

    it('needs the scope REVIEWER', async () => {
      expect(await refusal(service, 'statementsReview', { decisions: [] }, '')).toMatch(
        /^ForbiddenError: this needs the scope REVIEWER/,
      )
    })
  })
})

const QUEUE = `query ($after: String) {
  statements(filter: { reviewStatuses: [PROPOSED] }, orderBy: { field: REVIEW_PRIORITY }, first: 50, after: $after) {
    nodes { provenance { confidence } article { id } anchors { position { start } } }
    pageInfo { endCursor hasNextPage } } }`

interface Queued {
  provenance: { confidence: number }
  article: { id: string }
  anchors: { position: { start: number } }[]
}

describeServiceOnBoth('the queue of reviews', (service, database, kind) => {
  beforeAll(async () => {
    await fill(database, { statements: 2_000 })
  })

  it('has every proposal once, the surest first, then by article and by place in the article', async () => {
    const all: Queued[] = []
    for (let after: string | null = null, more = true; more; ) {
      const { statements } = await service.data(QUEUE, { after })
      all.push(...statements.nodes)
      after = statements.pageInfo.endCursor
      more = statements.pageInfo.hasNextPage
    }
    expect(all).toHaveLength(1_800)
    const uuid = (id: string) => Buffer.from(id, 'base64url').toString()
    const keys = all.map(({ provenance, article, anchors: [first] }) => ({
      band: Math.floor(provenance.confidence * 10),
      article: uuid(article.id),
      start: first?.position.start ?? 0,
    }))
    const sorted = keys.toSorted(
      (a, b) =>
        b.band - a.band || (a.article < b.article ? 1 : a.article > b.article ? -1 : a.start - b.start),
    )
    expect(keys).toEqual(sorted)
  })

  it.runIf(kind === 'postgres')('is read from an index, however deep the page', async () => {
    let after: string | null = null
    for (let page = 0; page < 12; page++) {
      const [statement] = await service.sqlOf(async () => {
        after = (await service.data(QUEUE, { after })).statements.pageInfo.endCursor
      })
      if (page % 11 !== 0 || !statement) continue
      const { nodes, rowsRead } = await explain(database, statement)
      // At most the page itself is sorted.
      expect(nodes.filter((node) => node.includes('Sort')).length).toBeLessThan(2)
      expect(nodes.join()).toMatch(/Index (Only )?Scan Statement/)
      // The page and one row more, with anchors, and for each of them the hundred articles, which fill two blocks.
      expect(rowsRead).toBeLessThanOrEqual(4 * 51 + 100 + 51 * 100)
    }
  })
})
