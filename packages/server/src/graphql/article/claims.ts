import { sql } from '../../database/sql.js'
import { articleClaims, claimArticle, releaseArticle } from '../../record/article/claims.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { mutation, resultUnion } from '../mutation.js'
import { idField } from '../target-fields.js'
import { success } from '../written.js'

builder.prismaNode('ArticleClaim', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  description: 'That one of the team works on an article, or did. Nobody else sees it.',
  fields: (t) => ({
    articleId: t.id({
      description: 'Global id of the article.',
      select: { articleId: true },
      resolve: ({ articleId }) => encodeGlobalId('Article', articleId),
    }),
    holder: t.exposeString('holder', { description: 'Who works on it: the name of the key that was used.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The instant at which it began.' }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The instant at which it ended; null while it holds.',
    }),
    endedBy: t.exposeString('endedBy', {
      nullable: true,
      description: 'Who released the article, or took it over; null while the claim holds.',
    }),
  }),
})

builder.prismaObjectField('Article', 'claims', (t) =>
  t.field(
    connection(
      { list: articleClaims },
      {
        description:
          'Who of the team works on it, and who did, the newest first; empty for everybody else. Only the first can hold still.',
        link: sql`t."articleId" = p.id`,
      },
    ),
  ),
)

const ArticleClaimResult = resultUnion(
  'ArticleClaimResult',
  success('Article', 'ArticleClaimSuccess'),
  'What came of a claim on an article.',
  ['NotFoundError'],
)

mutation('articleClaim', {
  description: 'Tells the team that you work on an article. It keeps nobody from writing.',
  scope: ['editor', 'reviewer'],
  result: ArticleClaimResult,
  inputDescription: 'The article that is claimed.',
  inputFields: (t) => ({
    ...idField(t, 'article'),
    takeOver: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether the claim of somebody else ends. False: it is a ValidationError that names them.',
    }),
  }),
  run: ({ id, takeOver }, transact) => transact((write) => claimArticle(write, id, takeOver)),
})

mutation('articleRelease', {
  description: 'Ends the claim on an article, whoever holds it.',
  scope: ['editor', 'reviewer'],
  result: ArticleClaimResult,
  inputDescription: 'The article that is released.',
  inputFields: (t) => idField(t, 'article'),
  run: ({ id }, transact) => transact((write) => releaseArticle(write, id)),
})
