import { TEST_KEY } from '../harness/service.js'
import type { SeedFacts } from './seed-facts.js'
import {
  askAboutRevision,
  askAboutSync,
  highlightsOf,
  placeOf,
  type Question,
  type Row,
  speakerOf,
} from './twenty-questions.js'

/** The twenty questions about the seed article. Its words are read out of `text` and stand nowhere in the project. */
export const seedQuestions = (
  facts: SeedFacts,
  text: string,
  since: string,
  changed: Set<string>,
): Question[] => [
  ...askAboutSpeech(facts),
  ...askAboutQuotations(facts, text),
  ...askAboutSources(facts),
  ...askAboutArticles(facts, text),
  ...askAboutHistory(facts, since, changed),
]

/** Who said what, in which thread, at which event, about which topic. */
function askAboutSpeech({ article, zarif, event, topic }: SeedFacts): Question[] {
  return [
    {
      asks: 'What did Zarif say in this article, in order?',
      variables: { articles: [article], speakers: [zarif] },
      answer: ({ statements }) => statements.nodes.map(placeOf),
      is: [
        ...['1210-1311', '1313-1348', '1551-1642', '1653-1734', '1736-1963', '1993-2176', '2179-2229'],
        ...['2231-2282', '2316-2476', '2525-2671', '2684-2747', '2794-3010', '3012-3167', '4012-4134'],
        ...['5036-5077', '5079-5269'],
      ],
    },
    {
      asks: 'Which of it were tweets, as one thread?',
      variables: { speakers: [zarif] },
      answer: ({ statements }) =>
        statements.nodes.flatMap(({ thread }: Row) => thread?.statements.nodes.map(placeOf).join(', ') ?? []),
      is: Array(3).fill('1993-2176, 2179-2229, 2231-2282'),
    },
    {
      asks: 'Who spoke at the Moscow press conference, and what was said before it?',
      variables: { event },
      answer: ({ event }) => [
        ...[event.date.edtf, event.place.name, event.participants.nodes.map(({ name }: Row) => name)],
        ...event.statements.nodes.map((row: Row) => `${row.eventPhase} ${speakerOf(row)} ${placeOf(row)}`),
      ],
      is: [
        ...['2021-01-26', 'Moscow', ['Sergey Lavrov', 'Zarif']],
        ...['DURING Sergey Lavrov 1043-1101', 'BEFORE Zarif 2794-3010'],
        ...['DURING Sergey Lavrov 3221-3333', 'DURING Sergey Lavrov 4424-4591'],
      ],
    },
    {
      asks: 'What did any foreign minister say about the JCPOA in 2021?',
      variables: {
        ...{ topics: [topic], role: 'Minister of Foreign Affairs' },
        ...{ from: '2021-01-01', until: '2021-12-31' },
      },
      answer: ({ statements }) => [
        ...statements.facets[0].buckets.map((bucket: Row) => `${bucket.label}: ${bucket.count}`),
        ...new Set(statements.nodes.map((row: Row) => row.saidAt.edtf)),
      ],
      is: ['Zarif: 10', 'Sergey Lavrov: 8', '../2021-01-28', '../2021-01-27', '2021-01-26'],
    },
  ]
}

/** Offices, and how quotations compare with other reports. */
function askAboutQuotations({ article, zarif, lavrov, spoken }: SeedFacts, text: string): Question[] {
  return [
    {
      asks: 'Which office did each hold then?',
      variables: { speakers: [lavrov, zarif], at: '2021-01-26' },
      answer: async ({ nodes }, ask) => [
        ...nodes.map(({ name, affiliations }: Row) => `${name}: ${affiliations[0]?.role}`),
        (await ask({ at: '2021-09-01' })).nodes.map(({ affiliations }: Row) => affiliations.length),
      ],
      is: ['Sergey Lavrov: Minister of Foreign Affairs', 'Zarif: Minister of Foreign Affairs', [1, 0]],
    },
    {
      asks: 'Is this quotation in the archive, without the brackets in it?',
      variables: { words: text.slice(4425, 4540).replace(/\((\w)\)/g, '$1') },
      answer: ({ matchQuote }) =>
        matchQuote.map(({ statement }: Row) => `${speakerOf(statement)} ${placeOf(statement)}`),
      is: Array(2).fill('Sergey Lavrov 4424-4591'),
    },
    {
      asks: 'Which quotations did the author alter, and where?',
      variables: { articles: [article] },
      answer: ({ statements }) =>
        statements.nodes.flatMap(({ alterations }: Row) =>
          alterations.map(({ kind, position }: Row) => `${kind} ${position.start}-${position.end}`),
        ),
      is: [
        ...['INSERTION 1230-1238', 'CASE_CHANGE 2795-2798', 'INSERTION 3296-3311', 'INSERTION 3594-3605'],
        ...['INSERTION 3770-3775', 'CASE_CHANGE 4425-4428', 'INSERTION 5118-5135'],
        ...['ELLIPSIS 5225-5226', 'ELLIPSIS 5228-5229'],
      ],
    },
    {
      asks: 'Do the words agree with another report?',
      variables: { statement: spoken },
      answer: ({ statement: { differences, utterance } }) => [
        utterance.primarySource.title,
        ...differences.map((row: Row) => [row.position.start, row.words.length, row.canonical]),
      ],
      is: ['Transcript of the press conference', [76, 13, '']],
    },
  ]
}

