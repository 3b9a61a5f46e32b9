import { beforeEach, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { ingestText, TEST_KEY } from '../../../test/harness/service.js'
import { globalId, write } from '../../../test/harness/writes.js'
import { createEditor } from '../../../test/worlds/editor.js'
import { empty, QUAY, SAIL, statementsOf, story } from '../../../test/worlds/stories.js'

const url = 'https://gazette.example/ferry'
const RAIN = 'It rained all day in the harbour, and nobody bought any herring from the boats at the quay.'
const FULL = [SAIL, RAIN, QUAY, RAIN].join('\n\n')

describeServiceOnBoth('a text that is much shorter than the one on record', (service, database) => {
  const editor = createEditor(service)
  beforeEach(() => empty(database))

  const take = (body: string, holdShorter = true) =>
    ingestText(database, story(body, { url }), { holdShorter })
  const held = async (key?: string) =>
    (
      await service.data(
        `{ articles(filter: { isHeld: true }) { nodes { id text { content } held { content length } } } }`,
        {},
        key,
      )
    ).articles.nodes

  it.each([
    ['one of four paragraphs', SAIL],
    ['a note of a paywall', 'Subscribe to read on.'],
    ['the first words', SAIL.slice(0, 30)],
  ])('is held when it is %s, and nothing else is written', async (_what, body) => {
    const { articleId } = await take(FULL)
    const before = await statementsOf(database, articleId)
    expect(await take(body)).toMatchObject({ status: 'held', articleId, textChanged: false, statements: 0 })
    expect(await statementsOf(database, articleId)).toEqual(before)
    expect(await held(TEST_KEY)).toEqual([
      {
        id: globalId('Article', articleId),
        text: { content: FULL },
        held: { content: body, length: body.length },
      },
    ])
    // The text that came in is no business of readers yet.
    expect((await held())[0].held).toBeNull()
  })

  it.each([
    ['a little shorter', [SAIL, RAIN, QUAY].join('\n\n')],
    ['longer', `${FULL}\n\n${RAIN}`],
    ['the same', FULL],
  ])('is not held when it is %s', async (_what, body) => {
    await take(FULL)
    expect((await take(body)).status).not.toBe('held')
    expect(await held(TEST_KEY)).toEqual([])
  })

  it('is taken when a person accepts it, beforehand or afterwards, and names verified statements that are gone', async () => {
    const { articleId } = await take(FULL)
    const quay = (await statementsOf(database, articleId)).find(({ text }) => text.includes('quay'))
    const id = globalId('Statement', quay?.id ?? '')
    await editor.save('statementReview', { id, expectedVersion: 1, decision: 'VERIFY' })
    await take(SAIL)
    const input = { id: globalId('Article', articleId), accept: true }
    expect(await write(service, 'articleDecideHeld', input)).toMatchObject({
      ...{ __typename: 'ArticleSuccess', status: 'UPDATED', textChanged: true },
      statementsVanished: [{ id, text: '“The quay is sound,”' }],
    })
    expect(await held(TEST_KEY)).toEqual([])
    expect((await take(SAIL.slice(0, 20), false)).statementsVanished).toEqual([
      { id: quay?.id, text: '“The quay is sound,”', speaker: 'Anselm Okafor' },
    ])
  })

  it('is dropped when a person does not want it, or when a longer text is taken', async () => {
    const { articleId } = await take(FULL)
    await take(SAIL)
    const input = { id: globalId('Article', articleId), accept: false }
    expect(await write(service, 'articleDecideHeld', input)).toMatchObject({ __typename: 'ArticleSuccess' })
    expect(await held(TEST_KEY)).toEqual([])
    expect(await write(service, 'articleDecideHeld', input)).toMatchObject({
      message: 'input.id is of an Article without a held text',
    })
    await take(SAIL)
    await take(`${FULL}\n\n${RAIN}`)
    expect(await held(TEST_KEY)).toEqual([])
  })

  it('names no statement that nobody has verified, and none whose words are still there', async () => {
    const { articleId } = await take(FULL)
    const [sail] = await statementsOf(database, articleId)
    const id = globalId('Statement', sail?.id ?? '')
    await editor.save('statementReview', { id, expectedVersion: 1, decision: 'VERIFY' })
    expect(await take([SAIL, RAIN, RAIN].join('\n\n'))).toMatchObject({
      status: 'updated',
      statementsVanished: [],
    })
  })
})
