import { expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { TEST_KEY } from '../../../test/harness/service.js'

const INGEST = /* GraphQL */ `
  mutation ($input: ArticleIngestInput!) {
    articleIngest(input: $input) {
      __typename
      ... on ArticleSuccess {
        status
        textChanged
        statementsProposed
        article { title externalIds { namespace value } statements { nodes { text } } }
      }
      ... on Error { code message }
      ... on ValidationError { fields { path message } }
    }
  }
`

describeServiceOnBoth('articleIngest', (service, database) => {
  const take = async (input: object, key: string | undefined = TEST_KEY) =>
    (await service.request(INGEST, { input }, key)).data.articleIngest

  it('takes text, Markdown and HTML, and answers UNCHANGED to the same input again', async () => {
    const externalId = { namespace: 'cms', value: '17' }
    const input = { source: { plainText: 'Ferry sails\n\n“We sail,” said Mara Lindt.\n' }, externalId }
    const created = await take(input)
    expect(created).toEqual({
      __typename: 'ArticleSuccess',
      status: 'CREATED',
      textChanged: true,
      statementsProposed: 1,
      article: {
        title: 'Ferry sails',
        externalIds: [externalId],
        statements: { nodes: [{ text: '“We sail,”' }] },
      },
    })
    expect(await take(input)).toEqual({
      ...created,
      status: 'UNCHANGED',
      textChanged: false,
      statementsProposed: 0,
    })
    const markdown = await take({
      source: { markdown: '---\ntitle: Quay\n---\n\n“No,” said Anselm Okafor.\n' },
    })
    expect(markdown).toMatchObject({ status: 'CREATED', article: { title: 'Quay' } })
    const html = await take({
      source: {
        html: '<title>Pier</title><article><p>“Yes, always,” said Josefa Quill on Monday.</p></article>',
      },
      name: 'pier.html',
    })
    expect(html).toMatchObject({ status: 'CREATED', article: { title: 'Pier' } })
  })

  it.each([
    [{ source: { plainText: '' } }, ['input', 'source'], /the source: is empty/],
    [{ source: { plainText: ' \n ' }, name: 'a.txt' }, ['input', 'source'], /^a\.txt: has no text in it/],
    [
      { source: { markdown: '---\ntitle: [x\n---\n\nHello.' } },
      ['input', 'source'],
      /the source: .*front matter/i,
    ],
    [
      { source: { plainText: 'x' }, externalId: { namespace: 'cms', value: ' ' } },
      ['input', 'externalId', 'value'],
      /^input\.externalId\.value has 0 characters: pass 1 to 500$/,
    ],
    [
      { source: { plainText: 'x' }, externalId: { namespace: 'x'.repeat(501), value: '1' } },
      ['input', 'externalId', 'namespace'],
      /^input\.externalId\.namespace has 501 characters: pass 1 to 500$/,
    ],
  ])('says what is wrong with %j, and writes nothing', async (input, path, message) => {
    const before = await database.prisma.article.count()
    expect(await take(input)).toMatchObject({
      __typename: 'ValidationError',
      code: 'VALIDATION',
      message: expect.stringMatching(message),
      fields: [{ path }],
    })
    expect(await database.prisma.article.count()).toBe(before)
  })

  it('refuses two sources, no source, and a source of more than 5 MB', async () => {
    const codeOf = async (source: object) =>
      (await service.request(INGEST, { input: { source } }, TEST_KEY)).errors?.[0]?.extensions.code
    expect(await codeOf({ plainText: 'a', html: 'b' })).toBe('BAD_USER_INPUT')
    expect(await codeOf({})).toBe('BAD_USER_INPUT')
    expect(await take({ source: { plainText: 'a '.repeat(2_600_000) } })).toMatchObject({
      code: 'VALIDATION',
      message: 'the source: is 5.2 MB, the limit is 5 MB: split it into articles',
    })
  })

  it('needs the scope EDITOR', async () => {
    expect(await take({ source: { plainText: 'x' } }, '')).toMatchObject({
      __typename: 'ForbiddenError',
      code: 'FORBIDDEN',
    })
  })
})
