import { ALL_FORMATS } from '../../ingest/sources/formats.js'
import { type ArticlePatch, MOST } from '../../record/article/article-patch.js'
import { builder, type InputFields } from '../builder.js'
import { FuzzyDateInput } from '../fuzzy-date-input.js'
import { ExternalIdInput } from '../shared-types.js'

const ArticleSource = builder.inputType('ArticleSource', {
  isOneOf: true,
  description: 'Exactly one form of an article; at most 5 MB.',
  fields: (t) =>
    Object.fromEntries(ALL_FORMATS.map(({ field, description }) => [field, t.string({ description })])),
})

export const articleIngestFields = (t: InputFields) => ({
  source: t.field({
    type: ArticleSource,
    required: true,
    description: 'The text of the article, in one of the forms.',
  }),
  name: t.string({
    description: 'What the source is called, e.g. its file: for messages, and the title when it has none.',
  }),
  externalId: t.field({
    type: ExternalIdInput,
    description: "Its id in another system, which finds it again; else the source's own.",
  }),
  path: t.string({
    description:
      'The path of its file, which finds an article without URL and id again when most of its words are the same; only a hash of it is stored.',
  }),
  title: t.string({ description: 'Its title, in place of the one in the source; 1 to 500 characters.' }),
  url: t.field({ type: 'URL', description: 'Its address, in place of the one in the source.' }),
  publishedAt: t.field({
    type: FuzzyDateInput,
    description: 'When it was published, in place of what the source says of it.',
  }),
  acceptShorter: t.boolean({
    description:
      'Whether a text that is half as long as the one on record or shorter is taken; by default it is held for a person.',
  }),
})

const BylineInput = builder.inputType('BylineInput', {
  description: 'An author whom the article names.',
  fields: (t) => ({
    asWritten: t.string({ required: true, description: 'The author as printed: "By Mara Lindt".' }),
    speakerId: t.id({
      description: 'Global id of the speaker who is the author; absent when it is not known which.',
    }),
  }),
})

export const ArticleUpdatePatch = builder.inputType('ArticleUpdatePatch', {
  description:
    'What is to change of an article. An absent field stays as it is; null empties one that can be empty; a list replaces the one before.',
  // A forgotten field of `ArticlePatch` does not compile.
  fields: (t) =>
    ({
      title: t.string({ description: 'Its title; 1 to 500 characters.' }),
      url: t.field({
        type: 'URL',
        description: 'Its address; the site and the canonical address follow from it.',
      }),
      language: t.field({
        type: 'LanguageTag',
        description: 'Its language, a BCP 47 tag; null when it is not known.',
      }),
      publishedAt: t.field({
        type: FuzzyDateInput,
        description:
          'When it was published. Dates of its statements that are counted from it, such as "on Tuesday", follow, unless a person has touched the statement.',
      }),
      topicIds: t.idList({ description: `What it is about; at most ${MOST.topicIds}.` }),
      bylines: t.field({
        type: [BylineInput],
        description: `Its authors as printed, in order; at most ${MOST.bylines}.`,
      }),
    }) satisfies Record<keyof ArticlePatch, unknown>,
})
