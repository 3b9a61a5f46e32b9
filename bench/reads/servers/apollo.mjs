/** Apollo Server 5 with its own HTTP server, and one DataLoader a field and request. */
import { ready, require } from './listen.mjs'
import { countStatements, MANY, readStatements, search } from './record.mjs'
import { FIELDS, SCHEMA } from './schema.mjs'

const { ApolloServer } = require('@apollo/server')
const { startStandaloneServer } = require('@apollo/server/standalone')
const DataLoader = require('dataloader')

/**
 * A resolver that reads for all objects of a field together.
 *
 * @param {string} of the reader in `record.mjs`
 * @param {(row: any) => string} keyOf
 */
const loaded =
  (of, keyOf) =>
  (
    /** @type {any} */ row,
    /** @type {any} */ args,
    /** @type {{ loaders: Map<string, any> }} */ { loaders },
  ) => {
    const key = `${of} ${JSON.stringify(args)}`
    const loader =
      loaders.get(key) ??
      new DataLoader((/** @type {string[]} */ ids) => /** @type {any} */ (MANY[of])(ids, args))
    loaders.set(key, loader)
    return loader.load(keyOf(row))
  }

const idOf = (/** @type {any} */ { id }) => id

const server = new ApolloServer({
  typeDefs: SCHEMA,
  resolvers: {
    Article: { ...FIELDS.Article, statements: loaded('statementsOfArticles', idOf) },
    Statement: {
      ...FIELDS.Statement,
      speaker: loaded('speakersOfStatements', idOf),
      article: loaded('articles', ({ articleId }) => articleId),
      anchors: loaded('anchorsOfStatements', idOf),
      topics: loaded('topicsOfStatements', idOf),
    },
    Anchor: FIELDS.Anchor,
    Found: { __resolveType: FIELDS.Found.__resolveType },
    Speaker: { statements: loaded('statementsOfSpeakers', idOf) },
    StatementConnection: { totalCount: countStatements },
    Query: {
      article: async (/** @type {any} */ _, /** @type {any} */ { by }) =>
        (await MANY.articles?.([by.id]))?.[0],
      speaker: async (/** @type {any} */ _, /** @type {any} */ { by }) =>
        (await MANY.speakers?.([by.id]))?.[0],
      statements: (/** @type {any} */ _, /** @type {any} */ args) => readStatements(args),
      search: (/** @type {any} */ _, /** @type {any} */ args) => search(args),
    },
  },
})
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async () => ({ loaders: new Map() }),
})
ready(new URL(url).origin)
