import type { StatementDraft, TextSegment } from '@onrecord/extract'
import type { GraphQLResolveInfo } from 'graphql'
import { fuzzyColumns } from '../../dates/date-columns.js'
import { type ArticlePreview, previewArticle } from '../../ingest/store/preview-article.js'
import { GAP } from '../../record/statement/field-table.js'
import { builder } from '../builder.js'
import type { Context } from '../context.js'
import { FuzzyDate } from '../fuzzy-date.js'
import { resultUnion } from '../mutation.js'
import { readObjects } from '../nodes.js'
import { TextPositionSelector, WriteStatus } from '../shared-types.js'
import { StatementKind, StatementPolarity } from '../statement/enums.js'
import { type GivenArticle, readGiven } from './given-source.js'
import { LanguageCoverage } from './language-coverage.js'
import { ArticleIngestInput } from './mutations.js'
import { SegmentKind } from './type.js'

/** A draft, and the text in which it stands. */
interface Draft {
  draft: StatementDraft
  content: string
}

const PreviewedStatement = builder.objectRef<Draft>('PreviewedStatement').implement({
  description: 'A statement that would be proposed.',
  fields: (t) => ({
    text: t.string({
      description: 'Its words, verbatim; `[…]` stands between pieces.',
      resolve: ({ draft, content }) =>
        draft.segments.map(({ start, end }) => content.slice(start, end)).join(GAP),
    }),
    kind: t.field({
      type: StatementKind,
      description: 'How the words are reported.',
      resolve: ({ draft }) => draft.kind,
    }),
    polarity: t.field({
      type: StatementPolarity,
      description: 'How the speaker stands to what the words tell.',
      resolve: ({ draft }) => draft.polarity,
    }),
    speakerName: t.string({
      nullable: true,
      description: 'The fullest name in the text of who said it; null when it names nobody.',
      resolve: ({ draft }) => draft.speaker,
    }),
    confidence: t.float({
      description: 'How sure the extractor is, 0 to 1.',
      resolve: ({ draft }) => draft.confidence,
    }),
    positions: t.field({
      type: [TextPositionSelector],
      description: "Where its pieces stand in the preview's `content`, in order.",
      resolve: ({ draft }) => draft.segments,
    }),
  }),
})

const PreviewedSegment = builder.objectRef<TextSegment>('PreviewedSegment').implement({
  description: 'A stretch of a text, and what it is.',
  fields: (t) => ({
    kind: t.field({
      type: SegmentKind,
      description: 'What it is: body, title, boilerplate.',
      resolve: ({ kind }) => kind,
    }),
    position: t.field({
      type: TextPositionSelector,
      description: 'Its place in the text.',
      resolve: (segment) => segment,
    }),
  }),
})

async function articleOf(
  { articleId }: ArticlePreview,
  _args: object,
  context: Context,
  info: GraphQLResolveInfo,
) {
  if (articleId === null) return null
  return (await readObjects(context, info, 'Article', [articleId])).get(articleId) ?? null
}

const Preview = builder.objectRef<ArticlePreview>('ArticlePreview').implement({
  description: 'What the record would take of an article, and what an `articleIngest` of it would do now.',
  fields: (t) => ({
    status: t.field({
      type: WriteStatus,
      description: 'What an `articleIngest` with the same input would do now.',
      resolve: ({ status }) => status.toUpperCase() as Uppercase<typeof status>,
    }),
    article: t.field({
      type: 'Article' as never,
      nullable: true,
      description: 'The article on record that it is; null when it would be a new one.',
      resolve: articleOf as never,
    }),
    title: t.string({ description: 'The title that it would have.', resolve: ({ fields }) => fields.title }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'The address of its page; null when none is known.',
      resolve: ({ fields }) => fields.url,
    }),
    language: t.field({
      type: 'LanguageTag',
      nullable: true,
      description: 'The language of its text; null when unknown.',
      resolve: ({ fields }) => fields.language,
    }),
    publishedAt: t.field({
      type: FuzzyDate,
      description: 'When it was published.',
      resolve: ({ fields: { publishedAt } }) => {
        const date = fuzzyColumns('d', publishedAt)
        const {
          dEdtf: edtf,
          dEarliest: earliest,
          dLatest: latest,
          dPrecision: precision,
          dBasis: basis,
        } = date
        return { edtf, earliest, latest, precision, basis, asWritten: publishedAt?.asWritten ?? null }
      },
    }),
    bylines: t.stringList({
      description: 'Its authors as printed.',
      resolve: ({ fields }) => fields.bylines.map(({ asWritten }) => asWritten),
    }),
    content: t.exposeString('content', {
      description: "Its text, without a page's furniture; positions count its UTF-16 code units.",
    }),
    segments: t.field({
      type: [PreviewedSegment],
      description: 'What its stretches are, in order.',
      resolve: ({ extraction }) => extraction.segments,
    }),
    statements: t.field({
      type: [PreviewedStatement],
      description: 'What the extractor finds in it, in order; also when the text is on record already.',
      resolve: ({ extraction, content }) => extraction.statements.map((draft) => ({ draft, content })),
    }),
    languageCoverage: t.field({
      type: LanguageCoverage,
      nullable: true,
      description: 'What was looked for; null when the extractor does not go by rules.',
      resolve: ({ extraction }) => extraction.coverage ?? null,
    }),
  }),
})

const PreviewResult = resultUnion('ArticlePreviewResult', Preview, 'What came of a look at an article.', [])

/** Objects that the answer counts for: reading a page and finding its statements takes as long as reading so many. */
const WEIGHT = 100

builder.queryField('articlePreview', (t) =>
  t.field({
    type: PreviewResult,
    // Null for a failure that is not expected: a non-null field would take the answers of the other fields with it.
    nullable: true,
    description:
      'Reads an article as `articleIngest` would, and writes nothing: for a look at it before it is put in. It runs the extractor of the service, and costs 10 points.',
    args: {
      input: t.arg({
        type: ArticleIngestInput,
        required: true,
        description: 'What would be passed to `articleIngest`; the idempotency key does not matter.',
      }),
    },
    authScopes: { editor: true },
    complexity: { field: WEIGHT, multiplier: 1 },
    plan: { code: true },
    resolve: async (
      _root: unknown,
      { input }: { input: GivenArticle & { acceptShorter?: boolean | null } },
      { prisma, parse, extractor }: Context,
    ) => {
      const given = readGiven(input)
      try {
        const options = { acceptShorter: input.acceptShorter ?? false }
        return await previewArticle(prisma, await given.read(parse), extractor, options)
      } catch (error) {
        throw given.refusal(error) ?? error
      }
    },
  } as never),
)
