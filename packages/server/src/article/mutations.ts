import { type IngestResult, ingest } from '../ingest/ingest.js'
import { parseContent } from '../ingest/read-source.js'
import { reextract } from '../ingest/reextract.js'
import type { SourceFormat } from '../ingest/source-document.js'
import { SourceError } from '../ingest/source-error.js'
import { builder } from '../schema/builder.js'
import { InputError } from '../schema/errors.js'
import { ExternalIdInput } from '../schema/shared-types.js'
import { mutation, resultUnion } from '../write/mutation.js'
import { type Written, written } from '../write/written.js'

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

interface ArticleWritten extends Written {
  status: 'CREATED' | 'UPDATED' | 'UNCHANGED'
  textChanged: boolean
  statementsProposed: number
  statementsUpdated: number
  statementsWithdrawn: number
}

const ArticleSuccess = builder.objectRef<ArticleWritten>('ArticleSuccess').implement({
  description: 'The article as it is now in the record.',
  fields: (t) => ({
    article: t.field(written('Article', 'The article.')),
    status: t.expose('status', { type: IngestStatus, description: 'What happened.' }),
    textChanged: t.exposeBoolean('textChanged', { description: 'Whether a new text was captured.' }),
    statementsProposed: t.exposeInt('statementsProposed', {
      description: 'How many statements were proposed now.',
    }),
    statementsUpdated: t.exposeInt('statementsUpdated', {
      description:
        'How many proposals became what the extractor finds now; those that a person has touched never do.',
    }),
    statementsWithdrawn: t.exposeInt('statementsWithdrawn', {
      description: 'How many proposals the extractor does not find any more, and put into the bin; likewise.',
    }),
  }),
})

const ArticleResult = resultUnion('ArticleResult', ArticleSuccess, 'What came of a write to an article.')

const ingested = ({ articleId, status, statements, title: _, ...facts }: IngestResult): ArticleWritten => ({
  id: articleId,
  status: status.toUpperCase() as ArticleWritten['status'],
  statementsProposed: statements,
  ...facts,
})

mutation('articleIngest', {
  description:
    'Puts an article into the record and proposes its statements. Idempotent by external id, canonical URL and hash of the text. What a person decided about its statements stays, and is not proposed again.',
  scope: 'editor',
  result: ArticleResult,
  args: builder.args((t) => ({
    input: t.field({ type: ArticleIngestInput, required: true, description: 'What to take in.' }),
  })),
  run: async ({ input }, write, { prisma, viewer, extractor }) => {
    const [[form, content] = []] = Object.entries(input.source)
    const format = FORMATS[form ?? '']
    if (!format || content == null) throw new InputError(['input', 'source'], 'pass one form of the source')
    try {
      const document = parseContent({ content, name: input.name ?? 'the source', format })
      const externalId = input.externalId ?? document.externalId
      return ingested(await ingest(prisma, { ...document, externalId }, viewer.name, extractor, write))
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      throw new InputError(['input', error.code === 'CONFLICT' ? 'externalId' : 'source'], error.message)
    }
  },
})

mutation('articleReextract', {
  description:
    "Runs the service's extractor over an article's newest text again: proposes what is new, brings proposals that no person has touched up to date, and withdraws those that it does not find any more. What a person wrote, edited, reviewed or deleted stays, and is not proposed again.",
  scope: 'editor',
  result: ArticleResult,
  args: builder.args((t) => ({ id: t.id({ required: true, description: 'The article.' }) })),
  run: async ({ id }, write, { prisma, extractor }) =>
    ingested(await reextract(prisma, id, extractor, write)),
})
