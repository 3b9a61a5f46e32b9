import { expect } from 'vitest'
import { countsOf, type ExpectedAnswer, has, type Named } from '../harness/expected-answer.js'

/** The ready queries about the record: counts, search, dates, copies, review and history. */
export const RECORD_ANSWERS: Record<string, ExpectedAnswer> = {
  '13-how-often-does-each-speak': {
    sql: 1,
    answer: ({ statements, topic }) => {
      const counts = Object.fromEntries(
        statements.facets.map((facet: { by: string; buckets: [] }) => [facet.by, countsOf(facet)]),
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
      const [, sites] = topic.statements.facets
      const sum = (rows: { count: number }[]) => rows.reduce((total, { count }) => total + count, 0)
      expect(topic.statements.totalCount).toEqual({ value: sum(sites.buckets), isExact: true })
      const { timeline } = topic.statements
      expect(sum(timeline.buckets) + timeline.undated).toBe(sum(sites.buckets))
    },
  },
  '14-full-text': {
    sql: 1,
    answer: ({ search, boilerplate }) => {
      const nodes = search.edges.map(({ node }: { node: object }) => node)
      expect(search.totalCount).toEqual({ value: nodes.length, isExact: true })
      expect(search.isComplete).toBe(true)
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
    sql: 1,
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
    sql: 1,
    answer: ({ article }) => {
      expect(article).toEqual({ title: 'Two schools on Little Harrow to become one', copies: { nodes: [] } })
    },
  },
  '17-are-these-names-one-speaker': {
    sql: 1,
    answer: ({ speakers }) => {
      expect(speakers.nodes.map(({ name }: Named) => name)).toEqual(['Anand Prakash Rao', 'Anand Rao'])
      for (const { name, version, aliases, mergedFrom } of speakers.nodes) {
        // A second article prints another office, which creates a second version.
        expect(version).toBe(name === 'Anand Rao' ? 2 : 1)
        expect(aliases).toEqual([{ name: 'Rao' }])
        expect(mergedFrom.nodes).toEqual([])
      }
    },
  },
  '18-what-still-needs-review': {
    sql: 1,
    answer: ({ statements, all, lost }) => {
      expect(statements.nodes).toHaveLength(10)
      expect(statements.totalCount.isExact).toBe(true)
      for (const { reviewStatus } of statements.nodes) expect(reviewStatus).toBe('PROPOSED')
      const sure = statements.nodes.map(
        (node: { provenance: { confidence: number } }) => node.provenance.confidence,
      )
      for (const confidence of sure) expect(confidence).toBeGreaterThanOrEqual(0.9)
      expect(all.facets).toEqual([{ buckets: [{ key: 'PROPOSED', count: statements.totalCount.value }] }])
      expect(lost.totalCount.value).toBe(0)
    },
  },
  '19-who-changed-it': {
    sql: 1,
    answer: ({ statements }) => {
      expect(statements.nodes).toHaveLength(5)
      for (const { version, revisions } of statements.nodes) {
        expect(version).toBe(1)
        expect(revisions.nodes).toMatchObject([{ version: 1, action: 'CREATED', actor: 'test' }])
      }
    },
  },
  '20-what-changed-since-my-last-sync': {
    sql: 1,
    answer: ({ statements }) => {
      expect(statements.nodes).toHaveLength(100)
      expect(statements.pageInfo).toEqual({ hasNextPage: true, endCursor: expect.any(String) })
    },
  },
  '21-how-do-we-know-who-said-it': {
    sql: 1,
    answer: ({ statements }) => {
      expect(statements.nodes).toHaveLength(10)
      for (const { provenance, attributions } of statements.nodes) {
        expect(provenance.method).toBe('RULE')
        expect(provenance.confidence).toBeGreaterThanOrEqual(0.8)
        expect(attributions[0].asWritten).toBeTruthy()
      }
    },
  },
}
