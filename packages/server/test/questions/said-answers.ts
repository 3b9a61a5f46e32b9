import { expect } from 'vitest'
import {
  countsOf,
  type ExpectedAnswer,
  has,
  type Row,
  speakersOf,
  textsOf,
} from '../harness/expected-answer.js'

/** The ready queries about what was said, by whom and in which words. */
export const SAID_ANSWERS: Record<string, ExpectedAnswer> = {
  '00-start-here': {
    sql: 1,
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
    sql: 1,
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
      expect(article.statements.totalCount).toEqual({ value: starts.length, isExact: true })
      const [{ buckets }] = article.statements.facets
      expect(buckets[0]).toEqual({ key: expect.any(String), label: 'Søren Hallström', count: 6 })
    },
  },
  '02-which-were-posts': {
    sql: 1,
    answer: ({ statements }) => {
      const posts = statements.nodes.filter(({ speaker }: Row) => speaker?.name === 'Ewan Pascoe')
      expect(textsOf({ nodes: posts })).toEqual([
        '“Congratulations to Margit. 38 is a fine number 🎉 It’s also the number of turbines.”',
        expect.stringMatching(/^“To Little Harrow: /),
        expect.stringMatching(/^“We ran on water /),
        '“Now I’m going to bed. Recounts are for people with better knees 🦵🏽”',
      ])
      expect(speakersOf(statements)).toEqual(expect.arrayContaining(['Søren Hallström', 'Selvane Water']))
      for (const { thread } of statements.nodes) expect(thread).toBeNull()
    },
  },
  '03-who-spoke-at-a-press-conference': {
    sql: 1,
    answer: ({ statements, events }) => {
      expect(textsOf(statements)).toContain(
        '«The bank does not belong to whoever shouts loudest. It belongs to those who will still be fishing it in fifty years.»',
      )
      expect(countsOf(statements.facets[0])).toEqual({
        ...{ 'Søren Hallström': 4, 'Anand Prakash Rao': 2, 'Luz Ferrándiz': 2 },
      })
      expect(events.nodes).toEqual([])
    },
  },
  '04-what-was-said-about-a-topic-between-two-dates': {
    sql: 1,
    answer: ({ topic }) => {
      expect(topic.name).toBe('Transport')
      const { nodes, totalCount } = topic.statements
      const dates = nodes.map(({ saidAt }: Row) => saidAt.edtf)
      expect(dates.length).toBeGreaterThan(3)
      expect(dates).toEqual(dates.toSorted())
      expect(totalCount).toEqual({ value: dates.length, isExact: true })
      for (const { attributions } of nodes) expect(attributions[0].affiliation.role).toMatch(/minister/i)
      expect(nodes).toContainEqual(
        has({
          text: 'a public timetable of minimum sailings would be written into the licence of any ferry company from 2027',
          speaker: has({ name: 'Luz Ferrándiz' }),
          attributions: [{ affiliation: { role: 'transport minister' } }],
        }),
      )
    },
  },
  '05-which-office-did-they-hold': {
    sql: 1,
    answer: ({ speakers }) => {
      const rao = speakers.nodes.find(({ name }: { name: string }) => name === 'Anand Rao')
      expect(rao.affiliations).toEqual([
        has({ role: 'transport minister', until: { edtf: '2026-03-02/..', basis: 'INFERRED' } }),
        has({ role: 'finance minister', from: { edtf: '../2026-03-20', basis: 'INFERRED' } }),
      ])
      const then = rao.statements.nodes.map(({ saidAt, attributions }: Row) => [
        saidAt.edtf,
        attributions[0].affiliation?.role,
      ])
      expect(then).toContainEqual(['../2026-03-02', 'transport minister'])
      expect(then).toContainEqual(['../2026-07-09', 'finance minister'])
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
        ({ statement }: { statement: Row }) => statement.article.site.name === 'The Selvane Courier',
      )
      expect(courier.statement.anchors[0].quote.exact).toContain("two parties can't agree on a roster")
      expect(courier.similarity).toBeLessThan(1)
    },
  },
  '07-which-quotations-were-altered': {
    sql: 1,
    answer: ({ article }) => {
      const marks = article.statements.nodes.flatMap(({ alterations }: Row) =>
        alterations.map(({ kind, position }: { kind: string; position: { start: number; end: number } }) => [
          kind,
          article.text.content.slice(position.start, position.end),
        ]),
      )
      expect(marks).toEqual([
        ['INSERTION', '(very)'],
        ['CASE_CHANGE', '(W)'],
        ['ELLIPSIS', '…'],
        ['INSERTION', '[my hosts]'],
        ['INSERTION', '(not)'],
      ])
    },
  },
  '08-do-the-words-agree-with-another-report': {
    sql: 3,
    answer: ({ matchQuote }) => {
      const sites = matchQuote.map(({ statement }: { statement: Row }) => statement.article.site.name)
      expect(sites).toEqual(expect.arrayContaining(['Harbour Post', 'Kestria Today']))
      const canonicalText = expect.stringMatching(/^The bank does not belong .* in fifty years\.$/)
      for (const { statement } of matchQuote) {
        expect(statement).toMatchObject({
          ...{ speaker: { name: 'Søren Hallström' }, utterance: { canonicalText, primarySource: null } },
        })
      }
      const differences = matchQuote.flatMap(({ statement }: { statement: Row }) => statement.differences)
      expect(differences).toContainEqual({ words: '50', canonical: 'fifty' })
    },
  },
  '09-what-does-the-author-assert': {
    sql: 1,
    answer: ({ article }) => {
      expect(article).toEqual({
        ...{ id: expect.any(String), text: { id: expect.any(String) } },
        ...{ bylines: [{ asWritten: 'Cordelia Hask' }], statements: { nodes: [] } },
      })
    },
  },
  '10-which-statements-cite-a-resolution': {
    sql: 1,
    answer: ({ statements, document }) => {
      const speakers = speakersOf(statements)
      expect(speakers).toEqual(expect.arrayContaining(['Søren Hallström', 'Ottilie Brandreth']))
      for (const text of textsOf(statements)) expect(text).toContain('Resolution 41/7')
      expect(document).toBeNull()
    },
  },
  '11-which-joint-statements-are-there': {
    sql: 1,
    answer: ({ search, statements, documents }) => {
      const nodes = search.edges.map(({ node }: { node: object }) => node)
      expect(nodes).toContainEqual({
        text: 'the joint statement «the end of a quarrel that fed nobody»',
        speaker: { name: 'Ottilie Brandreth' },
      })
      expect(nodes).toContainEqual(has({ title: 'A treaty for the Merrow Bank, signed in the rain' }))
      const together = statements.nodes.map(({ text, attributions }: Row) => [
        text,
        ...attributions.map(({ speaker }: { speaker: Row }) => speaker.name),
      ])
      expect(together).toEqual([
        [expect.stringMatching(/^each side would name /), 'Ottilie Brandreth', 'Søren Hallström'],
        ['to fish the Merrow Bank under one set of rules', 'Kestria', 'Selvane'],
      ])
      expect(documents.nodes).toEqual([])
    },
  },
  '12-who-is-talked-about-but-does-not-speak': {
    sql: 1,
    answer: ({ articles, topics, speakers }) => {
      expect(articles.nodes).toHaveLength(5)
      expect(topics.nodes[0].name).toBe('Leopold Strand')
      expect(topics.nodes[0].articles.nodes).toEqual([])
      expect(speakersOf(topics.nodes[0].statements)).toEqual(['Hanna Löfqvist'])
      expect(speakers.totalCount).toEqual({ value: 0, isExact: true })
      expect(speakers.nodes).toEqual([])
    },
  },
}
