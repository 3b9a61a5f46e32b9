import { ArticleResult, edited } from '../../src/graphql/article/mutations.js'
import { mutation } from '../../src/graphql/mutation.js'
import { targetFields } from '../../src/graphql/target-fields.js'
import { readArticle } from '../../src/record/article/article-state.js'
import { saveArticle } from '../../src/record/article/save-article.js'
import { wrong } from '../../src/record/write/input.js'
import { lockVersion } from '../../src/record/write/lock.js'

// #region mutation
mutation('articleRetitle', {
  description: 'Gives an article another title.',
  scope: 'editor',
  result: ArticleResult,
  inputDescription: 'An article, and its new title.',
  inputFields: (t) => ({
    ...targetFields(t, 'article'),
    title: t.string({ required: true, description: 'The new title; 1 to 500 characters.' }),
  }),
  run: async ({ title, ...target }, transact) => {
    if (title.trim() === '') throw wrong(['input', 'title'], 'is empty: pass a title')
    return transact(async (write) => {
      const { id } = await lockVersion(write.tx, 'Article', target)
      const state = await readArticle(write.tx, id)
      return edited({ id, changed: await saveArticle(write, state, 'UPDATED', { title }) })
    })
  },
})
// #endregion
