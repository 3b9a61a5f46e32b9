import { dismissHeld, readHeld } from '../../ingest/store/hold-text.js'
import { type IngestResult, ingest } from '../../ingest/store/ingest.js'
import { reextract } from '../../ingest/store/reextract.js'
import { updateArticle } from '../../ingest/store/update-article.js'
import { deleteArticle, restoreArticle } from '../../record/article/bin-article.js'
import { readArticlePatch } from '../../record/article/read-article-patch.js'
import type { Outcome } from '../../record/write/outcome.js'
import { builder } from '../builder.js'
import { mutation, resultUnion } from '../mutation.js'
import { readObjects } from '../nodes.js'
import { WriteStatus } from '../shared-types.js'
import { idField, targetFields } from '../target-fields.js'
import { written } from '../written.js'
import { readGiven } from './given-source.js'
import { ArticleUpdatePatch, articleIngestFields } from './inputs.js'
import { toldSteps } from './told-steps.js'

interface ArticleWritten extends Outcome {
  textChanged: boolean
  statementsProposed: number
  statementsUpdated: number
  statementsWithdrawn: number
  /** UUIDs of the verified statements whose words are gone; absent in answers that were stored before it was there. */
  vanishedIds?: string[]
}

const ArticleSuccess = builder.objectRef<ArticleWritten>('ArticleSuccess').implement({
  description: 'The write succeeded: the article, and what was done to it.',
  fields: (t) => ({
    article: t.field(written('Article', 'The article that was written, as it is now.')),
    status: t.expose('status', {
      type: WriteStatus,
      description:
        'What the write did: UPDATED also when only the text or the statements of the article changed.',
    }),
    textChanged: t.exposeBoolean('textChanged', {
      description: 'Whether a new text of the article was captured.',
    }),
    statementsProposed: t.exposeInt('statementsProposed', {
      description: 'How many statements were proposed by this write.',
    }),
    statementsUpdated: t.exposeInt('statementsUpdated', {
      description:
        'How many earlier proposals were changed to what the extractor finds now; those that a person has touched never are.',
    }),
    statementsWithdrawn: t.exposeInt('statementsWithdrawn', {
      description:
        'How many earlier proposals went into the bin, for the extractor does not find them any more; those that a person has touched never do.',
    }),
    statementsVanished: t.field({
      type: ['Statement'] as never,
      description:
        'The verified statements with words that the new text does not have, for a person to look at: they stay as they are, with ORPHANED anchors.',
      resolve: async ({ vanishedIds = [] }, _args, context, info) => {
        const found = await readObjects(context, info, 'Statement', vanishedIds)
        return vanishedIds.flatMap((id) => found.get(id) ?? []) as never
      },
    }),
  }),
})

export const ArticleResult = resultUnion(
  'ArticleResult',
  ArticleSuccess,
  'What came of a write to an article.',
)

const ingested = ({ articleId, status, statements, ...facts }: IngestResult): ArticleWritten => ({
  id: articleId,
  status: status.toUpperCase() as ArticleWritten['status'],
  statementsProposed: statements,
  statementsUpdated: facts.statementsUpdated,
  statementsWithdrawn: facts.statementsWithdrawn,
  vanishedIds: facts.statementsVanished.map(({ id }) => id),
  textChanged: facts.textChanged,
})

export const ArticleIngestInput = mutation('articleIngest', {
  description:
    'Puts an article into the record and proposes its statements. Idempotent by external id, canonical URL and hash of the text. What a person decided about its statements stays, and is not proposed again.',
  scope: 'editor',
  result: ArticleResult,
  inputDescription: 'An article to put into the record.',
  inputFields: articleIngestFields,
  run: async (input, transact, context, key) => {
    const { prisma, viewer } = context
    const given = readGiven(input)
    const { parse, extractor, store, tell } = toldSteps(context, key, given.length, transact)
    try {
      const source = await given.read(parse)
      const options = { acceptShorter: input.acceptShorter ?? false }
      const result = await ingest(prisma, source, viewer.name, extractor, store, options)
      tell('DONE', { articleId: result.articleId })
      return ingested(result)
    } catch (error) {
      const refusal = given.refusal(error)
      tell('FAILED', { message: refusal?.message ?? 'the ingest failed: its answer says why' })
      throw refusal ?? error
    }
  },
})

mutation('articleDecideHeld', {
  description:
    'Decides about the text of an article that is held because it is much shorter: takes it, as an ingest would, or drops it.',
  scope: 'editor',
  result: ArticleResult,
  inputDescription: 'An article with a held text, and the decision.',
  inputFields: (t) => ({
    ...idField(t, 'article'),
    accept: t.boolean({
      required: true,
      description: 'True to take the held text, false to keep the text on record and drop the held one.',
    }),
  }),
  run: async ({ id, accept }, transact, { prisma, viewer, extractor }) => {
    const source = await readHeld(prisma, id)
    const by = viewer.name
    if (accept)
      return ingested(await ingest(prisma, source, by, extractor, transact, { acceptShorter: true }))
    return edited(await transact((write) => dismissHeld(write, id)))
  },
})

mutation('articleReextract', {
  description:
    "Runs the service's extractor over an article's newest text again: proposes what is new, brings proposals that no person has touched up to date, and withdraws those that it does not find any more. What a person wrote, edited, reviewed or deleted stays, and is not proposed again.",
  scope: 'editor',
  result: ArticleResult,
  inputDescription: 'The article whose statements are to be found again.',
  inputFields: (t) => idField(t, 'article'),
  run: async ({ id }, transact, { prisma, extractor }) =>
    ingested(await reextract(prisma, id, extractor, transact)),
})

/** The result of a write that captured no text. */
export const edited = ({ id, changed }: { id: string; changed: boolean }): ArticleWritten => ({
  id,
  status: changed ? 'UPDATED' : 'UNCHANGED',
  ...{ textChanged: false, statementsProposed: 0, statementsUpdated: 0, statementsWithdrawn: 0 },
})

mutation('articleUpdate', {
  description:
    'Changes what is said about an article. An ingest leaves the fields that were changed here as they are, from then on.',
  scope: 'editor',
  result: ArticleResult,
  inputDescription: 'An article, and what is to change of it.',
  inputFields: (t) => ({
    ...targetFields(t, 'article'),
    patch: t.field({
      type: ArticleUpdatePatch,
      required: true,
      description: 'The fields that are to change.',
    }),
  }),
  run: async ({ patch, ...target }, transact) => {
    const read = readArticlePatch(patch, ['input', 'patch'])
    return edited(await transact((write) => updateArticle(write, target, read)))
  },
})

mutation('articleDelete', {
  description:
    'Puts an article into the bin, and its statements with it: they are hidden, and stay there until it is restored.',
  scope: 'editor',
  result: ArticleResult,
  inputDescription: 'The article that goes into the bin.',
  inputFields: (t) => targetFields(t, 'article'),
  run: async (input, transact) => edited(await transact((write) => deleteArticle(write, input))),
})

mutation('articleRestore', {
  description:
    'Takes an article out of the bin, with the statements that went there with it; one that is not in it stays as it is.',
  scope: 'editor',
  result: ArticleResult,
  inputDescription: 'The article that comes out of the bin.',
  inputFields: (t) => idField(t, 'article'),
  run: async ({ id }, transact) => edited(await transact((write) => restoreArticle(write, id))),
})
