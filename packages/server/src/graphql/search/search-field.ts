import { readBy } from '@onrecord/pothos-read-plan'
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE } from '../../record/lists/page-size.js'
import { NOUN_OF } from '../../record/nouns.js'
import type { SearchType } from '../../record/search/matches.js'
import { MOST_RANKED, SEARCH_TYPES } from '../../record/search/search-hits.js'
import { FRAGMENT, type Highlight } from '../../text/highlight.js'
import { articleList } from '../article/list.js'
import { builder } from '../builder.js'
import { Count, checkCountLimit, countUpToArgument } from '../connection.js'
import type { Context } from '../context.js'
import type { PageArguments } from '../page.js'
import { TextPositionSelector } from '../shared-types.js'
import { speakerList } from '../speaker/list.js'
import { statementList } from '../statement/list.js'
import { topicList } from '../topic/list.js'
import {
  HIT_PLACES,
  LARGEST_COUNT,
  type SearchArguments,
  type SearchConnection,
  type SearchEdge,
  search,
} from './search.js'

const SearchTypeEnum = builder.enumType('SearchType', {
  description: 'The types of what a search can find.',
  values: {
    SPEAKER: { description: 'Speakers, by name and aliases; names are not stemmed.' },
    TOPIC: { description: 'Topics, by name and aliases; names are not stemmed.' },
    ARTICLE: { description: 'Articles, by title and newest text without its boilerplate.' },
    STATEMENT: { description: 'Statements, by the words that were said.' },
  } satisfies Record<SearchType, { description: string }>,
})

const filterInput = builder.inputType('SearchFilter', {
  description: 'What a search is narrowed to, type by type; a type without a filter is not narrowed.',
  fields: (t) => ({
    statements: t.field({
      type: statementList.filter as never,
      description: 'Statements are found only under this filter.',
    }),
    articles: t.field({
      type: articleList.filter as never,
      description: 'Articles are found only under this filter.',
    }),
    speakers: t.field({
      type: speakerList.filter as never,
      description: 'Speakers are found only under this filter.',
    }),
    topics: t.field({
      type: topicList.filter as never,
      description: 'Topics are found only under this filter.',
    }),
  }),
})

export const SearchHit = builder.unionType('SearchHit', {
  description: 'An object that a search or a suggestion finds.',
  types: ['Article', 'Speaker', 'Statement', 'Topic'] as never,
})

const HighlightField = builder.enumType('HighlightField', {
  description: 'A field that is searched.',
  values: {
    TEXT: { description: 'The `text` of a statement, or the `content` of the newest text of an article.' },
    TITLE: { description: 'The `title` of an article.' },
    NAME: { description: 'The `name` of a speaker or a topic.' },
    ALIASES: { description: 'One of the `aliases` of a speaker or a topic.' },
  } as const,
})

const HighlightType = builder.objectRef<Highlight>('Highlight').implement({
  description: 'A piece of a text with what was found in it, as ranges: nothing in it is markup.',
  fields: (t) => ({
    field: t.expose('field', { type: HighlightField, description: 'The field that the piece stands in.' }),
    fragment: t.exposeString('fragment', {
      description: `The piece of the text that says most, as it stands there: all of a text of up to ${FRAGMENT} code units.`,
    }),
    ranges: t.field({
      type: [TextPositionSelector],
      description: 'The words found in the fragment, in order; they count its code units.',
      resolve: ({ ranges }) => ranges,
    }),
  }),
})

const Edge = builder.objectRef<SearchEdge>('SearchEdge').implement({
  description: 'One object found, with its place in the list, its score and where its words stand.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      description: 'Its place in the list: pass it as `after` to go on behind it.',
    }),
    node: t.field({
      type: SearchHit,
      complexity: 0,
      description: 'The object that was found.',
      resolve: ({ node }) => node as never,
    }),
    score: t.exposeFloat('score', {
      description:
        'How well it fits, 0 to 1: how often and how near to each other the words stand in how long a text; a word in a title or a name weighs ten times as much. Scores of different searches do not compare.',
    }),
    highlights: t.field({
      type: [HighlightType],
      description: 'Where the words stand, a piece for each field that has them.',
      resolve: ({ highlights }) => highlights(),
    }),
  }),
})

const Connection = builder.objectRef<SearchConnection>('SearchConnection').implement({
  description: 'A page of what a search finds, the best first.',
  fields: (t) => ({
    edges: t.field({
      type: [Edge],
      description: 'The page, each with its score, highlights and cursor.',
      resolve: ({ edges }) => edges,
    }),
    nodes: t.field({
      type: [SearchHit],
      description: 'The objects of the page, without score, highlights and cursor.',
      resolve: ({ nodes }) => nodes as never,
    }),
    pageInfo: t.field({
      type: builder.pageInfoRef(),
      complexity: 0,
      description: 'Whether the list goes on after this page, and the cursor to go on with.',
      resolve: ({ hasNextPage, edges }) => {
        const [startCursor, endCursor] = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null]
        return { hasNextPage, hasPreviousPage: false, startCursor, endCursor }
      },
    }),
    isComplete: t.boolean({
      description: `False when more than ${MOST_RANKED.STATEMENT} of a type match, or ${MOST_RANKED.ARTICLE} articles: the latest of them are ranked, and the pages end with these. Narrow the search by another word or the filter.`,
      resolve: ({ isCapped }) => !isCapped,
    }),
    totalCount: t.field({
      type: Count,
      description: 'How many match, ranked or not. Costs nothing unless asked for.',
      args: { upTo: t.arg(countUpToArgument(1_000, LARGEST_COUNT)) },
      resolve({ count }, { upTo }) {
        checkCountLimit(upTo, LARGEST_COUNT)
        return { value: Math.min(count, upTo), isExact: count <= upTo }
      },
    }),
  }),
})

builder.queryField('search', (t) =>
  t.field({
    type: Connection,
    description:
      'Finds words, stemmed by the language of each text, without regard to case and diacritics; the best first. Boilerplate is not searched.',
    args: {
      query: t.arg.string({
        required: true,
        description:
          'As in a web search: `treaty herring` has both words, `"joint statement"` the phrase, little words included, `herring or cod` one of them, `-quota` leaves out; at most 500 characters.',
      }),
      types: t.arg({ type: [SearchTypeEnum], description: 'The types of what is found; all by default.' }),
      filter: t.arg({ type: filterInput, description: 'Conditions on what is found, type by type.' }),
      first: t.arg.int({
        description: `How many: 1 to ${LARGEST_PAGE}, ${DEFAULT_PAGE_SIZE} by default.`,
      }),
      after: t.arg.string({
        description: 'Cursor of the edge after which the page begins; the first page by default.',
      }),
    },
    complexity: ({ first }: PageArguments) => ({
      field: 1,
      multiplier: Math.max(1, first ?? DEFAULT_PAGE_SIZE),
    }),
    ...readBy<SearchArguments, Context>({
      embeds: HIT_PLACES.map(({ path }) => ({ path, types: SEARCH_TYPES.map((type) => NOUN_OF[type]) })),
      value: search,
    }),
  }),
)
