import { inRoot } from '../../tools/workspace.mjs'
import { normalise, OPAQUE, PLAIN, variablesOf } from './encodings.mjs'
import { OPERATIONS } from './operations.mjs'
import { inOurShape, orderOf, POSTGRAPHILE_OPERATIONS } from './postgraphile-operations.mjs'

/**
 * A server that is measured.
 *
 * @typedef {object} Entry
 * @property {string} name
 * @property {string} title
 * @property {string[]} program for Node; it prints `{"url": …}` when it is ready
 * @property {Record<string, string>} env
 * @property {(operation: import('./operations.mjs').OperationName, asked: import('./operations.mjs').Asked) => Request} request
 * @property {(operation: import('./operations.mjs').OperationName, data: any) => any} content an answer in the form in
 *   which answers are compared
 * @property {(url: string) => Promise<void>} [prepare] is called once when the server is ready
 * @typedef {{ query: string, operationName: string, variables: object }} Request
 */

/**
 * The servers, in the order of the table.
 *
 * @param {string} databaseUrl
 * @param {string} peers the folder that the peers are installed in
 * @returns {Entry[]}
 */
export function entries(databaseUrl, peers) {
  const service = {
    program: [inRoot('packages/server/dist/cli/main.js'), 'serve', '--json', '--port', '0'],
    ...speaking(OPAQUE),
  }
  // No peer writes a line for each request or counts what a caller may spend, so the service does not either.
  const quiet = {
    ...{ DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn' },
    ...{ ONRECORD_PUBLIC_PROPOSALS: 'on', ONRECORD_RATE_LIMIT: 'off', ONRECORD_MAX_DEPTH: '20' },
  }
  const peer = (/** @type {string} */ name) => ({
    program: [inRoot(`bench/reads/servers/${name}.mjs`)],
    env: { DATABASE_URL: databaseUrl, PEERS: peers },
  })
  return [
    { name: 'floor', title: 'floor', ...peer('floor'), ...speaking(PLAIN) },
    { name: 'direct', title: 'On Record directly', ...service, env: quiet },
    { name: 'yoga', title: 'On Record through Yoga', ...service, env: { ...quiet, ONRECORD_DIRECT: 'off' } },
    { name: 'postgraphile', title: 'PostGraphile 5', ...peer('postgraphile'), ...speakingPostGraphile() },
    { name: 'mercurius', title: 'Mercurius, jit, loaders', ...peer('mercurius'), ...speaking(PLAIN) },
    { name: 'apollo', title: 'Apollo Server 5, dataloader', ...peer('apollo'), ...speaking(PLAIN) },
  ]
}

/** Whether a server is the service itself. */
export const isOurs = (/** @type {Entry} */ { name }) => name === 'direct' || name === 'yoga'

/**
 * The requests and answers of servers that have the schema of the service.
 *
 * @param {import('./encodings.mjs').Encoding} encoding
 * @returns {Pick<Entry, 'request' | 'content'>}
 */
function speaking(encoding) {
  return {
    request: (operation, asked) => ({
      ...{ query: OPERATIONS[operation].query, operationName: operation },
      variables: variablesOf(operation, asked, encoding),
    }),
    content: (_operation, data) => normalise(data, encoding),
  }
}

/**
 * PostGraphile: its own schema, and cursors that begin with a name of the order, which the server is asked for.
 *
 * @returns {Pick<Entry, 'request' | 'content' | 'prepare'>}
 */
function speakingPostGraphile() {
  let order = ''
  const encoding = {
    ...PLAIN,
    cursor: (/** @type {import('./operations.mjs').Place} */ { said, id }) =>
      Buffer.from(JSON.stringify([order, said, id])).toString('base64'),
    place(/** @type {string} */ cursor) {
      const [, said, id] = JSON.parse(Buffer.from(cursor, 'base64').toString())
      return { said, id }
    },
  }
  return {
    async prepare(url) {
      order = await orderOf(url)
    },
    request: (operation, asked) => ({
      ...{ query: POSTGRAPHILE_OPERATIONS[operation], operationName: operation },
      variables: variablesOf(operation, asked, encoding),
    }),
    content: (operation, data) => normalise(inOurShape(operation, data), encoding),
  }
}
