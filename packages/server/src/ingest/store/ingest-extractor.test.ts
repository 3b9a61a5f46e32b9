import { type Extractor, extract } from '@onrecord/extract'
import { beforeEach, expect, it } from 'vitest'
import { describeOnBoth } from '../../../test/harness/databases.js'
import { empty, QUAY, SAIL, story } from '../../../test/worlds/stories.js'
import { createGraphQLHandler } from '../../http/graphql-handler.js'
import { createLogger } from '../../http/logger.js'
import { OPERATOR } from '../../record/api-key/roles.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { runWrite, type Transact } from '../../record/write/write.js'
import { parseContent } from '../sources/read-source.js'
import { ingest } from './ingest.js'
import { reextract } from './reextract.js'

const documentOf = (content: string) => parseContent({ content, name: 'story.md', format: 'MARKDOWN' })

describeOnBoth('ingest with another extractor', (database) => {
  beforeEach(() => empty(database))

  let asked = 0
  const spoiling = (spoil: (extraction: ReturnType<typeof extract>) => void): Extractor => ({
    method: 'MODEL',
    async extract(text, options) {
      asked++
      const extraction = { ...extract(text, options), extractor: 'acme-quotes@2.1' }
      spoil(extraction)
      return extraction
    },
  })
  const acme = spoiling((extraction) => {
    for (const statement of extraction.statements) statement.confidence = 0.55
  })

  it("stores drafts with the extractor's name, version and confidence", async () => {
    const { articleId } = await ingest(database.prisma, await documentOf(story(SAIL)), 'test', acme)
    const statements = await database.prisma.statement.findMany({
      where: { articleId },
      select: { text: true, method: true, agent: true, confidence: true },
    })
    expect(statements).toEqual([
      { text: '“We sail at noon,”', method: 'MODEL', agent: 'acme-quotes@2.1', confidence: 0.55 },
    ])
  })

  it('refuses an article with more statements than it can store in time', async () => {
    const many = spoiling((extraction) => {
      const [first] = extraction.statements
      extraction.statements = Array.from(
        { length: 10_001 },
        () => structuredClone(first) as NonNullable<typeof first>,
      )
    })
    await expect(ingest(database.prisma, await documentOf(story(SAIL)), 'test', many)).rejects.toMatchObject({
      code: 'TOO_COMPLEX',
      message: 'has 10001 statements, more than 10000: split it into articles',
    })
    expect(await database.prisma.article.count()).toBe(0)
    const { articleId } = await ingest(database.prisma, await documentOf(story(SAIL)), 'test')
    const id = encodeGlobalId('Article', articleId)
    const transact: Transact = (work) => runWrite(database.prisma, 'test', work)
    await expect(reextract(database.prisma, id, many, transact)).rejects.toMatchObject({
      name: 'InputError',
      message: 'input.id is of an Article that has 10001 statements, more than 10000: split it into articles',
    })
    expect(await database.prisma.statement.count()).toBe(1)
  })

  it('asks the extractor only about new texts', async () => {
    asked = 0
    const take = async (body: string, more: object = {}) =>
      ingest(database.prisma, await documentOf(story(body, { id: '17', ...more })), 'test', acme)
    expect(await take(SAIL)).toMatchObject({ status: 'created', statements: 1 })
    expect(await take(SAIL)).toMatchObject({ status: 'unchanged' })
    expect(await take(SAIL, { title: 'Ferry has sailed' })).toMatchObject({
      status: 'updated',
      statements: 0,
    })
    expect(asked).toBe(1)
    expect(await take(`${SAIL}\n\n${QUAY}`)).toMatchObject({ status: 'updated', statements: 1 })
    expect(asked).toBe(2)
  })

  it('extracts after all when another writer changes the text in the meantime', async () => {
    const first = await documentOf(story(SAIL, { id: '17' }))
    await ingest(database.prisma, first, 'test')
    // Only the title is new, so the first look at the article finds no need to extract.
    const retitled = await documentOf(story(SAIL, { id: '17', title: 'Ferry has sailed' }))
    let meddled = false
    const prisma = new Proxy(database.prisma, {
      get(target, name) {
        const value = Reflect.get(target, name)
        if (name !== '$transaction' || meddled) return value
        return async (...args: unknown[]) => {
          meddled = true
          await ingest(database.prisma, await documentOf(story(QUAY, { id: '17' })), 'test')
          return Reflect.apply(value as (...all: unknown[]) => unknown, target, args)
        }
      },
    })
    expect(await ingest(prisma, retitled, 'test', acme)).toMatchObject({
      status: 'updated',
      textChanged: true,
    })
  })

  it('writes nothing and gives a code when the extractor fails or its drafts do not fit the text', async () => {
    const failures: [Extractor, string][] = [
      [
        spoiling(({ statements: [statement] }) => Object.assign(statement ?? {}, { end: 1e6 })),
        'INVALID_EXTRACTION',
      ],
      [
        spoiling(({ speakers: [speaker] }) => Object.assign(speaker ?? {}, { name: 'Mara\0' })),
        'INVALID_EXTRACTION',
      ],
      [
        spoiling(() => {
          throw new Error('secret detail')
        }),
        'FAILED',
      ],
    ]
    for (const [extractor, reason] of failures) {
      const taking = ingest(database.prisma, await documentOf(story(SAIL)), 'test', extractor)
      await expect(taking).rejects.toMatchObject({ name: 'ExtractorError', code: reason })
      const logger = createLogger('silent')
      const yoga = createGraphQLHandler({
        ...{ database, logger, extractor },
        ...{ publicProposals: true, nobody: OPERATOR },
      })
      const response = await yoga.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: 'mutation ($input: ArticleIngestInput!) { articleIngest(input: $input) { __typename } }',
          variables: { input: { source: { markdown: story(SAIL) } } },
        }),
      })
      expect(await response.json()).toEqual({
        data: { articleIngest: null },
        errors: [
          expect.objectContaining({
            message: 'the extractor failed, and nothing was written: the log of the service says why',
            extensions: { code: 'EXTRACTOR_FAILED', reason, retryable: reason === 'FAILED' },
          }),
        ],
      })
      expect(await database.prisma.article.count()).toBe(0)
      expect(await database.prisma.change.count()).toBe(0)
    }
  })
})
