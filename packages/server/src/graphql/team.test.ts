import { beforeAll, beforeEach, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../test/harness/databases.js'
import { type QuotedStory, takeQuotedStory } from '../../test/worlds/quoted-story.js'

const ERRORS = '... on Error { code message } ... on NotFoundError { missingId }'
const ADD = `mutation ($input: StatementNoteAddInput!) { it: statementNoteAdd(input: $input) {
  ... on StatementNoteSuccess { status statementNote { id text author withdrawnBy } } ${ERRORS} } }`
const WITHDRAW = `mutation ($input: StatementNoteWithdrawInput!) { it: statementNoteWithdraw(input: $input) {
  ... on StatementNoteSuccess { status statementNote { id text author withdrawnBy } } ${ERRORS} } }`
const NOTES = `query ($id: ID!) { it: statement(by: { id: $id }) { version
  notes { totalCount { value } nodes { id text author withdrawnBy } } } }`
const CLAIM = `mutation ($input: ArticleClaimInput!) { it: articleClaim(input: $input) {
  ... on ArticleClaimSuccess { status article { claims { nodes { holder endedBy } } } } ${ERRORS} } }`
const RELEASE = `mutation ($input: ArticleReleaseInput!) { it: articleRelease(input: $input) {
  ... on ArticleClaimSuccess { status article { claims { nodes { holder endedBy } } } } ${ERRORS} } }`
const LOG = `{ changes(last: 6) { nodes { type kind object { __typename
  ... on StatementNote { statementId withdrawnBy } ... on ArticleClaim { articleId holder endedBy } } } } }`
const COUNT = 'query ($filter: ArticleFilter) { articles(filter: $filter) { totalCount { value } } }'

describeServiceOnBoth('a team', (service, database) => {
  let desk: QuotedStory
  let mara: string
  let nils: string
  beforeAll(async () => {
    mara = await service.key('editor')
    nils = await service.key('reviewer')
  })
  beforeEach(async () => {
    desk = await takeQuotedStory(database)
  })
  const write = async (mutation: string, input: object, key: string | undefined = mara) =>
    (await service.data(mutation, { input }, key)).it
  const notesOf = async (key?: string) => (await service.data(NOTES, { id: desk.sail.id }, key)).it.notes
  const count = async (filter: object, key?: string) =>
    (await service.data(COUNT, { filter }, key)).articles.totalCount.value

  it('leaves notes on a statement, which nobody else sees', async () => {
    const input = { id: desk.sail.id, text: ' The tape has “sail”. ', idempotencyKey: 'n1' }
    const added = await write(ADD, input)
    expect(added).toMatchObject({
      status: 'CREATED',
      statementNote: { text: 'The tape has “sail”.', author: 'editor' },
    })
    expect(await write(ADD, input)).toEqual(added)
    await write(ADD, { id: desk.sail.id, text: 'Agreed.' }, nils)
    expect((await notesOf(mara)).nodes.map(({ author }: { author: string }) => author)).toEqual([
      'editor',
      'reviewer',
    ])
    expect(await notesOf()).toEqual({ totalCount: { value: 0 }, nodes: [] })
    const { id } = added.statementNote
    expect(await service.data('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null })
    expect((await service.data(NOTES, { id: desk.sail.id })).it.version).toBe(1)
  })

  it('withdraws a note, and keeps that there was one', async () => {
    const { id } = (await write(ADD, { id: desk.sail.id, text: 'Wrong.' })).statementNote
    const gone = { id, text: null, author: 'editor', withdrawnBy: 'reviewer' }
    expect(await write(WITHDRAW, { id }, nils)).toEqual({ status: 'UPDATED', statementNote: gone })
    expect(await write(WITHDRAW, { id })).toEqual({ status: 'UNCHANGED', statementNote: gone })
    expect((await notesOf(mara)).nodes).toEqual([gone])
  })

  it('claims an article, once at a time', async () => {
    const input = { id: desk.articleId }
    expect(await write(CLAIM, input)).toMatchObject({
      status: 'UPDATED',
      article: { claims: { nodes: [{ holder: 'editor', endedBy: null }] } },
    })
    expect(await write(CLAIM, input)).toMatchObject({ status: 'UNCHANGED' })
    expect(await write(CLAIM, input, nils)).toMatchObject({
      code: 'VALIDATION',
      message: expect.stringMatching(/editor has claimed the article since 20.*pass true/),
    })
    expect(await count({ isClaimed: true }, nils)).toBe(1)
    expect(await count({ claimedBy: ['reviewer'] }, nils)).toBe(0)
    const both = [
      { holder: 'reviewer', endedBy: null },
      { holder: 'editor', endedBy: 'reviewer' },
    ]
    expect((await write(CLAIM, { ...input, takeOver: true }, nils)).article.claims.nodes).toEqual(both)
    expect(await count({ claimedBy: ['reviewer'] }, mara)).toBe(1)
    expect(await count({ isClaimed: true })).toBe(0)
    expect(await count({ isClaimed: false })).toBe(0)
    expect(await write(RELEASE, input)).toMatchObject({ status: 'UPDATED' })
    expect(await write(RELEASE, input)).toMatchObject({ status: 'UNCHANGED' })
    expect(await count({ isClaimed: false }, mara)).toBe(1)
  })

  it('tells the team of it in the log of changes, and nobody else', async () => {
    const log = async (key?: string) =>
      (await service.data(LOG, {}, key)).changes.nodes.map(
        ({ type, kind, object }: { type: string; kind: string; object: object | null }) => [
          type,
          kind,
          object,
        ],
      )
    const before = await log()
    const note = (await write(ADD, { id: desk.sail.id, text: 'A note.' })).statementNote
    await write(CLAIM, { id: desk.articleId })
    await write(CLAIM, { id: desk.articleId, takeOver: true }, nils)
    await write(WITHDRAW, { id: note.id })
    expect(await log()).toEqual(before)
    const gone = { __typename: 'StatementNote', statementId: desk.sail.id, withdrawnBy: 'editor' }
    const claim = { __typename: 'ArticleClaim', articleId: desk.articleId }
    const [held, ended] = [
      { ...claim, holder: 'reviewer', endedBy: null },
      { ...claim, holder: 'editor', endedBy: 'reviewer' },
    ]
    expect((await log(mara)).slice(-5)).toEqual([
      ['STATEMENT_NOTE', 'CREATED', gone],
      ['ARTICLE_CLAIM', 'CREATED', ended],
      ['ARTICLE_CLAIM', 'UPDATED', ended],
      ['ARTICLE_CLAIM', 'CREATED', held],
      ['STATEMENT_NOTE', 'UPDATED', gone],
    ])
  })

  it('refuses what is no note, no statement, or nothing', async () => {
    expect(await write(ADD, { id: desk.articleId, text: 'x' })).toMatchObject({ code: 'VALIDATION' })
    expect(await write(ADD, { id: desk.sail.id, text: ' \n ' })).toMatchObject({
      message: 'input.text is empty: write something',
    })
    expect(await write(ADD, { id: desk.sail.id, text: 'x'.repeat(2_001) })).toMatchObject({
      code: 'VALIDATION',
    })
    expect(await write(WITHDRAW, { id: desk.sail.id })).toMatchObject({ code: 'VALIDATION' })
    const reader = await service.key('reader')
    expect(await write(ADD, { id: desk.sail.id, text: 'x' }, reader)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await write(CLAIM, { id: desk.articleId }, reader)).toMatchObject({ code: 'FORBIDDEN' })
  })
})
