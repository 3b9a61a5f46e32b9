import { ingest } from '../ingest/ingest.js'
import { parseContent } from '../ingest/read-source.js'
import type { SourceFormat } from '../ingest/source-document.js'
import { SourceError } from '../ingest/source-error.js'
import { builder } from '../schema/builder.js'
import { ForbiddenError, InputError } from '../schema/errors.js'
import { ExternalIdInput } from '../schema/shared-types.js'

const IngestStatus = builder.enumType('IngestStatus', {
  description: 'What an ingest did.',
  values: {
    CREATED: { description: 'The article is new in the record.' },
    UPDATED: { description: 'The article was there; its text or particulars changed.' },
    UNCHANGED: { description: 'The article was there like this; nothing was written.' },
  },
})

const ArticleSource = builder.inputType('ArticleSource', {
  isOneOf: true,
  description: 'Exactly one form of an article; at most 5 MB.',
  fields: (t) => ({
    plainText: t.string({ description: 'Plain text; its first line is the title when it looks like one.' }),
    markdown: t.string({
      description: 'Markdown with front matter: title, url, site, authors, published, language.',
    }),
    html: t.string({
      description: 'A page: its main text is taken, and its metadata (JSON-LD, Open Graph).',
    }),
  }),
})

const ArticleIngestInput = builder.inputType('ArticleIngestInput', {
  description: 'An article to put into the record.',
  fields: (t) => ({
    source: t.field({ type: ArticleSource, required: true, description: 'The article.' }),
    name: t.string({
      description: 'What the source is called, e.g. its file: for messages, and the title when it has none.',
    }),
    externalId: t.field({
      type: ExternalIdInput,
      description: "Its id in another system, which finds it again; else the source's own.",
    }),
  }),
})

const FORMATS: Record<string, SourceFormat> = { plainText: 'TEXT', markdown: 'MARKDOWN', html: 'HTML' }

const ArticleSuccess = builder.objectRef<Awaited<ReturnType<typeof ingest>>>('ArticleSuccess').implement({
  description: 'The article as it is now in the record.',
  fields: (t) => ({
    article: t.prismaField({
      type: 'Article',
      description: 'The article.',
      resolve: (query, { articleId }, _args, { prisma }) =>
        prisma.article.findUniqueOrThrow({ ...query, where: { id: articleId } }),
    }),
    status: t.field({
      type: IngestStatus,
      description: 'What happened.',
      resolve: ({ status }) => status.toUpperCase() as 'CREATED' | 'UPDATED' | 'UNCHANGED',
    }),
    textChanged: t.exposeBoolean('textChanged', { description: 'Whether a new text was captured.' }),
    statementsProposed: t.exposeInt('statements', { description: 'How many statements were proposed now.' }),
  }),
})

builder.mutationField('articleIngest', (t) =>
  t.field({
    type: ArticleSuccess,
    // An unexpected failure of one write must not take the answers of the others with it.
    nullable: true,
    description:
      'Puts an article into the record and proposes its statements. Idempotent by external id, canonical URL and hash of the text.',
    args: { input: t.arg({ type: ArticleIngestInput, required: true, description: 'What to take in.' }) },
    authScopes: { editor: true },
    errors: {
      types: [InputError, ForbiddenError],
      directResult: true,
      union: { name: 'ArticleResult', description: 'What came of a write to an article.' },
    },
    resolve: async (_root, { input }, { prisma, viewer, extractor }) => {
      const [[form, content] = []] = Object.entries(input.source)
      const format = FORMATS[form ?? '']
      if (!format || content == null) throw new InputError(['input', 'source'], 'pass one form of the source')
      try {
        const document = parseContent({ content, name: input.name ?? 'the source', format })
        const externalId = input.externalId ?? document.externalId
        return await ingest(prisma, { ...document, externalId }, viewer.name, extractor)
      } catch (error) {
        if (!(error instanceof SourceError)) throw error
        throw new InputError(['input', error.code === 'CONFLICT' ? 'externalId' : 'source'], error.message)
      }
    },
  }),
)
