import { ArticleResult, edited } from '../../src/graphql/article/mutations.js'
import { builder } from '../../src/graphql/builder.js'
import { mutation } from '../../src/graphql/mutation.js'
import { readArticle } from '../../src/record/article/article-state.js'
import { saveArticle } from '../../src/record/article/save-article.js'
import { wrong } from '../../src/record/write/input.js'
import { lockVersion } from '../../src/record/write/lock.js'

// #region mutation
mutation('articleRetitle', {
  description: 'Gives an article another title.',
  scope: 'editor',
  result: ArticleResult,
  args: builder.args((t) => ({
    id: t.id({ required: true, description: 'The article.' }),
    expectedVersion: t.int({ required: true, description: 'The `version` that you have read.' }),
    title: t.string({ required: true, description: 'The new title.' }),
  })),
  run: async ({ title, ...target }, write) => {
    if (title.trim() === '') throw wrong(['title'], 'is empty: pass a title')
    return write(async (tools) => {
      const { id } = await lockVersion(tools.tx, 'Article', target)
      const state = await readArticle(tools.tx, id)
      return edited({ id, changed: await saveArticle(tools, state, 'UPDATED', { title }) })
    })
  },
})
// #endregion
