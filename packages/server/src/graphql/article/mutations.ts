import { formatNamed } from '../../ingest/sources/formats.js'
import { parseContent } from '../../ingest/sources/read-source.js'
import { SourceError } from '../../ingest/sources/source-error.js'
import { type IngestResult, ingest } from '../../ingest/store/ingest.js'
import { reextract } from '../../ingest/store/reextract.js'
import { readPatch, updateArticle } from '../../ingest/store/update-article.js'
import { deleteArticle, restoreArticle } from '../../record/article/bin-article.js'
import { InputError } from '../../record/errors.js'
import { checkExternalId } from '../../record/write/external-ids.js'
import type { Written } from '../../record/write/outcome.js'
import { builder } from '../builder.js'
import { mutation, resultUnion } from '../mutation.js'
import { written } from '../written.js'
import { ArticleIngestInput, ArticleUpdatePatch } from './inputs.js'

const IngestStatus = builder.enumType('IngestStatus', {
  description: 'What a write did to an article.',
  values: {
    CREATED: { description: 'The article is new in the record.' },
    UPDATED: { description: 'The article was there; it, its text or its statements changed.' },
    UNCHANGED: { description: 'The article was there like this; nothing was written.' },
  },
})

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

export const ArticleResult = resultUnion(
  'ArticleResult',
  ArticleSuccess,
  'What came of a write to an article.',
)

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
    const format = formatNamed('field', form ?? '')
    const name = input.name ?? 'the source'
    if (input.externalId) checkExternalId(input.externalId, ['input', 'externalId'])
    if (!format || content == null) throw new InputError(['input', 'source'], 'pass one form of the source')
    try {
      const document = await parseContent({ content, name, format })
      const externalId = input.externalId ?? document.externalId
      return ingested(await ingest(prisma, { ...document, externalId }, viewer.name, extractor, write))
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      const message = error.source === undefined ? `${name}: ${error.message}` : error.message
      throw new InputError(['input', error.code === 'CONFLICT' ? 'externalId' : 'source'], message)
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

/** An article after a write that brought no text. */
export const edited = ({ id, changed }: { id: string; changed: boolean }): ArticleWritten => ({
  id,
  status: changed ? 'UPDATED' : 'UNCHANGED',
  ...{ textChanged: false, statementsProposed: 0, statementsUpdated: 0, statementsWithdrawn: 0 },
})

const target = () =>
  builder.args((t) => ({
    id: t.id({ required: true, description: 'The article.' }),
    expectedVersion: t.int({
      required: true,
      description:
        'The `version` that you have read; when it is another one now, the result is ConflictError.',
    }),
  }))

mutation('articleUpdate', {
  description:
    'Changes what is said about an article. An ingest leaves the fields that were changed here as they are, from then on.',
  scope: 'editor',
  result: ArticleResult,
  args: {
    ...target(),
    ...builder.args((t) => ({
      patch: t.field({ type: ArticleUpdatePatch, required: true, description: 'What is to change.' }),
    })),
  },
  run: async ({ patch, ...rest }, write) => {
    const read = readPatch(patch)
    return edited(await write((tools) => updateArticle(tools, rest, read)))
  },
})

mutation('articleDelete', {
  description:
    'Puts an article into the bin, and its statements with it: they are hidden, and stay there until it is restored.',
  scope: 'editor',
  result: ArticleResult,
  args: target(),
  run: async (args, write) => edited(await write((tools) => deleteArticle(tools, args))),
})

mutation('articleRestore', {
  description:
    'Takes an article out of the bin, with the statements that went there with it; one that is not in it stays as it is.',
  scope: 'editor',
  result: ArticleResult,
  args: builder.args((t) => ({ id: t.id({ required: true, description: 'The article.' }) })),
  run: async ({ id }, write) => edited(await write((tools) => restoreArticle(tools, id))),
})
