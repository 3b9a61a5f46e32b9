import { inRoot } from '../../tools/workspace.mjs'
import { normalise, OPAQUE, PLAIN, variablesOf } from './encodings.mjs'
import { OPERATIONS } from './operations.mjs'

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
  // No peer writes a line for each request, so the service does not either.
  const quiet = { DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn', ONRECORD_PUBLIC_PROPOSALS: 'on' }
  const peer = (/** @type {string} */ name) => ({
    program: [inRoot(`bench/reads/servers/${name}.mjs`)],
    env: { DATABASE_URL: databaseUrl, PEERS: peers },
  })
  return [
    { name: 'floor', title: 'floor', ...peer('floor'), ...speaking(PLAIN) },
    { name: 'direct', title: 'On Record', ...service, env: quiet },
    { name: 'yoga', title: 'On Record through Yoga', ...service, env: { ...quiet, ONRECORD_DIRECT: 'off' } },
  ]
}

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
