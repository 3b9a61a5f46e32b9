import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { samplesFolder, TEST_KEY } from '../../../test/harness/service.js'
import { write } from '../../../test/harness/writes.js'
import { expandInputs } from '../../ingest/sources/expand-inputs.js'

const PREVIEW = /* GraphQL */ `query ($input: ArticleIngestInput!) { articlePreview(input: $input) {
  __typename
  ... on ArticlePreview {
    status title url language bylines content article { id title } publishedAt { edtf earliest precision basis }
    segments { kind position { start end } }
    statements { text kind polarity speakerName confidence positions { start end } }
  }
  ... on Error { code message } ... on ValidationError { fields { path message } }
  ... on ForbiddenError { requiredScope } } }`

const RECORDED = /* GraphQL */ `query ($by: ArticleBy!) { article(by: $by) {
  title url language bylines { asWritten } publishedAt { edtf earliest precision basis }
  text { content segments { kind position { start end } } }
  statements(first: 100, orderBy: { field: POSITION_IN_ARTICLE, direction: ASC }) { nodes {
    text kind polarity speaker { name } anchors { position { start end } } } } } }`

interface Recorded {
  anchors: { position: object }[]
  speaker: object | null
}

const FERRY = 'The ferry sails\n\n“We sail at noon,” said Mara Lindt, the harbour master.\n'
const longer = `${FERRY}\n${'The quay was full of people and of gulls. '.repeat(20)}\n`

describeServiceOnBoth('articlePreview', (service, database) => {
  const preview = async (input: object, key: string | undefined = TEST_KEY) =>
    (await service.request(PREVIEW, { input }, key)).data.articlePreview
  const put = (input: object) => write(service, 'articleIngest', input)

  it('shows what an ingest then writes, of each sample', async () => {
    const { inputs } = await expandInputs([samplesFolder])
    expect(inputs.length).toBeGreaterThan(3)
    for (const path of inputs) {
      const input = { source: { markdown: readFileSync(path, 'utf8') }, name: path }
      const seen = await preview(input)
      expect(seen).toMatchObject({ status: 'CREATED', article: null })
      const { article } = await put(input)
      const recorded = (await service.data(RECORDED, { by: { id: article.id } }, TEST_KEY)).article
      const { title, url, language, publishedAt, text } = recorded
      expect(seen).toMatchObject({ title, url, language, publishedAt, ...text })
      expect(seen.bylines).toEqual(recorded.bylines.map((one: { asWritten: string }) => one.asWritten))
      const facts = recorded.statements.nodes.map(({ anchors, speaker, ...said }: Recorded) => ({
        ...said,
        positions: anchors.map(({ position }) => position),
        // The record may know the same speaker by another name.
        speakerName: speaker && expect.any(String),
      }))
      expect(seen.statements).toMatchObject(facts)
      expect(await preview(input)).toMatchObject({ status: 'UNCHANGED', article: { id: article.id } })
    }
  }, 120_000)

  it('writes nothing', async () => {
    const sql = await service.sqlOf(() => preview({ source: { plainText: FERRY } }))
    expect(sql.length).toBeGreaterThan(0)
    expect(sql.length).toBeLessThanOrEqual(3)
    expect(sql.filter(({ query }) => /\b(INSERT|UPDATE|DELETE|FOR UPDATE)\b/i.test(query))).toEqual([])
    expect(await database.prisma.article.count({ where: { title: 'The ferry sails' } })).toBe(0)
  })

  it('says that a text would be held, or belongs to an article in the bin', async () => {
    const url = 'https://gazette.example/ferry'
    const { article } = await put({ source: { plainText: longer }, url })
    const short = { source: { plainText: FERRY }, url }
    expect(await preview(short)).toMatchObject({ status: 'HELD', article: { id: article.id } })
    expect(await preview({ ...short, acceptShorter: true })).toMatchObject({ status: 'UPDATED' })
    await write(service, 'articleDelete', { id: article.id, expectedVersion: article.version })
    expect(await preview(short)).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: ['input', 'source'], message: expect.stringMatching(/in the bin/) }],
    })
  })

  it('takes what a person says in place of what the source says, as an ingest does', async () => {
    const input = {
      source: {
        markdown:
          '---\ntitle: Wrong\nurl: https://a.example/x\npublished: 2020\n---\n\n“We sail,” said Mara Lindt on Tuesday.\n',
      },
      ...{ title: 'The  ferry', url: 'https://www.courier.example/f', publishedAt: { edtf: '2026-03-05' } },
    }
    const given = {
      title: 'The ferry',
      url: 'https://www.courier.example/f',
      publishedAt: { edtf: '2026-03-05', precision: 'DAY', basis: 'STATED' },
    }
    expect(await preview(input)).toMatchObject({ status: 'CREATED', ...given })
    const { article } = await put(input)
    expect(article).toMatchObject({ ...given, site: { domain: 'courier.example' } })
    const [said] = await database.prisma.statement.findMany({
      where: { saidEdtf: '2026-03-03' },
    })
    expect(said).toBeDefined()
    expect(await put(input)).toMatchObject({ status: 'UNCHANGED' })
  })

  it.each([
    [{ source: { plainText: '' } }, ['input', 'source'], /is empty/],
    [{ source: { plainText: 'word '.repeat(1_200_000) } }, ['input', 'source'], /the limit is 5 MB/],
    [{ source: { plainText: 'x' }, title: ' ' }, ['input', 'title'], /is empty/],
    [
      { source: { plainText: 'x' }, publishedAt: { edtf: 'soon' } },
      ['input', 'publishedAt', 'edtf'],
      /must be a year/,
    ],
  ])('says what is wrong with an input (%#)', async (input, path, message) => {
    const result = await preview(input)
    expect(result).toMatchObject({ __typename: 'ValidationError', fields: [{ path }] })
    expect(result.fields[0].message).toMatch(message)
  })

  it('is for editors', async () => {
    const refused = { __typename: 'ForbiddenError', requiredScope: 'EDITOR' }
    const input = { source: { plainText: FERRY } }
    expect(await preview(input, '')).toMatchObject(refused)
    expect(await preview(input, await service.key('reviewer'))).toMatchObject(refused)
    expect(await preview(input, await service.key('editor'))).toMatchObject({ status: 'CREATED' })
  })
})
