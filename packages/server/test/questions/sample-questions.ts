import { expect } from 'vitest'
import { TEST_KEY } from '../harness/service.js'
import type { SampleFacts } from './sample-facts.js'
import {
  alterationsOf,
  askAboutRevision,
  askAboutSync,
  highlightsOf,
  placeOf,
  type Question,
  type Row,
  speakerOf,
} from './twenty-questions.js'

/** The twenty questions about the sample articles. */
export const sampleQuestions = (facts: SampleFacts, since: string, changed: Set<string>): Question[] => [
  ...askAboutSpeech(facts),
  ...askAboutQuotations(facts),
  ...askAboutSources(facts),
  ...askAboutArticles(facts),
  ...askAboutHistory(facts, since, changed),
]

/** Who said what, in which thread, at which event, about which topic. */
function askAboutSpeech(facts: SampleFacts): Question[] {
  return [
    {
      asks: 'What did Hallström say in the article about the talks, in order?',
      variables: { articles: [facts.talks], speakers: [facts.hallstrom] },
      answer: ({ statements }) => statements.nodes.map((row: Row) => `${row.kind} ${placeOf(row)}`),
      is: [
        ...['DIRECT 708-826', 'MIXED 828-904', 'INDIRECT 906-1013', 'DIRECT 1015-1111'],
        ...['MIXED 2007-2053', 'DIRECT 2137-2188'],
      ],
    },
    {
      asks: 'Which posts of Pascoe’s are one thread, in order?',
      variables: { speakers: [facts.pascoe] },
      answer: ({ statements }) =>
        statements.nodes.map((row: Row) => row.thread.statements.nodes.map(placeOf)),
      is: Array(4).fill(['979-1064', '1066-1166', '1168-1265', '1267-1337']),
    },
    {
      asks: 'Who spoke at the press conference in Velm, and what was said before and after it?',
      variables: { event: facts.event },
      answer: ({ event }) => [
        ...[event.date.edtf, event.place.name, event.participants.nodes.map(({ name }: Row) => name)],
        ...event.statements.nodes.map((row: Row) => `${row.eventPhase} ${speakerOf(row)} ${placeOf(row)}`),
      ],
      is: [
        ...['2026-02-13', 'Velm', ['Ottilie Brandreth', 'Søren Hallström']],
        ...['DURING Søren Hallström 708-826', 'DURING Søren Hallström 1015-1111'],
        ...['DURING Ottilie Brandreth 1227-1316+1327-1379', 'BEFORE Velm 1763-1828'],
        'AFTER Bram Oyelaran 2333-2376',
      ],
    },
    {
      asks: 'What did any foreign minister say about the Merrow Bank in 2026?',
      variables: { topics: [facts.topic], role: 'foreign minister', from: '2026-01-01', until: '2026-12-31' },
      answer: ({ statements }) => [
        ...statements.facets[0].buckets.map((bucket: Row) => `${bucket.label}: ${bucket.count}`),
        ...new Set(statements.nodes.map((row: Row) => row.saidAt.edtf)),
      ],
      is: ['Søren Hallström: 3', 'Ottilie Brandreth: 1', '2026-08-14', '2026-02-13'],
    },
  ]
}

/** Offices, and how quotations compare with other reports. */
function askAboutQuotations(facts: SampleFacts): Question[] {
  return [
    {
      asks: 'Which office did Rao hold when the strike began?',
      variables: { speakers: [facts.rao], at: '2025-11-18' },
      answer: async ({ nodes }, ask) => {
        const [later] = (await ask({ at: '2026-07-09' })).nodes
        return [nodes[0], later].flatMap(({ affiliations }) => affiliations.map(({ role }: Row) => role))
      },
      is: ['transport minister', 'finance minister'],
    },
    {
      asks: 'Is this in the archive: “(W)hat we have signed today is a promise with a date on it”?',
      variables: { words: 'What we have signed today is a promise with a date on it' },
      answer: ({ matchQuote }) =>
        matchQuote.map(({ statement }: Row) =>
          [speakerOf(statement), statement.article.site.domain, placeOf(statement)].join(', '),
        ),
      is: ['Søren Hallström, kestria-today.example, 1015-1111'],
    },
    {
      asks: 'Which quotations did the author of the article about the talks alter?',
      variables: { articles: [facts.talks] },
      answer: ({ statements }) => alterationsOf(statements),
      is: ['(very)', '(W)', '…', '[my hosts]', '(not)'],
    },
    {
      asks: 'Do the words of August agree with another report?',
      variables: { statement: facts.august },
      answer: ({ statement }) => [
        statement.differences.some(({ words, canonical }: Row) => words === '50' && canonical === 'fifty'),
        ...statement.utterance.statements.nodes.map((row: Row) => row.article.site.domain).sort(),
      ],
      is: [true, 'harbour-post.example', 'kestria-today.example'],
    },
  ]
}

