import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../database/database.js'
import { describeOnBoth } from './databases.js'
import { createService, ingestSamples, type Service } from './service.js'

const folder = fileURLToPath(new URL('../../../../examples/queries/', import.meta.url))
const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'))

interface Expected {
  /** SQL statements that it takes. */
  sql: number
  // biome-ignore lint/suspicious/noExplicitAny: each query has its own shape
  answer: (data: any) => void
}

const textsOf = (connection: { nodes: { text: string }[] }) => connection.nodes.map(({ text }) => text)
const has = (part: object) => expect.objectContaining(part)

/** What each query answers about the sample articles. */
const EXPECTED: Record<string, Expected> = {
  '00-start-here': {
    sql: 2,
    answer: ({ statements }) => {
      expect(statements.nodes).toHaveLength(5)
      expect(statements.nodes[0]).toMatchObject({
        saidAt: { edtf: '../2026-08-14' },
        article: {
          title: 'A treaty for the Merrow Bank, signed in the rain',
          site: { name: 'Harbour Post' },
        },
      })
    },
  },
  '01-what-was-said-in-this-article': {
    sql: 4,
    answer: ({ article }) => {
      expect(article.text.length).toBe(3315)
      const [umbrella] = article.statements.nodes
      expect(umbrella).toMatchObject({ kind: 'DIRECT', speaker: { name: 'Ottilie Brandreth' } })
      expect(umbrella.anchors.map((anchor: { quote: object }) => anchor.quote)).toEqual([
        has({ exact: '“Eleven years ago we rammed each other here,”' }),
        has({ exact: '“Today we shared an umbrella. I call that progress, and so does my hairdresser.”' }),
      ])
      const starts = article.statements.nodes.map((node: typeof umbrella) => node.anchors[0].position.start)
      expect(starts).toEqual(starts.toSorted((a: number, b: number) => a - b))
    },
  },
  '02-which-were-posts': {
    sql: 2,
    answer: ({ statements }) => {
      const posts = statements.nodes.filter(
        ({ speaker }: { speaker: { name: string } | null }) => speaker?.name === 'Ewan Pascoe',
      )
      expect(textsOf({ nodes: posts })).toEqual([
        '“Congratulations to Margit. 38 is a fine number 🎉 It’s also the number of turbines.”',
        expect.stringMatching(/^“To Little Harrow: /),
        expect.stringMatching(/^“We ran on water /),
        '“Now I’m going to bed. Recounts are for people with better knees 🦵🏽”',
      ])
    },
  },
  '03-who-spoke-at-a-press-conference': {
    sql: 2,
    answer: ({ statements }) => {
      expect(textsOf(statements)).toContain(
        '«The bank does not belong to whoever shouts loudest. It belongs to those who will still be fishing it in fifty years.»',
      )
    },
  },
  '04-what-was-said-about-a-topic-between-two-dates': {
    sql: 4,
    answer: ({ topic }) => {
      expect(topic.name).toBe('Transport')
      const dates = topic.statements.nodes.map(({ saidAt }: { saidAt: { edtf: string } }) => saidAt.edtf)
      expect(dates.length).toBeGreaterThan(3)
      expect(dates).toEqual(dates.toSorted())
      expect(topic.statements.nodes).toContainEqual(
        has({
          text: 'a public timetable of minimum sailings would be written into the licence of any ferry company from 2027',
          speaker: has({ name: 'Luz Ferrándiz' }),
        }),
      )
    },
  },
  '05-which-office-did-they-hold': {
    sql: 2,
    answer: ({ speakers }) => {
      const rao = speakers.nodes.find(({ name }: { name: string }) => name === 'Anand Rao')
      expect(rao.affiliations).toEqual([
        has({ role: 'transport minister', until: { edtf: '2026-03-02/..', basis: 'INFERRED' } }),
        has({ role: 'finance minister', from: { edtf: '../2026-03-20', basis: 'INFERRED' } }),
      ])
    },
  },
  '06-is-this-quotation-in-the-archive': {
    sql: 3,
    answer: ({ matchQuote }) => {
      const [post] = matchQuote
      expect(post).toMatchObject({
        similarity: 1,
        statement: { article: { site: { name: 'Harbour Post' } } },
      })
      const { text, anchors } = post.statement
      const said = text.slice(post.position.start, post.position.end)
      expect(said).toMatch(/^no island should be cut off because two sides cannot agree on a roster$/i)
      expect(anchors.some(({ quote }: { quote: { exact: string } }) => quote.exact.includes(said))).toBe(true)
      const courier = matchQuote.find(
        ({ statement }: { statement: { article: { site: { name: string } } } }) =>
          statement.article.site.name === 'The Selvane Courier',
      )
      expect(courier.statement.anchors[0].quote.exact).toContain("two parties can't agree on a roster")
      expect(courier.similarity).toBeLessThan(1)
    },
  },
  '07-how-do-we-know': {
    sql: 2,
    answer: ({ statements }) => {
      expect(statements.nodes).toHaveLength(10)
      for (const { provenance, attributions } of statements.nodes) {
        expect(provenance.method).toBe('RULE')
        expect(provenance.confidence).toBeGreaterThanOrEqual(0.9)
        expect(attributions[0].asWritten).toBeTruthy()
      }
    },
  },
  '08-do-the-words-agree-with-another-report': {
    sql: 3,
    answer: ({ matchQuote }) => {
      const sites = matchQuote.map(
        ({ statement }: { statement: { article: { site: { name: string } } } }) =>
          statement.article.site.name,
      )
      expect(sites).toEqual(expect.arrayContaining(['Harbour Post', 'Kestria Today']))
      const canonicalText = expect.stringMatching(/^The bank does not belong .* in fifty years\.$/)
      for (const { statement } of matchQuote) {
        expect(statement).toMatchObject({
          ...{ speaker: { name: 'Søren Hallström' }, utterance: { canonicalText, primarySource: null } },
        })
      }
      const differences = matchQuote.flatMap(
        ({ statement }: { statement: { differences: object[] } }) => statement.differences,
      )
      expect(differences).toContainEqual({ words: '50', canonical: 'fifty' })
    },
  },
  '09-what-does-the-author-assert': {
    sql: 2,
    answer: ({ article }) => {
      expect(article).toEqual({ bylines: [{ asWritten: 'Cordelia Hask' }], statements: { nodes: [] } })
    },
  },
  '10-which-statements-cite-a-resolution': {
    sql: 2,
    answer: ({ statements }) => {
      const speakers = statements.nodes.map(
        ({ speaker }: { speaker: { name: string } | null }) => speaker?.name,
      )
      expect(speakers).toEqual(expect.arrayContaining(['Søren Hallström', 'Ottilie Brandreth']))
      for (const text of textsOf(statements)) expect(text).toContain('Resolution 41/7')
    },
  },
  '11-which-joint-statements-are-there': {
    sql: 1,
    answer: ({ statements }) => {
      expect(statements.nodes).toEqual([])
    },
  },
  '12-who-is-talked-about-but-does-not-speak': {
    sql: 7,
    answer: ({ topics, speakers }) => {
      expect(topics.nodes[0].name).toBe('Leopold Strand')
      expect(topics.nodes[0].articles.nodes.length).toBeGreaterThan(0)
      expect(speakers.totalCount).toEqual({ value: 0, isExact: true })
    },
  },
  '13-how-often-does-each-speak': {
    sql: 4,
    answer: ({ statements, topic }) => {
      const counts = Object.fromEntries(
        statements.facets.map(
          ({ by, buckets }: { by: string; buckets: { label: string; count: number }[] }) => [
            by,
            Object.fromEntries(buckets.map(({ label, count }) => [label, count])),
          ],
        ),
      )
      expect(counts.SPEAKER['Ewan Pascoe']).toBeGreaterThan(10)
      expect(counts.SPEAKER['Nneka Osei']).toBeGreaterThan(10)
      expect(Object.keys(counts.SITE)).toHaveLength(6)
      expect(statements.facets.map(({ isExact }: { isExact: boolean }) => isExact)).toEqual([
        true,
        true,
        true,
      ])
      const { buckets, isExact } = statements.timeline
      expect(isExact).toBe(true)
      expect(buckets[0]).toMatchObject({ start: '2025-11-01', end: '2025-11-30' })
      expect(topic.statements.facets[0].buckets.length).toBeGreaterThan(1)
    },
  },
  '14-full-text': {
    sql: 9,
    answer: ({ search, boilerplate }) => {
      const nodes = search.edges.map(({ node }: { node: object }) => node)
      expect(search.totalCount).toEqual({ value: nodes.length, isExact: true })
      expect(nodes).toContainEqual({ title: 'A treaty for the Merrow Bank, signed in the rain' })
      for (const { score, highlights } of search.edges) {
        expect(score).toBeGreaterThan(0)
        for (const { fragment, ranges } of highlights) {
          for (const { start, end } of ranges) {
            expect(fragment.slice(start, end)).toMatch(/^(joint|statements?|herrings?)$/i)
          }
        }
      }
      expect(boilerplate.totalCount.value).toBe(0)
    },
  },
  '15-when-was-it-published': {
    sql: 2,
    answer: ({ articles }) => {
      const [undated, first] = articles.nodes
      expect(undated.publishedAt).toEqual({
        edtf: null,
        earliest: null,
        latest: null,
        precision: 'UNKNOWN',
        basis: 'UNKNOWN',
      })
      expect(first).toMatchObject({
        publishedAt: { earliest: '2025-11-17', precision: 'INSTANT', basis: 'STATED' },
      })
      expect(articles.nodes).toContainEqual(
        has({
          publishedAt: has({
            edtf: '2026-04',
            earliest: '2026-04-01',
            latest: '2026-04-30',
            precision: 'MONTH',
          }),
        }),
      )
    },
  },
  '16-where-else-does-it-stand': {
    sql: 2,
    answer: ({ article }) => {
      expect(article).toEqual({ title: 'Two schools on Little Harrow to become one', copies: { nodes: [] } })
    },
  },
  '17-are-these-names-one-speaker': {
    sql: 4,
    answer: ({ speakers }) => {
      expect(speakers.nodes.map(({ name }: { name: string }) => name)).toEqual([
        'Anand Prakash Rao',
        'Anand Rao',
      ])
      for (const { aliases } of speakers.nodes) expect(aliases).toEqual([{ name: 'Rao' }])
    },
  },
  '18-what-still-needs-review': {
    sql: 4,
    answer: ({ statements, lost }) => {
      expect(statements.nodes).toHaveLength(10)
      expect(statements.totalCount.isExact).toBe(true)
      for (const { reviewStatus } of statements.nodes) expect(reviewStatus).toBe('PROPOSED')
      expect(lost.totalCount.value).toBe(0)
    },
  },
  '19-who-changed-it': {
    sql: 4,
    answer: ({ statements }) => {
      expect(statements.nodes).toHaveLength(5)
      for (const { version, revisions } of statements.nodes) {
        expect(version).toBe(1)
        expect(revisions.nodes).toMatchObject([{ version: 1, action: 'CREATED', actor: 'test' }])
      }
    },
  },
  '20-what-changed-since-my-last-sync': {
    sql: 2,
    answer: ({ statements }) => {
      expect(statements.nodes).toHaveLength(100)
      expect(statements.pageInfo).toEqual({ hasNextPage: true, endCursor: expect.any(String) })
    },
  },
}

describeOnBoth('examples/queries', (open) => {
  let database: Database
  let service: Service
  beforeAll(async () => {
    database = await open()
    service = createService(database)
    await ingestSamples(database)
  })
  afterAll(() => database.close())

  it('are all tried here, and are at least ten', () => {
    expect(files.map((name) => name.replace('.graphql', ''))).toEqual(Object.keys(EXPECTED))
    expect(files.length).toBeGreaterThanOrEqual(10)
  })

  it.each(Object.entries(EXPECTED))('%s', async (name, { sql, answer }) => {
    const query = readFileSync(`${folder}${name}.graphql`, 'utf8')
    const statements = await service.sqlOf(async () => answer(await service.data(query)))
    expect(statements).toHaveLength(sql)
  })
})
