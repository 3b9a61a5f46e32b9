/** Mercurius on Fastify, with its compiler (jit) and its loaders. */
import { ready, require } from './listen.mjs'
import { countStatements, MANY, readStatements, search } from './record.mjs'
import { FIELDS, SCHEMA } from './schema.mjs'

const app = require('fastify')()

/**
 * A loader of Mercurius: it is called once for all objects of a field.
 *
 * @param {string} of the reader in `record.mjs`
 * @param {(row: any) => string} keyOf
 */
const loader = (of, keyOf) => async (/** @type {{ obj: any, params: any }[]} */ queries) =>
  MANY[of]?.(
    queries.map(({ obj }) => keyOf(obj)),
    queries[0]?.params,
  )

const idOf = (/** @type {any} */ { id }) => id

app.register(require('mercurius'), {
  schema: SCHEMA,
  jit: 1,
  resolvers: {
    ...FIELDS,
    Query: {
      article: async (/** @type {any} */ _, /** @type {any} */ { by }) =>
        (await MANY.articles?.([by.id]))?.[0],
      speaker: async (/** @type {any} */ _, /** @type {any} */ { by }) =>
        (await MANY.speakers?.([by.id]))?.[0],
      statements: (/** @type {any} */ _, /** @type {any} */ args) => readStatements(args),
      search: (/** @type {any} */ _, /** @type {any} */ args) => search(args),
    },
    StatementConnection: { totalCount: countStatements },
  },
  loaders: {
    Statement: {
      speaker: loader('speakersOfStatements', idOf),
      article: loader('articles', ({ articleId }) => articleId),
      anchors: loader('anchorsOfStatements', idOf),
      topics: loader('topicsOfStatements', idOf),
    },
    Article: { statements: loader('statementsOfArticles', idOf) },
    Speaker: { statements: loader('statementsOfSpeakers', idOf) },
  },
})
ready(await app.listen({ port: 0, host: '127.0.0.1' }))