/** Authors, citations, joint statements, and people who are only mentioned. */
function askAboutSources(facts: SampleFacts): Question[] {
  return [
    {
      asks: 'What does the author assert in her own voice?',
      variables: { articles: [facts.water] },
      answer: ({ statements }) =>
        statements.nodes.map((row: Row) => `${row.attributions[0].asWritten}: ${row.text}`),
      is: ['Cordelia Hask: The story is false. Selvane Water knew on the Tuesday.'],
    },
    {
      asks: 'Which statements cite Resolution 41/7?',
      variables: { identifier: 'resolution 41/7' },
      answer: ({ document }) => [
        document.issuers.nodes[0].name,
        ...document.citedBy.nodes.map((row: Row) => `${speakerOf(row)}, ${row.kind}, ${placeOf(row)}`),
      ],
      is: [
        'Northern Seas Council',
        ...['Ottilie Brandreth, MIXED, 1540-1624', 'Søren Hallström, MIXED, 660-758'],
      ],
    },
    {
      asks: 'Which joint statements are there, who made them, and who cites them?',
      variables: { identifier: 'Merrow Bank joint statement' },
      answer: ({ statements, document }) => [
        ...statements.nodes.map(({ attributions }: Row) =>
          attributions.flatMap(({ speaker }: { speaker: Row }) => [
            speaker.name,
            ...speaker.members.nodes.map(({ name }: Row) => name),
          ]),
        ),
        ...[document.date.edtf, ...document.citedBy.nodes.map(speakerOf)],
      ],
      is: [
        ['Foreign ministers of Kestria and Selvane', 'Ottilie Brandreth', 'Søren Hallström'],
        ['Kestria', 'Selvane'],
        ...['2026-02-13', 'Ottilie Brandreth'],
      ],
    },
    {
      asks: 'Who is talked about but does not speak?',
      variables: { speaker: facts.strand },
      answer: ({ speaker }) => [
        ...[speaker.name, speaker.statements.totalCount.value],
        speaker.mentionedIn.nodes.map(speakerOf).includes('Hanna Löfqvist'),
      ],
      is: ['Leopold Strand', 0, true],
    },
  ]
}

/** Counts, search, dates of publication, and copies. */
function askAboutArticles(facts: SampleFacts): Question[] {
  return [
    {
      asks: 'How often does each raise the Merrow Bank, on which site, in which month?',
      variables: { topics: [facts.topic] },
      answer: ({ statements }) => [
        statements.totalCount.value,
        ...statements.facets.map(({ buckets }: Row) =>
          buckets.map(({ label, count }: Row) => `${label}: ${count}`).sort(),
        ),
        ...statements.timeline.buckets.map(({ start, count }: Row) => `${start}: ${count}`),
      ],
      is: [
        7,
        [
          'Bram Oyelaran: 1',
          'Kestria: 1',
          'Ottilie Brandreth: 1',
          'Selvane: 1',
          'Søren Hallström: 3',
          'Velm: 1',
        ],
        ['Harbour Post: 1', 'Kestria Today: 6'],
        ...['2026-02-01: 6', '2026-08-01: 1'],
      ],
    },
    {
      asks: 'Where does herring or umbrella stand? And the newsletter of the page?',
      variables: { words: 'herring or umbrella', boilerplate: 'newsletter' },
      answer: ({ search, boilerplate }) => [highlightsOf(search.edges), boilerplate.totalCount.value],
      is: [['herring', 'umbrella'], 0],
    },
    {
      asks: 'When was the article about the talks published, and how do we know?',
      variables: { article: facts.talks },
      answer: ({ article: { publishedAt, bylines } }) => [publishedAt, bylines[0].asWritten],
      is: [
        { edtf: expect.stringMatching(/^2026-02-13T/), precision: 'INSTANT', basis: 'STATED' },
        'Mårten Qvist',
      ],
    },
    {
      asks: 'On which other sites does the piece about the schools stand?',
      variables: { article: facts.schools },
      answer: ({ article }) => article.copies.nodes.map(({ site }: Row) => site.domain),
      is: ['island-mirror.example'],
    },
  ]
}

/** Merges, review, changes, and the sync of changes. */
function askAboutHistory(facts: SampleFacts, since: string, changed: Set<string>): Question[] {
  return [
    {
      asks: 'Are Anand Rao and Anand Prakash Rao one speaker?',
      variables: { name: 'Rao' },
      answer: ({ speakers }) =>
        speakers.nodes.map(({ name, mergedFrom }: Row) => [
          name,
          ...mergedFrom.nodes.map(({ absorbedName, actor }: Row) => `${absorbedName} by ${actor}`),
        ]),
      is: [['Anand Rao', 'Anand Prakash Rao by local']],
    },
    {
      asks: 'What still needs a person in the article about the talks, and what was rejected?',
      key: TEST_KEY,
      variables: { articles: [facts.talks] },
      answer: ({ statements, rejected, lost }) => [
        statements.totalCount.value > 10,
        ...rejected.nodes.map((row: Row) => `${row.review.reason} by ${row.review.by} ${placeOf(row)}`),
        lost.totalCount.value,
      ],
      is: [true, 'SCARE_QUOTE by local 2663-2679', 0],
    },
    askAboutRevision(facts.joint, facts.ministers),
    askAboutSync(since, changed),
  ]
}
