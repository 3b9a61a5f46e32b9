import { beforeEach, expect, it } from 'vitest'
import { describeOnBoth } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'
import { empty, QUAY, SAIL, story } from '../../../test/worlds/stories.js'

const BODY = `${SAIL}\n\n${QUAY}\n\nThe crews waited on the quay until the evening.`
const path = '/articles/ferry.md'

describeOnBoth('findArticle', (database) => {
  beforeEach(() => empty(database))
  const take = (content: string, at?: string) => ingestText(database, content, at ? { path: at } : {})

  it.each([
    ['http', 'http://post.example/talks'],
    ['www', 'https://www.post.example/talks'],
    ['mobile', 'https://m.post.example/talks?utm_source=x'],
    ['AMP', 'https://post.example/talks/amp'],
    ['print', 'https://post.example/talks?print=1'],
    ['an index', 'https://post.example/talks/index.html#top'],
  ])('finds an article by its %s address', async (_what, url) => {
    const first = await take(story(BODY, { url: 'https://post.example/talks' }))
    const again = await take(story(BODY, { url }))
    expect(again).toMatchObject({ status: 'unchanged', articleId: first.articleId })
    expect((await take(story(BODY.replace('noon', 'ten'), { url }))).articleId).toBe(first.articleId)
    expect(await database.prisma.site.findMany({ select: { domain: true } })).toEqual([
      { domain: 'post.example' },
    ])
  })

  it.each([
    'https://post.example/talks?id=2',
    'https://post.example/talks-2',
    'https://sport.post.example/talks',
  ])('takes %s for another article', async (url) => {
    const first = await take(story(BODY, { url: 'https://post.example/talks?id=1' }))
    expect((await take(story(BODY, { url }))).articleId).not.toBe(first.articleId)
  })

  it.each([
    ['a word is another', BODY.replace('evening', 'night')],
    ['a paragraph is added', `${BODY}\n\nIt rained.`],
    ['the title is another', `# The ferry stays\n\n${BODY}`],
  ])('finds the article of a file in which %s', async (_what, edited) => {
    const first = await take(`# Ferry to sail\n\n${BODY}`, path)
    expect(await take(edited, path)).toMatchObject({ status: 'updated', articleId: first.articleId })
    expect(await take(edited, path)).toMatchObject({ status: 'unchanged' })
    expect(await database.prisma.article.count()).toBe(1)
  })

  it('takes the file for another article when it has another text, or stands elsewhere', async () => {
    const first = await take(BODY, path)
    const other =
      'Herring is dear again\n\n“Nobody buys it at this price,” said Ola Brandt, a fishmonger in Velm.'
    expect((await take(other, path)).articleId).not.toBe(first.articleId)
    expect((await take(BODY.replace('evening', 'night'), '/articles/copy.md')).articleId).not.toBe(
      first.articleId,
    )
    // Both are still found.
    expect((await take(BODY.replace('noon', 'ten'), path)).articleId).toBe(first.articleId)
  })

  it('goes by the URL and the id of front matter before the path', async () => {
    const first = await take(story(BODY, { id: '1' }), path)
    expect((await take(story(BODY.replace('noon', 'ten'), { id: '2' }), path)).articleId).not.toBe(
      first.articleId,
    )
    expect((await take(story(BODY.replace('noon', 'ten'), { id: '1' }), '/elsewhere.md')).articleId).toBe(
      first.articleId,
    )
  })

  it('stores no path', async () => {
    await take(BODY, path)
    const [row] = await database.prisma.article.findMany()
    expect(JSON.stringify(row)).not.toContain('ferry.md')
  })
})
