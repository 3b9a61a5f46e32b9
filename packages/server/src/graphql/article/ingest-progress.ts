import type { GraphQLResolveInfo } from 'graphql'
import type { IngestStep } from '../../ingest/progress/ingest-progress.js'
import { inSight } from '../../record/changes/shown-among.js'
import { badUserInput } from '../../record/errors.js'
import { builder } from '../builder.js'
import { stoppable } from '../change/stoppable.js'
import type { Context } from '../context.js'
import { readObjects } from '../nodes.js'

const IngestStage = builder.enumType('IngestStage', {
  description: 'How far the taking in of an article has come.',
  values: {
    READING: { description: 'Its source is read: text, title, dates.' },
    EXTRACTING: { description: 'Its statements are looked for.' },
    STORING: { description: 'Article and statements are written, in one transaction.' },
    DONE: { description: 'It is in the record. The stream ends.' },
    FAILED: { description: 'It was refused or failed, and nothing was written. The stream ends.' },
  } as const,
})

const IngestStepType = builder.objectRef<IngestStep>('IngestStep').implement({
  description: 'One step of the taking in of an article.',
  fields: (t) => ({
    stage: t.field({
      type: IngestStage,
      description: 'What begins, or how it ended.',
      resolve: ({ stage }) => stage,
    }),
    at: t.field({ type: 'DateTime', description: 'The instant at which it began.', resolve: ({ at }) => at }),
    article: t.field({
      type: 'Article' as never,
      nullable: true,
      description: 'The article, once it is DONE; null before.',
      resolve: articleOf as never,
    }),
    message: t.string({
      nullable: true,
      description: 'Why it FAILED, and what to change; null otherwise.',
      resolve: ({ message }) => message,
    }),
  }),
})

async function articleOf(
  { articleId }: IngestStep,
  _args: object,
  context: Context,
  info: GraphQLResolveInfo,
) {
  if (articleId === null) return null
  const shown = inSight('Article', context.viewer)
  return (await readObjects(context, info, 'Article', [articleId], [], shown)).get(articleId) ?? null
}

builder.subscriptionField('ingestProgress', (t) =>
  t.field({
    type: IngestStepType,
    description:
      'How far an `articleIngest` of the same caller has come. Open it before, or while it runs; it ends with the ingest. Only sources of 20,000 characters and more tell of the steps before the last.',
    args: {
      idempotencyKey: t.arg.string({ required: true, description: 'The `idempotencyKey` of the ingest.' }),
    },
    authScopes: { editor: true },
    subscribe: async (_root, { idempotencyKey: key }, { progress, keyId, viewer }) => {
      if (key.trim() === '' || key.length > 200) {
        throw badUserInput(
          `idempotencyKey has ${key.length} characters: pass that of an articleIngest, 1 to 200`,
        )
      }
      await progress.ready()
      return stoppable((signal) => progress.follow({ owner: keyId ?? viewer.name, key }, signal))
    },
    resolve: (step) => step as IngestStep,
  }),
)