/** Authors, citations, joint statements, and people who are only mentioned. */
function askAboutSources({ article, putin }: SeedFacts): Question[] {
  return [
    {
      asks: 'What does the author assert in his own voice?',
      variables: { articles: [article] },
      answer: ({ statements }) =>
        statements.nodes.map((row: Row) => `${row.attributions[0].asWritten} ${placeOf(row)}`),
      is: ['Stephen Lendman 145-212'],
    },
    {
      asks: 'Which statements cite Resolution 2231?',
      variables: { identifier: 'S/RES/2231' },
      answer: ({ document }) => [
        document.issuers.nodes.map(({ name }: Row) => name),
        ...document.citedBy.nodes.map((row: Row) => `${speakerOf(row)}, ${row.kind}, ${placeOf(row)}`),
      ],
      is: [['UN Security Council'], 'Zarif, INDIRECT, 2316-2476'],
    },
    {
      asks: 'Which joint statements are cited, and by whom?',
      variables: { identifier: 'joint ministerial statement on the JCPOA' },
      answer: ({ statements, document }) => [
        ...statements.nodes.map(({ attributions }: Row) =>
          attributions.map((row: Row) => `${row.role} ${speakerOf(row)}`),
        ),
        ...[document.date.edtf, ...document.citedBy.nodes.map(speakerOf)],
      ],
      is: [['SPEAKER Sergey Lavrov', 'CO_SPEAKER Zarif'], '2020-12-21', 'Sergey Lavrov'],
    },
    {
      asks: 'Who is talked about but does not speak?',
      variables: { speaker: putin },
      answer: ({ speaker }) => [
        ...[speaker.name, speaker.statements.totalCount.value],
        ...speaker.mentionedIn.nodes.map((row: Row) => `${speakerOf(row)} ${placeOf(row)}`),
      ],
      is: ['Vladimir Putin', 0, 'Sergey Lavrov 3335-3409'],
    },
  ]
}

/** Counts, search, dates of publication, and copies. */
function askAboutArticles({ article, topic }: SeedFacts, text: string): Question[] {
  return [
    {
      asks: 'How often does each raise the JCPOA, on which site, in which month?',
      variables: { topics: [topic] },
      answer: ({ statements }) => [
        statements.totalCount.value,
        ...statements.facets.map(({ buckets }: Row) =>
          buckets.map(({ label, count }: Row) => `${label}: ${count}`).sort(),
        ),
        ...statements.timeline.buckets.map(({ start, count }: Row) => `${start}: ${count}`),
      ],
      is: [
        ...[18, ['Sergey Lavrov: 8', 'Zarif: 10'], ['The Mirror: 9', 'stephenlendman.org: 9']],
        '2021-01-01: 18',
      ],
    },
    {
      asks: 'Where does the cooperation of six stand? And a word of the page around it?',
      variables: { words: `"${text.slice(2548, 2575)}"`, boilerplate: text.slice(5746, 5755) },
      answer: ({ search, boilerplate }) => [
        ...search.edges.map(({ node }: Row) => node.__typename),
        ...[highlightsOf(search.edges).length, boilerplate.totalCount.value],
      ],
      is: ['Statement', 'Statement', 'Article', 'Article', 3, 0],
    },
    {
      asks: 'When was it published, and how do we know?',
      variables: { article },
      answer: ({ article: { publishedAt, bylines } }) => [publishedAt, bylines],
      is: [{ edtf: '2021-01-27', precision: 'DAY', basis: 'EXTERNAL' }, [{ asWritten: 'Stephen Lendman' }]],
    },
    {
      asks: 'Where else does the same piece stand?',
      variables: { article },
      answer: ({ article }) => article.copies.nodes.map(({ site }: Row) => site.domain),
      is: ['mirror.example'],
    },
  ]
}

/** Merges, review, changes, and the sync of changes. */
function askAboutHistory(
  { article, zarif, joint }: SeedFacts,
  since: string,
  changed: Set<string>,
): Question[] {
  return [
    {
      asks: 'Are Zarif and Mohammad Javad Zarif one speaker?',
      variables: { name: 'Zarif' },
      answer: ({ speakers }) =>
        speakers.nodes.map(({ name, mergedFrom }: Row) => [
          name,
          ...mergedFrom.nodes.map(({ absorbedName }: Row) => absorbedName),
        ]),
      is: [['Zarif', 'Mohammad Javad Zarif']],
    },
    {
      asks: 'What still needs a person’s review, and what was rejected?',
      key: TEST_KEY,
      variables: { articles: [article] },
      answer: ({ statements, rejected, lost }) => [
        statements.totalCount.value,
        ...rejected.nodes.map((row: Row) => `${row.review.reason} ${placeOf(row)}`).sort(),
        lost.totalCount.value,
      ],
      is: [27, 'SCARE_QUOTE 4605-4617', 'TITLE_OF_WORK 5524-5614', 'TITLE_OF_WORK 5618-5671', 0],
    },
    askAboutRevision(joint, zarif),
    askAboutSync(since, changed),
  ]
}
