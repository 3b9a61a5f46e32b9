import { type ArticleFilter, articles, articleTexts } from '../../record/article/list.js'
import { filterInput, whichOf } from '../filter-input.js'
import { INCLUDE_DELETED, listType } from '../list-type.js'

const ArticleFilterInput = filterInput<ArticleFilter>('Article', whichOf('articles'), (t) => ({
  text: t.string({
    description:
      'Words in the text, stemmed, as in a web search: `"a phrase"`, `or`, `-without`; at most 500 characters. Boilerplate is not searched.',
  }),
  siteIds: t.idList({ description: 'Published on one of these sites.' }),
  speakerIds: t.idList({ description: 'One of these speakers speaks in it.' }),
  bylineSpeakerIds: t.idList({ description: 'One of these speakers wrote it.' }),
  topicIds: t.idList({ description: 'About one of these topics.' }),
  includeSubtopics: t.boolean({
    required: true,
    defaultValue: true,
    description: 'Whether the topics below the given ones count, too.',
  }),
  languages: t.field({
    type: ['LanguageTag'],
    description: 'In one of these languages; `en` does not find `en-GB`.',
  }),
  publishedFrom: t.field({
    type: 'Date',
    description:
      'Published on this day or later, whichever day of a partial date it was. What is only known to be published by some day counts as published on it.',
  }),
  publishedUntil: t.field({
    type: 'Date',
    description:
      'Published on this day or earlier, whichever day of a partial date it was. What is only known to be published by some day counts as published on it.',
  }),
  includeUndated: t.boolean({
    required: true,
    defaultValue: false,
    description: 'Keep articles of wholly unknown date when `publishedFrom` or `publishedUntil` is given.',
  }),
  updatedSince: t.field({ type: 'DateTime', description: 'Changed at this instant or later.' }),
  isHeld: t.boolean({
    description: 'True: a much shorter text of it waits for a person, see `Article.held`. False: none does.',
  }),
  isClaimed: t.boolean({
    description:
      'True: one of the team works on it, see `Article.claims`. False: nobody does. Matches nothing for everybody else.',
  }),
  claimedBy: t.stringList({
    description: 'One of the team with one of these names works on it. Matches nothing for everybody else.',
  }),
  includeDeleted: t.boolean(INCLUDE_DELETED),
}))

export const articleList = listType(articles, {
  filter: ArticleFilterInput,
  orders: {
    PUBLISHED_AT: 'When it was published; articles of unknown date count as the oldest.',
    INGESTED_AT: 'When it came into the record.',
    UPDATED_AT: 'When it last changed.',
    TITLE: 'The title, case and diacritics folded.',
  },
})

export const articleTextList = listType(articleTexts, { orders: { CAPTURED_AT: 'When it was captured.' } })
